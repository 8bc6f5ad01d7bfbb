/** What a change in the editor is to undo: letters typed in a row are one step, a paste is one of its own. */
import type { Transaction } from '@codemirror/state';

export type StepKind = 'typing' | 'deleting' | 'paste' | 'cut' | 'move' | 'format';

/** Whether several of the kind in a row are one step. */
export function isGradual(kind: StepKind): boolean {
  return kind === 'typing' || kind === 'deleting';
}

export function kindOfStep(transactions: readonly Transaction[]): StepKind {
  const is = (event: string) => transactions.some((one) => one.isUserEvent(event));
  if (is('input.paste')) return 'paste';
  if (is('delete.cut')) return 'cut';
  if (is('input.drop') || is('move')) return 'move';
  if (is('input.format')) return 'format';
  return is('delete') ? 'deleting' : 'typing';
}
