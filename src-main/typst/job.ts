/** What the door and its thread tell each other. */
import type { Finish } from './finish.js';

export interface TypesetFolders {
  /** Holds `main.typ`, and what it imports. */
  readonly template: string;
  readonly fonts: string;
}

export interface TypesetJob {
  /** JSON, which the template reads by `json("/data.json")`. No word of it is ever markup. */
  readonly data: string;
  /** By their names, such as `picture-1.png`, which the template calls `/picture-1.png`. */
  readonly pictures: Readonly<Record<string, Uint8Array>>;
  /** Labels of `metadata` in the template whose values are asked for. */
  readonly queries: readonly string[];
  readonly createdAt: string;
  /**
   * What is made of them: `pages` counts them and answers the queries; a `look` is a PDF to be seen:
   * unfinished, and not checked for what it lacks; else the finished document.
   */
  readonly make: 'pages' | 'look' | Finish;
}

export interface Typeset {
  /** Empty where only the pages were asked for. */
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** By the labels that were asked for, in the order of the document. */
  readonly values: Readonly<Record<string, readonly unknown[]>>;
}

export type TypesetAnswer =
  | ({ readonly kind: 'set' } & Typeset)
  | { readonly kind: 'failed'; readonly code: string; readonly message: string };
