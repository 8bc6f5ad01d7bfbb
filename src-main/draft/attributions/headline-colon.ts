/** Headlines that name who says it before or behind a colon. */
import type { Token } from '../reading/tagger.js';
import { type Finding, type Scene, toFinding, toRange } from './finding.js';
import { canSpeak } from './speakers.js';

/** "Minister: tax will rise"; "Seas rise faster: study" */
export function headlineColon(scene: Scene): Finding | null {
  const { tokens, sentence } = scene;
  if (!sentence.headline) return null;
  const colon = tokens.findIndex(({ text }) => text === ':');
  if (colon < 1 || tokens.length - colon < 2) return null;
  const named = (part: readonly Token[]) =>
    part.every(({ pos, lower }) => /^(?:PROPN|NOUN|DET|ADJ)$/.test(pos) || lower === "'s");
  const before = tokens.slice(0, colon);
  const after = tokens.slice(colon + 1);
  const cue = toRange(tokens, colon, colon);
  const lastBefore = before.at(-1);
  const lastAfter = after.at(-1);
  if (colon <= 4 && lastBefore && named(before) && canSpeak(lastBefore) && after.length > 3) {
    return toFinding(scene, {
      cue,
      source: toRange(tokens, 0, colon - 1),
      content: [toRange(tokens, colon + 1, tokens.length - 1)],
      rule: 'cue: colon in a headline',
      link: 'colon',
      confidence: 0.62
    });
  }
  if (after.length <= 4 && lastAfter && named(after) && canSpeak(lastAfter) && before.length > 3) {
    return toFinding(scene, {
      cue,
      source: toRange(tokens, colon + 1, tokens.length - 1),
      content: [toRange(tokens, 0, colon - 1)],
      rule: 'cue: colon in a headline',
      link: 'colon',
      confidence: lastAfter.pos === 'PROPN' ? 0.55 : 0.7
    });
  }
  return null;
}
