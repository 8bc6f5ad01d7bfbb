/** The kinds of file that an article can come in, told by the name's ending, each with its size limit. */
import { maxArticleBytes, maxDocxBytes, maxPdfBytes } from '../base/limits.js';

export const articleKinds = ['text', 'markdown', 'html', 'docx', 'pdf'] as const;
export type ArticleKind = (typeof articleKinds)[number];

const kinds: Readonly<Record<string, ArticleKind>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  docx: 'docx',
  pdf: 'pdf'
};

/** Without the dot, for a dialog's filter. */
export const articleEndings: readonly string[] = Object.keys(kinds);

/** Bytes. */
export const maxBytesOfKind: Readonly<Record<ArticleKind, number>> = {
  text: maxArticleBytes,
  markdown: maxArticleBytes,
  html: maxArticleBytes,
  docx: maxDocxBytes,
  pdf: maxPdfBytes
};

/** `null` for an ending that is not supported; a name without one is taken for plain text. */
export function articleKindOf(name: string): ArticleKind | null {
  const ending = /[^.]\.([^.\s]{1,10})$/.exec(name)?.[1];
  if (ending === undefined) return 'text';
  return Object.hasOwn(kinds, ending.toLowerCase()) ? (kinds[ending.toLowerCase()] ?? null) : null;
}
