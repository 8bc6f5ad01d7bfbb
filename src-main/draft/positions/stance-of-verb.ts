/** A verb with what stands behind it → the side that it takes and on what. */
import { isTemporal, phraseStartingAt } from '../reading/noun-phrases.js';
import type { Token } from '../reading/tagger.js';
import type { VerbGroup } from '../reading/verb-groups.js';
import { clauseAt, issueAt, type IssueObject, type Sought, whatIsToBe } from './issue-wording.js';
import { closes } from './object-phrase.js';
import type { SpokenOf, ToldByVerb } from './stance-types.js';
import {
  addressing,
  bindingVerbs,
  deedCueOf,
  deedNouns,
  dropping,
  isBoundBy,
  isMatter,
  isPolicyDeed,
  promising,
  refusing,
  type SideTaken,
  type StanceCue,
  stanceCueOf,
  stanceLemmaOf,
  stanceNouns,
  voicing
} from './stance-cues.js';
import { conditionWords } from './stance-limits.js';
import { stanceInPassive } from './stance-of-passive.js';
import { refusedDeed, wantedDeed } from './wanted-deed.js';
import { cueWordsOf, longest, pastAdverbs } from './cue-words.js';
import { bareVote, deedOfWhom, objectOf, onMatter } from './stance-object.js';

interface Behind extends Sought {
  readonly before: SpokenOf;
}

export function stanceOfGroup(behind: Behind, group: VerbGroup): ToldByVerb | null {
  const { reading, tokens, before } = behind;
  const main = tokens[group.main];
  if (!main) return null;
  const lemma = stanceLemmaOf(main.lower) ?? group.lemma;
  const passive = stanceInPassive(behind, group, lemma);
  if (passive !== undefined) return passive;
  const words = cueWordsOf(tokens, group.main, lemma);
  const told = (
    cue: readonly [number, number],
    found: Omit<ToldByVerb, 'cue' | 'by' | 'why'>,
    why?: string
  ) => ({
    ...found,
    cue,
    by: null,
    why: (why ?? reading.clean.slice(tokens[cue[0]]?.start, tokens[cue[1]]?.end))
      .toLowerCase()
      .replace(/\s+/g, ' ')
  });
  if (lemma === 'vote') {
    const vote = bareVote(tokens, group.main + 1, before.last);
    if (vote) return told([group.first, vote.last], { ...vote, word: lemma });
  }
  if (words && !(words.word === lemma && isBoundBy(lemma, tokens[words.next]))) {
    const { cue, word, next } = words;
    const at: [number, number] = [group.first, next - 1];
    if (addressing.has(lemma)) {
      // "urged ministers not to approve the merger"
      const ruled = deedOfWhom(tokens, next, behind.max, true);
      const left = ruled === null ? null : refusedDeed(behind, ruled);
      if (ruled !== null) return left && told(at, { side: 'opposes', issue: left, word });
      // "urged lawmakers to oppose vouchers": against vouchers, not for opposing them.
      const deed = deedOfWhom(tokens, next, behind.max);
      const bound = deed === null ? null : boundAt(behind, deed);
      if (bound) return told(at, { ...bound, word }, `${textOf(behind, at)} … to ${bound.word}`);
      if (deed !== null && deedCueOf(tokens[deed]?.lower ?? '')) return null;
    }
    const object =
      blamed(behind, cue, lemma, next) ??
      objectBehind(behind, word, next) ??
      stepBefore(behind, group.first, next);
    const found = onMatter(cue, object, group.negated);
    return found && told(at, { ...found, word });
  }
  if (bindingVerbs.has(lemma)) {
    const away = pastAdverbs(tokens, group.main + 1);
    const to = tokens[away]?.lower === 'to' ? away : -1;
    if (to < 0) {
      const wanted = lemma === 'want' ? wantedOfOthers(behind, group.main + 1) : null;
      if (wanted)
        return told([group.first, group.main], { side: 'supports', issue: wanted, word: lemma });
      // "committed in principle to guarantees"
      const step = [2, 3].find((each) => tokens[group.main + each]?.lower === 'to');
      const given = step ? stanceCueOf(`${lemma} to`) : undefined;
      if (!step || !given) return stanceOfNounBehind(behind, group, lemma, told);
      const next = group.main + step + 1;
      const found = onMatter(given, issueAt(behind, next));
      return found && told([group.first, next - 1], { ...found, word: lemma });
    }
    const at: [number, number] = [group.first, to];
    const bound = boundAt(behind, to + 1);
    if (bound) return told([group.first, to + 1], { ...bound, word: lemma });
    const issue =
      lemma === 'vote'
        ? clauseAt(behind, to + 1)
        : promising.has(lemma)
          ? wantedDeed(behind, to + 1)
          : null;
    return issue && told(at, { side: 'supports', issue, word: lemma });
  }
  if (refusing.has(lemma)) {
    const to = tokens[group.main + 1]?.lower === 'to' ? group.main + 1 : -1;
    const issue = to < 0 ? null : refusedDeed(behind, to + 1);
    return issue && told([group.first, to], { side: 'opposes', issue, word: lemma });
  }
  if (lemma === 'offer' && tokens[group.main + 1]?.lower === 'to') {
    const issue = clauseAt(behind, group.main + 2);
    const rest = issue && reading.clean.slice(issue.end, tokens[behind.max]?.end);
    return issue && conditionWords.test(rest ?? '')
      ? told([group.first, group.main + 1], { side: 'supports', issue, word: lemma })
      : null;
  }
  return stanceOfNounBehind(behind, group, lemma, told);
}

