/** Reading → positions: who takes which stance on what, in words that say so. For the person to confirm. */
import type { FoundActor } from '../actors/actor.js';
import type { FindActor } from '../actors/find-actors.js';
import type { FoundAttribution } from '../attributions/find-attributions.js';
import type { Reading } from '../reading/reading.js';
import { isDenial } from '../../domain/suggestions/denials.js';
import { overlaps, type Range } from '../../domain/text/range.js';
import type { IssueObject } from './issue-wording.js';
import { toldStances } from './own-stance.js';
import type { ExplicitStance, FoundStance, SpokenOf, ToldStance } from './stance-types.js';
import { stancesInQuotes } from './quoted-stance.js';
import { demands } from './demands.js';
import { judgements } from './stance-of-judgement.js';
import { nameIssues } from './shared-issues.js';
import { holdersOf, speakerIn } from './stance-holders.js';
import { unsettling } from './stance-limits.js';

export interface FoundPosition {
  readonly actor: FoundActor;
  readonly issue: string;
  readonly stance: FoundStance;
  readonly statement: string;
  readonly evidence: Range;
  /** The words that take the side. */
  readonly cue: Range | null;
  readonly sentence: number;
  /** Whether it is told as what was held before: to be offered only as the earlier side of a change. */
  readonly former: boolean;
  /** Who tells of it, where that is an attribution; the writer tells of the others. */
  readonly attribution: FoundAttribution | null;
  readonly why: readonly string[];
  readonly confidence: number;
}

/** UTF-16 units of a statement: a ledger entry is a sentence or two. */
const longestStatement = 600;
/** How sure it is at most that words of somebody's own take the side that was read. */
const sureOfQuotes = 0.89;
/** Tell of others without taking part: "officials said that the minister rejects the plan". */
const relaying =
  /\b(?:people|sources?|officials?|aides?|diplomats?|reports?|spokes\p{L}+|statement|agency|news|media|newspaper)\b/iu;

/** Reports nothing that others say, but what its subject holds. */
const takingSides = /^(?:oppose|support|back|endorse|favou?r)$/;

/** One holder's, before issues are named. */
interface Held extends ExplicitStance {
  readonly actor: FoundActor;
  readonly cue: Range | null;
  readonly sentence: number;
  readonly attribution: FoundAttribution | null;
  readonly confidence: number;
  /** Counts only where it differs from another stance of the same actor. */
  readonly weak?: boolean;
}

interface PlacedIssue {
  readonly issue: IssueObject;
  readonly sentence: number;
}

export function findPositions(
  reading: Reading,
  attributions: readonly FoundAttribution[],
  findActor: FindActor,
  actors: readonly FoundActor[]
): FoundPosition[] {
  const byName = new Map(actors.map((actor) => [actor.name, actor]));
  const isActor = (start: number, end: number) => findActor({ start, end }) !== null;
  const tellers = tellersOf(attributions, (source) =>
    speakerIn(reading, source, findActor, byName)
  );
  const held: Held[] = [];
  let last: PlacedIssue | null = null;
  let asked: PlacedIssue | null = null;
  const decided: IssueObject[] = [];
  for (const sentence of reading.sentences) {
    const { index } = sentence;
    const before: SpokenOf = {
      last: last && index - last.sentence < 2 ? last.issue : null,
      asked: asked && index - asked.sentence < 4 ? asked.issue : null
    };
    for (const told of toldStances(reading, sentence, isActor, before)) {
      last = { issue: told.issue, sentence: index };
      if (told.asks) asked = last;
      if (told.decides) decided.push(told.issue);
      const { cue, sure } = told;
      const named = holdersOf(reading, told.tokens, told.holder, told.head, findActor, byName);
      const holders = [named, tellers.ofThemselves(told, index)].find(
        ({ length }) => length > 0
      ) ?? [...sameAgain(reading, told, held.at(-1), index)];
      for (const actor of holders) {
        if (actor.type === 'place') continue;
        const teller = tellers.tellerAt(reading, cue, index, actor);
        if (!teller) continue;
        const confidence = sure * (teller.own ? 1 : 0.8);
        held.push({ ...told, actor, sentence: index, attribution: teller.attribution, confidence });
      }
    }
    for (const attribution of tellers.in(index)) {
      const { cue } = attribution;
      const actor = tellers.speakerOf(attribution);
      if (!actor || actor.type === 'place') continue;
      const said = [
        ...stancesInQuotes(reading, attribution, isActor),
        ...judgements(reading, sentence, attribution, isActor),
        ...demands(reading, sentence, attribution, actor, isActor)
      ];
      if (said.length === 0) continue;
      const teller = tellers.tellerAt(reading, cue, index, actor);
      if (!teller?.own) continue;
      const confidence = Math.min(sureOfQuotes, attribution.confidence);
      for (const stance of said) {
        held.push({ ...stance, actor, cue, sentence: index, attribution, confidence });
        if (stance.decides) decided.push(stance.issue);
      }
    }
  }
  held.sort((a, b) => a.words.start - b.words.start);
  const named = nameIssues(
    reading,
    held.map(({ issue }) => issue),
    decided
  );
  const isContrary = (each: Held, issue: string) =>
    held.some(
      (other, j) =>
        !other.weak &&
        other.actor === each.actor &&
        other.stance !== each.stance &&
        named[j]?.wording === issue
    );
  const found = held.flatMap((each, i) => {
    const name = named[i];
    if (!name || (each.weak && !isContrary(each, name.wording))) return [];
    return [toPosition(reading, each, name)];
  });
  return found.filter(
    (position, i) =>
      !found
        .slice(Math.max(0, i - 12), i)
        .some(
          (other) =>
            other.actor === position.actor &&
            other.issue === position.issue &&
            other.stance === position.stance &&
            overlaps(other.evidence, position.evidence)
        )
  );
}

