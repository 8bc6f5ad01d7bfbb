/** What an article is made of: its title, its subtitle and the sections of its body. */
import type { Range } from '../../domain/text/range.js';

export interface OutlineSection {
  /** The author's own heading, as text; `null` where there is none. */
  readonly heading: string | null;
  /** The text below the heading; may be empty. */
  readonly body: Range;
}

export interface Outline {
  readonly title: Range | null;
  readonly dek: Range | null;
  readonly sections: readonly OutlineSection[];
}

/** "GENEVA, 3 March (Wire) - ": where a report was filed, of no use in a heading or a bottom line. */
const dateline =
  /^\p{Lu}[\p{Lu} .’'-]{2,40}(?:, [\p{L}\d .]{3,30})?(?: ?\([^()]{2,40}\))? ?[—–-]{1,2} (?=\S)/u;

/** 0 when `paragraph` does not start with one. */
export function datelineLength(paragraph: string): number {
  return dateline.exec(paragraph.slice(0, 150))?.[0].length ?? 0;
}

/** Inline Markdown → the words it shows, for headings and cues. Good enough to read, not to anchor on. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/!?\[([^\]]*)\]\[[^\]]*\]/g, '$1')
    .replace(/(\*\*|__|\*|~~|`)(?=\S)([^*_~`]*\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}])_(?=\S)([^_]*\S)_(?![\p{L}\p{N}])/gu, '$1')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
