/** Short texts that are larger or bolder than the body, or numbered in parts → headings, their levels by size. */
import { type RawBlock, type Line, median } from './piece.js';

/** The blocks with headings in the place of those texts that look like one. */
export function findHeadings(blocks: readonly RawBlock[]): readonly RawBlock[] {
  const body = bodyLook(blocks);
  const looks = withoutBylines(
    blocks.map((block) => (block.kind === 'text' ? headingLook(block.text, body) : null))
  );
  // Where much is large, as on slides, it heads nothing.
  if (lettersOf(blocks.filter((_, i) => looks[i])) > 0.3 * lettersOf(blocks)) return blocks;
  const levels = levelsOf(looks);
  return blocks.map((block, i) => {
    const look = looks[i];
    return block.kind === 'text' && look
      ? { kind: 'heading', text: block.text, level: levels.get(keyOf(look)) ?? 6 }
      : block;
  });
}

interface Look {
  /** Half points, rounded: what measures nearly the same is the same. */
  readonly size: number;
  readonly bold: boolean;
  /** In how many parts it is numbered, where only that makes it a heading; else 0. */
  readonly parts: number;
}

function lookOf(lines: readonly Line[]): Look {
  return {
    size: Math.round(2 * median(lines.map(({ size }) => size))),
    bold: lines.every(({ bold }) => bold),
    parts: 0
  };
}

function keyOf({ size, bold, parts }: Look): string {
  return `${size} ${bold} ${parts}`;
}

const caption =
  /^(?:table|figure|fig\.|chart|box|map|source|note|tabelle|abbildung|tableau|quelle)s?\s*(?:\d|[IVX]+\b|[:.–—])/i;

/** `null` for what is no heading. */
function headingLook(lines: readonly Line[], body: Look): Look | null {
  const text = lines.map((line) => line.text).join(' ');
  if (lines.length > 3 || text.length > 200 || /[.,;:]$/.test(text)) return null;
  if (!/\p{L}/u.test(text) || caption.test(text)) return null;
  const look = lookOf(lines);
  if (look.size >= 1.12 * body.size) return look;
  const isBold = look.bold && !body.bold && look.size >= 0.95 * body.size;
  if (isBold && text.length <= 120 && !/^\p{Ll}/u.test(text)) return look;
  // As “2.1 Method”.
  const number = /^\d{1,2}((?:\.\d{1,2}){1,3})\.?\s+\p{Lu}/u.exec(text)?.[1];
  if (number === undefined || lines.length > 1 || text.length > 100) return null;
  return { size: 0, bold: false, parts: number.split('.').length };
}

/** What is a little larger, once in the document and not its title: who wrote it, a standfirst. */
function withoutBylines(looks: readonly (Look | null)[]): readonly (Look | null)[] {
  const counts = new Map<string, number>();
  let largest = 0;
  for (const look of looks) {
    if (!look) continue;
    counts.set(keyOf(look), (counts.get(keyOf(look)) ?? 0) + 1);
    largest = Math.max(largest, look.size);
  }
  return looks.map((look) => {
    const isAlone = look && counts.get(keyOf(look)) === 1;
    return isAlone && !look.bold && look.parts === 0 && look.size < largest ? null : look;
  });
}

/** From 1: the larger, the bolder and the fewer parts, the higher. */
function levelsOf(looks: readonly (Look | null)[]): ReadonlyMap<string, number> {
  const known = new Map<string, Look>();
  for (const look of looks) if (look) known.set(keyOf(look), look);
  const ordered = [...known.values()].toSorted(
    (a, b) => b.size - a.size || Number(b.bold) - Number(a.bold) || a.parts - b.parts
  );
  return new Map(ordered.map((look, i) => [keyOf(look), Math.min(i + 1, 6)]));
}

/** The look of the most letters. */
function bodyLook(blocks: readonly RawBlock[]): Look {
  const letters = new Map<string, { readonly look: Look; count: number }>();
  for (const block of blocks) {
    if (block.kind !== 'text' && block.kind !== 'item') continue;
    const look = lookOf(block.text);
    const known = letters.get(keyOf(look)) ?? { look, count: 0 };
    known.count += lettersOf([block]);
    letters.set(keyOf(look), known);
  }
  const [most] = [...letters.values()].toSorted((a, b) => b.count - a.count);
  return most?.look ?? { size: 0, bold: false, parts: 0 };
}

function lettersOf(blocks: readonly RawBlock[]): number {
  let letters = 0;
  for (const block of blocks) {
    const lines = 'text' in block ? block.text : [];
    letters += lines.reduce((sum, { text }) => sum + text.length, 0);
  }
  return letters;
}
