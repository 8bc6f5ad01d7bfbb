import type { Finding } from '../finding.js';
import { findingIn, type Passage } from '../passages.js';

const percent = '(?:%|per\\s?cent)';
const extreme = `(?:0|zero|100|(?:a|one)\\s+hundred)\\s*${percent}`;
const thing = '(?:chances?|probabilit(?:y|ies)|likelihoods?|odds|risks?)';
const patterns = [
  `${extreme}\\s+(?:${thing}|certain(?:ty)?|sure|likely|guaranteed|impossible)`,
  `${thing}(?:\\s+(?!(?:about|of|by|from|more)\\s+\\d)[\\p{L}’'-]+){0,8}\\s+(?:is|are|at|as|stands\\s+at|of)\\s+${extreme}`,
  `(?<!almost |virtually |practically |nearly |little or )(?:zero|no)\\s+(?:chance|probability|likelihood|possibility)`,
  '(?:absolutely|completely|entirely|utterly)\\s+(?:certain|sure|impossible|inevitable)',
  'with\\s+(?:absolute|complete|full|total|utter)\\s+certainty',
  'beyond\\s+(?:all|any)\\s+doubt'
].map((source) => new RegExp(`(?<![\\p{L}\\p{N}.,])${source}(?!\\p{L})`, 'giu'));

/** A judgement of the future that leaves no room for error. */
export function certainty(passage: Passage): readonly Finding[] {
  return passage.ownSentences.flatMap((sentence) =>
    patterns.flatMap((pattern) =>
      [...sentence.matchAll(pattern)].map(([words]) =>
        findingIn(
          passage,
          'certainty',
          words,
          `“${words}” leaves no room for error, which no judgement has. Use a term of the yardstick, or state it as a fact with its source.`
        )
      )
    )
  );
}
