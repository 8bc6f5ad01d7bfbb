/** What a word that takes sides takes them on: the object behind it, where that is a matter to take sides on. */
import { isTemporal, phraseStartingAt } from '../reading/noun-phrases.js';
import type { Token } from '../reading/tagger.js';
import { clauseAt, issueAt, type IssueObject, type Sought, whatIsToBe } from './issue-wording.js';
import { closes } from './object-phrase.js';
import {
  addressing,
  deniedNouns,
  isMatter,
  isPolicyDeed,
  type SideTaken,
  type StanceCue,
  withThat
} from './stance-cues.js';

export interface StanceObject {
  readonly side: SideTaken;
  readonly issue: IssueObject;
  /** The words that take the side, where the cue alone does not. */
  readonly cue?: string;
}

/** @param negated "will not accept" is of anything, "accepted" of a deal as of a prize. */
export function onMatter(
  cue: StanceCue,
  issue: IssueObject | null,
  negated = false
): StanceObject | null {
  if (!issue) return null;
  const { head } = issue;
  if (head !== null && cue.side === 'opposes' && deniedNouns.has(head)) return null;
  if (cue.ofMatters && !negated && head !== null && !isMatter(head)) return null;
  return { side: cue.side, issue };
}

/** What is behind the word: a thing, a deed of somebody's, or what is to be. */
export function objectOf(sought: Sought, word: string, start: number): IssueObject | null {
  const { tokens, max } = sought;
  const first = tokens[start];
  if (first?.lower === 'that' && withThat.has(word)) return whatIsToBe(sought, start + 1);
  const [lemma = ''] = word.split(' ');
  if (addressing.has(lemma) && (word === lemma || word === 'call on')) {
    const deed = deedOfWhom(tokens, start, max);
    const isDemanding = /^(?:urge|call)$/.test(lemma);
    if (deed !== null && (isDemanding || isPolicyDeed(tokens[deed]?.lower ?? '')))
      return isPublic(tokens[deed - 2]) ? null : clauseAt(sought, deed);
    if (deed !== null || word === 'call on' || !isDemanding) return null;
  }
  if (/ for$/.test(word)) {
    // "called for the programme to be privatised": not for the programme.
    const of = phraseStartingAt(tokens, start, max);
    const to = of ? of[1] + 1 : -1;
    if (tokens[to]?.lower === 'to' && /^(?:VERB|AUX)$/.test(tokens[to + 1]?.pos ?? ''))
      return whatIsToBe(sought, start);
  }
  return issueAt(sought, start);
}

/** "voted in favour", "voted against": on what was spoken of before. */
export function bareVote(
  tokens: readonly Token[],
  next: number,
  last: IssueObject | null
): { readonly side: SideTaken; readonly issue: IssueObject; readonly last: number } | null {
  const words = tokens.slice(next, next + 2).map(({ lower }) => lower);
  const isFor = words[0] === 'in' && /^favou?r$/.test(words[1] ?? '');
  if (!last || !(isFor || words[0] === 'against')) return null;
  const end = isFor ? next + 1 : next;
  const after = tokens[end + 1];
  if (
    after &&
    !closes(after) &&
    !/^(?:CCONJ|PUNCT)$/.test(after.pos) &&
    after.lower !== 'on' &&
    !isTemporal(after)
  )
    return null;
  const range = { start: tokens[next]?.start ?? last.start, end: tokens[end]?.end ?? last.end };
  const issue = { ...last, ...range, is: last.is ?? last };
  return { side: isFor ? 'supports' : 'opposes', issue, last: end };
}

/** Where behind "urged the city to" the deed begins, as a token; `null` where nobody is named who is to do it. */
export function deedOfWhom(
  tokens: readonly Token[],
  start: number,
  max: number,
  negated = false
): number | null {
  const whom = phraseStartingAt(tokens, start, max);
  const behind = whom ? whom[1] + 1 : -1;
  if (negated && tokens[behind]?.lower !== 'not') return null;
  const to = negated ? behind + 1 : behind;
  return tokens[to]?.lower === 'to' ? to + 1 : null;
}

/** Advice to everybody is none on an issue: "urged drivers to slow down". */
function isPublic(token: Token | undefined): boolean {
  return /^(?:anyone|anybody|everyone|everybody|people|residents|public|drivers|motorists|parents|customers|fans|viewers|users|visitors|witnesses|travellers|travelers|him|her|us|me|you|them)$/.test(
    token?.lower ?? ''
  );
}
