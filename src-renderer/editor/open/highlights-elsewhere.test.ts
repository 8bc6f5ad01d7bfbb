/** Protects that highlights whose words nobody touched stay on them, unquestioned, whatever is typed and undone around them. */
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bySize } from '../../../scripts/testing/by-size.mjs';
import { emptyBriefing, type Briefing } from '../../../src-main/domain/briefing/briefing.js';
import { newId } from '../../../src-main/domain/base/values.js';
import { annotationOf } from '../edits/annotation-edits.js';
import { addAnnotation, addCard, setCard } from '../edits/edits.js';
import type { OpenBriefing } from './open-briefing.svelte.js';
import { bodyIn, twoPages, typeIn } from './testing/two-pages.js';

const card = newId();
const text = 'The port opens. The bridge is shut. The road is free. The mayor waits.';
const words = ['port', 'bridge', 'road', 'mayor'];
const target = { type: 'card', id: card } as const;
const start: Briefing = words.reduce(
  (briefing, word) => {
    const at = text.indexOf(word);
    const span = { start: at, end: at + word.length };
    return addAnnotation(briefing, annotationOf({ target, text, span }, 'key'));
  },
  setCard(addCard(emptyBriefing('Start', new Date(0)), null, 'note', card), card, { body: text })
);

/** What is done around a word, none of whose letters changes. */
const acts: Readonly<Record<string, (open: OpenBriefing, word: string, n: number) => void>> = {
  behind: (open, word, n) => insert(open, word, 'behind', ' x'.repeat(n)),
  before: (open, word, n) => insert(open, word, 'before', 'y '.repeat(n)),
  sentence: (open, word, n) => insert(open, word, 'sentence', ' z'.repeat(n)),
  pause: (open) => open.endTyping(),
  undo: (open) => void open.undo(),
  redo: (open) => void open.redo()
};

function insert(
  open: OpenBriefing,
  word: string,
  where: 'before' | 'behind' | 'sentence',
  typed: string
): void {
  const body = bodyIn(open, card);
  const at = body.indexOf(word);
  const places = { before: at, behind: at + word.length, sentence: body.indexOf('.', at) + 1 };
  typeIn(open, card, body.slice(0, places[where]) + typed + body.slice(places[where]));
}

const step = fc.record({
  isMine: fc.boolean(),
  act: fc.constantFrom('arrive', ...Object.keys(acts)),
  word: fc.constantFrom(...words),
  n: fc.integer({ min: 1, max: 3 })
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function walk(steps: readonly Step[]): Promise<void> {
  const { ours, theirs, tell } = twoPages(start);
  try {
    for (const { isMine, act, word, n } of steps) {
      const open = isMine ? ours : theirs;
      acts[act]?.(open, word, n);
      if (act !== 'arrive') continue;
      await open.flush();
      tell();
    }
    for (let round = 0; round < 4; round += 1) {
      await ours.flush();
      await theirs.flush();
      tell();
    }
    for (const { briefing } of [ours, theirs]) {
      // Where both wrote in one place, what one of them wrote may be gone with its highlights.
      if (briefing.cards.length > 1) continue;
      const left = briefing.annotations.map(({ flag, target: { selectors } }) => [
        selectors.position && selectors.quote.exact,
        flag
      ]);
      expect(left).toEqual(words.map((word) => [word, null]));
    }
  } finally {
    for (const open of [ours, theirs]) open.close();
  }
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

test('an undo behind two changes from elsewhere questions no highlight', async () => {
  const by = (isMine: boolean, act: string, word = 'port', n = 1) => ({ isMine, act, word, n });
  const arriving = [by(true, 'arrive'), by(true, 'sentence', 'mayor'), by(true, 'arrive')];
  const typed = [by(true, 'sentence'), by(false, 'sentence', 'port', 2)];
  await walk([...typed, ...arriving, by(false, 'undo')]);
});

test('nor does anything else that two people do around them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), (steps) => walk(steps)),
    { numRuns: bySize({ usual: 200, full: 2_000 }) }
  );
});
