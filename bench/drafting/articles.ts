/** The annotated articles: texts of our own, with what a careful reader marks in them. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from '../../src-main/domain/base/zod.js';
import type { Article } from '../../src-main/domain/program/article.js';
import type { Range } from '../../src-main/domain/text/range.js';

const Marks = z.strictObject({
  kind: z.string(),
  /** Never looked at while the rules are tuned. */
  heldOut: z.boolean(),
  attributions: z.array(
    z.strictObject({
      source: z.string().nullable(),
      cue: z.string().nullable(),
      content: z.array(z.string())
    })
  ),
  /** Each with all the names that the text has for it. */
  persons: z.array(z.array(z.string())),
  organisations: z.array(z.array(z.string())),
  dates: z.array(z.strictObject({ text: z.string(), value: z.string().nullable() })),
  figures: z.array(z.strictObject({ text: z.string(), value: z.number() }))
});

export interface Relation {
  readonly source: Range | null;
  readonly cue: Range | null;
  readonly content: readonly Range[];
}

export interface AnnotatedArticle extends Omit<z.infer<typeof Marks>, 'attributions'> {
  readonly article: Article;
  readonly relations: readonly Relation[];
}

const folder = join(import.meta.dirname, 'articles');

export function annotatedArticles(): AnnotatedArticle[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return names.map((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const { attributions, ...marks } = Marks.parse(
      JSON.parse(readFileSync(join(folder, name.replace(/txt$/, 'json')), 'utf8'))
    );
    const sha256 = createHash('sha256').update(text).digest('hex');
    const article: Article = { name, format: 'text', text, sha256 };
    return { ...marks, article, relations: attributions.map((marked) => locate(text, marked)) };
  });
}

/** A content's words are long enough to be found; source and cue are the pair nearest to it and each other. */
function locate(
  text: string,
  { source, cue, content }: z.infer<typeof Marks>['attributions'][number]
): Relation {
  const ranges = content.map((words) => find(text, words));
  const [at = { start: 0, end: 0 }] = ranges;
  let best: Relation = { content: ranges, cue: null, source: null };
  let least = Infinity;
  for (const cueRange of cue === null ? [null] : places(text, cue)) {
    for (const sourceRange of source === null ? [null] : places(text, source)) {
      const toCue = cueRange ? gap(at, cueRange) : 0;
      const toSource = sourceRange ? gap(at, sourceRange) + gap(cueRange ?? at, sourceRange) : 0;
      if (toCue + toSource >= least) continue;
      least = toCue + toSource;
      best = { content: ranges, cue: cueRange, source: sourceRange };
    }
  }
  return best;
}

function find(text: string, words: string): Range {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`The article has no "${words}"`);
  return { start, end: start + words.length };
}

/** Where the words stand as whole words. */
function places(text: string, words: string): Range[] {
  const found: Range[] = [];
  for (let { start } = find(text, words); start >= 0; start = text.indexOf(words, start + 1)) {
    const end = start + words.length;
    const isWhole = !/\p{L}/u.test(text[start - 1] ?? ' ') && !/\p{L}/u.test(text[end] ?? ' ');
    if (isWhole || /^\W/.test(words)) found.push({ start, end });
  }
  return found;
}

/** Characters between the two; one within the other counts as far apart. */
function gap(a: Range, b: Range): number {
  return b.start >= a.end ? b.start - a.end : b.end <= a.start ? a.start - b.end : 200;
}
