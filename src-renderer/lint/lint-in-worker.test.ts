/** Protects the page from checks that never end, and the findings from answers that come too late. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { emptyBriefing, type Briefing } from '../../src-main/domain/briefing/briefing.js';
import { createLinter, type Linter, type LintAnswer, type LintRequest } from './lint-in-worker.js';

/** Answers when it is told to. */
class StubWorker {
  onmessage: Worker['onmessage'] = null;
  onerror: Worker['onerror'] = null;
  ended = false;
  readonly asked: LintRequest[] = [];

  postMessage(request: LintRequest): void {
    this.asked.push(request);
  }

  answer(): void {
    const data: LintAnswer = { kind: 'found', findings: [] };
    this.onmessage?.call(this as unknown as Worker, { data } as MessageEvent);
  }

  terminate(): void {
    this.ended = true;
  }
}

const first = emptyBriefing('First', new Date(0));
const texts = {};
const titled = (title: string): Briefing => ({ ...first, title });
let started: StubWorker[];
let linter: Linter;
const lint = (briefing: Briefing) => linter.lint(briefing, texts, '2025-08-17');

beforeEach(() => {
  vi.useFakeTimers();
  started = [];
  linter = createLinter(() => {
    const worker = new StubWorker();
    started.push(worker);
    return worker;
  });
});
afterEach(() => {
  vi.useRealTimers();
});

test('sends a briefing whole, and after that what changed', async () => {
  const whole = lint(first);
  started[0]!.answer();
  expect((await whole)?.kind).toBe('found');
  const changed = lint(titled('Second'));
  started[0]!.answer();
  expect((await changed)?.kind).toBe('found');
  expect(started[0]!.asked).toMatchObject([
    { kind: 'whole', briefing: first },
    { kind: 'change', change: { fields: { title: 'Second' } } }
  ]);
  void linter.lint(titled('Third'), { other: 'text' }, '2025-08-17');
  expect(started[0]!.asked[2]).toMatchObject({ kind: 'whole' });
});

test('of the wishes during a check only the last one counts, and it is told all that changed', async () => {
  const running = lint(first);
  const overtaken = lint(titled('Second'));
  const last = lint({ ...titled('Third'), marking: 'Internal' });
  expect(await overtaken).toBeNull();
  started[0]!.answer();
  await running;
  started[0]!.answer();
  expect((await last)?.kind).toBe('found');
  expect(started[0]!.asked).toHaveLength(2);
  expect(started[0]!.asked[1]).toMatchObject({
    change: { fields: { title: 'Third', marking: 'Internal' } }
  });
});

test('a check that does not end is ended with a sentence, and the next one begins anew', async () => {
  const hanging = lint(first);
  const next = lint(titled('Second'));
  await vi.advanceTimersByTimeAsync(20_000);
  const answer = await hanging;
  expect(answer?.kind === 'failed' && answer.reason).toMatch(/20 seconds.*\.$/);
  expect(started[0]!.ended).toBe(true);
  started[1]!.answer();
  expect((await next)?.kind).toBe('found');
  expect(started[1]!.asked).toMatchObject([{ kind: 'whole', briefing: { title: 'Second' } }]);
});

test('a worker that fails is told of, and closing answers whoever waits', async () => {
  const failing = lint(first);
  started[0]!.onerror?.call(started[0] as unknown as Worker, { message: 'boom' } as ErrorEvent);
  expect(await failing).toEqual({ kind: 'failed', reason: 'The linter failed (boom).' });
  const running = lint(first);
  const waiting = lint(titled('Second'));
  linter.close();
  expect(await Promise.all([running, waiting])).toEqual([null, null]);
  expect(started[1]!.ended).toBe(true);
});
