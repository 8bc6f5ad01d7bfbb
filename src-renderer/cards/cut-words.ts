/**
 * What a change of a card's text takes along: the annotations of words that were cut, which come back
 * when these are pasted, into the same card or another; the blank lines that pasted blocks need; and what
 * step it is for undo. Knows no editor.
 */
import type { AnnotationKind } from '../../src-main/domain/briefing/annotation.js';
import type { Id } from '../../src-main/domain/base/values.js';
import type { CardMark } from './card-marks.js';
import type { Transaction } from '@codemirror/state';

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

/** Where Markdown is put into the middle of a text: its headings, lists and tables keep lines of their own. Pure. */

/** How a heading, list, quotation, table, rule or block of code begins. A paragraph flows on. */
const ownLine = /^(?:#{1,6} |[-*+] |\d{1,9}[.)] |>|\||`{3}|---$)/m;

/** What to put in place of `from` to `to`, UTF-16 units of `text`. */
export function placeBlocks(text: string, from: number, to: number, markdown: string): string {
  const blocks = markdown.split(/\n{2,}/);
  const before = begins(blocks[0]) ? gap(/\n*$/.exec(text.slice(0, from))?.[0], from === 0) : '';
  const after = begins(blocks.at(-1))
    ? gap(/^\n*/.exec(text.slice(to))?.[0], to === text.length)
    : '';
  return before + markdown + after;
}

function begins(block: string | undefined): boolean {
  return block !== undefined && block.search(ownLine) === 0;
}

/** The line ends that are lacking of a blank line. */
function gap(there: string | undefined, atEdge: boolean): string {
  return atEdge ? '' : '\n'.repeat(Math.max(0, 2 - (there?.length ?? 0)));
}

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
