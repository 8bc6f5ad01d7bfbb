/** An article as it came in, before anything is made of it. */
import { z } from '../base/zod.js';
import type { PartialDate } from '../base/values.js';
import type { Original, Source, TextHash } from '../briefing/source.js';
import { maxArticleBytes, maxDocxBytes, maxMailBytes, maxPdfBytes } from '../base/limits.js';

export interface Article {
  /** The file's name without its folder. */
  readonly name: string;
  readonly format: Source['format'];
  /**
   * Of text and Markdown verbatim: a byte order mark, line ends and control characters are kept, so
   * that offsets hold. Of any other kind what was extracted, of text that is not UTF-8 the same letters,
   * and of Markdown with Obsidian's signs what they mean; offsets refer to that.
   */
  readonly text: string;
  /** Of `text`. */
  readonly sha256: TextHash;
  /** What the file states about itself beside its text; left out where its format cannot. */
  readonly facts?: ArticleFacts;
  /** A sentence for each part that could not be taken in as it is, such as pages without text or letters that were guessed. */
  readonly missing?: readonly string[];
  /** The file itself; left out where its bytes are the text, as of text and Markdown in UTF-8. */
  readonly original?: ArticleFile;
}

/** A file of references or annotations. */
export const TextFile = z
  .strictObject({
    /** Without its folder. */
    name: z.string(),
    text: z.string(),
    /** A sentence that says how its letters were guessed; `null` where nothing was. */
    guess: z.string().nullable()
  })
  .readonly();
export type TextFile = z.infer<typeof TextFile>;

/** The file that an article was read from, as it was. */
export interface ArticleFile {
  readonly facts: Original;
  readonly content: Uint8Array;
}

/** Empty where the file does not say. */
export interface ArticleFacts {
  readonly title: string;
  readonly publisher: string;
  readonly author: string;
  readonly published: PartialDate | null;
  /** The day of the file: when it was saved, which is often another day than that of its article. */
  readonly made: PartialDate | null;
  /** `http` or `https`. */
  readonly url: string;
}

export const noFacts: ArticleFacts = {
  title: '',
  publisher: '',
  author: '',
  published: null,
  made: null,
  url: ''
};

/**
 * The kinds of file that an article can come in, told by the name's ending, each with its size limit.
 * An `archive` is a web page that a browser saved in one file with its pictures.
 */
export type ArticleKind = 'text' | 'markdown' | 'html' | 'docx' | 'pdf' | 'mail' | 'archive';

const kinds: Readonly<Record<string, ArticleKind>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  docx: 'docx',
  pdf: 'pdf',
  eml: 'mail',
  mhtml: 'archive',
  mht: 'archive'
};

/** Without the dot, for a dialog's filter. */
export const articleEndings: readonly string[] = Object.keys(kinds);

/** Bytes. */
export const maxBytesOfKind: Readonly<Record<ArticleKind, number>> = {
  text: maxArticleBytes,
  markdown: maxArticleBytes,
  html: maxArticleBytes,
  docx: maxDocxBytes,
  pdf: maxPdfBytes,
  mail: maxMailBytes,
  archive: maxMailBytes
};

/** As RFC 6838 names them. */
export const mediaTypeOfKind: Readonly<Record<ArticleKind, string>> = {
  text: 'text/plain',
  markdown: 'text/markdown',
  html: 'text/html',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  mail: 'message/rfc822',
  archive: 'multipart/related'
};

/** `null` for an ending that is not supported; a name without one is taken for plain text. */
export function articleKindOf(name: string): ArticleKind | null {
  if (endingOf(name) === null) return 'text';
  const ending = articleEndingOf(name);
  return ending === null ? null : (kinds[ending] ?? null);
}

/** In small letters, without the dot; `null` for a name that has no ending of an article. */
export function articleEndingOf(name: string): string | null {
  const ending = endingOf(name)?.toLowerCase() ?? null;
  return ending !== null && Object.hasOwn(kinds, ending) ? ending : null;
}

function endingOf(name: string): string | null {
  return /[^.]\.([^.\s]{1,10})$/.exec(name)?.[1] ?? null;
}

/**
 * Whether the system's viewer may be given such a file. A web page would run its scripts there, with the
 * rights of a file of this computer, and an e-mail holds web pages and attachments.
 */
export function opensInViewer({ name }: Original): boolean {
  const ending = articleEndingOf(name);
  return ending === 'pdf' || ending === 'docx';
}
