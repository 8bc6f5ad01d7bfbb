/** What somebody says that somebody else says: “The court ruled that it was void,” Smith said. */
import { isNominal, phraseEndingAt } from '../reading/noun-phrases.js';
import type { VerbGroup } from '../reading/verb-groups.js';
import { isClause } from './clause-shape.js';
import { findContentStart } from './content-start.js';
import type { Strength } from './cues.js';
import { endBefore, type FoundReport, type Scene, toFinding, toRange } from './finding.js';
import { canSpeak } from './speakers.js';

/** Other verbs that report a thought plainly. */
const thinks = /^(?:think|believe|hope|expect|fear|know|tell|agree|promise|find|show)$/;

/** Only of a third party, and only with a clause: in speech the rest is too often no statement. */
export function quotedFinding(
  scene: Scene,
  group: VerbGroup,
  strength: Strength
): FoundReport | null {
  const { tokens, quotationAt } = scene;
  if (group.form !== 'finite' || group.passive || group.modal) return null;
  if (strength !== 'always' && !thinks.test(group.lemma)) return null;
  const at = tokens[group.first - 1]?.pos === 'ADV' ? group.first - 2 : group.first - 1;
  const head = tokens[at];
  if (!head?.quoted || !isNominal(head) || !canSpeak(head)) return null;
  if (head.pos === 'PRON' && !/^(?:he|she|they)$/.test(head.lower)) return null;
  const phrase = phraseEndingAt(tokens, at);
  const start = findContentStart(tokens, group.main);
  const first = tokens[start?.at ?? -1];
  if (!start || !first?.quoted || start.occasion) return null;
  if (start.link !== 'that' && !(start.link === 'clause' && isClause(scene, start.at))) return null;
  const within = quotationAt(first.start);
  const beyond = tokens.findIndex(({ quoted }, i) => i > start.at && !quoted);
  let last = (beyond < 0 ? tokens.length : beyond) - 1;
  // ", and we must act": the speaker goes on for himself.
  const turn = tokens.findIndex(
    ({ text }, i) =>
      i > start.at && i <= last && /^[,;—–]$/.test(text) && turns.test(tokens[i + 1]?.lower ?? '')
  );
  if (turn > 0) last = turn - 1;
  const end = endBefore(tokens, last);
  if (!within || end - first.start < shortest) return null;
  return toFinding(scene, {
    cue: toRange(tokens, group.first, group.main),
    source: toRange(tokens, phrase[0], phrase[1]),
    content: [{ start: first.start, end }],
    rule: `cue: ${tokens[group.main]?.lower ?? ''}, quoted`,
    lemma: group.lemma,
    link: start.link,
    negated: group.negated,
    confidence: strength === 'always' ? 0.66 : 0.58
  });
}

const turns = /^(?:and|but|so|which|because|i|we)$/;
/** UTF-16 units. */
const shortest = 8;

/** “State TV quoted the minister as saying”: the words between, of him who spoke; `null` elsewhere. */
export function quotedAsSaying(
  { tokens }: Scene,
  { lemma, main }: VerbGroup
): readonly [first: number, last: number] | null {
  if (lemma !== 'quote') return null;
  const as = tokens.findIndex(
    ({ lower }, i) => i > main + 1 && lower === 'as' && tokens[i + 1]?.lower === 'saying'
  );
  return as < 0 || tokens.slice(main, as).some(({ quoted }) => quoted) ? null : [main + 1, as - 1];
}
