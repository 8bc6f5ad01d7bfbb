/** Finds what two versions of a text have in common: by lines, then by tokens in the lines that changed. */
import { diffSequences } from './diff-sequences.js';
import { addRun, type Gap, type Run } from './run.js';
import { cutTokens, endOfLine, endOfWord, type Tokens, Vocabulary } from './tokenise.js';

/** Of unique stretches to match first: in lines, and in tokens. */
const lineGrams = [3, 1];
const tokenGrams = [16, 8, 4, 2, 1];

/** Runs of UTF-16 units, in the order of both texts. */
export function alignTexts(before: string, after: string): readonly Run[] {
  const runs: Run[] = [];
  const gap = trimEqualEnds(before, after);
  addRun(runs, { before: 0, after: 0, length: gap.beforeFrom });
  const lines = cutBoth(endOfLine, before, after, gap);
  let { beforeFrom, afterFrom } = gap;
  for (const same of diffTokens(lines, lineGrams)) {
    alignTokens({ beforeFrom, beforeTo: same.before, afterFrom, afterTo: same.after });
    addRun(runs, same);
    beforeFrom = same.before + same.length;
    afterFrom = same.after + same.length;
  }
  alignTokens({ ...gap, beforeFrom, afterFrom });
  addRun(runs, {
    before: gap.beforeTo,
    after: gap.afterTo,
    length: before.length - gap.beforeTo
  });
  return runs;

  function alignTokens(changed: Gap): void {
    if (changed.beforeFrom === changed.beforeTo || changed.afterFrom === changed.afterTo) return;
    const tokens = cutBoth(endOfWord, before, after, changed);
    for (const run of diffTokens(tokens, tokenGrams)) addRun(runs, run);
  }
}

/** Drops whole equal lines at both ends, so that lines and tokens stay whole. */
function trimEqualEnds(before: string, after: string): Gap {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  head = before.slice(0, head).lastIndexOf('\n') + 1;
  const room = shorter - head;
  let tail = 0;
  while (
    tail < room &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  const feed = before.indexOf('\n', before.length - tail);
  tail = feed < 0 ? 0 : Math.max(0, before.length - feed - 1);
  return {
    beforeFrom: head,
    beforeTo: before.length - tail,
    afterFrom: head,
    afterTo: after.length - tail
  };
}

interface Pair {
  readonly before: Tokens;
  readonly after: Tokens;
}

function cutBoth(endOf: typeof endOfWord, before: string, after: string, gap: Gap): Pair {
  const vocabulary = new Vocabulary();
  return {
    before: cutTokens(endOf, before, gap.beforeFrom, gap.beforeTo, vocabulary),
    after: cutTokens(endOf, after, gap.afterFrom, gap.afterTo, vocabulary)
  };
}

function diffTokens({ before, after }: Pair, gramLengths: readonly number[]): readonly Run[] {
  return diffSequences(before.numbers, after.numbers, gramLengths).map((run) => {
    const start = before.starts[run.before] ?? 0;
    const end = before.starts[run.before + run.length] ?? start;
    return { before: start, after: after.starts[run.after] ?? 0, length: end - start };
  });
}
