/** Sentences of news in which people have annotated who is cited for what; docs/open-texts.md tells how a line looks. */
import { readFileSync } from 'node:fs';
import { z } from '../../src-main/domain/base/zod.js';

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
