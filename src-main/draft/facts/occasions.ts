/** Occasions that are named with their day: “Sunday's election in Varn”, “the talks on Friday”. */
import { isNominal } from '../reading/noun-phrases.js';
import type { Sentence } from '../reading/reading.js';
import { type Token, wordSet } from '../reading/tagger.js';
import type { DatedEvent } from './event-clauses.js';
import type { FoundDate } from './find-dates.js';

const occasions = wordSet(`
  meeting summit talks election elections referendum vote attack attacks invasion visit conference debate
  hearing trial protest protests rally strike strikes ceasefire discussions negotiations convention
  inauguration poll shooting explosion crash earthquake flood floods fire ruling launch ceremony session
  offensive siege primary caucus match final concert march riot riots coup assassination funeral wedding
  inquest raid storm hurricane merger takeover resignation arrest verdict sentencing appeal festival
  closure blast bombing evacuation deadline
`);
const longestPhrase = 14;

/** A named occasion with its day in the same phrase or beside it. */
export function occasionsIn(
  { tokens, index }: Sentence,
  bodyStart: number,
  dates: readonly FoundDate[]
): DatedEvent[] {
  const found: DatedEvent[] = [];
  tokens.forEach((token, i) => {
    if (!/^(?:NOUN|PROPN)$/.test(token.pos) || !occasions.has(token.lower) || token.quoted) return;
    if (token.start < bodyStart || token.start < (found.at(-1)?.end ?? 0)) return;
    const next = tokens[i + 1];
    if (next && /^(?:NOUN|PROPN)$/.test(next.pos)) return;
    // "31 March" is no march.
    if (dates.some((date) => date.start <= token.start && token.end <= date.end)) return;
    const first = firstOf(tokens, i);
    const last = lastOf(tokens, i);
    const opener = tokens[first];
    const closer = tokens[last];
    if (!opener || !closer || opener.start < bodyStart) return;
    const date = dates.find(
      ({ start, end }) =>
        (start >= opener.start && end <= closer.end) ||
        (start >= closer.end && start - closer.end < 5)
    );
    if (!date) return;
    const near = tokens.slice(Math.max(0, first - 4), last + 6).map(({ lower }) => lower);
    const future = near.some((word) =>
      /^(?:will|shall|upcoming|scheduled|planned|next)$/.test(word)
    );
    const end = Math.max(closer.end, date.end);
    found.push({ start: opener.start, end, date, future, sentence: index });
  });
  return found;
}

function firstOf(tokens: readonly Token[], i: number): number {
  let first = i;
  while (first > 0 && i - first < longestPhrase) {
    const before = tokens[first - 1];
    if (
      !before ||
      !(
        /^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(before.pos) ||
        /^(?:his|her|their|its|'s)$/.test(before.lower)
      )
    )
      break;
    first--;
    // “in the strongest terms the attack”: an article begins a phrase.
    if (/^(?:the|an?|this|that|his|her|their|its)$/.test(before.lower)) break;
  }
  while (first < i && tokens[first]?.lower === "'s") first++;
  return first;
}

/** With whom or about what: "between Trump and Putin". */
function lastOf(tokens: readonly Token[], i: number): number {
  if (!/^(?:between|with|of|in|over|against)$/.test(tokens[i + 1]?.lower ?? '')) return i;
  let last = i + 1;
  while (last - i < longestPhrase) {
    const token = tokens[last + 1];
    if (!token) break;
    const joins =
      /^(?:and|,|'s)$/.test(token.lower) &&
      isNominal(tokens[last]) &&
      (/^(?:PROPN|CCONJ)$/.test(tokens[last + 2]?.pos ?? '') || token.lower === "'s");
    if (!/^(?:DET|ADJ|NOUN|PROPN)$/.test(token.pos) && !joins) break;
    last++;
  }
  while (last > i && !isNominal(tokens[last])) last--;
  return last > i + 1 ? last : i;
}
