/**
 * Revises a text as an editor would, and remembers where every character came from: so the right
 * answer for every annotation is known, not guessed.
 */
import type { Range } from '../../src-main/domain/text/range.js';
import type { Random } from './random.js';

export interface Revised {
  readonly before: string;
  readonly after: string;
  /** For each unit of `after`, its place in `before`; -1 for new text. */
  readonly origin: Int32Array;
  /** Sentences of `before` that were also put in elsewhere, with words left out. */
  readonly copied: readonly Range[];
}

/** Shares of paragraphs and sentences that an operation touches. */
export interface Rates {
  readonly paragraphs: number;
  readonly sentences: number;
}

/** Text and where it came from. */
interface Piece {
  readonly text: string;
  readonly from: number | null;
}
type Unit = readonly Piece[];

/**
 * `foreign`: sentences of other texts. Half of what is put in is a sentence of the text itself with
 * words left out, to tempt with likeness; a verbatim copy would leave no right answer.
 */
export function revise(
  before: string,
  rates: Rates,
  foreign: readonly string[],
  random: Random
): Revised {
  const own = [...before.matchAll(/[^.!?\n]{20,200}[.!?]/g)];
  const copied: Range[] = [];
  const copy = (): string => {
    const { 0: sentence, index } = random.pick(own);
    copied.push({ start: index, end: index + sentence.length });
    return leaveOutWords(sentence, random);
  };
  const insert = (): Piece => {
    const isOwn = own.length > 0 && random.next() < 0.5;
    return { text: ` ${isOwn ? copy() : random.pick(foreign)}`, from: null };
  };
  const paragraphs = split(before, 0, /[^\n]*\n+|[^\n]+$/g).map((paragraph) =>
    split(paragraph.text, paragraph.from ?? 0, /[^.!?]+[.!?]*\s*/g).flatMap((sentence) =>
      reviseSentence(sentence, rates.sentences, insert, random)
    )
  );
  const revised = reviseParagraphs(paragraphs, rates.paragraphs, insert, random);
  return { ...join(before, revised), copied };
}

function reviseParagraphs(
  paragraphs: readonly Unit[],
  rate: number,
  insert: () => Piece,
  random: Random
): readonly Unit[] {
  const revised: Unit[] = [];
  const moved: Unit[] = [];
  for (const paragraph of paragraphs) {
    if (random.next() >= rate) revised.push(paragraph);
    else if (random.next() < 0.35) moved.push(paragraph);
    else if (random.next() < 0.5) revised.push(paragraph, [insert(), { text: '\n', from: null }]);
  }
  for (const paragraph of moved) {
    revised.splice(random.below(revised.length + 1), 0, paragraph);
  }
  return revised;
}

function reviseSentence(
  sentence: Piece,
  rate: number,
  insert: () => Piece,
  random: Random
): readonly Piece[] {
  if (random.next() >= rate) return [sentence];
  const kind = random.next();
  if (kind < 0.15) return [];
  if (kind < 0.3) return [sentence, insert()];
  if (kind < 0.4) return [insert()];
  const words = split(sentence.text, sentence.from ?? 0, /\s*\S+|\s+$/g);
  const share = random.pick([0.08, 0.15, 0.3]);
  return words.flatMap((word) => {
    if (random.next() >= share) return [word];
    const added = random.pick(insert().text.trim().split(/\s+/));
    const change = random.next();
    if (change < 0.3) return [];
    const space = /^\s*/.exec(word.text)?.[0] || ' ';
    return change < 0.5
      ? [word, { text: ` ${added}`, from: null }]
      : [{ text: space + added, from: null }];
  });
}

function leaveOutWords(sentence: string, random: Random): string {
  const words = sentence.trim().split(/\s+/);
  return words.filter((_, i) => i % 4 !== 1 && random.next() < 0.9).join(' ');
}

function split(text: string, from: number, pattern: RegExp): readonly Piece[] {
  return [...text.matchAll(pattern)].map((match) => ({ text: match[0], from: from + match.index }));
}

function join(before: string, units: readonly Unit[]): Omit<Revised, 'copied'> {
  const pieces = units.flat();
  const after = pieces.map((piece) => piece.text).join('');
  const origin = new Int32Array(after.length).fill(-1);
  let at = 0;
  for (const { text, from } of pieces) {
    if (from !== null) for (let i = 0; i < text.length; i++) origin[at + i] = from + i;
    at += text.length;
  }
  return { before, after, origin };
}