/** "wants ministers to close the road"; "wants the levy scrapped", as “wants that the levy be scrapped”. */
function wantedOfOthers(behind: Behind, at: number): IssueObject | null {
  const { tokens, max } = behind;
  const what = phraseStartingAt(tokens, at, max);
  const done = tokens[what ? what[1] + 1 : -1];
  const deed = deedOfWhom(tokens, at, max);
  if (deed !== null) return tokens[at]?.pos === 'PRON' ? null : wantedDeed(behind, deed);
  if (!what || !done || !/(?:ed|t|en)$/.test(done.lower) || !isPolicyDeed(done.lemma)) return null;
  const words = { text: 'be', lower: 'be', lemma: 'be', pos: 'AUX' } as const;
  const be = { ...done, ...words, end: done.start };
  const whole = { ...behind, tokens: tokens.toSpliced(what[1] + 1, 0, be), max: max + 1 };
  return whatIsToBe(whole, at);
}

type Tell = (
  cue: readonly [number, number],
  found: Omit<ToldByVerb, 'cue' | 'by' | 'why'>
) => ToldByVerb;

/** "voiced opposition to the plan", "withdrew her support for it", "announced plans to close the mine" */
function stanceOfNounBehind(
  behind: Behind,
  group: VerbGroup,
  lemma: string,
  told: Tell
): ToldByVerb | null {
  const { tokens } = behind;
  const voices = voicing.has(lemma) || lemma === 'campaign';
  if (voices || (dropping.has(lemma) && !group.modal)) {
    const noun = stanceNounAt(tokens, group.main + 1);
    const issue = noun && objectBehind(behind, 'support', noun.next);
    const at: [number, number] = [group.first, (noun?.next ?? 1) - 1];
    if (issue && voices) return told(at, { side: noun.side, issue, word: lemma });
    // "withdrew her support for the line"
    if (issue && noun.side === 'supports') return told(at, { side: 'opposes', issue, word: lemma });
    if (!voices) {
      // "dropped her plan to close the road"
      const to = deedNounAt(tokens, group.main + (tokens[group.main + 1]?.lower === 'up' ? 2 : 1));
      const deed = to < 0 ? null : wantedDeed(behind, to + 1);
      return deed && told([group.first, to], { side: 'opposes', issue: deed, word: lemma });
    }
  }
  if (voices) {
    // "announced plans to close the mine"
    const to = deedNounAt(tokens, group.main + 1);
    const deed = to < 0 ? null : wantedDeed(behind, to + 1);
    if (deed) return told([group.first, to], { side: 'supports', issue: deed, word: lemma });
  }
  return null;
}

function textOf({ reading, tokens }: Behind, [first, last]: readonly [number, number]): string {
  return reading.clean.slice(tokens[first]?.start, tokens[last]?.end);
}

/** What is behind the words; "it" is what the stance before was on. */
function objectBehind(behind: Behind, word: string, next: number): IssueObject | null {
  const { tokens, before } = behind;
  const { last, asked } = before;
  const first = tokens[next];
  const after = tokens[next + 1];
  if (
    first &&
    /^(?:it|this|that)$/.test(first.lower) &&
    last &&
    (closes(after) || endsObject(after))
  )
    return { ...last, start: first.start, end: first.end, is: last.is ?? last };
  if (
    first?.text === '“' &&
    /^(?:reject|dismiss|condemn|criticise|criticize|slam|blast|promise|pledge)$/.test(word)
  )
    return null;
  const found = objectOf(behind, word, next);
  // "rejected the call": what was called for.
  const isAsked = found?.head !== null && found !== null && askedNouns.test(found.head);
  const isDefinite = /^(?:the|this|that|his|her|its|their)$/.test(first?.lower ?? '');
  if (isAsked && isDefinite && found.vague && asked)
    return { ...asked, start: found.start, end: found.end, is: asked.is ?? asked };
  return found;
}

