/** Bytes → Article. Knows formats and limits, not the disk. */
import { createHash } from 'node:crypto';
import {
  type Article,
  type ArticleFile,
  articleKindOf,
  maxBytesOfKind,
  mediaTypeOfKind,
  type ArticleKind
} from '../domain/program/article.js';
import { maxLengths } from '../domain/base/limits.js';
import { counted } from '../domain/text/joined-words.js';
import { ExpectedFailure } from '../domain/base/result.js';
import { type ReadLimit, tooLarge, readRegularFile } from '../disk/regular-file.js';
import { controlShare, decodeText } from './decode-text.js';
import { basename } from 'node:path';
import { convertInWorker } from './convert-in-worker.js';
import { fromObsidian } from './obsidian.js';
import { refuseOtherFiles } from './file-signatures.js';

/** An article to make a briefing of. Throws an `ExpectedFailure` also when there is nothing to read in it. */
export function readArticle(name: string, bytes: Uint8Array): Article {
  const article = readPlainText(name, bytes);
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(article.text)) {
    throw new ExpectedFailure(
      'empty-file',
      bytes.length === 0 ? `${name} is empty.` : `${name} holds no words, only blank space.`
    );
  }
  if (controlShare(article.text) > 0.3) {
    throw new ExpectedFailure('binary-file', `${name} looks like a binary file, not text.`);
  }
  return article;
}

/** Any text, also an empty one. Throws an `ExpectedFailure` for what cannot be read as text. */
export function readPlainText(name: string, bytes: Uint8Array): Article {
  const kind = kindOf(name);
  refuseOversize(name, bytes.length);
  const decoded = decodeText(name, bytes);
  const format = kind === 'markdown' ? 'markdown' : 'text';
  const { text, notes } =
    format === 'markdown' ? fromObsidian(decoded.text) : { ...decoded, notes: 0 };
  const missing = [
    ...(decoded.guess === null ? [] : [decoded.guess]),
    ...(notes === 0
      ? []
      : [`${name} holds ${counted(notes, 'note')} of a reader (callouts), which did not come in.`])
  ];
  const isVerbatim = decoded.isVerbatim && text === decoded.text;
  return {
    name,
    format,
    text,
    sha256: createHash('sha256').update(text).digest('hex'),
    ...(missing.length === 0 ? {} : { missing }),
    ...(isVerbatim ? {} : { original: fileOf(name, kind, bytes) })
  };
}

/** By the name's ending; a name without one is taken for plain text. Throws for an ending that is not supported. */
export function kindOf(name: string): ArticleKind {
  const kind = articleKindOf(name);
  if (kind) return kind;
  throw new ExpectedFailure(
    'unsupported-format',
    `${name} is not supported: articles can be text (.txt), Markdown (.md), web pages (.html, .mhtml), e-mails (.eml), Word documents (.docx) or PDF (.pdf).`
  );
}

/** How large such a file may be. Throws for a name whose kind is not supported. */
export function limitOf(name: string): ReadLimit {
  const kind = kindOf(name);
  return { most: maxBytesOfKind[kind], what: nouns[kind] };
}

/** Throws for a name whose kind is not supported, and for more bytes than its kind may have. */
function refuseOversize(name: string, bytes: number): void {
  const limit = limitOf(name);
  if (bytes > limit.most) throw tooLarge(name, limit, bytes);
}

const nouns: Readonly<Record<ArticleKind, string>> = {
  text: 'an article',
  markdown: 'an article',
  html: 'a web page',
  docx: 'a Word document',
  pdf: 'a PDF',
  mail: 'an e-mail',
  archive: 'a web archive'
};

/** Path → Article: the disk's side of reading an article. */

/** Throws an `ExpectedFailure` with a sentence for whatever keeps the file from being read. */
export async function readArticleFile(path: string, options?: DocumentOptions): Promise<Article> {
  const name = basename(path);
  return readDocument(name, await readRegularFile(path, limitOf(name)), options);
}

/** Bytes of any supported format → Article: text as it is, everything else by conversion. */
export interface DocumentOptions {
  /** Decides what counts as an article of text or Markdown: `readPlainText` also takes one without any words. */
  readonly readPlain?: (name: string, bytes: Uint8Array) => Article;
  /** Stops the conversion; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Throws an `ExpectedFailure` for what cannot be read. The bytes are given away: afterwards they may be empty. */
export async function readDocument(
  name: string,
  bytes: Uint8Array,
  { readPlain = readArticle, signal }: DocumentOptions = {}
): Promise<Article> {
  const kind = articleKindOf(name);
  if (kind === null || kind === 'text' || kind === 'markdown') return readPlain(name, bytes);
  refuseOversize(name, bytes.length);
  if (bytes.length === 0) throw new ExpectedFailure('empty-file', `${name} is empty.`);
  refuseOtherFiles(name, bytes, kind === 'html' ? 'text' : kind);
  // Before the conversion, which takes the bytes away.
  const original = fileOf(name, kind, bytes);
  const { format, text, facts, missing } = await convertInWorker({ kind, name, bytes }, { signal });
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { name, format, text, sha256, facts, missing, original };
}

function fileOf(name: string, kind: ArticleKind, bytes: Uint8Array): ArticleFile {
  const content = Uint8Array.from(bytes);
  const hash = createHash('sha256').update(content).digest('hex');
  const mediaType = mediaTypeOfKind[kind];
  // Its end says of which kind it is.
  const shortened = name.slice(-maxLengths.fileName);
  return { facts: { hash, name: shortened, bytes: content.length, mediaType }, content };
}

/** Formatted words from the clipboard → Markdown; empty when they hold none. */
export async function markdownOfClipboard(html: string): Promise<string> {
  return (await convertInWorker({ kind: 'clipboard', name: 'What was pasted', html })).text;
}
