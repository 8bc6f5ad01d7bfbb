/** Sentences of news in which people have annotated who is cited for what; docs/open-texts.md tells how a line looks. */
import { readFileSync } from 'node:fs';
import { z } from '../../src-main/domain/base/zod.js';
import { draftArticle } from '../../src-main/draft/draft-article.js';
import { articleOf } from './open-texts.js';
import { add, type Count, matchRelations, newCount } from './score.js';

/** UTF-16 units into the text, end-exclusive. */
const Place = z.object({ start: z.int().nonnegative(), end: z.int().positive() });

const CitingSentence = z.object({
  id: z.coerce.string(),
  text: z.string(),
  contents: z.array(Place),
  sources: z.array(Place.extend({ named: z.boolean() }))
});
export type CitingSentence = z.infer<typeof CitingSentence>;

/** @throws {z.ZodError | SyntaxError} on a line of another form. */
export function citingSentencesIn(file: string): readonly CitingSentence[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => CitingSentence.parse(JSON.parse(line)));
}

/**
 * Of what sentences cite somebody for, how much is found, and with the source. No verb is marked, and no
 * opinion, so that what is found beside it counts as wrong: precision is a lower bound.
 */
export function citationsFound(
  sentences: readonly CitingSentence[]
): Readonly<Record<'citations' | 'citations with source', Count>> {
  const counts = { citations: newCount(), 'citations with source': newCount() };
  for (const { id, text, contents, sources } of sentences) {
    if (contents.length === 0 || sources.length === 0) continue;
    const draft = draftArticle(articleOf({ id, text }), { asEnglish: true });
    const found = draft.attributions.filter(({ nested }) => !nested);
    const marked = sources.map((source) => ({ source, cue: null, content: contents }));
    // Several sources of one sentence are cited for one thing.
    const matched = marked.flatMap((each) => matchRelations(found, [each]));
    const all = { found: found.length, marked: 1 };
    add(counts.citations, { right: Math.min(1, matched.length), ...all });
    const right = matched.some(({ source }) => source) ? 1 : 0;
    add(counts['citations with source'], { right, ...all });
  }
  return counts;
}
