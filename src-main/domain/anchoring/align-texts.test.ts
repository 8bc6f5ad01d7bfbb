/** Protects what every later step rests on: runs are equal in both texts and in order. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bySize } from '../../../scripts/testing/by-size.mjs';
import { alignTexts } from './align-texts.js';
import { Revision } from './revision.js';
import type { Run } from './run.js';

const units = fc.constantFrom(
  ...'a b the said port \n , . 漢 😀 é שלום 12'.split(' '),
  ' ',
  '\n\n'
);
const texts = fc.array(units, { maxLength: 200 }).map((parts) => parts.join(''));

function expectEqual(before: string, after: string, runs: readonly Run[]): void {
  for (const run of runs) {
    expect(run.length).toBeGreaterThan(0);
    const there = after.slice(run.after, run.after + run.length);
    expect(before.slice(run.before, run.before + run.length)).toBe(there);
  }
}

describe('alignTexts', () => {
  it('finds the words that survive', () => {
    const before = 'The minister said the port would reopen on Monday.';
    const after = 'The minister denied that the port would ever reopen on Monday.';
    const kept = alignTexts(before, after).map((run) =>
      before.slice(run.before, run.before + run.length)
    );
    expect(kept).toEqual(['The minister ', ' ', 'the port would', ' reopen on Monday.']);
  });

  it('yields equal stretches in the order of both texts', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const runs = alignTexts(before, after);
        expectEqual(before, after, runs);
        runs.reduce(
          (last, run) => {
            expect(run.before).toBeGreaterThanOrEqual(last.before + last.length);
            expect(run.after).toBeGreaterThanOrEqual(last.after + last.length);
            return run;
          },
          { before: 0, after: 0, length: 0 }
        );
      }),
      { numRuns: bySize({ usual: 500, full: 5_000 }) }
    );
  });

  it('finds the whole of equal texts, and all but the edit after one edit', () => {
    fc.assert(
      fc.property(texts, texts, texts, (head, middle, tail) => {
        expect(alignTexts(head, head)).toEqual(
          head ? [{ before: 0, after: 0, length: head.length }] : []
        );
        const matched = alignTexts(`${head}\n${tail}`, `${head}\n${middle}\n${tail}`);
        const total = matched.reduce((sum, run) => sum + run.length, 0);
        expect(total).toBeGreaterThanOrEqual(head.length + tail.length);
      })
    );
  });
});

describe('Revision', () => {
  it('finds a block that was moved as it is', () => {
    const block = 'Grain ships wait for weeks outside the harbour, the pilots say.\n';
    const rest = 'The talks go on in the capital without a date for their end.\n';
    const { surviving } = new Revision(block + rest, rest + block);
    const moved = surviving.find((run) => run.before === 0);
    expect(moved).toMatchObject({ after: rest.length });
  });

  it('pairs every survivor with equal text, none twice', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...sentences), { maxLength: 12 }),
        fc.array(fc.constantFrom(...sentences), { maxLength: 12 }),
        (a, b) => {
          const revision = new Revision(a.join(''), b.join(''));
          expectEqual(revision.before, revision.after, revision.surviving);
          for (const side of ['before', 'after'] as const) {
            const ordered = [...revision.surviving].sort((x, y) => x[side] - y[side]);
            ordered.forEach((run, i) => {
              const last = ordered[i - 1];
              if (last) expect(run[side]).toBeGreaterThanOrEqual(last[side] + last.length);
            });
          }
        }
      ),
      { numRuns: bySize({ usual: 300, full: 3_000 }) }
    );
  });
});

const sentences = Array.from(
  { length: 9 },
  (_, i) =>
    `Sentence ${i} of ${'abc'[i % 3]} names port ${i * 7}, its tariff and the ${i} ships there.\n`
);
