/** What an article is made of: its title, its subtitle and the sections of its body. */
import type { Range } from '../../domain/text/range.js';

export interface Section {
  /** The author's own heading, as text; `null` where there is none. */
  readonly heading: string | null;
  /** The text below the heading; may be empty. */
  readonly body: Range;
}

export interface Outline {
  readonly title: Range | null;
  readonly dek: Range | null;
  readonly sections: readonly Section[];
}
