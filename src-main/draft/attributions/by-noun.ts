/** Nouns that report: "Smith's claim that". */
import {
  isNominal,
  type Phrase,
  phraseEndingAt,
  phraseStartingAt
} from '../reading/noun-phrases.js';
import type { Token } from '../reading/tagger.js';
import { cueNouns, wordsNouns, cueLemmaOf } from './cues.js';
import { type FoundReport, restEnd, type Scene, toFinding, toRange } from './finding.js';
import { canSpeak } from './speakers.js';

/** "Smith's claim that", "reports that", "expressed fears that", "her view is that" */
export function byNoun(scene: Scene, i: number): FoundReport | null {
  const { tokens } = scene;
  const token = tokens[i];
  if (
    !token ||
    !/^(?:NOUN|VERB)$/.test(token.pos) ||
    !(cueNouns.has(token.lower) || wordsNouns.has(token.lower) || token.lower === 'policy')
  )
    return null;
  // "said in a statement that" is the verb's.
  if (tokens[i - 1]?.pos === 'DET' && /^(?:in|at|during)$/.test(tokens[i - 2]?.lower ?? ''))
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
  if (
    wordsNouns.has(token.lower) &&
    owner &&
    mark &&
    first &&
    (mark.text === ':' || (that === i + 2 && mark.text === '“'))
  ) {
    const from = mark.text === ':' ? first : mark;
    return toFinding(scene, {
      cue: toRange(tokens, i, i),
      source: toRange(tokens, owner[0], owner[1]),
      content: [{ start: from.start, end: restEnd(scene) }],
      rule: `cue: ${token.lower}`,
      link: 'quote',
      confidence: 0.7
    });
  }
  // "Ukraine's position opposing concessions"
  if (
    owner &&
    /^(?:position|stance|policy)$/.test(token.lower) &&
    next &&
    /^(?:opposing|supporting|favou?ring|rejecting|backing|against)$/.test(next.lower) &&
    tokens[i + 2]
  ) {
    return toFinding(scene, {
      cue: toRange(tokens, i, i + 1),
      source: toRange(tokens, owner[0], owner[1]),
      content: [{ start: tokens[i + 2]?.start ?? 0, end: restEnd(scene) }],
      rule: `cue: ${token.lower} ${next.lower}`,
      lemma: cueLemmaOf(next.lower) ?? 'oppose',
      link: 'phrase',
      confidence: 0.7
    });
  }
  if (!cueNouns.has(token.lower) || mark?.lower !== 'that' || !first || token.pos !== 'NOUN')
    return null;
  // "claims that were made": a relative clause, unless a verb has its own subject.
  if (first.pos === 'VERB' || first.pos === 'AUX') return null;
  const source =
    owner ??
    (by && tokens[by[1]] && canSpeak(tokens[by[1]] as Token) ? by : null) ??
    lightSubject(scene, i);
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
