/** Bytes → Article. Knows formats and limits, not the disk. */
import { createHash } from 'node:crypto';
import type { Article } from '../domain/program/article.js';
import { articleKindOf, maxBytesOfKind, type ArticleKind } from '../domain/program/article-kind.js';
import { ExpectedFailure } from '../domain/base/result.js';
import { type ReadLimit, tooLarge } from '../disk/regular-file.js';
import { controlShare, decodeText } from './decode-text.js';

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
  const kind = kindOf(name);
  refuseOversize(name, bytes.length);
  return {
    name,
    format: kind === 'markdown' ? 'markdown' : 'text',
    text: decodeText(name, bytes),
    sha256: createHash('sha256').update(bytes).digest('hex')
  };
}

/** By the name's ending; a name without one is taken for plain text. Throws for an ending that is not supported. */
export function kindOf(name: string): ArticleKind {
  const kind = articleKindOf(name);
  if (kind) return kind;
  throw new ExpectedFailure(
    'unsupported-format',
    `${name} is not supported: articles can be text (.txt), Markdown (.md), web pages (.html), Word documents (.docx) or PDF (.pdf).`
  );
}

/** How large such a file may be. Throws for a name whose kind is not supported. */
export function limitOf(name: string): ReadLimit {
  const kind = kindOf(name);
  return { most: maxBytesOfKind[kind], what: nouns[kind] };
}

/** Throws for a name whose kind is not supported, and for more bytes than its kind may have. */
export function refuseOversize(name: string, bytes: number): void {
  const limit = limitOf(name);
  if (bytes > limit.most) throw tooLarge(name, limit, bytes);
}

const nouns: Readonly<Record<ArticleKind, string>> = {
  text: 'an article',
  markdown: 'an article',
  html: 'a web page',
  docx: 'a Word document',
  pdf: 'a PDF'
};
