/** Open texts that people have annotated, from a folder that a person brings along; docs/open-texts.md tells how they look. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from '../../src-main/domain/base/zod.js';
import type { Article } from '../../src-main/domain/program/article.js';

/** UTF-16 units into the text, end-exclusive. */
const Place = z.object({ start: z.int().nonnegative(), end: z.int().positive() });

const Mention = Place.extend({
  type: z.enum(['person', 'organization', 'place']),
  /** The mentions of one thing have one number. */
  cluster: z.int(),
  form: z.enum(['name', 'common', 'pronoun']),
  /** Whether the text is about it. */
  salient: z.boolean()
});

const OpenText = z.object({
  id: z.string().min(1),
  genre: z.string(),
  licence: z.string(),
  text: z.string(),
  /** One sentence, written by a person. */
  summary: z.string().nullish(),
  /** Left out, or `null`, where nobody has annotated them. */
  entities: z.array(Mention).nullish(),
  attributions: z
    .array(z.object({ attribution: z.array(Place).min(1), content: z.array(Place).min(1) }))
    .nullish()
});

export type OpenMention = z.infer<typeof Mention>;
export type OpenText = z.infer<typeof OpenText>;

/** Every line of every `.jsonl` file in the folder and below it, in the order of their ids. */
export function openTextsOf(folder: string): readonly OpenText[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.jsonl')
  );
  return files
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .filter((line) => line.trim() !== '')
    .map((line) => OpenText.parse(JSON.parse(line)))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** A fifth of all texts, by their names alone: for a score that no rule was made for. */
export function isSetAside({ id }: Pick<OpenText, 'id'>): boolean {
  return createHash('sha256').update(id).digest().readUInt32BE(0) % 5 === 0;
}

export function articleOf({ id, text }: OpenText): Article {
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { name: `${id}.txt`, format: 'text', text, sha256 };
}
