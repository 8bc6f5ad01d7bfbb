/** What an article is made of: its title, its subtitle and the sections of its body. */
import type { Range } from '../../domain/text/range.js';
import { isOrganisationName } from '../../domain/text/name-words.js';

export interface OutlineSection {
  /** The author's own heading, as text; `null` where there is none. */
  readonly heading: string | null;
  /** The text below the heading; may be empty. */
  readonly body: Range;
}

export interface Outline {
  readonly title: Range | null;
  readonly dek: Range | null;
  readonly sections: readonly OutlineSection[];
}

const place = "\\p{Lu}[\\p{L}.’'-]+(?: \\p{Lu}[\\p{L}.’'-]*){0,3}";
const month =
  '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|January|February|March|April|June|July|August|September|October|November|December)';
const day = `(?:${month}\\.? \\d{1,2}|\\d{1,2}\\.? ${month}\\.?)(?:,? \\d{4})?`;
const weekday = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const dayOfYear = `(?:${month}\\.? \\d{1,2},? \\d{4}|\\d{1,2} ${month}\\.?,? \\d{4})`;
/** With a capital within a sentence these begin one. */
const opener =
  '(?:On|In|At|The|An?|After|Before|Since|When|While|As|More|Nearly|Almost|About|Several|Many|Some|Thousands|Hundreds|Dozens|Two|Three|Four|Five|Police|Officials|Residents)';
/** “20. Juni 2025”, “le 1er mars 2025” */
const otherDay = '(?:le |den )?\\d{1,2}(?:\\.|er)? ?\\p{L}{3,9}\\.? \\d{4}';
const agency = '\\([^()\\d]{2,40}\\)';
const dash = '[—–-]{1,2}';

/** Datelines that end with a dash and name a day or an agency: nothing else is written so. */
const certainDatelines: readonly RegExp[] = [
  // "Berlin (dpa) – ", "Moscow, 15 August (TASS) — "
  new RegExp(
    `^${place}(?:[,/] ?${place})?(?:[,/] ?(?:${day}|${otherDay}))? ?${agency} ?${dash} ?(?=\\S)`,
    'u'
  ),
  // "Geneva, 3 March 2025 — "
  new RegExp(`^${place}(?:, ${place})?[,/] ?(?:${day}|${otherDay}) ?${dash} ?(?=\\S)`, 'u'),
  // "(CNN) — ", "(Reuters) - "
  new RegExp(`^\\(\\p{Lu}[\\p{L} ]{1,20}\\) ?${dash} ?(?=\\S)`, 'u')
];

/** Where a report was filed, when and by whom, as publishers put it before the first sentence. */
const datelines: readonly RegExp[] = [
  ...certainDatelines,
  // "GENEVA, 3 March (Wire) - "
  /^\p{Lu}[\p{Lu} .’'-]{2,40}(?:, [\p{L}\d .]{3,30})?(?: ?\([^()]{2,40}\))? ?[—–-]{1,2} (?=\S)/u,
  // "Geneva — The talks"
  new RegExp(`^${place}(?:, ${place})? [—–] (?=\\p{Lu})`, 'u'),
  // "GENEVA: The talks", "GENEVA | The talks"
  /^\p{Lu}{2}[\p{Lu} .’'-]{1,30}(?:, \p{Lu}[\p{L} .]{2,30})? ?[:|] (?=["“«]?\p{Lu})/u,
  // Without a mark: "Lyon, France On Friday, the court", "LYON The court", "Friday, March 3, 2023 The court"
  new RegExp(`^${place}(?:, ${place}){1,3} (?=${opener} )`, 'u'),
  new RegExp(`^\\p{Lu}{4,}(?: \\p{Lu}{3,}){0,2} (?=${opener} )`, 'u'),
  new RegExp(`^(?:${place}(?:, ${place}){0,2},? )?(?:${weekday},? )?${dayOfYear} (?=\\p{Lu})`, 'u')
];

/** 0 when `paragraph` does not start with one. */
export function datelineLength(paragraph: string): number {
  const head = paragraph.slice(0, 150);
  return Math.max(0, ...datelines.map((dateline) => dateline.exec(head)?.[0].length ?? 0));
}

/**
 * As `datelineLength`, of a dateline that ends with a dash. Without a day and an agency it can be somebody's name,
 * and counts only where a story begins, and not as the name of a body.
 */
export function bodyOffset(paragraph: string, beginsStory: boolean): number {
  const start = paragraph.slice(0, 150);
  const certain = Math.max(
    0,
    ...certainDatelines.map((dateline) => dateline.exec(start)?.[0].length ?? 0)
  );
  if (certain > 0 || !beginsStory) return certain;
  const length = datelineLength(paragraph);
  const [, filedFrom] = /^(.*?)[\s—–-]+$/u.exec(paragraph.slice(0, length)) ?? [];
  return filedFrom !== undefined && !isOrganisationName(filedFrom) ? length : 0;
}

/** “[5] After …”: the length of the note numbers at its start, which belong to the sentence before. */
export function referenceLength(text: string, { start }: Range): number {
  return (
    /^(?:\[(?:\d{1,3}|[a-z ]{3,30} needed)\]\s*)+/.exec(text.slice(start, start + 40))?.[0]
      .length ?? 0
  );
}

/** Inline Markdown → the words it shows, for headings and cues. Good enough to read, not to anchor on. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/!?\[([^\]]*)\]\[[^\]]*\]/g, '$1')
    .replace(/(\*\*|__|\*|~~|`)(?=\S)([^*_~`]*\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}])_(?=\S)([^_]*\S)_(?![\p{L}\p{N}])/gu, '$1')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
