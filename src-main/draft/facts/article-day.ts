/**
 * The day an article is of, by its own head: what weekdays and "last month" in it are counted from, and
 * when its source was published.
 */
import { PartialDate } from '../../domain/base/values.js';
import { readFrontMatter } from '../outline/front-matter.js';
import { datelineLength } from '../outline/outline.js';

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const month =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\.?)';
/** By the first letters that tell them apart, in German and French. */
const otherMonths: Readonly<Record<string, number>> = {
  ...{
    jan: 1,
    jän: 1,
    feb: 2,
    fév: 2,
    mär: 3,
    mar: 3,
    apr: 4,
    avr: 4,
    mai: 5,
    jun: 6,
    juin: 6,
    jul: 7,
    juil: 7
  },
  ...{ aug: 8, aoû: 8, sep: 9, okt: 10, oct: 10, nov: 11, dez: 12, déc: 12 }
};
/** “3. März 2025”, “le 1er mars 2025” */
const otherDate =
  /(?<![\p{L}\p{N}])(\d{1,2})(?:\.|er)? ?(janvier|jänner|januar|février|februar|märz|mars|avril|april|mai|juin|juni|juillet|juli|août|august|septembre|september|octobre|oktober|novembre|november|décembre|dezember),? (\d{4})(?!\p{N})/iu;
/** “Toulon, le 2 juillet 2024 - ” */
const otherDateline =
  /^\p{Lu}[\p{L} -]{2,30}, (?:le |den |am |vom )?\d{1,2}(?:\.|er)? ?\p{L}{3,9} \d{4}(?=[\s.,:–—-])/u;
const fullDate = new RegExp(
  `\\b(?:(${month}) (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})|(\\d{1,2})(?:st|nd|rd|th)? (${month}),? (\\d{4})|(\\d{4}-\\d{2}-\\d{2}))\\b`,
  'u'
);
/** A headline and the day behind it. */
const dayAtEnd = /(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? [\p{L}\d., ]{8,24}$/u;
/** The day of something else, as a table of facts has it. */
const ofOther =
  /^\W*(?:born|died|birth|death|founded|established|opened|debut|incorporated|founded|married|term|in office|first (?:game|match|flight|release)|released?)\b|\d{4}, \p{Ll}/iu;
/** UTF-16 units: a date further down is part of the story. */
const head = 1_200;

/** `null` when the article does not say. `bodyStart` is where its first paragraph starts. */
export function articleDay(text: string, markdown: boolean, bodyStart: number): PartialDate | null {
  const { values } = readFrontMatter(markdown ? text : '');
  const stated = values.get('date') ?? values.get('published');
  const given = stated && dayIn(text.slice(stated.start, stated.end));
  return given ?? dayInHead(text, bodyStart);
}

/** A short line of its own above the body, or a dateline at the body's start. */
function dayInHead(text: string, bodyStart: number): PartialDate | null {
  const lines = text.slice(0, Math.min(head, bodyStart + 200)).split(/[\n\r]+/);
  for (const line of lines.slice(0, 8)) {
    if (ofOther.test(line)) continue;
    const isShort = line.length < 90 && (!/[!?]|\.["”]?$/.test(line.trim()) || isDayAlone(line));
    const dateline = isShort
      ? line
      : (dayAtEnd.exec(line)?.[0] ??
        (line.slice(0, datelineLength(line)) || /^[^a-z]{3,40}[^—–-]{0,60}[—–-]/.exec(line)?.[0]));
    const found =
      (dateline === undefined ? null : dayIn(dateline)) ??
      dayIn(otherDateline.exec(line)?.[0] ?? '');
    if (found) return found;
  }
  return null;
}

/** “Varn, 14 May 2025.”, and not “The new quay opened on 14 May 2025.” */
function isDayAlone(line: string): boolean {
  if (!/\d{4}\.\s*$/.test(line)) return false;
  const others =
    line
      .replace(fullDate, '')
      .replace(otherDate, '')
      .match(/\p{L}+/gu) ?? [];
  return others.length <= 3;
}

function dayIn(words: string): PartialDate | null {
  const [, monthFirst, dayAfter, yearAfter, dayFirst, monthAfter, year, iso] =
    fullDate.exec(words) ?? [];
  const name = monthFirst ?? monthAfter ?? '';
  const other = iso || name ? null : otherDate.exec(words);
  const two = (n: number | string) => String(n).padStart(2, '0');
  const day = PartialDate.safeParse(
    other
      ? `${other[3]}-${two(monthOf(other[2] ?? ''))}-${two(other[1] ?? '')}`
      : (iso ??
          `${yearAfter ?? year}-${two(months.indexOf(name.slice(0, 3)) + 1)}-${two(dayAfter ?? dayFirst ?? '')}`)
  );
  return day.success ? day.data : null;
}

function monthOf(name: string): number {
  const lower = name.toLowerCase();
  return otherMonths[lower.slice(0, 4)] ?? otherMonths[lower.slice(0, 3)] ?? 0;
}
