/** Attributions without a reporting verb. */
import { accordingTo } from './according-to.js';
import { inWords, byNoun } from './by-noun.js';
import { type FoundReport, type Scene } from './finding.js';

export function otherFindings(scene: Scene): FoundReport[] {
  const found: FoundReport[] = [];
  scene.tokens.forEach((token, i) => {
    if (token.quoted) return;
    const finding = accordingTo(scene, i) ?? byNoun(scene, i) ?? inWords(scene, i);
    if (finding) found.push(finding);
  });
  return found;
}
