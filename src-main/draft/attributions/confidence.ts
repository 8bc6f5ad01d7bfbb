/**
 * How sure an attribution is, by what it was found with.
 *
 * The weights are set so that at 0.9 and above at least four of five are right on the annotated
 * articles in bench/drafting; `npm run bench -- draft` prints by how much.
 */
import type { Token } from '../reading/tagger.js';
import type { VerbGroup } from '../reading/verb-groups.js';
import type { Strength } from './cues.js';
import type { Link } from './finding.js';
import type { Subject } from './subjects.js';

const ofStrength: Readonly<Record<Strength, number>> = { always: 0.83, people: 0.68, clause: 0.6 };
const ofLink: Readonly<Record<Link, number>> = {
  that: 0.12,
  quote: 0.14,
  colon: 0.12,
  before: 0.14,
  question: 0.02,
  clause: 0.1,
  infinitive: -0.02,
  phrase: -0.1
};
const ofSubject: Readonly<Record<Subject['how'], number>> = {
  inverted: 0.05,
  direct: 0.04,
  apposition: 0.03,
  relative: 0,
  shared: -0.04,
  participle: 0,
  governed: -0.12
};

interface Grounds {
  readonly strength: Strength;
  readonly link: Link;
  readonly quoted: boolean;
  readonly how: Subject['how'];
  readonly speaks: boolean;
  readonly head: Token;
  readonly group: VerbGroup;
}

export function confidenceOf({
  strength,
  link,
  quoted,
  how,
  speaks,
  head,
  group
}: Grounds): number {
  let sum = ofStrength[strength] + ofLink[link] + ofSubject[how];
  if (speaks) sum += head.pos === 'PROPN' || /^(?:he|she)$/.test(head.lower) ? 0.06 : 0.03;
  else sum -= 0.2;
  if (quoted) sum += 0.06;
  if (group.lemma === 'say') sum += 0.06;
  if (group.modal) sum -= 0.2;
  if (group.negated && strength !== 'always') sum -= 0.05;
  return bounded(sum);
}

export function bounded(confidence: number): number {
  return Math.round(Math.min(0.98, Math.max(0.2, confidence)) * 100) / 100;
}
