/** Ends a rendering that would cost too much. `reason` completes "shown as plain text, because …". */
export class BeyondLimit extends Error {
  constructor(readonly reason: string) {
    super(reason);
    this.name = 'BeyondLimit';
  }
}
