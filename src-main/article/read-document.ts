/** Bytes of any supported format → Article: text as it is, pages, documents and PDFs by conversion. */
import { createHash } from 'node:crypto';
import type { Article } from '../domain/program/article.js';
import { articleKindOf } from '../domain/program/article-kind.js';
import { ExpectedFailure } from '../domain/base/result.js';
import { convertInWorker } from './convert-in-worker.js';
import { refuseOtherFiles } from './file-signatures.js';
import { readArticle, refuseOversize } from './read-article.js';

export interface ReadingOptions {
  /** Decides what counts as an article of text or Markdown: `readText` also takes one without any words. */
  readonly readPlain?: (name: string, bytes: Uint8Array) => Article;
  /** Stops the conversion; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Throws an `ExpectedFailure` for what cannot be read. The bytes are given away: afterwards they may be empty. */
export async function readDocument(
  name: string,
  bytes: Uint8Array,
  { readPlain = readArticle, signal }: ReadingOptions = {}
): Promise<Article> {
  const kind = articleKindOf(name);
  if (kind === null || kind === 'text' || kind === 'markdown') return readPlain(name, bytes);
  refuseOversize(name, bytes.length);
  if (bytes.length === 0) throw new ExpectedFailure('empty-file', `${name} is empty.`);
  refuseOtherFiles(name, bytes, kind === 'html' ? null : kind);
  const { format, text, facts, missing } = await convertInWorker({ kind, name, bytes }, { signal });
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { name, format, text, sha256, facts, missing };
}

/** Formatted words from the clipboard → Markdown; empty when they hold none. */
export async function markdownOfClipboard(html: string): Promise<string> {
  return (await convertInWorker({ kind: 'clipboard', name: 'What was pasted', html })).text;
}
