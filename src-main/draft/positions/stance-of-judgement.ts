/**
 * What speakers hold of a matter by what they call it: "said the cut was unacceptable", "called the plan a mistake".
 * Only the first thing that is said counts, and only words that leave no doubt.
 */
import type { FoundAttribution } from '../attributions/find-attributions.js';
import { isNoLonger } from '../attributions/turned-round.js';
import type { Reading, Sentence } from '../reading/reading.js';
import { type Token, wordSet } from '../reading/tagger.js';
import { verbGroups } from '../reading/verb-groups.js';
import { type IsActor, issueAt, type IssueObject, type Sought } from './issue-wording.js';
import type { ExplicitStance } from './stance-types.js';
import { isMatter } from './stance-cues.js';
import { firstSaid } from './first-said.js';

const good = wordSet(`
  necessary needed essential vital crucial imperative indispensable justified overdue unavoidable legitimate
  sensible
`);
const bad = wordSet(`
  unacceptable unworkable wrong illegal unlawful unconstitutional unjust unfair unnecessary reckless outrageous shameful
  disgraceful absurd ridiculous irresponsible baseless brutal cruel misguided intolerable
  unjustified undemocratic discriminatory immoral inhumane senseless premature shortsighted mistake
  overreach betrayal handout blunder sham disgrace insult scandal folly madness
`);
const naming = /^(?:call|brand|label|describe|denounce|dismiss|deem|condemn|portray)$/;

const thinking = /^(?:believe|think|consider)$/;
const contrary = { supports: 'opposes', opposes: null } as const;

/** A stance in words too weak to stand alone: it counts where it differs from another of the same actor. */
export interface JudgedStance extends ExplicitStance {
  readonly weak: boolean;
}

export function* judgements(
  reading: Reading,
  sentence: Sentence,
  attribution: FoundAttribution,
  isActor: IsActor
): Generator<JudgedStance> {
  const { tokens } = sentence;
  if (
    !attribution.cue ||
    !tokens.some(
      ({ lower }) => /^(?:rather|instead)$/.test(lower) || bad.has(lower) || good.has(lower)
    )
  )
    return;
  // "no longer believed the bridge was needed"
  const isOver =
    thinking.test(attribution.lemma) && isNoLonger(tokens, cueAt(tokens, attribution) - 1);
  const said = firstSaid(sentence, isOver ? { ...attribution, negated: false } : attribution);
  if (!said) return;
  const { first, at, max, words } = said;
  const { lemma } = attribution;
  const sought = { reading, tokens, max, isActor };
  const issue = issueAt(sought, at) ?? subjectAt(sought, at);
  if (issue && issue.head !== null && isMatter(issue.head)) {
    const side = naming.test(lemma)
      ? sideIn(
          tokens.filter(({ start, end }) => start >= issue.end && end <= first.end).slice(0, 6)
        )
      : predicated(tokens, issue, max);
    const stance = side && (isOver ? contrary[side.side] : side.side);
    if (side && stance) yield { stance, issue, words, why: [`word: ${side.word}`], weak: false };
  }
  // "a peace agreement rather than a ceasefire"
  const rather = tokens.findIndex(
    ({ lower, start }, i) =>
      start >= first.start &&
      ((lower === 'rather' && tokens[i + 1]?.lower === 'than') ||
        (lower === 'instead' && tokens[i + 1]?.lower === 'of'))
  );
  if (rather < 0) return;
  const other = issueAt({ ...sought, max: tokens.length - 1 }, rather + 2);
  if (other)
    yield {
      stance: 'opposes',
      issue: other,
      words: { start: words.start, end: Math.max(words.end, other.end) },
      why: [`words: ${tokens[rather]?.lower} ${tokens[rather + 1]?.lower}`],
      weak: true
    };
}

/** The first token of the cue behind "no longer". */
function cueAt(tokens: readonly Token[], { cue }: FoundAttribution): number {
  const at = tokens.findIndex(({ start }) => start >= (cue?.start ?? Infinity));
  return tokens[at]?.lower === 'no' ? at + 2 : at;
}

/** Behind a subject stands an auxiliary, which is no object's. */
function subjectAt(sought: Sought, at: number): IssueObject | null {
  const { tokens, max } = sought;
  const be = tokens.findIndex(({ pos }, i) => i > at && i <= max && pos === 'AUX');
  return be < 0 ? null : issueAt({ ...sought, max: be - 1 }, at);
}

interface Side {
  readonly side: 'supports' | 'opposes';
  readonly word: string;
}

function predicated(tokens: readonly Token[], issue: IssueObject, max: number): Side | null {
  const next = tokens.findIndex(({ start }) => start >= issue.end);
  const group = verbGroups(tokens).find((each) => each.first === next);
  if (!group || group.negated || group.main > max) return null;
  const isBe = /^(?:is|are|was|were|be|been)$/.test(tokens[group.main]?.lower ?? '');
  // The tagger takes "needed" for a participle.
  if (!isBe) return group.passive ? sideIn(tokens.slice(group.main, group.main + 1)) : null;
  const behind = tokens.slice(group.main + 1, Math.min(max, group.main + 4) + 1);
  if (/^(?:not|n't|never|no|hardly)$/.test(behind[0]?.lower ?? '')) return null;
  return sideIn(behind);
}

function sideIn(tokens: readonly Token[]): Side | null {
  for (const { lower, text } of tokens) {
    if (/^[,.;:—]$/.test(text) || /^(?:not|n't|but|because|if|unless)$/.test(lower)) return null;
    if (bad.has(lower)) return { side: 'opposes', word: lower };
    if (good.has(lower)) return { side: 'supports', word: lower };
  }
  return null;
}
