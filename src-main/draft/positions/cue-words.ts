/** The words at a verb that take a side: "oppose", "call on Monday for", "are strongly opposed to". */
import { isTemporal } from '../reading/noun-phrases.js';
import type { Token } from '../reading/tagger.js';
import { type StanceCue, stanceCueOf } from './stance-cues.js';

export interface CueWords {
  readonly cue: StanceCue;
  readonly word: string;
  /** The token behind them. */
  readonly next: number;
}

/** "oppose", "call on Monday for", "came out against", "is strongly opposed to" */
export function cueWordsOf(tokens: readonly Token[], main: number, lemma: string): CueWords | null {
  const isBe = /^(?:be|am|are|'m|'re|is|was|were|been|being|remain|remains|remained)$/;
  const verb = tokens[main]?.lower ?? '';
  if (lemma === 'be' || isBe.test(verb)) {
    const from = pastAdverbs(tokens, main + 1);
    const found = longest(
      tokens,
      from,
      '',
      /^(?:against|opposed to|supportive of|critical of|in (?:favou?r|support) of)$/
    );
    return found;
  }
  const near = longest(tokens, main + 1, lemma);
  if (near && near.word !== lemma) return near;
  const from = pastAdverbs(tokens, main + 1);
  const away = from > main + 1 ? longest(tokens, from, lemma) : null;
  if (away && away.word !== lemma) return away;
  return near;
}

export function longest(
  tokens: readonly Token[],
  from: number,
  lemma: string,
  only?: RegExp
): CueWords | null {
  for (const length of [4, 3, 2, 1, 0]) {
    const ahead = tokens.slice(from, from + length).map(({ lower }) => lower);
    const word = [...(lemma ? [lemma] : []), ...ahead].join(' ');
    const cue = only && !only.test(word) ? undefined : stanceCueOf(word);
    if (cue && word) return { cue, word, next: from + length };
  }
  return null;
}

/** Over adverbs and times: "called again on Monday for". */
export function pastAdverbs(tokens: readonly Token[], from: number): number {
  let i = from;
  while (i < from + 4) {
    const token = tokens[i];
    const after = tokens[i + 1];
    if (!token) break;
    if (/^(?:out|up)$/.test(token.lower)) break;
    if (token.pos === 'ADV' || isTemporal(token)) i++;
    else if (/^(?:on|last|this|in)$/.test(token.lower) && after && isTemporal(after)) i += 2;
    else break;
  }
  return i;
}
