/** Open texts that people have annotated, from a file or folder that a person brings along; docs/open-texts.md tells how they look. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
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

/** What `--corpus` names holds something else than such texts; the message says what. */
export class NotOpenTexts extends Error {
  override readonly name = 'NotOpenTexts';
}

/**
 * Every line of a `.jsonl` file, or of all such files in a folder and below it, in the order of their ids.
 * Files of sentences (`citing-sentences.ts`) are passed over.
 */
export function openTextsOf(corpus: string): readonly OpenText[] {
  return filesOf(corpus)
    .filter((file) => !isOfSentences(file))
    .flatMap(textsOfFile)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The `.jsonl` files that `--corpus` names. @throws {NotOpenTexts} where there are none. */
export function filesOf(corpus: string): readonly string[] {
  const found = statSync(corpus, { throwIfNoEntry: false });
  if (found?.isFile()) return [corpus];
  const files = found
    ? readdirSync(corpus, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.jsonl'))
        .map((name) => join(corpus, name))
    : [];
  if (files.length > 0) return files;
  throw new NotOpenTexts(
    `--corpus expects a .jsonl file or a folder that holds some, and ${corpus} is neither.`
  );
}

/** Told by its first line. */
export function isOfSentences(file: string): boolean {
  return /^[^\n]*"contents":/.test(readFileSync(file, 'utf8'));
}

function textsOfFile(file: string): readonly OpenText[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, at) => (line.trim() === '' ? [] : [textOf(line, `Line ${at + 1} of ${file}`)]));
}

function textOf(line: string, where: string): OpenText {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new NotOpenTexts(`${where} is no JSON; docs/open-texts.md tells how a line looks.`);
  }
  const read = OpenText.safeParse(value);
  if (read.success) return read.data;
  const fields = [...new Set(read.error.issues.map(({ path }) => String(path[0] ?? 'the whole')))];
  throw new NotOpenTexts(
    `${where} is no annotated text: ${fields.join(', ')} is missing or of another form. ` +
      'docs/open-texts.md tells how a line looks.'
  );
}

/** A fifth or a third of all texts, by their names alone: for a score that no rule was made for. */
export function isSetAside(
  { id }: Pick<OpenText, 'id'>,
  part: 'fifth' | 'third' = 'fifth'
): boolean {
  return (
    createHash('sha256').update(id).digest().readUInt32BE(0) % (part === 'third' ? 3 : 5) === 0
  );
}

export function articleOf({ id, text }: Pick<OpenText, 'id' | 'text'>): Article {
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { name: `${id}.txt`, format: 'text', text, sha256 };
}
