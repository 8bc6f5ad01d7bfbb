/** An article as it came in, before anything is made of it. */
import type { PartialDate } from '../base/partial-date.js';
import type { Source, TextHash } from '../briefing/source.js';

export interface Article {
  /** The file's name without its folder. */
  readonly name: string;
  readonly format: Source['format'];
  /**
   * Of text and Markdown verbatim: a byte order mark, line ends and control characters are kept, so
   * that offsets hold. Of a page, a document or a PDF what was extracted; offsets refer to that.
   */
  readonly text: string;
  /** Of `text`. */
  readonly sha256: TextHash;
  /** What the file states about itself beside its text; left out where its format cannot. */
  readonly facts?: ArticleFacts;
  /** A sentence for each part that could not be taken in, such as pages without text. */
  readonly missing?: readonly string[];
}

/** Empty where the file does not say. */
export interface ArticleFacts {
  readonly title: string;
  readonly publisher: string;
  readonly author: string;
  readonly published: PartialDate | null;
  /** `http` or `https`. */
  readonly url: string;
}

export const noFacts: ArticleFacts = {
  title: '',
  publisher: '',
  author: '',
  published: null,
  url: ''
};
