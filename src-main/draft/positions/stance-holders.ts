/** Whose a stance is: the actors that its subject names, also several in a row. */
import type { FoundActor } from '../actors/actor.js';
import type { FindActor } from '../actors/find-actors.js';
import { seats } from '../actors/name-words.js';
import { isPossessiveMark, phraseEndingAt } from '../reading/noun-phrases.js';
import type { Reading } from '../reading/reading.js';
import { type Token, wordSet } from '../reading/tagger.js';
import type { Range } from '../../domain/text/range.js';

/** Speak for whoever they belong to: "his party backs the ban". */
const ownBodies = wordSet(`
  party government administration company group office team campaign ministry firm country union organisation
  organization department agency council lawyers lawyer spokesman spokeswoman spokesperson bloc movement faction
  cabinet commission
`);

const documents = wordSet(`
  letter letters report reports study studies survey surveys poll polls data figures papers article articles editorial ad
  bill law evidence results documents emails records ruling lawsuit book books findings research
`);

/** @param head the token of the subject that is its last word. */
export function holdersOf(
  reading: Reading,
  tokens: readonly Token[],
  holder: Range,
  head: number,
  findActor: FindActor,
  byName: ReadonlyMap<string, FoundActor>
): readonly FoundActor[] {
  const end = tokens.findLastIndex((token) => token.end <= holder.end);
  const row =
    [head, end].map((last) => rowEndingAt(tokens, last)).find(({ length }) => length > 1) ?? [];
  if (row.length > 1) {
    const named = new Set(
      row.flatMap((range) => speakerIn(reading, range, findActor, byName) ?? [])
    );
    if (named.size > 1) return [...named];
  }
  if (end <= head && isOthers(tokens, holder, head)) return [];
  // What somebody wrote is not he.
  const isWritten = tokens.some(
    ({ start, lower }, i) =>
      start >= holder.start && i <= head && documents.has(lower) && !isPossessiveMark(tokens[i + 1])
  );
  if (isWritten) return [];
  const one = speakerIn(reading, holder, findActor, byName);
  return one ? [one] : [];
}

/** A capital that speaks is its state: "Kyiv rejected the offer". */
export function speakerIn(
  { clean }: Reading,
  source: Range | null,
  findActor: FindActor,
  byName: ReadonlyMap<string, FoundActor>
): FoundActor | null {
  if (!source) return null;
  const name = clean
    .slice(source.start, source.end)
    .replace(/^the /i, '')
    .replace(/'s? .*$/, '');
  const state = Object.hasOwn(seats, name) ? byName.get(seats[name] ?? '') : undefined;
  return state ?? findActor(source);
}

/** "his opponents", "the senator's critics": not his. */
function isOthers(tokens: readonly Token[], { start }: Range, head: number): boolean {
  const first = tokens.findIndex((token) => token.start >= start);
  if (first < 0 || first >= head) return false;
  const noun = tokens[head]?.lower ?? '';
  return (
    /^(?:his|her|its|their)$/.test(tokens[first]?.lower ?? '') &&
    tokens[head]?.pos === 'NOUN' &&
    !ownBodies.has(noun)
  );
}

/** "Germany and Sweden", "France, Germany and the European Union" */
function rowEndingAt(tokens: readonly Token[], head: number): readonly Range[] {
  const rangeOf = (first: number, last: number): Range => ({
    start: tokens[first]?.start ?? 0,
    end: tokens[last]?.end ?? 0
  });
  let [first] = phraseEndingAt(tokens, head);
  let last = head;
  const row: Range[] = [];
  const and = tokens.findLastIndex(({ lower }, i) => lower === 'and' && i > first && i < head);
  if (and > first) {
    row.push(rangeOf(and + 1, head));
    last = and - 1;
  } else if (tokens[first - 1]?.lower === 'and' && tokens[first - 2]?.pos === 'PROPN') {
    const [before] = phraseEndingAt(tokens, first - 2);
    const lead = tokens[before - 1];
    // Of "met Merkel and the Union rejected" only the second is the subject.
    if (lead && !/^(?:,|that|while|but|and|“)$/.test(lead.lower)) return [];
    row.push(rangeOf(first, head));
    last = first - 2;
    first = before;
  }
  if (row.length === 0) return [];
  row.push(rangeOf(first, last));
  while (
    row.length < mostInRow &&
    tokens[first - 1]?.text === ',' &&
    tokens[first - 2]?.pos === 'PROPN'
  ) {
    const [before] = phraseEndingAt(tokens, first - 2);
    row.push(rangeOf(before, first - 2));
    first = before;
  }
  return row.reverse();
}

const mostInRow = 8;
