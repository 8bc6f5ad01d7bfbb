/** What the readers of web pages, Word documents, PDFs and e-mails make of a file's bytes. */
import type { Article, ArticleFacts } from '../domain/program/article.js';

export interface Extracted {
  readonly format: Article['format'];
  readonly text: string;
  readonly facts: ArticleFacts;
  /** A sentence for each part that could not be taken in as it is. */
  readonly missing: readonly string[];
}
