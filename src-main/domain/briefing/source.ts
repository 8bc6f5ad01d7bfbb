/** A source: an imported article, its text verbatim and immutable. */
import { z } from '../base/zod.js';
import { Id, newId, PartialDate, Moment } from '../base/values.js';
import { maxLengths } from '../base/limits.js';

/** Reliability of a source on the Admiralty scale, judged apart from what it says. F: cannot be judged. */
export const Reliability = z.enum(['A', 'B', 'C', 'D', 'E', 'F']);
export type Reliability = z.infer<typeof Reliability>;
/** Credibility of the information on the Admiralty scale. 6: cannot be judged. */
export const Credibility = z.enum(['1', '2', '3', '4', '5', '6']);
export type Credibility = z.infer<typeof Credibility>;

/** SHA-256 of a text's UTF-8 bytes, lower-case hexadecimal: the name under which the text is kept. */
export const TextHash = z.string().regex(/^[0-9a-f]{64}$/);
export type TextHash = z.infer<typeof TextHash>;

export const Source = z
  .strictObject({
    id: Id,
    title: z.string().max(maxLengths.sourceTitle),
    publisher: z.string().max(maxLengths.publisher),
    author: z.string().max(maxLengths.author),
    published: PartialDate.nullable(),
    url: z.string().max(maxLengths.address),
    reliability: Reliability,
    credibility: Credibility,
    /** The article's text, stored apart and never changed. */
    text: TextHash,
    format: z.enum(['text', 'markdown']),
    importedAt: Moment
  })
  .readonly();
export type Source = z.infer<typeof Source>;

/** One of which nothing is known but its text. */
export function newSource({
  text,
  importedAt,
  ...known
}: Pick<Source, 'text' | 'importedAt'> & Partial<Source>): Source {
  return {
    id: newId(),
    title: '',
    publisher: '',
    author: '',
    published: null,
    url: '',
    reliability: 'F',
    credibility: '6',
    text,
    format: 'text',
    importedAt,
    ...known
  };
}

export function titleOfSource(source: Source): string {
  return source.title.trim() || 'Untitled source';
}

/** Such as `B2`. */
export function gradeOf(source: Source): string {
  return source.reliability + source.credibility;
}
