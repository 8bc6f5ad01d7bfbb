/** How far the noun phrase of an object reaches, with what hangs on it: "ban on plastic bags in the old town". */
import { cueLemmaOf } from '../attributions/cues.js';
import { isNominal, isPossessiveMark, isTemporal } from '../reading/noun-phrases.js';
import { type Token, wordSet } from '../reading/tagger.js';

/** Tokens: an object is no sentence. */
export const mostTokens = 16;
/** Hand the sentence on to something else. */
const closers = wordSet(`
  that which who whom whose where when if unless because while as after before since until although though during
  following amid despite without like than rather instead saying citing but so once provided whether
`);
const occasions = wordSet(`
  interview statement speech tweet post letter email e-mail memo conference briefing hearing rally debate
  principle practice general full court parliament public capital person lobby stage stages form terms
  testimony op-ed editorial video podcast broadcast meeting session address remarks comments part face wake
  response return exchange
`);
/** How somebody does it: "vote for the order with a heavy heart". */
const manners = wordSet(`
  heart hearts eye eyes mind hand hands regret regrets reluctance reservations enthusiasm caution pleasure pride
  relief force vigour vigor
`);
/** Go on with "to": "the plan to close schools". */
const openNouns = wordSet(`
  plan plans proposal proposals decision decisions attempt attempts effort efforts bid bids move moves push right
  rights call calls request requests refusal offer pledge motion bill bills law laws measure measures order
  initiative campaign
`);
export function isVerb(token: Token | undefined): boolean {
  return token?.pos === 'VERB' || token?.pos === 'AUX';
}

interface Extent {
  readonly last: number;
  /** The last noun before a preposition hangs something on it. */
  readonly head: number;
}

/** How far the phrase that starts at `first` reaches, with what hangs on it. */
export function phraseExtent(tokens: readonly Token[], first: number, max: number): Extent {
  let last = first - 1;
  let head = -1;
  let isOpen = true;
  let i = first;
  while (i <= Math.min(max, first + mostTokens)) {
    const token = tokens[i];
    if (!token) break;
    const seen = head >= 0;
    const step = stepInto(tokens, i, last >= first, isOpen);
    if (step === 0) break;
    if (step > 1 || token.pos === 'AUX') isOpen = false;
    else if (/^(?:ADP|CCONJ|PART)$/.test(token.pos) && !isPossessiveMark(token) && seen)
      isOpen = false;
    const end = tokens[i + step - 1];
    if (end && /^(?:NOUN|PROPN|NUM)$/.test(end.pos)) {
      last = i + step - 1;
      if (isOpen && end.pos !== 'NUM') head = last;
    } else if (seen && isDoing(tokens, i + step - 1)) last = i + step - 1;
    i += step;
  }
  return { last: Math.max(last, head), head };
}

/** "trawling" of "to bottom trawling", which the tagger takes for a verb. */
function isDoing(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  return (
    token?.pos === 'VERB' &&
    /ing$/.test(token.lower) &&
    tokens[at - 1]?.pos === 'ADJ' &&
    !/^(?:NOUN|PROPN|PRON|NUM|DET)$/.test(next?.pos ?? '')
  );
}

/** How many tokens from `i` on belong to the phrase as well; 0 ends it. */
function stepInto(tokens: readonly Token[], i: number, seen: boolean, isOpen: boolean): number {
  const token = tokens[i];
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  if (!token) return 0;
  if (/^[-–/]$/.test(token.text))
    return before?.end === token.start && after?.start === token.end ? 1 : 0;
  if (/^[“”]$/.test(token.text)) return 1;
  if (token.text === ',') return !seen && after?.pos === 'ADJ' ? 1 : 0;
  if (token.text === '%' || token.text === '$') return 1;
  // "a deal that gives up land": without it the wording would be of any deal.
  if (seen && /^(?:that|which)$/.test(token.lower)) return startsRelative(before, after) ? 2 : 0;
  if (closes(token)) return 0;
  // "a no-fly zone"
  if (/^[-–]$/.test(before?.text ?? '') && before?.end === token.start) return 1;
  if (isPossessiveMark(token)) return seen ? 1 : 0;
  if (/^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(token.pos)) {
    if (seen && (isTemporal(token) || (token.pos === 'ADJ' && after && isTemporal(after))))
      return 0;
    const isNext = before !== undefined && /^(?:NOUN|PROPN)$/.test(before.pos);
    return seen && isNext && token.pos === 'DET' ? 0 : 1;
  }
  if (token.pos === 'PRON') return /^(?:his|her|its|their|our|my|your)$/.test(token.lower) ? 1 : 0;
  if (token.pos === 'AUX') return /^(?:that|which)$/.test(before?.lower ?? '') ? 1 : 0;
  // "the right to strike"
  if (token.lower === 'to' && /^rights?$/.test(before?.lower ?? '') && after?.pos === 'NOUN')
    return 2;
  if (token.lower === 'to' && after && isVerb(after))
    return before && (openNouns.has(before.lower) || (!isOpen && isVerb(before))) ? 2 : 0;
  if (token.pos === 'VERB') return verbStep(token, before, after, seen);
  if (token.pos === 'ADV')
    return !seen || (after && (/^(?:ADJ|VERB)$/.test(after.pos) || after.text === '-')) ? 1 : 0;
  if (token.pos === 'ADP' || token.lower === 'to') return seen ? prepositionStep(tokens, i) : 0;
  if (token.pos === 'CCONJ') return seen ? joinStep(tokens, i) : 1;
  return 0;
}

