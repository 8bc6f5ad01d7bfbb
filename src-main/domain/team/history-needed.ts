/** A change can only be told with those that a checkpoint folded into one state: give all of them to `withHistory`. */
export class HistoryNeeded extends Error {
  constructor() {
    super('Changes from before the checkpoint are needed to tell what this one changes');
    this.name = 'HistoryNeeded';
  }
}
