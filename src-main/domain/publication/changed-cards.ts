/** Cards that changed, as one line each: which, and how much of it. */
import type { CardChange } from '../compare/comparison.js';
import type { DiffPiece } from '../text/word-diff.js';

export interface ChangedCard {
  readonly heading: string;
  /** Such as “added”, “12 words added, 3 taken out”, “moved”; several joined by commas. */
  readonly what: string;
}

export function changedCards(changes: readonly CardChange[]): readonly ChangedCard[] {
  return changes.map(({ kind, before, after, moved, heading, body }) => {
    const card = after ?? before;
    const name = card?.heading.trim() || card?.kind || '';
    if (kind !== 'changed') return { heading: name, what: kind };
    const renamed = heading.some((piece) => piece.kind !== 'same');
    const parts = [
      ...(renamed ? [before?.heading ? `formerly “${before.heading.trim()}”` : 'named'] : []),
      ...wordsIn(body),
      ...(before && after && before.kind !== after.kind ? [`now ${after.kind}`] : []),
      ...(moved ? ['moved'] : [])
    ];
    return { heading: name, what: parts.join(', ') };
  });
}

/** Of a text that is no card; none where it did not change. */
export function changedWords(
  heading: string,
  pieces: readonly DiffPiece[] | null
): readonly ChangedCard[] {
  return pieces ? [{ heading, what: wordsIn(pieces).join(', ') || 'changed' }] : [];
}

function wordsIn(pieces: readonly DiffPiece[]): readonly string[] {
  const count = (kind: DiffPiece['kind']) =>
    pieces
      .filter((piece) => piece.kind === kind)
      .reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0), 0);
  const [added, removed] = [count('added'), count('removed')];
  const isChanged = pieces.some(({ kind }) => kind !== 'same');
  if (added + removed === 0) return isChanged ? ['signs changed'] : [];
  const words = (n: number) => `${n} ${n === 1 ? 'word' : 'words'}`;
  if (removed === 0) return [`${words(added)} added`];
  if (added === 0) return [`${words(removed)} taken out`];
  return [`${words(added)} added, ${removed} taken out`];
}
