/** Whether words that were found as said tell anything, or are only a piece of the sentence: “him”, “the plan”. */
import { isDenial } from '../../domain/suggestions/denials.js';
import type { Reading } from '../reading/reading.js';
import type { FoundAttribution } from './find-attributions.js';

/** Words of content: with a verb among them, and without. */
const fewest = { withVerb: 2, withoutVerb: 4 };

/** Words in quotation marks always do: the speaker chose them. */
export function tellsSomething({ clean, sentences }: Reading, found: FoundAttribution): boolean {
  const { start = 0, end = 0, tokens = [] } = sentences[found.sentence] ?? {};
  const isElsewhere = found.content.some((range) => range.start < start || range.end > end);
  if (found.kind !== 'indirect' || isElsewhere) return true;
  // “voted against the motion”: a denial stays with what it denies.
  const { cue } = found;
  const told =
    cue && isDenial(clean.slice(cue.start, cue.end)) ? [cue, ...found.content] : found.content;
  const words = tokens.filter((token) =>
    told.some((range) => range.start <= token.start && token.end <= range.end)
  );
  const telling = words.filter(({ pos }) =>
    /^(?:NOUN|PROPN|VERB|AUX|ADJ|ADV|NUM)$/.test(pos)
  ).length;
  const hasVerb = words.some(({ pos }) => /^(?:VERB|AUX)$/.test(pos));
  return telling >= (hasVerb ? fewest.withVerb : fewest.withoutVerb);
}
