/**
 * Finds words in the texts of one briefing. Pure; an expression of the person's own can take for
 * ever, so a window calls it in a worker with a time limit.
 */

export interface FindQuery {
  readonly words: string;
  readonly isExpression: boolean;
  readonly wholeWords: boolean;
  readonly matchCase: boolean;
}

/** A match in one of the texts, by the index of that. UTF-16 units, end-exclusive. */
export interface Match {
  readonly text: number;
  readonly start: number;
  readonly end: number;
}

export interface FindResult {
  /** In the order of the texts. */
  readonly matches: readonly Match[];
  /** There are more than `maxMatches`. */
  readonly cut: boolean;
}

export const maxMatches = 10_000;

/** Throws `SyntaxError` for an expression that is none. Matches without a character are left out. */
export function findInTexts(texts: readonly string[], query: FindQuery): FindResult {
  const matches: Match[] = [];
  if (query.words === '') return { matches, cut: false };
  const expression = expressionOf(query);
  for (const [index, text] of texts.entries()) {
    for (const { 0: found, index: start } of text.matchAll(expression)) {
      if (found === '') continue;
      if (matches.length === maxMatches) return { matches, cut: true };
      matches.push({ text: index, start, end: start + found.length });
    }
  }
  return { matches, cut: false };
}

/** Letters, digits and the signs that join them, in any script. */
const letter = '[\\p{L}\\p{M}\\p{N}_]';

function expressionOf({ words, isExpression, wholeWords, matchCase }: FindQuery): RegExp {
  const flags = `gmu${matchCase ? '' : 'i'}`;
  const source = isExpression ? words : literal(words);
  // By itself first: what stands around it must not complete it.
  const plain = new RegExp(source, flags);
  return wholeWords ? new RegExp(`(?<!${letter})(?:${source})(?!${letter})`, flags) : plain;
}

/** Any white space stands for any other: a text is wrapped where its width wants it. */
function literal(words: string): string {
  return words
    .replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
    .replace(/\\-/g, '\\x2d')
    .replace(/\s+/g, '\\s+');
}
