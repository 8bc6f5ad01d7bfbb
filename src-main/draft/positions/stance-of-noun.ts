/** A noun that takes a side, with its owner: "Britain's support for the plan", "a call by Oslo for talks". */
import { isPossessiveMark, phraseEndingAt, phraseStartingAt } from '../reading/noun-phrases.js';
import type { Token } from '../reading/tagger.js';
import { narrowed } from './issue-clause.js';
import type { IssueObject, Sought } from './issue-wording.js';
import {
  deedNouns,
  dropping,
  isWishedFor,
  type SideTaken,
  stanceNouns,
  sideTakers
} from './stance-cues.js';
import { isOfBefore, isRuledOut } from './stance-limits.js';
import { objectOf, onMatter } from './stance-object.js';
import type { Holder, ToldStance } from './stance-types.js';
import { refusedDeed, wantedDeed } from './wanted-deed.js';

const sure = 0.84;

export function stancesOfNouns(sought: Sought): ToldStance[] {
  const { reading, tokens } = sought;
  return tokens.flatMap((noun, at) => {
    if (noun.pos !== 'NOUN' || noun.quoted || !takesSides(noun.lower)) return [];
    const told = ownerBefore(tokens, at) ?? agentBehind(tokens, at) ?? namedBefore(tokens, at);
    const object = told && objectBehind(sought, at, told.next);
    const issue = object && narrowed(reading, tokens, object.issue);
    if (!told || !issue || isRuledOut(tokens, told.first, at)) return [];
    const before = tokens.slice(Math.max(0, told.first - 4), told.first);
    if (isWishedFor(before) || before.some(({ lemma }) => dropping.has(lemma))) return [];
    const { range: holder, head } = told.holder;
    const words = { start: Math.min(holder.start, noun.start), end: issue.end };
    const cue = { start: noun.start, end: tokens[told.next]?.end ?? noun.end };
    const former =
      /\b(?:earlier|former|previous|initial|once|old|campaign)\b/i.test(
        reading.clean.slice(words.start, noun.start)
      ) || isOfBefore(tokens, told.first, at);
    const why = [`cue: ${reading.clean.slice(cue.start, cue.end).toLowerCase()}`];
    const { side: stance } = object;
    const decides = deedNouns.has(noun.lower) && issue.head === null;
    return [
      { stance, issue, words, former, decides, why, cue, holder, head, tokens, asks: false, sure }
    ];
  });
}

const sideNouns = new Set([...stanceNouns.keys()].map((words) => words.split(' ')[0] ?? ''));

function takesSides(noun: string): boolean {
  return sideNouns.has(noun) || deedNouns.has(noun) || noun === 'refusal';
}

function isPerson(noun: string): boolean {
  return sideTakers.has(noun);
}

interface Owned {
  readonly holder: Holder;
  /** The token that the words begin with. */
  readonly first: number;
  /** The preposition behind the noun. */
  readonly next: number;
}

/** "Mr Vik's long and vocal support for", "the U.S. refusal to" */
function ownerBefore(tokens: readonly Token[], at: number): Owned | null {
  let mark = at - 1;
  while (mark > Math.max(0, at - 5) && /^(?:ADJ|ADV|CCONJ)$/.test(tokens[mark]?.pos ?? '')) mark--;
  const owner = tokens[mark];
  if (!owner) return null;
  if (/^(?:his|her|its|their)$/.test(owner.lower))
    return { holder: toHolder(tokens, mark, mark), first: mark, next: at + 1 };
  const last = isPossessiveMark(owner) ? mark - 1 : owner.pos === 'PROPN' ? mark : -1;
  if (last < 0) return null;
  const [first] = phraseEndingAt(tokens, last);
  return { holder: toHolder(tokens, first, last), first, next: at + 1 };
}

/** "Ada Holm, a vocal critic of" */
function namedBefore(tokens: readonly Token[], at: number): Owned | null {
  if (!isPerson(tokens[at]?.lower ?? '')) return null;
  let article = at - 1;
  const isWithin = (token: Token | undefined) =>
    token?.text === '-' || /^(?:ADJ|ADV|NOUN)$/.test(token?.pos ?? '');
  while (isWithin(tokens[article]) && at - article < 6) article--;
  const [name, comma, opener] = tokens.slice(Math.max(0, article - 2), article + 1);
  if (name?.pos !== 'PROPN' || comma?.text !== ',' || !/^an?$/.test(opener?.lower ?? ''))
    return null;
  const [first, last] = phraseEndingAt(tokens, article - 2);
  return { holder: toHolder(tokens, first, last), first: article, next: at + 1 };
}

/** "a call by Oslo for", "opposition from the union to" */
function agentBehind(tokens: readonly Token[], at: number): Owned | null {
  if (!/^(?:by|from)$/.test(tokens[at + 1]?.lower ?? '')) return null;
  const whom = phraseStartingAt(tokens, at + 2, Math.min(tokens.length - 1, at + 9));
  if (!whom) return null;
  const to = tokens.findIndex(
    ({ lower }, i) => i > at + 2 && i <= whom[1] + 1 && /^(?:for|to|against)$/.test(lower)
  );
  if (to < 0) return null;
  return { holder: toHolder(tokens, whom[0], to - 1), first: at, next: to };
}

function toHolder(tokens: readonly Token[], first: number, last: number): Holder {
  return { range: { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 }, head: last };
}

function objectBehind(
  sought: Sought,
  at: number,
  next: number
): { readonly side: SideTaken; readonly issue: IssueObject } | null {
  const noun = sought.tokens[at]?.lower ?? '';
  const link = sought.tokens[next]?.lower ?? '';
  const side = stanceNouns.get(`${noun} ${link}`);
  if (side) {
    const issue = objectOf(sought, 'support', next + 1);
    // "a critic of the government" holds no position on a matter.
    return issue && onMatter({ side, ofMatters: isPerson(noun) }, issue);
  }
  if (link !== 'to') return null;
  const isRefusal = noun === 'refusal';
  if (!isRefusal && !deedNouns.has(noun)) return null;
  const deed = isRefusal ? refusedDeed : wantedDeed;
  const issue = deed(sought, next + 1);
  return issue && { side: isRefusal ? 'opposes' : 'supports', issue };
}
