/** A title as a person would put it: without a section's number or the day behind it, and not the name of a mere part. */
import { withoutFullStop } from '../../domain/text/joined-words.js';
import type { Range } from '../../domain/text/range.js';
import { isGreeting } from '../composed/stands-alone.js';

const parts =
  'introduction|background|overview|summary|executive summary|abstract|foreword|preface|prologue|contents|table of contents|conclusions?|discussion|results|findings|methods?|methodology|materials and methods|references|appendix|early life|early years|life|biography|history|career|education|personal life|interview|transcript|article|text|document|main|home|home ?page|pasted text|what was pasted|news|press release|statement|remarks|untitled(?: document)?|new document|document ?\\d*|letter|memo(?:randum)?|report|agenda|understand|get in|see|do';
const namesPart = new RegExp(`^(?:${parts})(?: (?:and|&) (?:${parts}))?[.:]?$`, 'iu');
/** “2.1 ”, “§ 3 ”, “Chapter 4: ”. */
const numbered =
  /^(?:(?:§ ?|chapter |section |part )\d{1,3}(?:\.\d{1,3})*[.):]?|\d{1,2}(?:\.\d{1,3}){1,4}[.)]?|\d{1,2}[.)])[\s:–—-]+(?=\p{L})/iu;
const month =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
/** “ Tuesday, 1 March 2022” at the end. */
const dayBehind = new RegExp(
  `[\\s|,(–—-]+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:${month} \\d{1,2},? \\d{4}|\\d{1,2} ${month},? \\d{4})\\)?$`,
  'u'
);
/** “ | The Courier” at the end, “Fwd: ” at the start. */
const siteBehind = /\s\\?\|\s[^|]{2,40}$/u;
const forwarded = /^(?:(?:re|fwd?|aw|wg|tr)\s?:\s*)+/iu;
/** UTF-16 units of what is left. */
const shortest = 8;

/** `null` for a line that is no title of the whole, such as “1 Introduction” or “Good morning, everyone”. */
export function titleWithin(text: string, { start, end }: Range): Range | null {
  const whole = text.slice(start, end);
  const withoutDay = whole.replace(dayBehind, '');
  const kept = withoutDay.length >= shortest ? withoutDay : whole;
  const withoutSite = kept.replace(siteBehind, '');
  const told = withoutFullStop(
    (withoutSite.length >= shortest ? withoutSite : kept).replace(/[\s,;]+$/u, '')
  );
  const number = (forwarded.exec(told) ?? numbered.exec(told))?.[0].length ?? 0;
  const words = told.slice(number);
  if (!namesWhole(words.replace(/^\d{1,2} (?=\p{L})/u, ''))) return null;
  return { start: start + number, end: start + told.length };
}

/** Whether words that a file says of itself are a title: no part's name, no name of a file. */
export function namesWhole(words: string): boolean {
  const plain = words.replace(/^[*_#\s]+|[*_\s]+$/gu, '');
  return plain !== '' && !namesPart.test(plain) && !isGreeting(plain) && !namesFile.test(plain);
}

const namesFile =
  /^microsoft (?:word|powerpoint|excel) - |^\S+\.(?:docx?|pdf|txt|md|html?|rtf|odt|indd|pages|tmp|eml)$|^[\p{L}\d]+(?:[_-][\p{L}\d]+)*_(?:v|final|draft)?\d*$|^(?:scan|img|doc|file)[_-]?\d+$/iu;

/** “2016-10-28 report_final.docx” → “report final”, for an article that says no title at all. */
export function nameAsTitle(fileName: string): string {
  const name = fileName.replace(/\.[a-z]{1,5}$/iu, '');
  const told = name.replace(/^\d{4}-\d{2}-\d{2}[\s_–-]+/u, '') || name || fileName;
  return told.includes(' ') || namesFile.test(told) ? told : told.replace(/_/g, ' ').trim();
}

/** Whether the name of a file was its headline: several words as one writes them. */
export function isHeadline(name: string): boolean {
  return /^\p{Lu}\S*(?: \S+){3,}$/u.test(name) && namesWhole(name);
}