const askedNouns =
  /^(?:call|demand|appeal|request|plea|proposal|offer|suggestion|recommendation)s?$/;

/** "a no-fly zone, a step that Britain opposes": what was spoken of before. */
function stepBefore(
  { tokens, before: { last } }: Behind,
  first: number,
  next: number
): IssueObject | null {
  const after = tokens[next];
  if (!last || (after && !/^[.,;:]$/.test(after.text) && !endsObject(after))) return null;
  for (let i = first - 1; i > Math.max(2, first - 7); i--) {
    if (!/^(?:that|which)$/.test(tokens[i]?.lower ?? '')) continue;
    const isStep = /^(?:step|move|idea|measure|proposal|plan|policy)$/.test(
      tokens[i - 1]?.lower ?? ''
    );
    if (!isStep || !/^(?:a|an)$/.test(tokens[i - 2]?.lower ?? '')) return null;
    const end = tokens[next - 1]?.end ?? last.end;
    return { ...last, start: tokens[i]?.start ?? last.start, end, is: last.is ?? last };
  }
  return null;
}

function endsObject(token: Token | undefined): boolean {
  return token !== undefined && (/^(?:CCONJ|ADP|ADV|SCONJ)$/.test(token.pos) || isTemporal(token));
}

/** "criticised the police for using tear gas": against using it. */
function blamed(behind: Behind, cue: StanceCue, lemma: string, next: number): IssueObject | null {
  const { tokens, max } = behind;
  if (
    cue.side !== 'opposes' ||
    !/^(?:criticise|criticize|condemn|denounce|slam|blast|fault)$/.test(lemma)
  )
    return null;
  const whom = phraseStartingAt(tokens, next, max);
  const as = whom ? whom[1] + 1 : -1;
  const deed = tokens[as + 1];
  if (tokens[as]?.lower !== 'for' || !deed || !/ing$/.test(deed.lower)) return null;
  if (/^(?:failing|being|having|not|trying|doing|making|taking)$/.test(deed.lower)) return null;
  const issue = clauseAt(behind, as + 1);
  return issue?.inner ? { ...issue, undoes: false } : null;
}

/** What an infinitive takes sides with: "to oppose the ban". */
function boundAt(
  behind: Behind,
  at: number
): { readonly side: SideTaken; readonly issue: IssueObject; readonly word: string } | null {
  const verb = behind.tokens[at];
  if (!verb) return null;
  const pair = longest(behind.tokens, at + 1, verb.lower);
  const isPair = pair !== null && pair.word !== verb.lower;
  const cue = isPair ? pair.cue : deedCueOf(verb.lower);
  if (!cue || /^(?:accept|agree|ask|urge|call)/.test(verb.lower)) return null;
  const word = isPair ? pair.word : verb.lower;
  const next = isPair ? pair.next : at + 1;
  // "threatened to block the road" is no stance on the road.
  const isOpen = stanceCueOf(word) !== undefined;
  const object = objectBehind(behind, word, next);
  if (!isOpen && object !== null && object.head !== null && !isMatter(object.head)) return null;
  const found = onMatter(cue, object, true);
  return found && { ...found, word };
}

/** The "to" behind "a pledge", or -1. */
function deedNounAt(tokens: readonly Token[], start: number): number {
  for (let i = start; i < start + 4; i++) {
    const token = tokens[i];
    if (!token) return -1;
    if (deedNouns.has(token.lower)) return tokens[i + 1]?.lower === 'to' ? i + 1 : -1;
    if (!/^(?:DET|ADJ|ADP)$/.test(token.pos) && !/^(?:his|her|its|their)$/.test(token.lower))
      return -1;
  }
  return -1;
}

function stanceNounAt(
  tokens: readonly Token[],
  start: number
): { readonly side: SideTaken; readonly next: number } | null {
  for (let i = start; i < start + 4; i++) {
    const token = tokens[i];
    if (!token) return null;
    const side = stanceNouns.get(`${token.lower} ${tokens[i + 1]?.lower ?? ''}`);
    if (side) return { side, next: i + 2 };
    const leads =
      /^(?:DET|ADJ|ADV|NUM)$/.test(token.pos) || /^(?:his|her|its|their)$/.test(token.lower);
    if (!leads || /^(?:no|little|any)$/.test(token.lower)) return null;
  }
  return null;
}
