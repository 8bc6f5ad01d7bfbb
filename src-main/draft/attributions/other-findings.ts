/** Attributions without a reporting verb. */
import { accordingTo } from './according-to.js';
import { byAdjective, inWords } from './by-adjective.js';
import { byNoun } from './by-noun.js';
import type { Finding, Scene } from './finding.js';
import { headlineColon } from './headline-colon.js';

export function otherFindings(scene: Scene): Finding[] {
  const found: Finding[] = [];
  scene.tokens.forEach((token, i) => {
    if (token.quoted) return;
    const finding =
      accordingTo(scene, i) ?? byNoun(scene, i) ?? byAdjective(scene, i) ?? inWords(scene, i);
    if (finding) found.push(finding);
  });
  const headline = headlineColon(scene);
  return headline ? [...found, headline] : found;
}
