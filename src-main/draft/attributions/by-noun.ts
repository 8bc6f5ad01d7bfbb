/** Nouns and adjectives that report: "Smith's claim that", "is confident that"; and "as Smith put it". */
import {
  isNominal,
  type Phrase,
  phraseEndingAt,
  phraseStartingAt
} from '../reading/noun-phrases.js';
import type { Token } from '../reading/tagger.js';
import { cueNouns, wordsNouns, cueLemmaOf, cueAdjectives } from './cues.js';
import { type FoundReport, restEnd, type Scene, toFinding, toRange, endBefore } from './finding.js';
import { canSpeak } from './speakers.js';
import { isClause } from './clause-shape.js';

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
  const there = isThere(scene, i);
  const isBare =
    mark !== undefined &&
    !/^(?:that|which|who)/.test(mark.lower) &&
    /^(?:DET|PRON|NOUN|PROPN|NUM)$/.test(mark.pos);
  if (there && isBare && cueNouns.has(token.lower) && isClause(scene, i + 1))
    return toFinding(scene, {
      cue: toRange(tokens, i, i),
      source: null,
      content: [{ start: mark.start, end: restEnd(scene) }],
      rule: `cue: ${token.lower}`,
      confidence: 0.6
    });
  if (!cueNouns.has(token.lower) || mark?.lower !== 'that' || !first) return null;
  if (token.pos !== 'NOUN' && !there) return null;
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

/** "There are fears", "there is growing concern", where the tagger may take the noun for a verb. */
function isThere({ tokens }: Scene, i: number): boolean {
  let at = i - 1;
  while (/^(?:ADJ|ADV|DET|VERB)$/.test(tokens[at]?.pos ?? '') && at > i - 3) at--;
  if (!/^(?:is|are|was|were|been|be|remain|remains)$/.test(tokens[at]?.lower ?? '')) return false;
  while (/^(?:AUX|ADV|VERB)$/.test(tokens[at]?.pos ?? '')) at--;
  return tokens[at]?.lower === 'there';
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

/** "is confident that", "are worried about", "was adamant the deal would hold" */
export function byAdjective(scene: Scene, i: number): FoundReport | null {
  const { tokens, groups } = scene;
  const token = tokens[i];
  if (!token || !cueAdjectives.has(token.lower) || !/^(?:ADJ|VERB)$/.test(token.pos)) return null;
  const next = tokens[i + 1];
  const bare =
    next !== undefined &&
    /^(?:convinced|confident|sure|certain|glad|afraid|hopeful|worried|aware)$/.test(token.lower) &&
    /^(?:DET|PRON|NOUN|PROPN)$/.test(next.pos) &&
    isClause(scene, i + 1);
  if (!next || !(bare || /^(?:that|about|of|to|over|with|by|on)$/.test(next.lower))) return null;
  if (
    next.lower === 'to' &&
    !/^(?:opposed|open|willing|unwilling|reluctant|ready|keen|eager|determined|prepared)$/.test(
      token.lower
    )
  )
    return null;
  if (next.lower === 'that' && /^(?:VERB|AUX)$/.test(tokens[i + 2]?.pos ?? '')) return null;
  const verb = groups.findLast(
    (group) => group.first < i && group.main <= i && i - group.main <= 3
  );
  if (
    !verb ||
    !(/^(?:be|remain|seem|feel|appear|sound|become)$/.test(verb.lemma) || verb.main === i)
  )
    return null;
  const head = tokens[verb.first - 1];
  if (!head || !canSpeak(head) || head.lower === 'it' || head.quoted) return null;
  const subject = phraseEndingAt(tokens, verb.first - 1);
  const first = tokens[next.lower === 'that' || bare ? i + 1 : i + 2];
  if (!first) return null;
  const link =
    next.lower === 'that'
      ? 'that'
      : bare
        ? 'clause'
        : next.lower === 'to'
          ? 'infinitive'
          : 'phrase';
  return toFinding(scene, {
    cue: toRange(tokens, verb.first, next.lower === 'that' || bare ? i : i + 1),
    source: toRange(tokens, subject[0], subject[1]),
    content: [
      {
        start: (next.lower === 'to' && link === 'infinitive' && tokens[i + 2]?.pos === 'VERB'
          ? next
          : first
        ).start,
        end: restEnd(scene)
      }
    ],
    rule: `cue: ${token.lower}`,
    lemma: token.lower,
    link,
    negated: verb.negated,
    confidence: link === 'that' || link === 'clause' ? 0.8 : 0.6
  });
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
