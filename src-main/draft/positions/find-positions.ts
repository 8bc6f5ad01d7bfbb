/** Attributions → positions: who takes which stance on what, in words that say so. For the person to confirm. */
import type { FoundActor } from '../actors/actor.js';
import type { FindActor } from '../actors/find-actors.js';
import { seats } from '../actors/name-words.js';
import type { FoundAttribution } from '../attributions/find-attributions.js';
import type { Reading } from '../reading/reading.js';
import { isDenial } from '../../domain/suggestions/denials.js';
import type { Range } from '../../domain/text/range.js';
import { type ExplicitStance, type FoundStance, ownStance } from './own-stance.js';
import { stancesInQuotes } from './quoted-stance.js';
import { unsettling } from './stance-limits.js';

export interface FoundPosition {
  readonly actor: FoundActor;
  readonly issue: string;
  readonly stance: FoundStance;
  readonly statement: string;
  readonly evidence: Range;
  /** Who tells of it, where the stance is told within what its own holder says; else its own attribution. */
  readonly attribution: FoundAttribution;
  readonly why: readonly string[];
  readonly confidence: number;
}

/** UTF-16 units of a statement: a ledger entry is a sentence or two. */
const longestStatement = 600;
/** Tell of others without taking part: "officials said that the minister rejects the plan". */
const relaying =
  /\b(?:people|sources?|officials?|aides?|diplomats?|reports?|spokes\p{L}+|statement|agency|news|media|newspaper)\b/iu;

export function findPositions(
  reading: Reading,
  attributions: readonly FoundAttribution[],
  findActor: FindActor,
  actors: readonly FoundActor[]
): FoundPosition[] {
  const byName = new Map(actors.map((actor) => [actor.name, actor]));
  const isActor = (start: number, end: number) => findActor({ start, end }) !== null;
  const speakers = new Map(
    attributions.map((attribution) => [
      attribution,
      speakerOf(reading, attribution, findActor, byName)
    ])
  );
  const found = attributions.flatMap((attribution) => {
    const actor = speakers.get(attribution);
    if (!actor || actor.type === 'place') return [];
    const teller = tellerOf(reading, attribution, attributions, speakers);
    if (!teller) return [];
    const own = ownStance(reading, attribution, isActor);
    const stances = own ? [own] : stancesInQuotes(reading, attribution, isActor);
    return stances.map((stance) => toPosition(reading, actor, teller, attribution, stance));
  });
  return found.filter(
    (position, i) =>
      !found
        .slice(0, i)
        .some(
          (other) =>
            other.actor === position.actor &&
            other.issue === position.issue &&
            other.stance === position.stance &&
            overlap(other.evidence, position.evidence)
        )
  );
}

interface Teller {
  readonly attribution: FoundAttribution;
  /** Whether the holder of the stance tells it himself, or nobody else does. */
  readonly own: boolean;
}

/** Who tells of it; `null` where that is somebody with a side of his own, or who denies or asks it. */
function tellerOf(
  reading: Reading,
  attribution: FoundAttribution,
  attributions: readonly FoundAttribution[],
  speakers: ReadonlyMap<FoundAttribution, FoundActor | null>
): Teller | null {
  const { cue } = attribution;
  if (!attribution.nested || !cue) return { attribution, own: true };
  let teller: Teller = { attribution, own: true };
  for (const outer of attributions) {
    if (outer === attribution || Math.abs(outer.sentence - attribution.sentence) > 1) continue;
    if (!outer.content.some(({ start, end }) => start <= cue.start && cue.end <= end)) continue;
    if (outer.negated || outer.link === 'question' || unsettling.test(outer.lemma)) return null;
    if (outer.cue && isDenial(reading.clean.slice(outer.cue.start, outer.cue.end))) return null;
    const speaker = speakers.get(outer);
    if (speaker && speaker === speakers.get(attribution)) {
      if (teller.own) teller = { attribution: outer, own: true };
      continue;
    }
    const words = outer.source
      ? reading.clean.slice(outer.source.start, outer.source.end)
      : 'reports';
    if (speaker?.type === 'person' || !relaying.test(words)) return null;
    teller = { attribution, own: false };
  }
  return teller;
}

function toPosition(
  { text }: Reading,
  actor: FoundActor,
  teller: Teller,
  { confidence, modal }: FoundAttribution,
  { stance, issue, words, why }: ExplicitStance
): FoundPosition {
  // What is said of a case to come is less sure, but for its condition.
  const sure = confidence + (modal && stance === 'conditional' ? 0.2 : 0);
  const judged = sure * 0.95 * (issue.vague ? 0.9 : 1) * (teller.own ? 1 : 0.8);
  return {
    actor,
    issue: issue.wording,
    stance,
    statement: statementOf(text.slice(words.start, words.end)),
    evidence: words,
    attribution: teller.attribution,
    why,
    confidence: Math.round(Math.min(0.98, judged) * 100) / 100
  };
}

/** A capital that speaks is its state: "Kyiv rejected the offer". */
function speakerOf(
  { clean }: Reading,
  { source }: FoundAttribution,
  findActor: FindActor,
  byName: ReadonlyMap<string, FoundActor>
): FoundActor | null {
  if (!source) return null;
  const name = clean
    .slice(source.start, source.end)
    .replace(/^the /i, '')
    .replace(/'s? .*$/, '');
  const state = Object.hasOwn(seats, name) ? byName.get(seats[name] ?? '') : undefined;
  return state ?? findActor(source);
}

function statementOf(words: string): string {
  const said = words.replace(/\s+/g, ' ').trim();
  return said.length > longestStatement
    ? `${said.slice(0, longestStatement).replace(/\s+\S*$/, '')}…`
    : said;
}

function overlap(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}
