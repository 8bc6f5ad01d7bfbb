/**
 * Where each character of a revision came from in the one before it, for texts whose revising nobody
 * watched: by the heaviest alignment of their words, which is slow, and looks at all there are.
 *
 * What is measured must not judge itself, so nothing of the product is used here.
 */

/** Of a unit that came from nowhere. */
export const isNew = -1;
/** Of one that may have come from `at`, or from nowhere: its words could stand there by chance. */
const unclear = (at: number) => -2 - at;

interface Token {
  readonly text: string;
  readonly at: number;
}

/** For each unit of `after` its place in `before`; below zero where it has none that is certain. */
export function traceOrigin(before: string, after: string): Int32Array {
  const [old, fresh] = [cut(before), cut(after)];
  const pairs = new Int32Array(fresh.length).fill(-1);
  const taken = new Uint8Array(old.length);
  const align = (from: readonly [number, number], to: readonly [number, number]) => {
    for (const [i, j] of heaviest(old, fresh, from, to)) {
      pairs[j] = i;
      taken[i] = 1;
    }
  };
  let [i, j] = [0, 0];
  for (const [oldLine, freshLine] of uniqueLines(old, fresh)) {
    align([i, oldLine], [j, freshLine]);
    [i, j] = [oldLine, freshLine];
  }
  align([i, old.length], [j, fresh.length]);
  const scattered = findScattered(fresh, pairs);
  for (const [from, to] of alikeLines(old, fresh, pairs, taken, scattered)) {
    scattered.fill(0, to[0], to[1]);
    align(from, to);
  }
  return spread(after, old, fresh, pairs, scattered);
}

function cut(text: string): readonly Token[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+|\n|[^\S\n]+|[^]/gu)].map((match) => ({
    text: /^[^\S\n]+$/.test(match[0]) ? ' ' : match[0],
    at: match.index
  }));
}

const isWord = ({ text }: Token) => /[\p{L}\p{N}]/u.test(text);

/** Weight of a match: letters count, and a neighbour that matches too counts more than a stray one. */
const weigh = (token: Token) => (isWord(token) ? 2 + Math.min(6, token.text.length) / 2 : 0.5);
const beside = 2;

/** Pairs of one stretch, in order, of the greatest weight. */
function heaviest(
  old: readonly Token[],
  fresh: readonly Token[],
  [oldFrom, oldTo]: readonly [number, number],
  [freshFrom, freshTo]: readonly [number, number]
): readonly (readonly [number, number])[] {
  const [rows, columns] = [oldTo - oldFrom, freshTo - freshFrom];
  if (rows === 0 || columns === 0 || rows * columns > 40_000_000) return [];
  const wide = columns + 1;
  // Of alignments that end anywhere up to here, and of those that end in a match right here.
  const best = new Float32Array((rows + 1) * wide);
  const match = new Float32Array((rows + 1) * wide).fill(-1);
  for (let i = 1; i <= rows; i++) {
    for (let j = 1; j <= columns; j++) {
      const here = i * wide + j;
      const [a, b] = [old[oldFrom + i - 1], fresh[freshFrom + j - 1]];
      if (a && b && a.text === b.text) {
        const last = here - wide - 1;
        const before = Math.max(
          best[last] ?? 0,
          (match[last] ?? -1) >= 0 ? (match[last] ?? 0) + beside : 0
        );
        match[here] = before + weigh(a);
      }
      best[here] = Math.max(best[here - 1] ?? 0, best[here - wide] ?? 0, match[here] ?? 0);
    }
  }
  const pairs: (readonly [number, number])[] = [];
  let [i, j, inMatch] = [rows, columns, false];
  while (i > 0 && j > 0) {
    const here = i * wide + j;
    if (inMatch || best[here] === match[here]) {
      const last = here - wide - 1;
      pairs.push([oldFrom + i - 1, freshFrom + j - 1]);
      inMatch = (match[last] ?? -1) >= 0 && (match[last] ?? 0) + beside >= (best[last] ?? 0);
      [i, j] = [i - 1, j - 1];
    } else if (best[here] === best[here - 1]) j -= 1;
    else i -= 1;
  }
  return pairs.reverse();
}

