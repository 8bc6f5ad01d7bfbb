/** Attributions without a reporting verb. */
import { accordingTo } from './according-to.js';
import { asSaid } from './as-said.js';
import { byAdjective, inWords, byNoun } from './by-noun.js';
import { byOwnedNoun } from './by-owned-noun.js';
import { type FoundReport, type Scene, toFinding, toRange } from './finding.js';
import type { Token } from '../reading/tagger.js';
import { canSpeak } from './speakers.js';

export function otherFindings(scene: Scene): FoundReport[] {
  const found: FoundReport[] = [];
  scene.tokens.forEach((token, i) => {
    if (token.quoted) return;
    const finding =
      accordingTo(scene, i) ??
      byNoun(scene, i) ??
      byOwnedNoun(scene, i) ??
      byAdjective(scene, i) ??
      inWords(scene, i) ??
      asSaid(scene, i);
    if (finding) found.push(finding);
  });
  const headline = headlineColon(scene);
  return headline ? [...found, headline] : found;
}

/** Headlines that name who says it before or behind a colon. */

/** "Minister: tax will rise"; "Seas rise faster: study" */
function headlineColon(scene: Scene): FoundReport | null {
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
