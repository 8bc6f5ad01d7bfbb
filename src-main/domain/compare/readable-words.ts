/** Changed words as they are shown to people: whole phrases, the old before the new, without the marks of Markdown. */
import { renderMarkdown } from '../markdown/render-markdown.js';
import { diffWords, type DiffPiece } from '../text/word-diff.js';
import type { CardChange } from './comparison.js';

/**
 * The same two texts in fewer pieces: words that stayed between two changes of at least as many words join
 * them, since old and new would be read as one jumble, and a line of which most was written anew comes as the
 * old whole and the new whole.
 */
export function readablePieces(pieces: readonly DiffPiece[]): readonly DiffPiece[] {
  const joined = toPieces(joinChanges(toStretches(pieces)));
  const [before, after] = [textWithout(joined, 'added'), textWithout(joined, 'removed')];
  const kept = countWords(joined.flatMap(({ kind, text }) => (kind === 'same' ? [text] : [])));
  const most = Math.max(countWords([before]), countWords([after]));
  const isOneLine = !before.trim().includes('\n') && !after.trim().includes('\n');
  if (!isOneLine || before === '' || after === '' || kept * 2 >= most) return joined;
  return [
    { kind: 'removed', text: before },
    { kind: 'added', text: after }
  ];
}

/** Of a card's text, as it is read; one piece or none where only marks of Markdown changed. */
export function wordsOfCard({ before, after }: CardChange): readonly DiffPiece[] {
  const read = (body: string) => (body === '' ? '' : renderMarkdown(body).text);
  return readablePieces(diffWords(read(before?.body ?? ''), read(after?.body ?? '')));
}

/** Something that stayed, or that gave way to something else. */
interface Stretch {
  readonly stays: boolean;
  readonly before: string;
  readonly after: string;
}

function toStretches(pieces: readonly DiffPiece[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const { kind, text } of pieces) {
    const stays = kind === 'same';
    const last = stretches.at(-1);
    const next = {
      stays,
      before: kind === 'added' ? '' : text,
      after: kind === 'removed' ? '' : text
    };
    if (last?.stays === stays) stretches[stretches.length - 1] = join(last, next);
    else stretches.push(next);
  }
  return stretches;
}

function joinChanges(stretches: readonly Stretch[]): readonly Stretch[] {
  const out: Stretch[] = [];
  for (const stretch of stretches) {
    out.push(stretch);
    for (;;) {
      const [one, between, other] = out.slice(-3);
      if (!one || !between?.stays || other?.stays !== false) break;
      const size = countWords([between.before]);
      // A space between two changed words is nothing to keep; a line end is.
      const isJoined = size === 0 ? !between.before.includes('\n') : size <= least(one, other);
      if (!isJoined) break;
      out.splice(-3, 3, { ...join(join(one, between), other), stays: false });
    }
  }
  return out;
}

function least(one: Stretch, other: Stretch): number {
  const sizeOf = ({ before, after }: Stretch) =>
    Math.max(countWords([before]), countWords([after]));
  return Math.min(sizeOf(one), sizeOf(other));
}

function join(one: Stretch, other: Stretch): Stretch {
  return {
    stays: one.stays,
    before: one.before + other.before,
    after: one.after + other.after
  };
}

function toPieces(stretches: readonly Stretch[]): readonly DiffPiece[] {
  return stretches
    .flatMap(({ stays, before, after }): DiffPiece[] =>
      stays
        ? [{ kind: 'same', text: before }]
        : [
            { kind: 'removed', text: before },
            { kind: 'added', text: after }
          ]
    )
    .filter(({ text }) => text !== '');
}

function textWithout(pieces: readonly DiffPiece[], left: DiffPiece['kind']): string {
  return pieces.flatMap(({ kind, text }) => (kind === left ? [] : [text])).join('');
}

function countWords(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + (text.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0), 0);
}
