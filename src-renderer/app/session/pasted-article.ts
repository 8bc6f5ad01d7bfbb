/** What the clipboard holds of an article: plain words, or formatted ones that become Markdown. */
import { maxArticleBytes } from '../../../src-main/domain/base/limits.js';

export type PastedFormat = 'text' | 'markdown';

export interface PastedArticle {
  readonly text: string;
  readonly format: PastedFormat;
}

/** Tags that say something which plain text loses. */
const meaningful = /<(?:h[1-6]|[ou]l|table|blockquote|strong|b|em|i|a)[\s>]/i;

/** The formatted form; `null` where it says no more than the plain one, or is too long to be asked for. */
export function formattedIn(data: DataTransfer): string | null {
  const html = data.getData('text/html');
  return meaningful.test(html) && html.length <= maxArticleBytes ? html : null;
}

/** @param toMarkdown answers `null` when the formatting cannot be read: the plain words are taken then. */
export async function readPasted(
  html: string | null,
  plain: string,
  toMarkdown: (html: string) => Promise<string | null>
): Promise<PastedArticle> {
  const markdown = html === null ? null : await toMarkdown(html);
  return markdown ? { text: markdown, format: 'markdown' } : { text: plain, format: 'text' };
}
