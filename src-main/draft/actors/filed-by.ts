/** Who filed a report and where from: the head of a story, whose names act in none. */
import type { Range } from '../../domain/text/range.js';
import type { Reading } from '../reading/reading.js';
import { isOrganisationName } from '../../domain/text/name-words.js';

const word = "\\p{Lu}[\\p{L}\\p{M}.'-]*";
const place = `${word}(?: (?:${word}|de|del|da|la|of|the|am|an der)){0,4}`;
const dash = '[—–-]{1,2}';
/** "DURBAN, South Africa, June 17, 2025 (Wire) - ", "Zürich, 20. Juni 2025 (Wire) – ", "(Wire) - " */
const withAgency = new RegExp(
  `^(?:${place}(?:[,/] ?[\\p{L}\\d][\\p{L}\\p{M}\\d .'-]{1,28}){0,4} )?\\(\\p{L}[^()\\d]{1,40}\\) ?(?:${dash}|:) ?(?=\\S)`,
  'u'
);
/** "THE HAGUE, March 12 — The" */
const inCapitals = new RegExp(
  `^(?<place>\\p{Lu}{3,}[\\p{Lu} .'-]{0,37})(?:, [\\p{L}\\d][\\p{L}\\p{M}\\d .'-]{1,28}){0,3} ?${dash} (?=[“‘"(]?[\\p{Lu}\\d])`,
  'u'
);
const byline = /^(?:By|BY|Von|Par|Por) \p{Lu}[^!?:;“”]{2,110}$/u;
/** UTF-16 units that a head of a story may take. */
const longest = 160;

/** Of each paragraph that opens with one, its place, its day and its agency. */
export function datelinesIn({ clean, paragraphs, sentences }: Reading): Range[] {
  const headlines = new Set(
    sentences.filter(({ headline }) => headline).map(({ paragraph }) => paragraph)
  );
  return paragraphs.flatMap(({ start, end }, paragraph) => {
    if (headlines.has(paragraph)) return [];
    const head = clean.slice(start, Math.min(end, start + longest));
    const length = withAgency.exec(head)?.[0].length ?? lengthInCapitals(head);
    return length > 0 ? [{ start, end: start + length }] : [];
  });
}

function lengthInCapitals(head: string): number {
  const match = inCapitals.exec(head);
  const name = match?.groups?.['place']?.trim() ?? '';
  return name.length > 3 && !isOrganisationName(name) ? (match?.[0].length ?? 0) : 0;
}

/** "By Anna Lee, Northern Press": the lines that tell who wrote it and for whom. */
export function bylinesIn({ clean, paragraphs }: Reading): Range[] {
  return paragraphs.filter(({ start, end }) => {
    const line = clean.slice(start, Math.min(end, start + longest)).trim();
    return end - start < longest && byline.test(line) && !/\p{Ll}{3,}\.\s*$/u.test(line);
  });
}

export function isWithin(ranges: readonly Range[], at: number): boolean {
  return ranges.some(({ start, end }) => start <= at && at < end);
}
