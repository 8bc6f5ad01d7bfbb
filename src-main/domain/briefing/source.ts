/** A source: an imported article, its text verbatim and immutable. */
import { z } from '../base/zod.js';
import { Id, newId, PartialDate, Moment } from '../base/values.js';
import { maxLengths } from '../base/limits.js';
import { Author } from './author.js';

/** Reliability of a source on the Admiralty scale, judged apart from what it says. F: cannot be judged. */
export const Reliability = z.enum(['A', 'B', 'C', 'D', 'E', 'F']);
export type Reliability = z.infer<typeof Reliability>;
/** Credibility of the information on the Admiralty scale. 6: cannot be judged. */
export const Credibility = z.enum(['1', '2', '3', '4', '5', '6']);
export type Credibility = z.infer<typeof Credibility>;

/** Authors of one source whose names are kept in parts. */
const maxAuthors = 500;

/** SHA-256 of a text's UTF-8 bytes, lower-case hexadecimal: the name under which the text is kept. */
export const TextHash = z.string().regex(/^[0-9a-f]{64}$/);
export type TextHash = z.infer<typeof TextHash>;

/** SHA-256 of no text at all: what stands for a text that was left out of a copy. */
export const noText: TextHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** The file that a source's text was read from, kept as it was. */
export const Original = z
  .strictObject({
    /** SHA-256 of its bytes, lower-case hexadecimal: the name under which it is kept. */
    hash: TextHash,
    /** The file's name, without its folders. */
    name: z.string().min(1).max(maxLengths.fileName),
    bytes: z.int().nonnegative(),
    /** Such as `application/pdf`. */
    mediaType: z.string().max(maxLengths.tag)
  })
  .readonly();
export type Original = z.infer<typeof Original>;

/** An origin: where reports come from in the end. Copies and rewrites of one report share it. */
export const Origin = z
  .strictObject({
    id: Id,
    /** Such as the agency that the texts name; empty where nobody named it. */
    name: z.string().max(maxLengths.publisher),
    by: Author.nullable()
  })
  .readonly();
export type Origin = z.infer<typeof Origin>;

export const bibliographicKinds = [
  'article',
  'newspaper',
  'book',
  'chapter',
  'report',
  'thesis',
  'conference',
  'webpage',
  'other'
] as const;

/** What a program for references said of a source beyond its other fields, kept to be given back as it came. */
export const Bibliographic = z
  .strictObject({
    kind: z.enum(bibliographicKinds),
    /** By which it is cited there; empty for none. */
    key: z.string().max(maxLengths.tag),
    /** In their order, with an empty `given` for a body; none where their parts are not known. */
    authors: z
      .array(
        z
          .strictObject({
            family: z.string().max(maxLengths.author),
            given: z.string().max(maxLengths.author)
          })
          .readonly()
      )
      .max(maxAuthors)
      .readonly(),
    /** The journal, newspaper or book that it stands in; empty for none. */
    container: z.string().max(maxLengths.publisher),
    volume: z.string().max(maxLengths.tag),
    issue: z.string().max(maxLengths.tag),
    pages: z.string().max(maxLengths.tag),
    /** Without an address before it. */
    doi: z.string().max(maxLengths.address)
  })
  .readonly();
export type Bibliographic = z.infer<typeof Bibliographic>;

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
    /** The file it was read from; `null` where none was kept, such as of pasted text. */
    original: Original.nullable(),
    /** A BCP 47 tag such as `en`; `null` where it is not known. */
    language: z.string().min(2).max(maxLengths.tag).nullable(),
    /** The day that it was taken from its address; `null` where that is not known. */
    accessed: PartialDate.nullable(),
    /** How it describes people whom it does not name, such as “two officials briefed on the talks”. */
    unnamedPeople: z.string().max(maxLengths.statement).default(''),
    /** `null` for one that no program for references has told of. */
    bibliographic: Bibliographic.nullable().default(null),
    /** What it shares with other sources; `null` for one that stands for itself. */
    origin: Id.nullable(),
    /** The source that this one is a newer version of; `null` for none. */
    updates: Id.nullable(),
    importedAt: Moment,
    by: Author.nullable()
  })
  .readonly();
export type Source = z.infer<typeof Source>;

/** What a person may say or correct of a source. */
export type SourceDetails = Pick<
  Source,
  | 'title'
  | 'publisher'
  | 'author'
  | 'published'
  | 'url'
  | 'accessed'
  | 'language'
  | 'unnamedPeople'
  | 'reliability'
  | 'credibility'
  | 'updates'
>;

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
    original: null,
    language: null,
    accessed: null,
    unnamedPeople: '',
    bibliographic: null,
    origin: null,
    updates: null,
    importedAt,
    by: null,
    ...known
  };
}

export function titleOfSource(source: Pick<Source, 'title'>): string {
  return source.title.trim() || 'Untitled source';
}

/** The text of a source; `null` where it was left out of this copy, or where `texts`, by hash, lack it. */
export function textOfSource(
  { text }: Pick<Source, 'text'>,
  texts: Readonly<Record<TextHash, string>>
): string | null {
  return text === noText ? null : (texts[text] ?? null);
}

/** The grade of a source that nobody has judged. */
export const notGraded = 'F6';

/** Such as `B2`. */
export function gradeOf(source: Source): string {
  return source.reliability + source.credibility;
}
