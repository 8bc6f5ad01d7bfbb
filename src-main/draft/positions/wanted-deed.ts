/** What somebody wants, promises or refuses to do, or says that others should: "rejoin the deal", "be repealed". */
import { phraseStartingAt } from '../reading/noun-phrases.js';
import type { Token } from '../reading/tagger.js';
import { clauseAt, issueAt, type IssueObject, type Sought, whatIsToBe } from './issue-wording.js';
import {
  bindingVerbs,
  deedCueOf,
  deniable,
  isLightVerb,
  isMatter,
  isPolicyDeed,
  type SideTaken,
  stanceCueOf
} from './stance-cues.js';
import { type CueWords, longest } from './cue-words.js';
import { lemmaOfGerund } from './deed-wording.js';
import { onMatter } from './stance-object.js';

/** The token of the first verb from `at` on, over adverbs: "fully rejoin". */
function verbFrom(tokens: readonly Token[], at: number): number {
  let i = at;
  while (i < at + 2 && tokens[i]?.pos === 'ADV') i++;
  return i;
}

/** The deed that the bare verb at the token `at` begins, or `null` where it is none of policy, or names no object. */
export function wantedDeed(sought: Sought, at: number): IssueObject | null {
  const { tokens } = sought;
  const from = verbFrom(tokens, at);
  const lemma = tokens[from]?.lemma ?? '';
  const isWhole = tokens[from + 1]?.lower === 'up';
  if (!lemma || deedCueOf(lemma) || bindingVerbs.has(lemma) || (isLightVerb(lemma) && !isWhole))
    return null;
  // "stop building ships", not "stop hiding"
  const doing = tokens[from + 1];
  const isDoing =
    doing?.pos === 'VERB' || /^(?:behind|around|about)$/.test(tokens[from + 2]?.lower ?? '');
  if (doing && isDoing && /ing$/.test(doing.lower) && !isPolicyDeed(lemmaOfGerund(doing)))
    return null;
  const issue = clauseAt(sought, from);
  if (!issue) return null;
  if (isPolicyDeed(lemma)) return issue;
  const head = issue.inner?.head;
  return head && isMatter(head) ? issue : null;
}

/** What "refused to" stands before: the side is against the deed, or against what would be accepted. */
export function refusedDeed(sought: Sought, at: number): IssueObject | null {
  const from = verbFrom(sought.tokens, at);
  if (!deniable.has(sought.tokens[from]?.lemma ?? '')) return wantedDeed(sought, from);
  return clauseAt(sought, from)?.inner ?? null;
}

