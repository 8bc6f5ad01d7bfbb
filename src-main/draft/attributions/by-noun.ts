/** Nouns that report: "Smith's claim that"; and "as Smith put it". */
import {
  isNominal,
  type Phrase,
  phraseEndingAt,
  phraseStartingAt
} from '../reading/noun-phrases.js';
import type { Token } from '../reading/tagger.js';
import { cueNouns, cueLemmaOf } from './cues.js';
import { type FoundReport, restEnd, type Scene, toFinding, toRange, endBefore } from './finding.js';
import { canSpeak } from './speakers.js';

/** "Smith's claim that", "reports that", "expressed fears that", "her view is that" */
export function byNoun(scene: Scene, i: number): FoundReport | null {
  const { tokens } = scene;
  const token = tokens[i];
  if (token?.pos !== 'NOUN' || !cueNouns.has(token.lower)) return null;
  // "said in a statement that" is the verb's.
  let det = i - 1;
  while (/^(?:ADJ|NOUN|PROPN)$/.test(tokens[det]?.pos ?? '') && det > i - 4) det--;
  if (tokens[det]?.pos === 'DET' && /^(?:in|at|during)$/.test(tokens[det - 1]?.lower ?? ''))
    return null;
  const owner = ownerOf(tokens, i);
  const next = tokens[i + 1];
  let that = i + 1;
  if (next && /^(?:is|was|remains)$/.test(next.lower) && owner) that = i + 2;
  const by = /^(?:by|from|of|among)$/.test(next?.lower ?? '')
    ? phraseStartingAt(tokens, i + 2, tokens.length - 1)
    : null;
  if (by) that = by[1] + 1;
  const mark = tokens[that];
  const first = tokens[that + 1];
  if (mark?.lower !== 'that' || !first) return null;
  // "claims that were made": a relative clause, unless a verb has its own subject.
  if (first.pos === 'VERB' || first.pos === 'AUX') return null;
  const source =
    owner ??
    (by && tokens[by[1]] && canSpeak(tokens[by[1]] as Token) ? by : null) ??
    lightSubject(scene, i);
  // "a claim that many economists dispute": what they dispute is the claim.
  if (!source && isObjectRelative(scene, that + 1)) return null;
  const weak = /^(?:idea|notion|news|evidence|sense|theory|feeling)$/.test(token.lower);
  return toFinding(scene, {
    cue: toRange(tokens, i, i),
    source: source && toRange(tokens, source[0], source[1]),
    content: [{ start: mark.start, end: restEnd(scene) }],
    rule: `cue: ${token.lower}`,
    link: 'that',
    confidence: weak ? 0.5 : source ? 0.74 : 0.62
  });
}

/** Whether the clause lacks what its verb acts on. */
function isObjectRelative({ tokens, groups }: Scene, from: number): boolean {
  const verb = groups.find(({ first }) => first > from);
  const next = verb && tokens[verb.main + 1];
  return (
    verb !== undefined &&
    (!next || /^[.,;]$/.test(next.text)) &&
    cueLemmaOf(tokens[verb.main]?.lower ?? '') !== undefined
  );
}

/** Whose noun it is: "Smith's claim", "her view". */
export function ownerOf(tokens: readonly Token[], i: number): Phrase | null {
  let at = i - 1;
  while (tokens[at]?.pos === 'ADJ') at--;
  const before = tokens[at];
  if (before?.lower === "'s" && at > 0) return phraseEndingAt(tokens, at - 1);
  if (before && /^(?:his|her|their|its)$/.test(before.lower)) return [at, at];
  if (before?.text === "'" && isNominal(tokens[at - 1])) return phraseEndingAt(tokens, at - 1);
  return null;
}

/** "Smith made the claim that", "officials voiced concern that" */
function lightSubject(scene: Scene, i: number): Phrase | null {
  const { tokens, groups } = scene;
  const verb = groups.findLast((group) => group.main < i && i - group.main <= 4);
  if (
    !verb ||
    !/^(?:make|voice|issue|have|repeat|share|raise|give|offer|hold|express|reiterate|renew)$/.test(
      verb.lemma
    )
  )
    return null;
  const head = tokens[verb.first - 1];
  return head && canSpeak(head) ? phraseEndingAt(tokens, verb.first - 1) : null;
}

/** "as Smith put it", "as the minister called it" */
export function inWords(scene: Scene, i: number): FoundReport | null {
  const { tokens } = scene;
  if (tokens[i]?.lower !== 'put' || tokens[i + 1]?.lower !== 'it' || i < 2) return null;
  const head = tokens[i - 1];
  if (!head || !canSpeak(head)) return null;
  const subject = phraseEndingAt(tokens, i - 1);
  const first = tokens[0];
  const as = tokens[subject[0] - 1];
  if (as?.lower !== 'as' || !first || !tokens[i + 2]) return null;
  const isFronted = subject[0] === 1;
  const content = isFronted
    ? tokens[i + 3] && {
        start: tokens[i + 3]?.start ?? 0,
        end: restEnd(scene)
      }
    : { start: first.start, end: endBefore(tokens, subject[0] - 2) };
  if (!content || content.end <= content.start) return null;
  return toFinding(scene, {
    cue: toRange(tokens, i, i + 1),
    source: toRange(tokens, subject[0], subject[1]),
    content: [content],
    rule: 'cue: put it',
    confidence: 0.75
  });
}
