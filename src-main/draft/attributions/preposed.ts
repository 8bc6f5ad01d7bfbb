/** What is said before its cue: “No,” she said; The plan, he said, would fail. */
import type { VerbGroup } from '../reading/verb-groups.js';
import type { Range } from '../../domain/text/range.js';
import {
  closesQuote,
  endBefore,
  type FoundReport,
  opensQuote,
  type Scene,
  type CueSubject
} from './finding.js';
import { canInvert } from './cues.js';

interface Preposed {
  readonly content: readonly Range[];
  readonly quoted: boolean;
}

const leans = /^(?:but|and|so|still|however|yet|meanwhile|also)$/;

/** `null` when what stands before the cue is not what it reports. */
export function findPreposed(
  scene: Scene,
  group: VerbGroup,
  subject: CueSubject,
  earlier: readonly FoundReport[],
  nothingFollows: boolean
): Preposed | null {
  if (!/^(?:inverted|direct|apposition)$/.test(subject.how)) return null;
  const { tokens, quotationAt } = scene;
  const boundary = (subject.how === 'inverted' ? group.first : subject.phrase[0]) - 1;
  const mark = tokens[boundary];
  const before = quotationAt(scene.sentence.start - 1) ?? quotationAt(scene.sentence.start - 2);
  // “Why now?” Smith asked the crowd.
  if (!mark) {
    const isCutOff = before && /[?!…]/.test(scene.reading.clean[before.end - 2] ?? '');
    const takesBoth = isCutOff && (canInvert(group.lemma) || group.lemma === 'tell');
    return before && (subject.how === 'inverted' || nothingFollows || takesBoth)
      ? { content: [before], quoted: true }
      : null;
  }
  const isQuoteEnd =
    closesQuote(mark) || (/^[,?!—–]$/.test(mark.text) && closesQuote(tokens[boundary - 1]));
  if (
    !isQuoteEnd &&
    !(/^[,?!—–]$/.test(mark.text) && (nothingFollows || isParenthesis(scene, group, subject)))
  )
    return null;
  let last = boundary;
  while (last > 0 && /^[,—–]$/.test(tokens[last]?.text ?? '')) last--;
  const end = tokens[last]?.end ?? 0;
  const after = tokens[(subject.how === 'inverted' ? subject.phrase[1] : group.main) + 1];
  const closesSentence = mark.text === ',' && (!after || /^[.;]$/.test(after.text));
  const from = contentFrom(scene, last, isQuoteEnd, earlier, closesSentence);
  if (from === null || end <= from) return null;
  // "Talks, the ministry said, would go on"
  if (!isQuoteEnd && last < 1 && !isParenthesis(scene, group, subject)) return null;
  return {
    content: [{ start: from, end }, ...following(scene, group, subject, isQuoteEnd)],
    quoted: isQuoteEnd
  };
}

/** Where it starts: with its quotation, or with the sentence when nobody else spoke in it before. */
function contentFrom(
  scene: Scene,
  last: number,
  isQuoteEnd: boolean,
  earlier: readonly FoundReport[],
  closesSentence: boolean
): number | null {
  const { tokens, sentence } = scene;
  const quotation = isQuoteEnd ? scene.quotationAt((tokens[last]?.end ?? 1) - 1) : null;
  if (quotation && quotation.start <= sentence.start) return quotation.start;
  const spoken = earlier.filter(
    ({ cue, source }) =>
      Math.min(cue?.start ?? Infinity, source?.start ?? Infinity) < (tokens[last]?.start ?? 0)
  );
  // "Most voters say that taxes are too high, polls show."
  if (spoken.length && quotation) return quotation.start;
  if (spoken.length && !closesSentence) return null;
  const skip = leans.test(tokens[0]?.lower ?? '') ? (tokens[1]?.text === ',' ? 2 : 1) : 0;
  return tokens[skip]?.start ?? sentence.start;
}

/** "The plan, he said, would fail": a comma behind the cue, and something more. */
function isParenthesis(scene: Scene, group: VerbGroup, subject: CueSubject): boolean {
  const last = subject.how === 'inverted' ? subject.phrase[1] : group.main;
  const after = scene.tokens[last + 1];
  return (
    after?.text === ',' &&
    scene.tokens[group.first - 1 - (subject.phrase[1] - subject.phrase[0])] !== undefined
  );
}

/** The rest behind the cue: the next quotation of the sentence, or what follows the comma. */
function following(
  scene: Scene,
  group: VerbGroup,
  subject: CueSubject,
  isQuoteEnd: boolean
): Range[] {
  const { tokens, quotationAt, sentence } = scene;
  const last = subject.how === 'inverted' ? subject.phrase[1] : group.main;
  for (let i = last + 1; i < tokens.length; i++) {
    const token = tokens[i];
    if (token && opensQuote(token)) {
      const quotation = quotationAt(token.start);
      return quotation ? [{ start: quotation.start, end: quotation.end }] : [];
    }
    // Another verb takes the word: its quotation is its own.
    if (token && token.pos === 'VERB' && i > last + 1 && !token.quoted) break;
  }
  const comma = tokens[last + 1];
  const next = tokens[last + 2];
  if (isQuoteEnd || comma?.text !== ',' || !next || last + 3 >= tokens.length) return [];
  if (
    /ing$/.test(next.lower) ||
    /^(?:who|which|where|when|a|an|after|during|as|according|referring)$/.test(next.lower)
  )
    return [];
  return [{ start: next.start, end: Math.min(endBefore(tokens, tokens.length - 1), sentence.end) }];
}
