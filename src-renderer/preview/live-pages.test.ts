import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageLook } from '../../src-main/domain/publication/page-look.js';
import { emptyBriefing } from '../../src-main/domain/briefing/briefing.js';
import { fullEdition } from '../../src-main/domain/publication/edition.js';
import { LivePages, pause, rest } from './live-pages.svelte.js';
import type { PreviewDocument } from './preview-document.js';

/** A program whose answers the test gives. */
class Program {
  readonly asked: {
    readonly title: string;
    readonly typing: boolean;
    readonly answer: () => void;
    readonly fail: (why: string) => void;
  }[] = [];
  readonly closed: string[] = [];

  readonly pages = new LivePages(
    {
      look: ({ title }, _edition, typing) =>
        new Promise<PageLook>((resolve, reject) => {
          const pdf = new TextEncoder().encode(title);
          this.asked.push({
            title,
            typing,
            answer: () => resolve({ pdf, places: [], remark: null }),
            fail: (why) => reject(new Error(why))
          });
        }),
      sentenceFor: (error) => (error as Error).message
    },
    (pdf) => {
      const name = new TextDecoder().decode(pdf);
      const document = { name, close: () => this.closed.push(name) };
      return Promise.resolve(document as unknown as PreviewDocument);
    }
  );

  get shown(): string | null {
    const document = this.pages.shown?.document as { name: string } | undefined;
    return document?.name ?? null;
  }
}

describe('LivePages', () => {
  let program: Program;
  const write = (title: string) => program.pages.show(emptyBriefing(title), fullEdition);
  const wait = (time = 0) => vi.advanceTimersByTimeAsync(time);

  /** Shows a first page. */
  async function begin(): Promise<void> {
    write('first');
    await wait();
    program.asked[0]!.answer();
    await wait();
  }

  beforeEach(() => {
    vi.useFakeTimers();
    program = new Program();
    return () => vi.useRealTimers();
  });

  it('asks for the first page at once, and for all of it', async () => {
    await begin();
    expect(program.asked.map(({ typing }) => typing)).toEqual([false]);
    expect(program.shown).toBe('first');
  });

  it('asks in a pause of typing, not at every key', async () => {
    await begin();
    for (const title of ['a', 'ab', 'abc']) {
      write(title);
      await wait(pause - 1);
    }
    expect(program.asked).toHaveLength(1);
    await wait(1);
    expect(program.asked[1]).toMatchObject({ title: 'abc', typing: true });
  });

  it('makes one document at a time, shows it, then makes the newest of those that wait', async () => {
    await begin();
    for (const title of ['a', 'ab', 'abc']) {
      write(title);
      await wait(pause);
    }
    expect(program.asked.map(({ title }) => title)).toEqual(['first', 'a']);
    program.asked[1]!.answer();
    await wait();
    expect(program.shown).toBe('a');
    expect(program.asked.map(({ title }) => title)).toEqual(['first', 'a', 'abc']);
    program.asked[2]!.answer();
    await wait();
    expect(program.shown).toBe('abc');
    expect(program.closed).toEqual(['first', 'a']);
  });

  it('keeps the last page where there is no new one, and says why until there is', async () => {
    await begin();
    write('too much');
    await wait(pause);
    program.asked[1]!.fail('It does not fit.');
    await wait();
    expect(program.pages.problem).toBe('It does not fit.');
    expect(program.shown).toBe('first');
    write('enough');
    await wait(pause);
    expect(program.pages.problem).toBe('It does not fit.');
    program.asked[2]!.answer();
    await wait();
    expect(program.pages.problem).toBeNull();
    expect(program.shown).toBe('enough');
  });

  it('says nothing of the failure of one that was overtaken', async () => {
    await begin();
    write('too much');
    await wait(pause);
    write('enough');
    await wait(pause);
    program.asked[1]!.fail('It does not fit.');
    await wait();
    expect(program.pages.problem).toBeNull();
    expect(program.asked[2]).toMatchObject({ title: 'enough' });
  });

  it('asks once more, as printing would, when nobody types any more', async () => {
    await begin();
    write('a');
    await wait(pause);
    program.asked[1]!.answer();
    await wait(rest);
    expect(program.asked[2]).toMatchObject({ title: 'a', typing: false });
    program.asked[2]!.answer();
    await wait(rest);
    expect(program.asked).toHaveLength(3);
  });

  it('shows nothing after it was closed, and closes what comes', async () => {
    await begin();
    write('late');
    await wait(pause);
    program.pages.close();
    program.asked[1]!.answer();
    await wait(rest);
    expect(program.closed).toEqual(['first', 'late']);
    expect(program.asked).toHaveLength(2);
  });
});
