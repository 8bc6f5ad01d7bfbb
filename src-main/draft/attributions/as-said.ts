/** "As Smith noted, the tax has doubled"; "The tax has doubled, as Smith noted on Monday." */
import { phraseStartingAt } from '../reading/noun-phrases.js';
import { strengthOf } from './cues.js';
import { endBefore, type FoundReport, restEnd, type Scene, toFinding, toRange } from './finding.js';
import { canSpeak } from './speakers.js';

/** Tokens between the verb and the comma behind it. */
const longestOccasion = 6;

export function asSaid(scene: Scene, i: number): FoundReport | null {
  const { tokens, groups } = scene;
  const before = tokens[i - 1];
  if (tokens[i]?.lower !== 'as' || (before && before.text !== ',')) return null;
  const phrase = phraseStartingAt(tokens, i + 1, tokens.length - 1);
  const head = phrase && tokens[phrase[1]];
  const verb = phrase && groups.find(({ first }) => first === phrase[1] + 1);
  if (!phrase || !head || !verb || !canSpeak(head)) return null;
  if (verb.form !== 'finite' || verb.passive || strengthOf(verb.lemma) !== 'always') return null;
  // "denied that it was so, as Smith claimed": Smith does not say that it was denied.
  if (groups.some(({ lemma, main }) => main < i && lemma === 'deny')) return null;
  const close = tokens.findIndex(
    ({ text }, k) => k > verb.main && k <= verb.main + longestOccasion && /^[,.]$/.test(text)
  );
  const next = tokens[verb.main + 1];
  // "as Smith said the plan was dead,": a clause of time.
  if (next && !/^[,.]$/.test(next.text) && !/^(?:ADP|ADV)$/.test(next.pos)) return null;
  const first = tokens[0];
  const rest = tokens[close + 1];
  const content = before
    ? first && { start: first.start, end: endBefore(tokens, i - 1) }
    : close > 0 && rest && { start: rest.start, end: restEnd(scene) };
  if (!content || content.end <= content.start) return null;
  return toFinding(scene, {
    cue: toRange(tokens, verb.first, verb.main),
    source: toRange(tokens, phrase[0], phrase[1]),
    content: [content],
    rule: `cue: as … ${tokens[verb.main]?.lower ?? ''}`,
    lemma: verb.lemma,
    link: 'before',
    confidence: 0.82
  });
}
