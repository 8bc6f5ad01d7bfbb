/** A passive with its agent → the side that the agent takes: "was condemned by the union". */
import { phraseEndingAt, phraseStartingAt } from '../reading/noun-phrases.js';
import type { Token } from '../reading/tagger.js';
import type { VerbGroup } from '../reading/verb-groups.js';
import { issueAt, type Sought } from './issue-wording.js';
import { stanceCueOf } from './stance-cues.js';
import { onMatter } from './stance-object.js';
import type { ToldByVerb } from './stance-types.js';

/** "was condemned by the union", "a plan backed by the mayor"; `undefined` of the active voice. */
export function stanceInPassive(
  sought: Sought,
  group: VerbGroup,
  lemma: string
): ToldByVerb | null | undefined {
  const { reading, tokens, max } = sought;
  const isBare = !group.passive && group.first === group.main;
  const by = agentBehind(tokens, group.main, isBare ? 1 : 6);
  if (
    !group.passive &&
    !(isBare && by !== null && /(?:ed|en)$/.test(tokens[group.main]?.lower ?? ''))
  )
    return undefined;
  const cue = stanceCueOf(lemma);
  // Of theories it is said in the passive: "variants have been proposed by researchers".
  if (by === null || !cue || /^(?:propose|ask|call|urge|accept)$/.test(lemma)) return null;
  const agent = phraseStartingAt(tokens, by, max);
  const [first, last] = [tokens[agent?.[0] ?? -1], tokens[agent?.[1] ?? -1]];
  let end = group.first - 1;
  if (isBare && tokens[end]?.text === ',') end--;
  while (tokens[end]?.pos === 'ADV') end--;
  if (!agent || !first || !last || !/^(?:NOUN|PROPN)$/.test(tokens[end]?.pos ?? '')) return null;
  const [start] = phraseEndingAt(tokens, end);
  const found = onMatter(cue, issueAt({ ...sought, max: end }, start));
  if (!found) return null;
  const why = reading.clean
    .slice(tokens[group.first]?.start, tokens[group.main]?.end)
    .toLowerCase();
  return {
    ...found,
    word: lemma,
    cue: [group.first, group.main],
    why,
    by: { range: { start: first.start, end: last.end }, head: agent[1] }
  };
}

function agentBehind(tokens: readonly Token[], main: number, most: number): number | null {
  for (let i = main + 1; i <= main + most; i++) {
    const token = tokens[i];
    if (!token || /^[,.;:]$/.test(token.text)) return null;
    if (token.lower === 'by') return i + 1;
  }
  return null;
}
