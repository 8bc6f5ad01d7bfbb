/** Where a text says that somebody says something: the speaker and the word for saying. Pure. */
import { overlaps, type Range } from '../text/range.js';
import type { Draft } from './draft.js';
import type { Suggestion } from './suggestion.js';

/** UTF-16 units between speaker and verb, over which they are one: “Lee, the mayor, said”. */
const oneUpTo = 40;

/** In the text that was drafted, without what is said; in order. None of what no attribution tells. */
export function speakingIn({ attributions }: Draft, suggestion: Suggestion): readonly Range[] {
  const { start, end } = suggestion.words;
  const told = attributions.find(({ id, content }) =>
    suggestion.kind === 'position'
      ? id === suggestion.position.position.attribution
      : content[0]?.start === start && content.at(-1)?.end === end
  );
  if (!told) return [];
  const isSaid = (range: Range) => told.content.some((each) => overlaps(each, range));
  const [first, second] = [told.source, told.cue]
    .flatMap((span) => (span && !isSaid(span) ? [{ start: span.start, end: span.end }] : []))
    .sort((a, b) => a.start - b.start);
  if (!first) return [];
  if (!second) return [first];
  const both = { start: first.start, end: Math.max(first.end, second.end) };
  const isOne = second.start - first.end <= oneUpTo && !isSaid(both);
  return isOne ? [both] : [first, second];
}
