/** Attributions → positions: who stands where on what. Wording and stance are for the person to confirm. */
import type { FoundActor } from '../actors/actor.js';
import type { FindActor } from '../actors/find-actors.js';
import { seats, demonyms, fullName } from '../actors/name-words.js';
import type { FoundAttribution } from '../attributions/find-attributions.js';
import type { Reading } from '../reading/reading.js';
import type { Range } from '../../domain/text/range.js';
import { type KeyPhrase, stem, stemsOf } from './find-issues.js';
import { judgeStance, type FoundStance, opposeCues } from './judge-stance.js';

export interface FoundPosition {
  readonly actor: FoundActor;
  readonly issue: string;
  readonly stance: FoundStance;
  readonly statement: string;
  readonly evidence: Range;
  readonly attribution: FoundAttribution;
  readonly why: readonly string[];
  readonly confidence: number;
}

/** UTF-16 units of a statement: a ledger entry is a sentence or two. */
const longestStatement = 600;

export function findPositions(
  reading: Reading,
  attributions: readonly FoundAttribution[],
  findActor: FindActor,
  actors: readonly FoundActor[],
  phrases: readonly KeyPhrase[]
): FoundPosition[] {
  const names = new Set(
    actors
      .filter(({ type }) => type !== 'group')
      .flatMap(({ mentions }) =>
        mentions.flatMap(({ name }) => (name ? [name.split(' ').map(stem).join(' ')] : []))
      )
  );
  const byName = new Map(actors.map((actor) => [actor.name, actor]));
  return attributions.flatMap((attribution) => {
    const actor = speakerOf(reading, attribution, findActor, byName);
    const first = attribution.content[0];
    const last = attribution.content.at(-1);
    if (!actor || !first || !last) return [];
    const said = attribution.content
      .map(({ start, end }) => reading.clean.slice(start, end))
      .join(' ')
      .replace(/\s+/g, ' ');
    const isShort = !/\s/.test(said.trim());
    if (isShort && !opposeCues.has(attribution.lemma)) return [];
    const { stance, why } = judgeStance(attribution.lemma, attribution.negated, said);
    const byCue = why.some((reason) => reason.startsWith('cue'));
    const confidence =
      attribution.confidence *
      (stance === 'unclear' ? 0.6 : byCue ? 0.95 : 0.82) *
      (attribution.nested ? 0.8 : 1);
    const base = {
      actor,
      attribution,
      evidence: { start: first.start, end: last.end },
      confidence: Math.round(confidence * 100) / 100
    };
    const contrast = /^(.{4,}?),? (?:rather than|instead of) (.{3,})$/i.exec(said);
    const rejected = contrast?.[2];
    if (contrast?.[1] && rejected && stance !== 'opposes') {
      return [
        {
          ...base,
          issue: issueOf(contrast[1], phrases, names),
          stance: 'supports',
          statement: statementOf(contrast[1]),
          why: [...why, 'contrast: rather than']
        },
        {
          ...base,
          issue: trimmed(rejected),
          stance: 'opposes',
          statement: statementOf(rejected),
          why: ['contrast: rather than']
        }
      ] satisfies FoundPosition[];
    }
    return [
      { ...base, issue: issueOf(said, phrases, names), stance, statement: statementOf(said), why }
    ];
  });
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

/** The best key phrase whose words all stand in what is said; names of actors count less. */
function issueOf(said: string, phrases: readonly KeyPhrase[], names: ReadonlySet<string>): string {
  const stems = stemsOf(said);
  let best = '';
  let most = 0;
  for (const { label, stems: own, score } of phrases) {
    if (!own.every((word) => stems.has(word))) continue;
    const weight = score * Math.sqrt(own.length) * (names.has(own.join(' ')) ? 0.03 : 1);
    if (weight > most) [best, most] = [label, weight];
  }
  return best === '' ? trimmed(said) : best;
}

function trimmed(text: string): string {
  const plain = text
    .replace(/["“”]/g, '')
    .replace(/^(?:that|to|a|an|the)\s+/i, '')
    .replace(/[\s.,;:]+$/, '');
  return plain.length > 60 ? `${plain.slice(0, 60).replace(/\s+\S*$/, '')}…` : plain;
}

function statementOf(said: string): string {
  return said.length > longestStatement
    ? `${said.slice(0, longestStatement).replace(/\s+\S*$/, '')}…`
    : said;
}

/** Who holds an office of a state speaks for it: "US Special Envoy Steve Witkoff" for the United States. */
const offices =
  /\b(?:president|prime minister|chancellor|premier|foreign minister|defen[cs]e minister|secretary of state|foreign secretary|envoy|ambassador|negotiator|spokes(?:man|woman|person))\b/i;
/** The person's word is surer than what it means for the state. */
const share = 0.7;

/** Positions of states that officeholders take a side for, to be confirmed like any other. */
export function positionsOfStates(
  positions: readonly FoundPosition[],
  actors: readonly FoundActor[]
): FoundPosition[] {
  const byName = new Map(
    actors.filter(({ type }) => type === 'state').map((actor) => [actor.name, actor])
  );
  return positions.flatMap((position) => {
    if (position.actor.type !== 'person' || position.stance === 'unclear') return [];
    for (const title of position.actor.titles) {
      const state = offices.test(title) ? byName.get(stateIn(title)) : undefined;
      if (!state) continue;
      const confidence = Math.max(0.5, Math.round(position.confidence * share * 100) / 100);
      return [
        { ...position, actor: state, why: [...position.why, `speaks for it: ${title}`], confidence }
      ];
    }
    return [];
  });
}

function stateIn(title: string): string {
  const [first = '', second = ''] = title.split(/\s+/);
  for (const words of [`${first} ${second}`, first]) {
    const state = fullName(words)?.[0] ?? demonyms[words.toLowerCase()];
    if (state) return state;
  }
  return first;
}