function startsRelative(before: Token | undefined, after: Token | undefined): boolean {
  return /^(?:NOUN|PROPN)$/.test(before?.pos ?? '') && isVerb(after);
}

/** "a proposed law", "a bill banning cars" */
function verbStep(
  token: Token,
  before: Token | undefined,
  after: Token | undefined,
  seen: boolean
): number {
  if (!seen) return /(?:ed|en|ing)$/.test(token.lower) && after && isNominal(after) ? 1 : 0;
  const isBehindNoun = before?.pos === 'NOUN' || before?.pos === 'PROPN';
  if (/ing$/.test(token.lower)) {
    if (!isBehindNoun) return 1;
    return cueLemmaOf(token.lower) === undefined &&
      after &&
      /^(?:DET|NOUN|PROPN|ADJ)$/.test(after.pos)
      ? 1
      : 0;
  }
  return !isBehindNoun && /(?:ed|en)$/.test(token.lower) ? 1 : 0;
}

function prepositionStep(tokens: readonly Token[], i: number): number {
  const token = tokens[i];
  const next = tokens[i + 1]?.text === '“' ? tokens[i + 2] : tokens[i + 1];
  // The tagger takes the month for the auxiliary.
  if (!token || !next || isTemporal(next) || next.text === 'May') return 0;
  if (/^(?:in|since|by|from)$/.test(token.lower) && /^(?:1[5-9]|20)\d\d$/.test(next.text)) return 0;
  const isGerund = next.pos === 'VERB' && /ing$/.test(next.lower);
  const isOpener =
    /^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(next.pos) || /^(?:his|her|its|their)$/.test(next.lower);
  if (token.lower === 'of') return isOpener || isGerund ? 1 : 0;
  if (/^(?:on|against|to|for)$/.test(token.lower) && isGerund) return token.lower === 'for' ? 0 : 1;
  if (!isOpener) return 0;
  const ahead = tokens.slice(i + 1, i + 5);
  const stop = ahead.findIndex((each) => /^(?:ADP|PUNCT|VERB|AUX)$/.test(each.pos));
  const inner = stop < 0 ? ahead : ahead.slice(0, stop);
  if (inner.some((each) => isTemporal(each) || each.text === 'May' || occasions.has(each.lower)))
    return 0;
  if (token.lower === 'with' && inner.some(({ lower }) => manners.has(lower))) return 0;
  if (
    /^(?:on|for|to|against|between|over|with|about|into|towards?|among|in|from|by|under|through|across)$/.test(
      token.lower
    )
  )
    return 1;
  return token.lower === 'at' && inner.some(({ pos }) => /^(?:PROPN|NOUN)$/.test(pos)) ? 1 : 0;
}

/** "schools and hospitals", not "the plan and the mayor said" */
function joinStep(tokens: readonly Token[], i: number): number {
  let end = i + 1;
  while (/^(?:DET|ADJ|NUM)$/.test(tokens[end]?.pos ?? '')) end++;
  if (!/^(?:NOUN|PROPN)$/.test(tokens[end]?.pos ?? '')) return 0;
  while (/^(?:NOUN|PROPN)$/.test(tokens[end + 1]?.pos ?? '')) end++;
  const after = tokens[end + 1];
  if (
    after &&
    (isVerb(after) || after.pos === 'ADV' || (closes(after) && /^(?:who|which)$/.test(after.lower)))
  )
    return 0;
  return 1;
}

export function closes(token: Token | undefined): boolean {
  return token === undefined || /^[.,;:?!()—–…[\]]$/.test(token.text) || closers.has(token.lower);
}

/** "pound" of "480-million-pound" */
export function isTiedToNumber(tokens: readonly Token[], at: number): boolean {
  let i = at;
  while (/^[-–]$/.test(tokens[i - 1]?.text ?? '') && tokens[i - 1]?.start === tokens[i - 2]?.end) {
    i -= 2;
    if (tokens[i]?.pos === 'NUM' || /\d/.test(tokens[i]?.text ?? '')) return true;
  }
  return false;
}
