/** The small pieces that tables and lines are made of. */
import { stanceSigns } from '../../terms/terms.js';
import type { PrintedWords } from '../../terms/printed/en.js';
import type { Stance } from '../../briefing/entries.js';
import type { TableCell, Direction, Runs, TextBlock } from './blocks.js';
import { runningAs } from './written.js';

export function plain(text: string): Runs {
  return text === '' ? [] : [{ text }];
}

/** What is claimed with the numbers of its quotes, or the plain words that there is none. */
export function cited(text: string, notes: readonly number[], { noQuote }: PrintedWords): Runs {
  return notes.length > 0 ? [{ text, notes }] : plain(`${text} (${noQuote})`.trim());
}

export function cell(
  text: string,
  direction: Direction,
  more: Omit<TableCell, 'runs'> = {}
): TableCell {
  return { runs: plain(text), ...runningAs(text, direction), ...more };
}

export function heads(texts: readonly string[], direction: Direction): readonly TableCell[] {
  return texts.map((text) => cell(text, direction, { isHead: true }));
}

export function line(
  text: string,
  direction: Direction,
  more: { look?: 'soft' | 'strong' | 'small' } = {}
): TextBlock {
  return { kind: 'paragraph', runs: plain(text), ...runningAs(text, direction), ...more };
}

/** A stance with its sign, such as “+ supports”. */
export function stanceInWords(stance: Stance, words: PrintedWords): string {
  return `${stanceSigns[stance]} ${words.stances[stance]}`;
}

/** None where it is empty. */
export function lines(texts: readonly string[]): { readonly lines?: readonly Runs[] } {
  const told = texts.filter((text) => text !== '');
  return told.length > 0 ? { lines: told.map(plain) } : {};
}
