/** The day an article is of: what weekdays and "last month" in it are counted from. */
import { readFrontMatter } from '../front-matter.js';
import { resolveDate } from './resolve-date.js';

const month =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\.?)';
const fullDate = new RegExp(
  `\\b(?:${month} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}(?:st|nd|rd|th)? ${month},? \\d{4}|\\d{4}-\\d{2}-\\d{2})\\b`,
  'u'
);
/** UTF-16 units: a date further down is part of the story. */
const head = 1_200;

/** Noon UTC, or `null` when the article does not say. `bodyStart` is where its first paragraph starts. */
export function articleDate(text: string, markdown: boolean, bodyStart: number): Date | null {
  const { values } = readFrontMatter(markdown ? text : '');
  const stated = values.get('date') ?? values.get('published');
  const given = stated && fullDate.exec(text.slice(stated.start, stated.end))?.[0];
  const line = given ?? dateInHead(text, bodyStart);
  const value = line === undefined ? null : resolveDate(line, '', 0, null).value;
  return value !== null && value.length === 10 ? new Date(`${value}T12:00:00Z`) : null;
}

/** A short line of its own above the body, or a dateline at the body's start. */
function dateInHead(text: string, bodyStart: number): string | undefined {
  const lines = text.slice(0, Math.min(head, bodyStart + 200)).split(/[\n\r]+/);
  for (const line of lines.slice(0, 8)) {
    const isShort = line.length < 90 && !/[!?]|\.["”]?$/.test(line.trim().replace(/\d{4}\.$/, ''));
    const dateline = isShort ? line : /^[^a-z]{3,40}[^—–-]{0,60}[—–-]/.exec(line)?.[0];
    const found = dateline === undefined ? undefined : fullDate.exec(dateline)?.[0];
    if (found) return found;
  }
  return undefined;
}
