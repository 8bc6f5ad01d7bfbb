/** Carries annotations through real revisions: chains of texts that a person brings along. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { carry, CarryResult } from '../../src-main/domain/anchoring/carry.js';
import { renderMarkdown } from '../../src-main/domain/markdown/render-markdown.js';
import type { Range } from '../../src-main/domain/text/range.js';
import { createRandom, type Random } from './random.js';
import { addScore, emptyScore, judge, type Score } from './score.js';
import { countUnclear, isNew, throughBoth, traceOrigin } from './trace.js';

type Carry = typeof carry;

/** The revisions of a text, the oldest first. */
type Chain = readonly string[];

/** Each folder in `folder` is a chain: its `.md` and `.txt` files in the order of their names. */
export function readChains(folder: string): readonly Chain[] {
  return readdirSync(folder)
    .sort()
    .map((name) =>
      readdirSync(join(folder, name))
        .filter((file) => /\.(md|txt)$/.test(file))
        .sort()
        .map((file) => {
          const text = readFileSync(join(folder, name, file), 'utf8');
          return file.endsWith('.md') ? renderMarkdown(proseOf(text)).text : text;
        })
    )
    .filter((chain) => chain.length > 1);
}

/** Without code and HTML, which nobody annotates and no editor revises sentence by sentence. */
export function proseOf(markdown: string): string {
  return markdown.replace(/^ *(`{3,}|~{3,})[^]*?^ *\1.*$/gm, '').replace(/^ *<.*$/gm, '');
}

/** Revisions beyond which annotations have gone far. */
const far = 9;

export type ChainScores = Readonly<Record<'one' | 'some' | 'far' | 'farStepwise', Score>>;

/** `pick`: the annotations of a text. */
export function scoreChains(
  chains: readonly Chain[],
  method: Carry,
  pick: (text: string, random: Random) => readonly Range[]
): ChainScores {
  const scores = {
    one: emptyScore(),
    some: emptyScore(),
    far: emptyScore(),
    farStepwise: emptyScore()
  };
  const random = createRandom(6);
  for (const chain of chains) {
    const steps = chain.slice(1).map((text, i) => traceOrigin(chain[i] ?? '', text));
    for (let first = 0; first < chain.length - 1; first++) {
      const before = chain[first] ?? '';
      const anchors = pick(before, random);
      let origin: Int32Array | null = null;
      let stepwise: readonly CarryResult[] = anchors.map((range) => ({
        status: 'same',
        range,
        place: range.start
      }));
      for (let last = first + 1; last < chain.length; last++) {
        const [previous, after] = [chain[last - 1] ?? '', chain[last] ?? ''];
        const step = steps[last - 1] ?? new Int32Array();
        origin = origin ? throughBoth(origin, step) : step;
        stepwise = oneStepMore(method, previous, after, stepwise);
        const count = last - first;
        if (count > 1 && count < far && count !== 4) continue;
        const revised = { before, after, origin, copied: [] };
        const judged = (way: keyof ChainScores, results: readonly CarryResult[]) =>
          anchors.forEach((anchor, i) => {
            const result = results[i];
            if (!result || isInDoubt(revised, anchor)) return;
            const part = emptyScore();
            judge(part, revised, anchor, result);
            addScore(scores[way], part);
          });
        judged(count === 1 ? 'one' : count < far ? 'some' : 'far', method(before, after, anchors));
        if (count >= far) judged('farStepwise', stepwise);
      }
    }
  }
  return scores;
}

/** What was flagged once stays so until somebody has looked; what is an orphan stays one. */
function oneStepMore(
  method: Carry,
  before: string,
  after: string,
  results: readonly CarryResult[]
): readonly CarryResult[] {
  const ranges = results.flatMap(({ range }) => (range ? [range] : []));
  const next = method(before, after, ranges)[Symbol.iterator]();
  return results.map((result) => {
    const found: CarryResult | undefined = result.range ? next.next().value : undefined;
    if (!found) return result;
    const isFlagged = result.status === 'replaced' && found.range !== null;
    return isFlagged ? { ...found, status: 'replaced' } : found;
  });
}

interface Traced {
  readonly before: string;
  readonly after: string;
  readonly origin: Int32Array;
}

/** Whether too much of the quote could be there by chance, or its words stand where they did not come from. */
function isInDoubt({ before, after, origin }: Traced, { start, end }: Range): boolean {
  const quote = before.slice(start, end);
  const visible = quote.replace(/\s/g, '').length;
  if (countUnclear(origin, start, end) > 0.1 * visible) return true;
  // Few words need what stood beside them, to be the same and not only to say the same.
  const isShort = quote.split(/\s+/).length < 4;
  const wordings = isShort
    ? [before.slice(Math.max(0, start - 24), end), before.slice(start, end + 24)]
    : [quote];
  return wordings.some((words) => {
    const at = after.indexOf(words);
    const from = words === quote || !words.startsWith(quote) ? end - words.length : start;
    return at >= 0 && (origin[at] ?? isNew) !== from;
  });
}
