/** Adjectives that report what somebody thinks, and "as Smith put it". */
import { phraseEndingAt } from '../reading/noun-phrases.js';
import { isClause } from './clause-shape.js';
import { cueAdjectives } from './cues.js';
import { endBefore, type FoundReport, restEnd, type Scene, toFinding, toRange } from './finding.js';
import { canSpeak } from './speakers.js';

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
