/** The annotated articles: texts of our own, with what a careful reader marks in them. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Article } from '../../src-main/domain/article.js';
import type { Range } from '../../src-main/draft/span.js';

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

/** A content's words are long enough to be found; source and cue are those nearest to it. */
function locate(
  text: string,
  { source, cue, content }: z.infer<typeof Marks>['attributions'][number]
): Relation {
  const ranges = content.map((words) => find(text, words, 0));
  const [at = { start: 0, end: 0 }] = ranges;
  const cueRange = cue === null ? null : nearest(text, cue, at);
  return {
    content: ranges,
    cue: cueRange,
    source: source === null ? null : nearest(text, source, cueRange ?? at)
  };
}

function find(text: string, words: string, from: number): Range {
  const start = text.indexOf(words, from);
  if (start < 0) throw new Error(`The article has no "${words}"`);
  return { start, end: start + words.length };
}

/** The one with the fewest characters between it and `at`, and rather outside it than within. */
function nearest(text: string, words: string, at: Range): Range {
  const away = ({ start, end }: Range) =>
    start >= at.end ? start - at.end : end <= at.start ? at.start - end : 200;
  let best = find(text, words, 0);
  for (let start = best.start; start >= 0; start = text.indexOf(words, start + 1)) {
    const whole =
      !/\p{L}/u.test(text[start - 1] ?? ' ') && !/\p{L}/u.test(text[start + words.length] ?? ' ');
    const range = { start, end: start + words.length };
    if (whole && away(range) <= away(best)) best = range;
  }
  return best;
}
