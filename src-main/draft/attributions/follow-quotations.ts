/** Quotations that no cue of their own introduces: they go on with whoever spoke before. */
import type { Quotation } from '../reading/quotations.js';
import type { Reading } from '../reading/reading.js';
import type { Range } from '../../domain/text/range.js';
import type { Finding } from './finding.js';

/** UTF-16 units: shorter ones are titles and words in quotation marks. */
const shortest = 16;

/** The findings, in order, with such quotations joined to them. */
export function followQuotations(reading: Reading, findings: readonly Finding[]): Finding[] {
  const result = [...findings];
  const covered = coverage(findings);
  /** The finding that the quotations of the paragraph before went to. */
  let carried: { paragraph: number; at: number } | null = null;
  const byParagraph = new Map<number, number[]>();
  result.forEach(({ paragraph }, i) =>
    byParagraph.set(paragraph, [...(byParagraph.get(paragraph) ?? []), i])
  );
  let p = 0;
  for (const quotation of reading.quotations) {
    while (p < reading.paragraphs.length && (reading.paragraphs[p]?.end ?? 0) < quotation.end) p++;
    const paragraph = reading.paragraphs[p];
    if (!paragraph || quotation.end - quotation.start < shortest || covered(quotation)) continue;
    const startsSentence = opensSentence(reading, quotation);
    const whole = quotation.start - paragraph.start < 2 && paragraph.end - quotation.end < 3;
    const here = (byParagraph.get(p) ?? []).filter((i) => place(result[i]) < quotation.start);
    // Rather to whoever is quoted already than to whoever is spoken of.
    const speaking = here.findLast((i) => isQuoted(reading, result[i]));
    let host: number | undefined = startsSentence ? (speaking ?? here.at(-1)) : undefined;
    if (host === undefined && whole) {
      if (carried?.paragraph === p - 1) host = carried.at;
      else
        host = (byParagraph.get(p - 1) ?? []).findLast((i) => leadsOn(reading, result[i], p - 1));
    }
    const finding = host === undefined ? undefined : result[host];
    if (host === undefined || !finding) continue;
    result[host] = {
      ...finding,
      content: [...finding.content, { start: quotation.start, end: quotation.end }]
    };
    if (whole) carried = { paragraph: p, at: host };
  }
  return result;
}

function place(finding: Finding | undefined): number {
  return finding?.cue?.start ?? finding?.source?.start ?? Infinity;
}

/** The paragraph ends in a colon, or its speaker is quoted in it. */
function leadsOn(reading: Reading, finding: Finding | undefined, paragraph: number): boolean {
  const range = reading.paragraphs[paragraph];
  if (!finding || !range) return false;
  if (/:\s*$/.test(reading.clean.slice(range.end - 3, range.end))) return true;
  return isQuoted(reading, finding);
}

function isQuoted({ clean }: Reading, finding: Finding | undefined): boolean {
  return finding?.content.some(({ start, end }) => /[“”]/.test(clean.slice(start, end))) ?? false;
}

function opensSentence({ sentences }: Reading, quotation: Quotation): boolean {
  let [low, high] = [0, sentences.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const sentence = sentences[middle];
    if (!sentence) return false;
    if (Math.abs(sentence.start - quotation.start) <= 1) return true;
    if (sentence.start < quotation.start) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

/** For ranges in rising order. */
function coverage(findings: readonly Finding[]) {
  const contents = findings.flatMap(({ content }) => content).toSorted((a, b) => a.start - b.start);
  let i = 0;
  let furthest = -1;
  return ({ start, end }: Range): boolean => {
    while (i < contents.length && (contents[i]?.start ?? 0) < end) {
      furthest = Math.max(furthest, contents[i]?.end ?? 0);
      i++;
    }
    return furthest > start;
  };
}
