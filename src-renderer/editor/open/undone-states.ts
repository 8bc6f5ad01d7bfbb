/**
 * States that undo led away from and that redo may not reach for ever: a new edit drops them, and
 * leaving the briefing may. Says which of them are to be kept as versions, once each.
 */
import { findEdit } from '../../../src-main/domain/anchoring/splice.js';
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import { collectionNames } from '../../../src-main/domain/briefing/collections.js';
import { diffBriefing } from '../../../src-main/domain/change/change.js';
import { cutToLength } from '../../../src-main/domain/text/cut-to-length.js';
import type { FieldKey } from '../../../src-main/domain/briefing/field.js';
import { maxVersionName } from '../../../src-main/domain/briefing/version.js';
import type { History } from './history.js';
import { valueOf } from './rebase-field.js';
import type { StepName } from './step-names.js';

export interface UndoneState {
  /** The briefing before the first undo. */
  readonly end: Briefing;
  /** What was undone, in words. */
  readonly name: string;
}

interface Branch extends UndoneState {
  /** Where undo led. */
  readonly left: Briefing;
  /** In which field it is nothing but typing; `null` when it is more. */
  readonly field: FieldKey | null;
  /** Whether typing in that very field took its place. */
  readonly isRetyped: boolean;
}

type Steps = History<Briefing, StepName>;

/** UTF-16 units of typing that are a slip of the keys when the person types on in their place. */
const slip = 20;

export class UndoneStates {
  /** Can be reached by redo. */
  #live: Branch | null = null;
  #dropped: Branch[] = [];
  readonly #kept: WeakSet<Briefing>;

  /** @param before of an earlier visit to the briefing, whose history goes on. */
  constructor(before?: UndoneStates) {
    this.#kept = before ? before.#kept : new WeakSet();
  }

  /** To be told of every step of the history. `by` is what was recorded, if that is what happened. */
  follow(history: Steps, by: StepName | null = null): void {
    const live = branchOf(history);
    const before = this.#live;
    this.#live = live;
    this.#dropped = this.#dropped.filter(({ end }) => end !== live?.end);
    const isReached = before?.end === history.present || before?.end === live?.end;
    if (!before || isReached) return;
    const isRetyped =
      before.field !== null && by?.isTyping === true && by.fields[0] === before.field;
    this.#dropped.push({ ...before, isRetyped });
  }

  /** The states of the history have taken in a change from elsewhere: undo led away from none of them. */
  takeIn(history: Steps): void {
    const before = this.#live;
    this.#live = branchOf(history);
    if (before && this.#live && this.#kept.has(before.end)) this.#kept.add(this.#live.end);
  }

  /**
   * Those to be kept with the next save.
   *
   * @param isLast the briefing may be left: nothing can wait for what is typed next.
   */
  due({ present, openKey }: Steps, isLast: boolean): readonly UndoneState[] {
    const isWriting = openKey !== null && !isLast;
    this.#dropped = this.#dropped.filter(
      (branch) => (isWriting && branch.isRetyped) || isWorthKeeping(branch, present)
    );
    const live = this.#live && (this.#live.field === null || isLast) ? [this.#live] : [];
    return [
      ...this.#dropped.filter(({ isRetyped }) => !(isWriting && isRetyped)),
      ...live.filter((branch) => isWorthKeeping(branch, present))
    ].filter(({ end }) => !this.#kept.has(end));
  }

  kept({ end }: UndoneState): void {
    this.#kept.add(end);
    this.#dropped = this.#dropped.filter((branch) => branch.end !== end);
  }
}

function branchOf({ present, future }: Steps): Branch | null {
  const last = future.at(-1);
  // Steps that changed nothing can be undone, too.
  if (!last || last.state === present) return null;
  const { what } = last;
  const field = what.fields[0] ?? null;
  const isTyping = future.every((step) => step.what.isTyping && step.what.fields[0] === field);
  const words = what.words(future.at(-2)?.state ?? present, last.state);
  const more = future.length > 1 ? ` and ${future.length - 1} more` : '';
  const { text } = cutToLength(words, maxVersionName - more.length);
  return {
    end: last.state,
    left: present,
    name: `${text}${more}`,
    field: isTyping ? field : null,
    isRetyped: false
  };
}

function isWorthKeeping(branch: Branch, present: Briefing): boolean {
  return branch.isRetyped ? isMoreThanSlip(branch, present) : holdsMore(branch);
}

/** Whether it holds what is not where undo led: of an undone deletion nothing would be lost. */
function holdsMore({ end, left }: Branch): boolean {
  const { fields, ...lists } = diffBriefing(left, end);
  if (Object.keys(fields).length > 0) return true;
  return collectionNames.some((name) => {
    const list = lists[name];
    if (!list) return false;
    const removed = new Set(list.removed);
    const rest = left[name].filter(({ id }) => !removed.has(id));
    return list.put.length > 0 || rest.some(({ id }, i) => id !== end[name][i]?.id);
  });
}

/** Whether it holds more words than a slip of the keys that do not stand in their field again. */
function isMoreThanSlip({ end, field }: Branch, present: Briefing): boolean {
  if (field === null) return true;
  const then = valueOf(end, field);
  const now = valueOf(present, field);
  if (typeof then !== 'string' || typeof now !== 'string') return then !== now;
  const edit = findEdit(now, then);
  const lost = edit ? then.slice(edit.at, edit.at + edit.inserted).trim() : '';
  return lost.length > slip && !now.includes(lost);
}
