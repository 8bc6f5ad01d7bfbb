/** An article as it came in, before anything is made of it. */
import type { Source, TextHash } from './source.js';

export interface Article {
  /** The file's name without its folder. */
  readonly name: string;
  readonly format: Source['format'];
  /** Verbatim: a byte order mark, line ends and control characters are kept, so that offsets hold. */
  readonly text: string;
  readonly sha256: TextHash;
}