const promised = /^(?:will|would|could|can|'ll)$/;
const allModals = /^(?:should|must|ought|needs?|would|could|can)$/;
const announced = /^(?:will|would)$/;
/** Bind nobody but on a condition. */
const open = /^(?:would|could|can)$/;
/** Advice to everybody, and what nobody in particular is to do. */
const nobody =
  /^(?:you|i|he|she|it|they|that|this|there|one|people|everyone|everybody|anyone|anybody|who|which|what|readers|viewers|fans|drivers|visitors|parents|customers|passengers)$/;

interface Speaker {
  /** The pronouns that may stand for him. */
  readonly self: RegExp;
  /** Whether it is what he speaks for: "the party", of its leader. */
  readonly isBody: (noun: string) => boolean;
  /** Whether what he says will be done is decided. */
  readonly announces: boolean;
}

interface SaidDeed {
  readonly side: SideTaken;
  readonly issue: IssueObject;
  /** Tokens of the words that demand or promise it. */
  readonly cue: readonly [first: number, last: number];
  /** Whether it counts only with a condition: "guarantees could be provided". */
  readonly open: boolean;
}

/**
 * What is demanded or promised at the token `at`: "the police should arrest the organisers", "the law must be
 * repealed", "it would rejoin the deal", "the party would vote against it".
 */
export function saidDeedAt(
  sought: Sought,
  at: number,
  { self, isBody, announces }: Speaker
): SaidDeed | null {
  const { tokens, max } = sought;
  const first = tokens[at];
  const who = phraseStartingAt(tokens, at, max);
  if (!first) return null;
  const isOwn = self.test(first.lower);
  if (!isOwn && (who === null || nobody.test(first.lower))) return null;
  const isSelf = isOwn || (who?.[1] === at + 1 && isBody(tokens[at + 1]?.lower ?? ''));
  const modals = isOwn ? promised : announces ? announced : allModals;
  const modal = modalBehind(tokens, who && !isOwn ? who[1] + 1 : at + 1, max, modals);
  if (modal < 0) return null;
  let verb = modal + 1;
  const negated = /^(?:not|n't|never)$/.test(tokens[verb]?.lower ?? '');
  if (negated) verb++;
  if (/^(?:ought|needs?)$/.test(tokens[modal]?.lower ?? '')) {
    if (tokens[verb]?.lower !== 'to') return null;
    verb++;
  }
  verb = verbFrom(tokens, verb);
  const side = negated ? 'opposes' : 'supports';
  const lower = tokens[modal]?.lower ?? '';
  const isPassive = tokens[verb]?.lower === 'be';
  const isSure = lower === 'would' && (isPassive ? announces : isSelf);
  const isOpen = open.test(lower) && !isSure;
  const told = { side, cue: [modal, verb], open: isOpen } as const;
  // "the council should reject the merger", "he could accept it only if": what he would do himself is told elsewhere.
  const taken = negated || (isOpen ? !isSelf : isOwn) ? null : cueAt(tokens, verb);
  if (taken) {
    const found = onMatter(taken.cue, issueAt(sought, taken.next));
    return found && !(isOpen && found.side === 'opposes')
      ? { ...told, ...found, cue: told.cue }
      : null;
  }
  // "sanctions would be considered if": on the sanctions, not on considering them.
  const done = tokens[isPassive ? verb + 1 : verb];
  if (done?.lemma === 'consider') {
    const [from, to] = isPassive ? [at, modal - 1] : [verb + 1, max];
    const issue = isOpen ? issueAt({ ...sought, max: to }, from) : null;
    return issue && { ...told, issue: { ...issue, end: Math.max(issue.end, done.end) } };
  }
  if (!isPassive) {
    // "ministers should not approve the merger"
    const isLeft = negated && (isSelf || (!isOpen && deniable.has(done?.lemma ?? '')));
    const deed = isLeft ? refusedDeed : wantedDeed;
    const issue = deed(sought, verb);
    return issue && { ...told, issue };
  }
  if (isOwn || !done || !isPolicyDeed(done.lemma)) return null;
  // "announced that the man would be released": no matter of policy.
  const what = announces && who ? tokens[who[1]] : undefined;
  if (what?.pos === 'NOUN' && !issueAt({ ...sought, max: modal - 1 }, at)) return null;
  const words = negated ? tokens.toSpliced(modal + 1, 1) : tokens;
  const issue = whatIsToBe({ ...sought, tokens: words, max: negated ? max - 1 : max }, at);
  return issue && issue.end >= done.end ? { ...told, issue } : null;
}

/** "vote against", and "live with", which is said of bearing much else. */
function cueAt(tokens: readonly Token[], verb: number): Pick<CueWords, 'cue' | 'next'> | null {
  const lemma = tokens[verb]?.lemma ?? '';
  const cue = lemma === 'live' && tokens[verb + 1]?.lower === 'with' && stanceCueOf('accept');
  return cue ? { cue, next: verb + 2 } : longest(tokens, verb + 1, lemma);
}

/** Tokens between the subject and "should": "officials, working with the commission, should". */
const mostBetween = 12;

function modalBehind(tokens: readonly Token[], from: number, max: number, modals: RegExp): number {
  for (let i = from; i <= Math.min(max, from + mostBetween); i++) {
    const { pos = 'PUNCT', lower = '' } = tokens[i] ?? {};
    if (modals.test(lower)) return i;
    if (/^(?:AUX|SCONJ)$/.test(pos) || /^(?:if|who|which|that|[.;:!?“”—–])$/.test(lower)) return -1;
  }
  return -1;
}
