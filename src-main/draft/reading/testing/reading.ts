/** For tests: a plain text as the suggesting steps see it. */
import { outlineText } from '../../outline/outline-text.js';
import type { Range } from '../../../domain/text/range.js';
import { type Reading, readProse } from '../reading.js';

export function readingOf(text: string): Reading {
  return readProse(text, outlineText(text), { bodyStart: 0, tagged: true });
}

export function wordsAt(text: string, range: Range | null | undefined): string {
  return range ? text.slice(range.start, range.end) : '-';
}
