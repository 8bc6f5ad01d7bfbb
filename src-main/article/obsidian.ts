/**
 * Obsidian's own signs in Markdown → what they mean, since nothing else reads them: links to notes, highlights,
 * the ids of blocks, comments, and callouts, in which the reader writes and not the article.
 * https://help.obsidian.md/syntax
 */

interface FromObsidian {
  /** As it was where it has no such sign. */
  readonly text: string;
  /** Callouts of the reader that were left out. */
  readonly notes: number;
}

/** Code is left alone. */
const signs =
  /(`+)[^`]*\1|(!?)\[\[([^[\]|]{0,300}?)(?:\\?\|([^[\]]{1,300}))?\]\]|(?<![\w=])==(?![\s=])([^=]{1,2000})(?<!\s)==(?![\w=])|%%[^%]{0,2000}%%/g;
/** With a letter: “x ^2” is mathematics. */
const blockId = /(?:^|[ \t]+)\^(?=[\d-]*[A-Za-z])[A-Za-z0-9-]+$/;
/** Small letters: in capitals it is GitHub's, and the article's own. */
const callout = /^>[ \t]?\[!([a-z]+)(?:\|[^\]]*)?\][+-]?/;
const ofArticle = /^(?:quote|cite)$/;

export function fromObsidian(text: string): FromObsidian {
  if (!/\[\[|==|%%|\^[\w-]+[ \t]*$|^>[ \t]?\[!/m.test(text)) return { text, notes: 0 };
  const [opening, body] = splitFrontMatter(text);
  let notes = 0;
  let inNote = false;
  let fence: string | null = null;
  const lines = linesOf(body).map(([line, end]) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== null || mark !== undefined) {
      fence = fence === null ? (mark ?? null) : mark?.startsWith(fence) ? null : fence;
      return line + end;
    }
    inNote = inNote && line.startsWith('>');
    const kind = callout.exec(line)?.[1];
    if (kind !== undefined && !ofArticle.test(kind)) {
      inNote = true;
      notes += 1;
    }
    if (inNote) return '';
    return inWords(line.replace(callout, '>').replace(blockId, '')) + end;
  });
  return { text: frontMatter(opening) + lines.join(''), notes };
}

function inWords(line: string): string {
  return line.replace(
    signs,
    (whole, code?: string, embeds?: string, note?: string, alias?: string, marked?: string) => {
      if (code !== undefined) return whole;
      if (marked !== undefined) return inWords(marked);
      if (note === undefined || embeds === '!') return '';
      const [name = '', part = ''] = note.split(/#\^?/);
      return (alias ?? (name || part)).trim();
    }
  );
}

/** `author: ["[[Jane Doe]]"]`, or a list of such below it, is Jane Doe. */
function frontMatter(text: string): string {
  const lines = linesOf(text);
  return lines
    .map(([line, end], i) => {
      if (isItem(line) && lines.slice(0, i).findLast(([each]) => !isItem(each))?.[0] === 'author:')
        return '';
      const list = /^(\w+):[ \t]*\[(.*)\][ \t]*$/.exec(line);
      if (line === 'author:') {
        const below = lines.slice(i + 1);
        const last = below.findIndex(([each]) => !isItem(each));
        const items = below.slice(0, Math.max(0, last)).map(([each]) => each.replace(/^\s*-/, ''));
        return `author: ${namesIn(items)}${end}`;
      }
      if (list?.[1] === 'author')
        return `author: ${namesIn(inWords(list[2] ?? '').split(','))}${end}`;
      return inWords(line) + end;
    })
    .join('');
}

function isItem(line: string): boolean {
  return /^\s*- /.test(line);
}

function namesIn(items: readonly string[]): string {
  return items.map((item) => inWords(item).replace(/^[\s"']+|[\s"']+$/g, '')).join(', ');
}

function splitFrontMatter(text: string): readonly [opening: string, body: string] {
  const [opening = ''] =
    /^\ufeff?---[ \t]*(?:\r\n|\n|\r)(?:(?!---)[^\r\n]*(?:\r\n|\n|\r))*---[ \t]*(?:\r\n|\n|\r|$)/.exec(
      text.slice(0, 20_000)
    ) ?? [];
  return [opening, text.slice(opening.length)];
}

/** Each with its end. */
function linesOf(text: string): readonly (readonly [line: string, end: string])[] {
  const parts = text.split(/(\r\n|\n|\r)/);
  return Array.from({ length: Math.ceil(parts.length / 2) }, (_, i) => [
    parts[2 * i] ?? '',
    parts[2 * i + 1] ?? ''
  ]);
}
