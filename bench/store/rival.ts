/** What is measured side by side: a place that keeps briefings. */
import type { Briefing } from '../../src-main/domain/briefing/briefing.js';

export interface Rival {
  readonly name: string;
  /** Fills its folder, without hurry over what a power cut would leave. */
  readonly fill: (briefings: readonly Briefing[]) => Promise<void>;
  readonly open: () => Promise<OpenRival>;
}

export interface OpenRival {
  /** What a list shows of all, the latest change first; gives their number. */
  readonly list: () => Promise<number>;
  /** Resolves once the new text of a card is as safe as this rival makes it. */
  readonly edit: (briefing: Briefing, body: string) => Promise<void>;
  /** Bytes written for edits since it was opened; `null` where that is not one file's growth. */
  readonly bytes: () => Promise<number | null>;
  readonly close: () => Promise<void>;
}

/** The briefing with another text on its first card. */
export function withBody(briefing: Briefing, body: string): Briefing {
  const [first, ...rest] = briefing.cards;
  if (!first) throw new Error('The briefing has no card');
  return { ...briefing, cards: [{ ...first, body }, ...rest] };
}
