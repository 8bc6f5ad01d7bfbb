/** Bytes → Article. Knows formats and limits, not the disk. */
import { createHash } from 'node:crypto';
import type { Article } from '../domain/article.js';
import { maxArticleBytes } from '../domain/limits.js';
import { ExpectedFailure } from '../domain/result.js';
import { controlShare, decodeText } from './decode-text.js';

const formats: Readonly<Record<string, Article['format']>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown'
};

/** An article to make a briefing of. Throws an `ExpectedFailure` also when there is nothing to read in it. */
export function readArticle(name: string, bytes: Uint8Array): Article {
  const article = readText(name, bytes);
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(article.text)) {
    throw new ExpectedFailure(
      'empty-file',
      bytes.length === 0 ? `${name} is empty.` : `${name} holds no words, only blank space.`
    );
  }
  if (controlShare(bytes) > 0.3) {
    throw new ExpectedFailure('binary-file', `${name} looks like a binary file, not text.`);
  }
  return article;
}

/** Any text, also an empty one. Throws an `ExpectedFailure` for what cannot be read as text. */
export function readText(name: string, bytes: Uint8Array): Article {
  const format = formatOf(name);
  refuseOversize(name, bytes.length);
  return {
    name,
    format,
    text: decodeText(name, bytes),
    sha256: createHash('sha256').update(bytes).digest('hex')
  };
}

/** By the name's ending; a name without one is taken for plain text. Throws for an ending that is not supported. */
export function formatOf(name: string): Article['format'] {
  const ending = /[^.]\.([^.\s]{1,10})$/.exec(name)?.[1];
  const format = ending === undefined ? 'text' : formats[ending.toLowerCase()];
  if (format) return format;
  throw new ExpectedFailure(
    'unsupported-format',
    `${name} is not supported: articles can be text (.txt) or Markdown (.md).`
  );
}

export function refuseOversize(name: string, bytes: number): void {
  if (bytes <= maxArticleBytes) return;
  throw new ExpectedFailure(
    'too-large',
    `${name} has ${inMegabytes(bytes)} MB; an article may have up to ${inMegabytes(maxArticleBytes)} MB.`
  );
}

function inMegabytes(bytes: number): string {
  // Rounded up, so that what is just over the limit does not read as the limit itself.
  return String(Math.ceil(bytes / 100_000) / 10);
}
