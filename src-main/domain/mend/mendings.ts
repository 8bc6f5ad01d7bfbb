/** What was mended in a briefing, counted by kind. */

/** In the order in which they are told. */
export const mendingKinds = [
  'same-twice',
  'same-id',
  'evidence',
  'actors',
  'own-speaker',
  'links',
  'unknown-actor',
  'unknown-issue',
  'superseded',
  'circle',
  'place',
  'dismissal',
  'repeated',
  'time'
] as const;
export type MendingKind = (typeof mendingKinds)[number];

export interface Mending {
  readonly kind: MendingKind;
  /** How many entries or references; at least 1. */
  readonly count: number;
}

/** Filled by the steps of mending. */
export class Mendings {
  readonly #counts = new Map<MendingKind, number>();

  get isEmpty(): boolean {
    return this.#counts.size === 0;
  }

  add(kind: MendingKind, count = 1): void {
    if (count > 0) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + count);
  }

  all(): readonly Mending[] {
    return mendingKinds.flatMap((kind) => {
      const count = this.#counts.get(kind);
      return count === undefined ? [] : [{ kind, count }];
    });
  }
}