interface Line {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

function linesOf(tokens: readonly Token[]): readonly Line[] {
  const lines: Line[] = [];
  let from = 0;
  tokens.forEach((token, i) => {
    if (token.text !== '\n' && i < tokens.length - 1) return;
    const to = i + 1;
    lines.push({
      from,
      to,
      text: tokens
        .slice(from, to)
        .map(({ text }) => text)
        .join('')
        .trim()
    });
    from = to;
  });
  return lines;
}

/** Where lines begin that stand once in both, in an order that both have. */
function uniqueLines(
  old: readonly Token[],
  fresh: readonly Token[]
): readonly (readonly [number, number])[] {
  const places = new Map<string, { old: number[]; fresh: number[] }>();
  for (const [side, tokens] of [
    ['old', old],
    ['fresh', fresh]
  ] as const) {
    for (const { from, text } of linesOf(tokens)) {
      if (text.length < 12) continue;
      const found = places.get(text) ?? { old: [], fresh: [] };
      found[side].push(from);
      places.set(text, found);
    }
  }
  const anchors = [...places.values()]
    .filter((each) => each.old.length === 1 && each.fresh.length === 1)
    .map((each) => [each.old[0] ?? 0, each.fresh[0] ?? 0] as const)
    .sort(([a], [b]) => a - b);
  // The longest rising row of places.
  const ends: number[] = [];
  const previous = anchors.map(([, at], k) => {
    let low = 0;
    while (low < ends.length && (anchors[ends[low] ?? 0]?.[1] ?? 0) < at) low += 1;
    ends[low] = k;
    return low > 0 ? (ends[low - 1] ?? -1) : -1;
  });
  const row: (readonly [number, number])[] = [];
  for (let k = ends.at(-1) ?? -1; k >= 0; k = previous[k] ?? -1) row.push(anchors[k] ?? [0, 0]);
  return row.reverse();
}

/** Letters of a line that must have come from one place for any of it to count as its successor. */
const together = 0.4;

/** Tokens of lines of which next to nothing came from where they came from: those may be chance. */
function findScattered(fresh: readonly Token[], pairs: Int32Array): Uint8Array {
  const scattered = new Uint8Array(fresh.length);
  for (const { from, to } of linesOf(fresh)) {
    let [all, matched] = [0, 0];
    for (let j = from; j < to; j++) {
      const token = fresh[j];
      if (!token || !isWord(token)) continue;
      all += token.text.length;
      if ((pairs[j] ?? -1) >= 0) matched += token.text.length;
    }
    if (matched < 0.2 * all) scattered.fill(1, from, to);
  }
  return scattered;
}

/** Lines without a match on either side that say nearly the same: they were moved. */
function alikeLines(
  old: readonly Token[],
  fresh: readonly Token[],
  pairs: Int32Array,
  taken: Uint8Array,
  scattered: Uint8Array
): readonly (readonly [readonly [number, number], readonly [number, number]])[] {
  const free = (tokens: readonly Token[], isFree: (i: number) => boolean) =>
    linesOf(tokens)
      .map((line) => ({ line, words: wordsOf(tokens, line) }))
      .filter(({ line, words }) => {
        if (words.size < 4) return false;
        for (let i = line.from; i < line.to; i++) if (!isFree(i)) return false;
        return true;
      });
  const isLoose = new Uint8Array(old.length);
  pairs.forEach((i, j) => {
    if (i >= 0 && scattered[j] === 1) isLoose[i] = 1;
  });
  const gone = free(old, (i) => taken[i] !== 1 || isLoose[i] === 1);
  const come = free(fresh, (j) => (pairs[j] ?? -1) < 0 || scattered[j] === 1);
  const found = gone.flatMap((one) =>
    come.map((other) => {
      const shared = [...one.words].filter((word) => other.words.has(word)).length;
      return { one, other, alike: (2 * shared) / (one.words.size + other.words.size) };
    })
  );
  const used = new Set<Line>();
  return found
    .filter(({ alike }) => alike >= 0.6)
    .sort((a, b) => b.alike - a.alike)
    .flatMap(({ one, other }) => {
      if (used.has(one.line) || used.has(other.line)) return [];
      used.add(one.line).add(other.line);
      return [
        [
          [one.line.from, one.line.to],
          [other.line.from, other.line.to]
        ] as const
      ];
    });
}

function wordsOf(tokens: readonly Token[], { from, to }: Line): ReadonlySet<string> {
  return new Set(
    tokens
      .slice(from, to)
      .filter(isWord)
      .map(({ text }) => text.toLowerCase())
  );
}

/** Tokens before and after a match among which others must come from beside it. */
const reach = 12;

/** To units. A match without others of its neighbourhood can be chance: it is unclear. */
function spread(
  after: string,
  old: readonly Token[],
  fresh: readonly Token[],
  pairs: Int32Array,
  scattered: Uint8Array
): Int32Array {
  const origin = new Int32Array(after.length).fill(isNew);
  fresh.forEach((token, j) => {
    const i = pairs[j] ?? -1;
    const from = old[i];
    if (!from) return;
    let [all, near] = [0, 0];
    for (let k = Math.max(0, j - reach); k <= Math.min(fresh.length - 1, j + reach); k++) {
      const other = fresh[k];
      if (k === j || !other || !isWord(other)) continue;
      all += 1;
      const at = pairs[k] ?? -1;
      if (at >= 0 && Math.abs(at - i) <= 2 * reach) near += 1;
    }
    const isClear = scattered[j] !== 1 && (near >= together * all || token.text === '\n');
    const length = Math.min(token.text.length, (fresh[j + 1]?.at ?? after.length) - token.at);
    for (let k = 0; k < length; k++)
      origin[token.at + k] = isClear ? from.at + k : unclear(from.at + k);
  });
  return origin;
}

/** Through one revision more. */
export function throughBoth(first: Int32Array, second: Int32Array): Int32Array {
  return second.map((at) => {
    if (at === isNew) return isNew;
    if (at >= 0) return first[at] ?? isNew;
    const came = first[-2 - at] ?? isNew;
    return came >= 0 ? unclear(came) : came;
  });
}

/** Units that may have come from a stretch of the old text, or may not. */
export function countUnclear(origin: Int32Array, start: number, end: number): number {
  let count = 0;
  for (const at of origin) if (at < isNew && -2 - at >= start && -2 - at < end) count += 1;
  return count;
}
