/** Words that stand over a verb and turn round what it reports: "never wanted", "nobody in the party said", "rather than seeking", "could have shown". */
import { type Token, wordSet } from '../reading/tagger.js';
import type { VerbGroup } from '../reading/verb-groups.js';

const negators = wordSet('never hardly rarely seldom scarcely barely');
/** Tokens between "rather than" and a second verb that it governs: "rather than saving money and seeking". */
const reach = 9;

/** The token of "never", "no longer" and the like right before the verb, whose words they belong to; else its first token. */
export function firstWithNegator(tokens: readonly Token[], { first }: VerbGroup): number {
  if (isNoLonger(tokens, first - 1)) return first - 2;
  return negators.has(tokens[first - 1]?.lower ?? '') ? first - 1 : first;
}

export function isNoLonger(tokens: readonly Token[], longer: number): boolean {
  return tokens[longer]?.lower === 'longer' && tokens[longer - 1]?.lower === 'no';
}

/** Whether nobody says it, or it is what was not done: the words are to be no statement of anybody. */
export function isUnsaid(
  tokens: readonly Token[],
  group: VerbGroup,
  subjectFirst: number
): boolean {
  const { first, form } = group;
  if (form !== 'finite') {
    for (let i = first - 1; i >= Math.max(1, first - reach); i--) {
      if (isUndone(tokens, i)) return true;
      const pair = `${tokens[i - 1]?.lower ?? ''} ${tokens[i]?.lower ?? ''}`;
      if (/^(?:rather than|instead of|short of)$/.test(pair) || tokens[i]?.lower === 'without')
        return true;
      if (/^[,;:.“”—]$/.test(tokens[i]?.text ?? '')) return false;
    }
    return false;
  }
  const isOwn = /^(?:I|we)$/i.test(tokens[subjectFirst]?.text ?? '');
  if (!isOwn && (isUndone(tokens, group.main - 1) || isSupposed(tokens, group))) return true;
  // "nobody in the party said": the party did not.
  if (!/^(?:of|in|on|from|at|among|within)$/.test(tokens[subjectFirst - 1]?.lower ?? ''))
    return false;
  const before = tokens[subjectFirst - 2]?.lower ?? '';
  const nobody = /^(?:nobody|none|neither)$/;
  return nobody.test(before) || /^no$/.test(tokens[subjectFirst - 3]?.lower ?? '');
}

/** "could have shown": what somebody did not do. */
function isUndone(tokens: readonly Token[], have: number): boolean {
  return (
    /^(?:could|should|would)$/.test(tokens[have - 1]?.lower ?? '') &&
    tokens[have]?.lower === 'have' &&
    tokens[have + 1]?.lower !== 'to'
  );
}

/** "My Lords will know that", "voters hear me speak": whoever speaks says so, and not they. */
function isSupposed(tokens: readonly Token[], { first, main, lemma }: VerbGroup): boolean {
  const isHeard =
    /^(?:hear|see)$/.test(lemma) &&
    /^(?:me|us)$/.test(tokens[main + 1]?.lower ?? '') &&
    tokens[main + 2]?.pos === 'VERB';
  return isHeard || (lemma === 'know' && /^(?:will|'ll)$/.test(tokens[first]?.lower ?? ''));
}
