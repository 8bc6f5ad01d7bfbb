/**
 * What was cut, and which annotations stood on it, so that they come back with the words when these
 * are pasted, into the same card or another. Knows no editor.
 */
import type { AnnotationKind } from '../../src-main/domain/briefing/annotation.js';
import type { Id } from '../../src-main/domain/base/id.js';
import type { CardMark } from './card-marks.js';

interface Cut {
  readonly text: string;
  /** Offsets in `text`. */
  readonly marks: readonly CardMark[];
}

/** Cuts beyond this many are forgotten, oldest first. */
const maxCuts = 20;

export class CutWords {
  #cuts: readonly Cut[] = [];

  /** @param marks that went with the text, in offsets of it. */
  remember(text: string, marks: readonly CardMark[]): void {
    this.#cuts = [{ text, marks }, ...this.#cuts].slice(0, maxCuts);
  }

  /** Marks of words cut earlier, the latest cut first, as they stand in `text` if that brings the words back. */
  marksIn(text: string): CardMark[] {
    return this.#cuts.flatMap((cut) => marksOfCut(cut, text));
  }
}

/** In offsets of `text`; none when the cut words are not in it. */
export function marksOfCut({ text: cut, marks }: Cut, text: string): CardMark[] {
  const at = text.indexOf(cut);
  if (at < 0) return [];
  return marks.map(
    ({ id, kind, from, to }: { id: Id; kind: AnnotationKind; from: number; to: number }) => ({
      id,
      kind,
      from: at + from,
      to: at + to
    })
  );
}
