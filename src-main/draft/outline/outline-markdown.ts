/**
 * Markdown → outline by its headings.
 *
 * Reads lines, not tokens: marked rewrites line ends and tabs, and with them every offset.
 */
import { readFrontMatter } from './front-matter.js';
import { type Outline, type OutlineSection, plainText } from './outline.js';
import { splitLines } from './paragraphs.js';
import { type Range, trimRange } from '../../domain/text/range.js';

/** More sections than this make no briefing; deeper headings then stay in the text. */
const mostSections = 150;

interface Heading {
  readonly level: number;
  /** The heading's words in the text, without its marks. */
  readonly words: Range;
  /** The whole of its lines. */
  readonly lines: Range;
}

export function outlineMarkdown(text: string): Outline {
  const { bodyStart, values } = readFrontMatter(text);
  const headings = findHeadings(text, { start: bodyStart, end: text.length });
  const stated = values.get('title') ?? null;
  const heading = titleHeading(text, headings, bodyStart, stated);
  const title = stated ?? heading?.words ?? null;
  const start = heading?.lines.end ?? bodyStart;
  const rest = heading ? headings.slice(1) : headings;
  const dek = values.get('subtitle') ?? values.get('description') ?? null;
  const subtitle = dek ? null : findSubtitle(text, start, rest[0]?.lines.start ?? text.length);
  const body = { start: subtitle?.lines.end ?? start, end: text.length };
  return { title, dek: dek ?? subtitle?.words ?? null, sections: toSections(text, body, rest) };
}

/** The first heading, when it opens the text and stands above all others, or repeats the stated title. */
function titleHeading(
  text: string,
  headings: readonly Heading[],
  bodyStart: number,
  stated: Range | null
): Heading | null {
  const [first] = headings;
  if (!first || !isBlank(text, bodyStart, first.lines.start)) return null;
  const words = ({ start, end }: Range) => plainText(text.slice(start, end)).toLowerCase();
  if (stated) return words(stated) === words(first.words) ? first : null;
  return first.level === 1 || headings.every((h) => h === first || h.level > first.level)
    ? first
    : null;
}

function toSections(text: string, body: Range, headings: readonly Heading[]): OutlineSection[] {
  const chosen = atDepth(headings);
  const sections: OutlineSection[] = [];
  const intro = { start: body.start, end: chosen[0]?.lines.start ?? body.end };
  if (!isBlank(text, intro.start, intro.end)) sections.push({ heading: null, body: intro });
  let above = '';
  for (const [i, heading] of chosen.entries()) {
    const end = chosen[i + 1]?.lines.start ?? body.end;
    const words = plainText(text.slice(heading.words.start, heading.words.end));
    const label = above ? `${above}: ${words}` : words;
    // A heading that is followed by a deeper one at once has no text of its own.
    const deeper = (chosen[i + 1]?.level ?? 0) > heading.level;
    above = deeper && isBlank(text, heading.lines.end, end) ? words : '';
    if (!above) sections.push({ heading: label, body: { start: heading.lines.end, end } });
  }
  return sections;
}

/** All headings down to the deepest level at which they are not too many. */
function atDepth(headings: readonly Heading[]): readonly Heading[] {
  for (let depth = 3; depth >= 1; depth--) {
    const chosen = headings.filter((heading) => heading.level <= depth);
    if (chosen.length <= mostSections) return chosen;
  }
  const stride = Math.ceil(headings.length / mostSections);
  return headings.filter((_, i) => i % stride === 0);
}

function findHeadings(text: string, within: Range): Heading[] {
  const headings: Heading[] = [];
  const lines = splitLines(text, within);
  let fence: string | null = null;
  for (const [i, line] of lines.entries()) {
    const content = text.slice(line.start, Math.min(line.end, line.start + 1_000));
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(content)?.[1];
    if (fence !== null) {
      if (mark?.startsWith(fence)) fence = null;
      continue;
    }
    if (mark) fence = mark;
    const next = lines[i + 1]?.start ?? within.end;
    const heading = mark
      ? null
      : (atxHeading(content, line, next) ?? setextHeading(text, lines, i, next));
    if (heading) headings.push(heading);
  }
  return headings;
}

/** https://spec.commonmark.org/0.31.2/#atx-headings */
function atxHeading(content: string, line: Range, next: number): Heading | null {
  const marks = /^ {0,3}(#{1,6})[ \t]+(?=\S)/.exec(content);
  if (!marks?.[1]) return null;
  const words = content
    .slice(marks[0].length)
    .trimEnd()
    .replace(/(?<=[ \t])#+$/, '')
    .trimEnd();
  if (!words) return null;
  const start = line.start + marks[0].length;
  return {
    level: marks[1].length,
    words: { start, end: start + words.length },
    lines: { start: line.start, end: next }
  };
}

/** Only a single line above the rule counts. https://spec.commonmark.org/0.31.2/#setext-headings */
function setextHeading(
  text: string,
  lines: readonly Range[],
  i: number,
  next: number
): Heading | null {
  const rule = lines[i];
  const line = lines[i - 1];
  if (!rule || !line) return null;
  const mark = /^ {0,3}(=+|-{2,})[ \t]*$/.exec(
    text.slice(rule.start, Math.min(rule.end, rule.start + 200))
  );
  if (!mark?.[1]) return null;
  const words = trimRange(text, line);
  const before = lines[i - 2];
  if (words.start >= words.end || words.end - words.start > 300) return null;
  if (before && !isBlank(text, before.start, before.end)) return null;
  if (/^(?:[-*+>|#]|\d+[.)]\s)/.test(text.slice(words.start, words.start + 4))) return null;
  return { level: mark[1].startsWith('=') ? 1 : 2, words, lines: { start: line.start, end: next } };
}

/** A first paragraph of one line that is emphasised as a whole. */
function findSubtitle(text: string, start: number, end: number) {
  const line = splitLines(text, { start, end: Math.min(end, start + 2_000) }).find(
    (range) => !isBlank(text, range.start, range.end)
  );
  if (!line) return null;
  const whole = trimRange(text, line);
  const m = /^(\*\*|__|\*|_)(?=\S)([^*_\n]{3,300})(?<=\S)\1$/.exec(
    text.slice(whole.start, whole.end)
  );
  if (!m?.[1]) return null;
  const marks = m[1].length;
  return { words: { start: whole.start + marks, end: whole.end - marks }, lines: line };
}

function isBlank(text: string, start: number, end: number): boolean {
  return text.slice(start, end).trim() === '';
}