/** "The union opposed it but said it now supported it", "The union … The union said it": whoever held the last one. */
function sameAgain(
  { clean, sentences }: Reading,
  { tokens, head, holder }: ToldStance,
  last: Held | undefined,
  index: number
): readonly FoundActor[] {
  if (!last || index - last.sentence > 1 || !/^(?:it|they)$/.test(tokens[head]?.lower ?? ''))
    return [];
  if (!/^(?:organisation|group)$/.test(last.actor.type)) return [];
  const isSame = last.sentence === index;
  const from = isSame ? last.words.end : (sentences[index]?.start ?? 0);
  const between = clean.slice(from, holder.start);
  if (isSame)
    return /\b(?:but|and|yet)\b[^,;:“]{0,24}\bsa(?:id|ys) (?:that )?$/i.test(between)
      ? [last.actor]
      : [];
  const goesOn = /^(?:On \p{L}+ )?it sa(?:id|ys) (?:on \p{L}+ )?(?:that )?$/iu.test(between);
  return goesOn ? [last.actor] : [];
}

interface Teller {
  readonly attribution: FoundAttribution | null;
  /** Whether the holder of the stance tells it himself, or the writer does. */
  readonly own: boolean;
}

interface Tellers {
  readonly in: (sentence: number) => readonly FoundAttribution[];
  readonly speakerOf: (attribution: FoundAttribution) => FoundActor | null;
  /** Of "it" in "Spain said it would back the cut". */
  readonly ofThemselves: (told: ToldStance, sentence: number) => readonly FoundActor[];
  /** `null` where it is somebody with a side of his own, or who denies or asks it. */
  readonly tellerAt: (
    reading: Reading,
    cue: Range | null,
    sentence: number,
    holder: FoundActor
  ) => Teller | null;
}

function tellersOf(
  attributions: readonly FoundAttribution[],
  actorOf: (source: Range | null) => FoundActor | null
): Tellers {
  const bySentence = new Map<number, FoundAttribution[]>();
  for (const attribution of attributions) {
    const known = bySentence.get(attribution.sentence);
    if (known) known.push(attribution);
    else bySentence.set(attribution.sentence, [attribution]);
  }
  const inSentence = (sentence: number) => bySentence.get(sentence) ?? [];
  const speakerOf = (attribution: FoundAttribution) => actorOf(attribution.source);
  return {
    in: inSentence,
    speakerOf,
    ofThemselves: ({ tokens, head, cue }, sentence) => {
      if (!/^(?:it|they)$/.test(tokens[head]?.lower ?? '')) return [];
      const outer = inSentence(sentence).find(
        ({ content, link }) =>
          link !== 'question' &&
          content.some(({ start, end }) => start <= cue.start && cue.end <= end)
      );
      const speaker = outer ? speakerOf(outer) : null;
      return speaker && /^(?:organisation|state|group|unknown)$/.test(speaker.type)
        ? [speaker]
        : [];
    },
    tellerAt: (reading, cue, sentence, holder) => {
      const near = [sentence - 1, sentence, sentence + 1].flatMap(inSentence);
      const own = cue && near.find((each) => each.cue !== null && overlaps(each.cue, cue));
      let teller: Teller = { attribution: own ?? null, own: true };
      if (!cue) return teller;
      for (const outer of near) {
        // "opposed the toll but now backs it": the first verb tells nothing of the second.
        if (outer === own || takingSides.test(outer.lemma)) continue;
        if (!outer.content.some(({ start, end }) => start <= cue.start && cue.end <= end)) continue;
        if (outer.negated || outer.link === 'question' || unsettling.test(outer.lemma)) return null;
        if (outer.cue && isDenial(reading.clean.slice(outer.cue.start, outer.cue.end))) return null;
        const speaker = speakerOf(outer);
        if (speaker === holder) {
          if (teller.own) teller = { attribution: outer, own: true };
          continue;
        }
        const words = outer.source
          ? reading.clean.slice(outer.source.start, outer.source.end)
          : 'reports';
        if (speaker?.type === 'person' || !relaying.test(words)) return null;
        teller = { attribution: outer, own: false };
      }
      return teller;
    }
  };
}

function toPosition(
  { text }: Reading,
  held: Held,
  {
    wording,
    turned,
    vague
  }: { readonly wording: string; readonly turned: boolean; readonly vague: boolean }
): FoundPosition {
  const { actor, cue, sentence, attribution, words, why, stance, confidence } = held;
  return {
    ...{ actor, cue, sentence, attribution, why },
    former: held.former ?? false,
    issue: wording,
    stance: turned ? turnedStance(stance) : stance,
    statement: statementOf(text.slice(words.start, words.end)),
    evidence: words,
    confidence: Math.round(Math.min(0.98, confidence * (vague ? 0.85 : 0.95)) * 100) / 100
  };
}

/** Whoever would scrap a levy on a condition is not for it on that condition. */
function turnedStance(stance: FoundStance): FoundStance {
  if (stance === 'conditional') return stance;
  return stance === 'supports' ? 'opposes' : 'supports';
}

function statementOf(words: string): string {
  const said = words.replace(/\s+/g, ' ').trim();
  return said.length > longestStatement
    ? `${said.slice(0, longestStatement).replace(/\s+\S*$/, '')}…`
    : said;
}
