/** What speakers say that they or others are to do: "said the police should arrest the organisers", "said it would sue". */
import type { FoundActor } from '../actors/actor.js';
import type { FoundAttribution } from '../attributions/find-attributions.js';
import type { Reading, Sentence } from '../reading/reading.js';
import type { IsActor } from './issue-wording.js';
import { firstSaid } from './first-said.js';
import { conditionBehind } from './stance-limits.js';
import type { ExplicitStance } from './stance-types.js';
import { saidDeedAt } from './wanted-deed.js';

/** The pronouns that stand for a speaker: never "it" for a person, who speaks of a thing so. */
const selves: Readonly<Record<FoundActor['type'], RegExp>> = {
  person: /^(?:he|she)$/,
  organisation: /^(?:it|they)$/,
  state: /^(?:it|they)$/,
  group: /^they$/,
  place: /^(?!)/,
  unknown: /^(?:he|she|they)$/
};

/** Whose leaders and speakers call it "the party". */
const bodies: readonly (readonly [role: RegExp, body: RegExp])[] = [
  [/\bspokes\p{L}+/iu, /^(?:party|union|association|federation|league|trust|government|ministry)$/],
  [/\b(?:leader|chair\p{L}*)\b/iu, /^(?:party|union|association|federation|league|trust)$/],
  [/\b(?:director|president|secretary)\b/iu, /^(?:union|association|federation|trust)$/],
  [/\bparty\b/iu, /^party$/]
];

/** Only the first thing that is said counts. */
export function* demands(
  reading: Reading,
  sentence: Sentence,
  attribution: FoundAttribution,
  { type }: FoundActor,
  isActor: IsActor
): Generator<ExplicitStance> {
  const said = firstSaid(sentence, attribution);
  if (!said) return;
  const { first, at, max, source, words } = said;
  const { tokens } = sentence;
  const announces = attribution.lemma === 'announce';
  const by = reading.clean.slice(source.start, source.end);
  const isBody = (noun: string) => bodies.some(([role, body]) => body.test(noun) && role.test(by));
  const speaker = { self: selves[type], isBody, announces };
  const deed = saidDeedAt({ reading, tokens, max, isActor }, at, speaker);
  if (!deed) return;
  const { side, issue } = deed;
  const [modal, verb] = deed.cue;
  const found = conditionBehind(reading, sentence, issue.end, first.end, source);
  if (deed.open && !found) return;
  const told = reading.clean.slice(tokens[modal]?.start, tokens[verb]?.end).toLowerCase();
  const why = [`words: ${told}`, ...(found ? [`condition: ${found.marker}`] : [])];
  const stance = found ? 'conditional' : side;
  yield { stance, issue, words, why, decides: announces };
}
