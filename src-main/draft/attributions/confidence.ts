/** How sure an attribution by a verb is. */
import type { Token } from '../reading/tagger.js';
import type { VerbGroup } from '../reading/verb-groups.js';
import { needsClause, type Strength } from './cues.js';
import type { CueLink, CueSubject } from './finding.js';

/**
 * How sure an attribution is, by what it was found with.
 *
 * The weights are set so that at 0.9 and above at least four of five are right on the annotated
 * articles in bench/drafting; `npm run bench -- draft` prints by how much.
 */
const ofStrength: Readonly<Record<Strength, number>> = { always: 0.83, people: 0.68, clause: 0.6 };
const ofLink: Readonly<Record<CueLink, number>> = {
  that: 0.15,
  quote: 0.14,
  colon: 0.12,
  before: 0.14,
  question: 0.02,
  clause: 0.1,
  infinitive: -0.02,
  phrase: -0.1
};
const ofSubject: Readonly<Record<CueSubject['how'], number>> = {
  inverted: 0.05,
  direct: 0.04,
  apposition: 0.03,
  relative: -0.06,
  shared: -0.04,
  participle: 0,
  governed: -0.12
};

const plainly = /^(?:say|think|claim|tell|conclude|testify)$/;

interface Grounds {
  readonly strength: Strength;
  readonly link: CueLink;
  readonly quoted: boolean;
  readonly how: CueSubject['how'];
  readonly speaks: boolean;
  readonly head: Token;
  readonly group: VerbGroup;
  /** The first token of what is said. */
  readonly first: Token | undefined;
}

export function confidenceOf({
  strength,
  link,
  quoted,
  how,
  speaks,
  head,
  group,
  first
}: Grounds): number {
  let sum = ofStrength[strength] + ofLink[link] + ofSubject[how];
  if (speaks) sum += head.pos === 'PROPN' || /^(?:he|she)$/.test(head.lower) ? 0.06 : 0.03;
  else sum -= 0.2;
  if (quoted) sum += 0.08;
  if (group.lemma === 'say') sum += 0.06;
  if (group.modal) sum -= 0.2;
  // "added the hall and a stadium": a clause without a mark may be a thing.
  const isOther = needsClause(group.lemma) && !plainly.test(group.lemma);
  if (link === 'clause' && isOther && first?.pos !== 'PRON') sum -= 0.12;
  if (head.lower === 'you') sum -= 0.15;
  if (group.negated && strength !== 'always') sum -= 0.05;
  return bounded(sum);
}

export function bounded(confidence: number): number {
  return Math.round(Math.min(0.98, Math.max(0.2, confidence)) * 100) / 100;
}
