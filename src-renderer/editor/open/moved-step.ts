/** What became of a step that was to be undone or redone, and steps in whose state others have had their hand. Pure. */
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import { letStand, letUndone, type History } from './history.js';
import { followTexts, rebaseBriefing } from './rebase-briefing.js';
import type { StepName } from './step-names.js';

/** A step that was taken back or brought again. */
export interface Moved {
  readonly step: StepName;
  /** What it is called. */
  readonly words: string;
  /** The briefing before, for what is in it no longer. */
  readonly from: Briefing;
}

/** A step that stays as it is: others have changed since what it did. Undo or redo goes on with the one after it. */
export interface Tangled {
  /** What the step is called. */
  readonly words: string;
  /** Who has changed it, by name; none where that is not known. */
  readonly authors: readonly string[];
}

/** `nothing`: no step is left. */
export type MovedStep =
  | { readonly kind: 'moved'; readonly moved: Moved }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'tangled'; readonly tangled: Tangled };

/** `entangled`: later steps of one's own rest on the one that is named. */
export type MovedInField = MovedStep | { readonly kind: 'entangled'; readonly words: string };

/** Of one edit. */
export interface WayBack {
  readonly take: () => void;
  /** `then` is called when undo has taken the edit back. */
  readonly onUndone: (then: () => void) => void;
}

export type Steps = History<Briefing, StepName>;

/** The steps that lead this way. */
export function stepsTowards(way: 'back' | 'again'): 'past' | 'future' {
  return way === 'back' ? 'past' : 'future';
}

/** The history in which the annotations of the state that a step leads to stand where their words are by now. */
export function grounded(history: Steps, side: 'past' | 'future', index: number): Steps {
  const step = history[side][index];
  if (!step?.since) return history;
  const state = followTexts(step.state, [...step.since.grounds, history.present]);
  if (state === step.state) return history;
  return { ...history, [side]: history[side].with(index, { ...step, state }) };
}

/**
 * Passes over a step that others have changed since, so that the next move goes on behind it; `null` where
 * none have.
 *
 * @param isBroken what others brought rests on what the step would take away.
 */
export function leaveTangled(
  history: Steps,
  index: number,
  way: 'back' | 'again',
  isBroken: boolean
): { readonly history: Steps; readonly tangled: Tangled } | null {
  const step = history[stepsTowards(way)][index];
  if (!step?.since || !(step.since.isTangled || isBroken)) return null;
  const leave = way === 'back' ? letStand : letUndone;
  const words = step.what.words(step.state, history.present);
  return {
    history: leave(history, index, rebaseBriefing),
    tangled: { words, authors: step.since.authors }
  };
}
