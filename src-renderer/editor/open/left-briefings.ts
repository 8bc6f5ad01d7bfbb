/**
 * What was done to briefings that were left, so that undo and redo go on where they were when one is
 * opened again. It lives as long as the window and its library do.
 */
import type { OpenedBriefing as Loaded } from '../../../src-main/domain/api.js';
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import type { Id } from '../../../src-main/domain/base/values.js';
import type { History } from './history.js';
import type { StepName } from './step-names.js';
import type { UndoneStates } from './undone-states.js';

export interface LeftBriefing {
  /** As the library holds it, made of the very entries that the history knows. */
  readonly briefing: Briefing;
  readonly revision: number;
  readonly history: History<Briefing, StepName>;
  readonly undone: UndoneStates;
}

/** The ones left earlier are forgotten. That loses nothing: what was undone is kept as a version before a briefing is left. */
const most = 12;

export class LeftBriefings {
  readonly #left = new Map<Id, LeftBriefing>();

  keep(left: LeftBriefing): void {
    const { id } = left.briefing;
    this.#left.delete(id);
    if (left.history.past.length + left.history.future.length === 0) return;
    this.#left.set(id, left);
    const [oldest] = this.#left.keys();
    if (this.#left.size > most && oldest) this.#left.delete(oldest);
  }

  /** Hands over what was left of a briefing, once; `null` when there is nothing, or the library holds another state by now. */
  take({ briefing, revision }: Pick<Loaded, 'briefing' | 'revision'>): LeftBriefing | null {
    const left = this.#left.get(briefing.id);
    this.#left.delete(briefing.id);
    if (left?.revision !== revision) return null;
    // A save sets the moment on disk alone.
    const { modifiedAt } = briefing;
    return isSame({ ...left.briefing, modifiedAt }, briefing) ? left : null;
  }

  clear(): void {
    this.#left.clear();
  }
}

/** Whatever the order of keys: one has been to the library and back. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) {
    return false;
  }
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => isSame(one[key], other[key]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
