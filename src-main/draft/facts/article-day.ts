/**
 * The day an article is of, by its own head: what weekdays and "last month" in it are counted from, and
 * when its source was published.
 */
import { PartialDate } from '../../domain/base/values.js';
import { type Article, noFacts } from '../../domain/program/article.js';
import { frontMatterOf } from '../outline/front-matter.js';
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

/**
 * What the article says, in front matter, facts of its page or its head, else its address, else the name of its
 * file. `null` when none does: the day of the file is when somebody saved it. `bodyStart` is where its first
 * paragraph starts.
 */
export function articleDay(
  article: Pick<Article, 'text' | 'format' | 'facts' | 'name'>,
  bodyStart: number
): PartialDate | null {
  const { text, facts = noFacts, name } = article;
  const valueOf = frontMatterOf(article);
  return (
    facts.published ??
    dayIn(valueOf('date', 'published')) ??
    dayInHead(text, bodyStart) ??
    dayInAddress(facts.url || valueOf('url', 'source', 'link')) ??
    dayInName(name)
  );
}

/** “/2016/10/28/”, “/2016/oct/28/”, “/2016-10-28-” */
function dayInAddress(address: string): PartialDate | null {
  const parts = /\/((?:19|20)\d{2})[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?=[/_.-]|$)/i.exec(address);
  if (!parts) return null;
  const [, year = '', month = '', day = ''] = parts;
  return dayIn(`${year}-${numberOfMonth(month)}-${day.padStart(2, '0')}`);
}

/** “2016-10-28 Ferry stops.txt” */
function dayInName(name: string): PartialDate | null {
  const parts = /(?<!\d)((?:19|20)\d{2})([-_.]?)(\d{2})\2(\d{2})(?!\d)/.exec(name);
  return parts ? dayIn(`${parts[1]}-${parts[3]}-${parts[4]}`) : null;
}

function numberOfMonth(month: string): string {
  const at = months.findIndex((each) => each.toLowerCase() === month.toLowerCase());
  return at < 0 ? month.padStart(2, '0') : String(at + 1).padStart(2, '0');
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
