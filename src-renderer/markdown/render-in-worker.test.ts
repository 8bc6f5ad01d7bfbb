/** Protects the page from Markdown that never ends: the limit, the restart, the order of answers. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRenderer, remember, type RenderMarkdown } from './render-in-worker.js';

/** Answers at once, fails or hangs by what the text says. */
class StubWorker {
  onmessage: Worker['onmessage'] = null;
  onerror: Worker['onerror'] = null;
  /** Whether a worker has been asked before. */
  static isWarm = false;
  terminated = false;
  readonly received: string[] = [];

  postMessage(source: string): void {
    this.received.push(source);
    if (source === 'hang' || (source === 'late once' && !StubWorker.isWarm))
      return void (StubWorker.isWarm = true);
    queueMicrotask(() => {
      const worker = this as unknown as Worker;
      if (source === 'fail') this.onerror?.call(worker, { message: 'boom' } as ErrorEvent);
      else {
        const data = { html: `<p>${source}</p>`, text: source, plainBecause: null };
        this.onmessage?.call(worker, { data } as MessageEvent);
      }
    });
  }

  terminate(): void {
    this.terminated = true;
  }
}

describe('rendering in a worker', () => {
  let started: StubWorker[];
  let render: RenderMarkdown;

  beforeEach(() => {
    vi.useFakeTimers();
    started = [];
    StubWorker.isWarm = false;
    render = createRenderer(() => {
      const worker = new StubWorker();
      started.push(worker);
      return worker;
    });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('answers in order, one text at a time, from one worker', async () => {
    const texts = (await Promise.all(['a', 'b', 'c'].map(render))).map(({ text }) => text);
    expect(texts).toEqual(['a', 'b', 'c']);
    expect(started).toHaveLength(1);
  });

  it('ends a text after ten seconds, renders the next, tries once more, and shows it plain', async () => {
    const hung = render('hang');
    const next = render('after');
    await vi.advanceTimersByTimeAsync(9_999);
    expect(started[0]?.terminated).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect((await next).plainBecause).toBeNull();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await hung).toEqual({
      html: '<p>hang</p>',
      text: 'hang',
      plainBecause: 'Shown as plain text, because formatting it took longer than 10 seconds.'
    });
    expect(started[0]?.terminated).toBe(true);
    expect(started[1]?.received).toEqual(['after', 'hang']);
  });

  it('shows a text formatted that was late only once', async () => {
    const late = render('late once');
    await vi.advanceTimersByTimeAsync(10_000);
    expect((await late).plainBecause).toBeNull();
    expect(started).toHaveLength(2);
  });

  it('counts the limit from when a text is begun, not from when it was asked for', async () => {
    const texts = [render('hang'), render('hang'), render('c')];
    await vi.advanceTimersByTimeAsync(40_000);
    const reasons = (await Promise.all(texts)).map(({ plainBecause }) => plainBecause !== null);
    expect(reasons).toEqual([true, true, false]);
  });

  it('shows a text plain when the worker fails on it', async () => {
    expect((await render('fail')).plainBecause).toContain('boom');
    expect((await render('next')).plainBecause).toBeNull();
    expect(started).toHaveLength(2);
  });
});

describe('remember', () => {
  it('renders a text again only after it fell out of the last ones', async () => {
    const asked: string[] = [];
    const render = remember(async (source) => {
      asked.push(source);
      return Promise.resolve({ html: '', text: source, plainBecause: null });
    }, 2);
    for (const source of ['a', 'b', 'a', 'c', 'a', 'b']) await render(source);
    expect(asked).toEqual(['a', 'b', 'c', 'b']);
  });
});
