/** Lines in reading order → paragraphs, with the notes at a page's foot behind the paragraph that runs over its end. */
import { isSentenceOpen, type RawBlock, type Line, median, type PdfBlock } from './piece.js';
import { isHyphenated } from './lines.js';

/** @param pages lines in reading order, running heads taken out. */
export function toParagraphs(pages: readonly (readonly Line[])[]): readonly RawBlock[] {
  const leading = usualLeading(pages);
  const blocks: RawBlock[] = [];
  let paragraph: Line[] = [];
  let notes: RawBlock[] = [];
  const end = () => {
    if (paragraph.length > 0) blocks.push({ kind: 'text', text: paragraph });
    blocks.push(...notes);
    [paragraph, notes] = [[], []];
  };
  for (const page of pages) {
    const { main, foot } = splitNotes(page);
    const { right } = edgesOf(main);
    for (const line of main) {
      const before = paragraph.at(-1);
      if (!before || !goesOn(before, line, { right, leading, paragraph })) end();
      if (line.block) blocks.push(line.block);
      else paragraph.push(line);
    }
    notes.push(...foot);
  }
  end();
  return blocks;
}

/** From baseline to baseline within paragraphs. */
function usualLeading(pages: readonly (readonly Line[])[]): number {
  const steps = pages.flatMap((lines) =>
    lines.slice(1).map((line, i) => ({ step: (lines[i]?.y ?? 0) - line.y, size: line.size }))
  );
  // In a document of short paragraphs most steps are between them.
  const near = steps.filter(({ step, size }) => step > 0 && step <= 1.7 * size);
  const known = near.length > 0 ? near : steps.filter(({ step }) => step > 0);
  return median(known.map(({ step }) => step));
}

interface Around {
  /** Where the column of a line ends. */
  readonly right: (line: Line) => number;
  readonly leading: number;
  readonly paragraph: readonly Line[];
}

function goesOn(before: Line, line: Line, { right, leading, paragraph }: Around): boolean {
  if (line.block) return false;
  if (Math.abs(before.size - line.size) > 0.12 * before.size) return false;
  if (/^(?:[•▪●◦‣–—*]\s|\(?\d{1,2}[.)]\s)/.test(line.text)) return false;
  const step = before.y - line.y;
  const open = isSentenceOpen(before.text);
  // Up again or far down: a new column or page goes on where the sentence does.
  if (step < 0 || step > 6 * leading)
    return open && (/^\p{Ll}/u.test(line.text) || isHyphenated(before.text));
  if (step > 1.3 * Math.max(leading, 1.05 * line.size)) return false;
  const left = Math.min(...paragraph.map(({ x }) => x), line.x);
  const short = (right(before) - before.end) / Math.max(1, right(before) - left);
  // A heading in the size of its text. Bold words that fill their line run on into plain ones.
  if (before.bold !== line.bold && (short > 0.15 || step > 1.15 * leading)) return false;
  if (isHyphenated(before.text)) return true;
  const indent = line.x - before.x;
  if (paragraph.length > 1 && indent > 0.8 * line.size && indent < 5 * line.size) return false;
  // Back at the edge that its first line hung out to, as in a list of works.
  if (paragraph.length > 1 && isHanging(paragraph) && indent < -0.8 * line.size) return false;
  // A line that ends well before the column does ends its paragraph, where a sentence ends there.
  return open || short < 0.25;
}

function isHanging([first, ...rest]: readonly Line[]): boolean {
  return first !== undefined && rest.every(({ x }) => x - first.x > 0.8 * first.size);
}

/** Where columns end on a page: as far right as nine of ten lines of it reach. */
function edgesOf(lines: readonly Line[]): { readonly right: (line: Line) => number } {
  const known = new Map<Line, number>();
  return {
    right(line) {
      const found = known.get(line);
      if (found !== undefined) return found;
      const ends = lines
        .filter(({ x, end }) => x < line.end && end > line.x)
        .map(({ end }) => end)
        .toSorted((a, b) => a - b);
      const edge = ends[Math.min(ends.length - 1, Math.floor(0.9 * ends.length))] ?? line.end;
      known.set(line, edge);
      return edge;
    }
  };
}

/** Paragraphs that begin with a bullet or with numbers that count up → the items of lists. */
const bullet = /^([•▪●◦‣·])\s*(?=\S)|^([–—*-])\s+(?=\S)/;
const number = /^(\d{1,3})([.)])\s+(?=\S)/;

/** Also strips the sign from items whose structure named none. */
export function findItems(blocks: readonly PdfBlock<string>[]): readonly PdfBlock<string>[] {
  return blocks.map((block, i) => {
    if (block.kind !== 'text' && !(block.kind === 'item' && block.sign === '')) return block;
    const depth = block.kind === 'item' ? block.depth : 0;
    const found = bullet.exec(block.text);
    const sign = found?.[1] ?? found?.[2];
    if (found && sign) {
      // A dash may begin a sentence; several begin a list.
      const alone =
        found[2] !== undefined && !(begins(blocks[i - 1], sign) || begins(blocks[i + 1], sign));
      if (block.kind === 'text' && alone) return block;
      return { kind: 'item', sign: '•', text: block.text.slice(found[0].length), depth };
    }
    const counted = numberOf(block);
    if (counted === null) return block;
    const isCounting =
      numberOf(blocks[i - 1]) === counted - 1 || numberOf(blocks[i + 1]) === counted + 1;
    if (!isCounting && block.kind === 'text') return block;
    return { kind: 'item', sign: `${counted}.`, text: block.text.replace(number, ''), depth };
  });
}

/** Notes at the foot of a page, which stand between two halves of a sentence that runs over the page's end. */
function begins(block: PdfBlock<string> | undefined, sign: string): boolean {
  return block?.kind === 'text' && block.text.startsWith(sign);
}

function numberOf(block: PdfBlock<string> | undefined): number | null {
  if (block?.kind !== 'text' && block?.kind !== 'item') return null;
  const found = number.exec(block.text)?.[1];
  return found === undefined ? null : Number(found);
}

const noteSign = /^(?:\d{1,3}|[*†‡§])[\s\p{L}]/u;

/** @param lines of a page, in reading order. */
function splitNotes(lines: readonly Line[]): {
  readonly main: readonly Line[];
  readonly foot: readonly RawBlock[];
} {
  const usual = median(lines.map(({ size }) => size));
  let first = lines.length;
  while (first > 0 && isSmall(lines[first - 1], usual)) first -= 1;
  const small = lines.slice(first);
  const above = lines.slice(0, first);
  const [top] = small;
  const isFoot = top && noteSign.test(top.text) && above.every(({ y }) => y > top.y);
  if (!isFoot) return { main: lines, foot: [] };
  const notes: Line[][] = [];
  for (const line of small) {
    const note = notes.at(-1);
    if (note && !noteSign.test(line.text)) note.push(line);
    else notes.push([line]);
  }
  return { main: above, foot: notes.map((text) => ({ kind: 'text', text })) };
}

function isSmall(line: Line | undefined, usual: number): boolean {
  return line !== undefined && line.block === null && line.size < 0.93 * usual;
}
