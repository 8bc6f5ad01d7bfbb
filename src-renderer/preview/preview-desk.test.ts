import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ExportStage, Preview, WrittenFile } from '../../src-main/domain/api.js';
import { fullEdition, type Edition } from '../../src-main/domain/publication/edition.js';
import { PreviewDesk } from './preview-desk.svelte.js';
import type { PreviewDocument } from './preview-document.js';

const letter: Edition = { ...fullEdition, paper: 'Letter' };
const brief: Edition = { ...fullEdition, template: 'brief' };

/** A program whose answers the test gives. */
class Program {
  readonly asked: {
    edition: Edition;
    answer: (token: string) => void;
    fail: (why: string) => void;
  }[] = [];
  readonly cancelled = vi.fn();
  readonly closed: string[] = [];
  readonly exported: string[] = [];
  /** What the dialog that asks where to comes to. */
  written: Promise<WrittenFile | null> = Promise.resolve({ token: 'file', name: 'out.pdf' });
  readonly told = vi.fn<(file: WrittenFile) => void>();
  tellStage: (stage: ExportStage) => void = () => undefined;

  readonly desk = new PreviewDesk(
    fullEdition,
    {
      make: (edition) =>
        new Promise<Preview>((resolve, reject) => {
          const answer = (token: string) =>
            resolve({ token, pdf: new TextEncoder().encode(token), remark: null });
          this.asked.push({ edition, answer, fail: (why) => reject(new Error(why)) });
        }),
      cancel: this.cancelled,
      close: () => undefined,
      exportShown: (token) => {
        this.exported.push(token);
        return this.written;
      },
      print: () => Promise.resolve(),
      onStage: (listener) => {
        this.tellStage = listener;
        return () => undefined;
      },
      sentenceFor: (error) => (error as Error).message
    },
    (pdf) => {
      const name = new TextDecoder().decode(pdf);
      const document = { close: () => this.closed.push(name) };
      return Promise.resolve(document as unknown as PreviewDocument);
    },
    this.told
  );
}

async function choose(desk: PreviewDesk, edition: Edition): Promise<void> {
  desk.choose(edition);
  await vi.advanceTimersByTimeAsync(1_000);
}

const settle = () => vi.advanceTimersByTimeAsync(0);

describe('PreviewDesk', () => {
  let program: Program;
  let desk: PreviewDesk;

  beforeEach(() => {
    vi.useFakeTimers();
    program = new Program();
    desk = program.desk;
    return () => vi.useRealTimers();
  });

  it('makes the first edition at once, and tells how far it is', async () => {
    expect(program.asked.map(({ edition }) => edition)).toEqual([fullEdition]);
    program.tellStage('finish');
    expect(desk.work).toEqual({ kind: 'making', stage: 'finish' });
    program.asked[0]!.answer('first');
    await settle();
    expect(desk.shown?.token).toBe('first');
    expect(desk.isCurrent).toBe(true);
  });

  it('keeps the old pages, which nothing can be done with, until the new are there', async () => {
    program.asked[0]!.answer('first');
    await settle();
    await choose(desk, letter);
    expect(desk.shown?.token).toBe('first');
    expect(desk.isCurrent).toBe(false);
    await desk.print();
    expect(desk.told).toBeNull();
    program.asked[1]!.answer('second');
    await settle();
    expect(desk.shown?.token).toBe('second');
    expect(program.closed).toEqual(['first']);
  });

  it.each([
    ['in the order of asking', [1, 2]],
    ['the other way round', [2, 1]]
  ])('shows the last one asked for, whether the answers come %s', async (_order, order) => {
    await choose(desk, letter);
    await choose(desk, brief);
    for (const each of [...order, 0]) {
      program.asked[each]!.answer(`answer ${each}`);
      await settle();
    }
    expect(desk.shown?.token).toBe('answer 2');
    expect(desk.work).toEqual({ kind: 'none' });
  });

  it('makes one document of choices that follow fast', async () => {
    desk.choose(letter);
    desk.choose(brief);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(program.asked.map(({ edition }) => edition)).toEqual([fullEdition, brief]);
  });

  it('says nothing of the failure of one that was overtaken', async () => {
    await choose(desk, letter);
    program.asked[0]!.fail('The preview was stopped.');
    await settle();
    expect(desk.work.kind).toBe('making');
  });

  it('tells why there are no pages, and tries again', async () => {
    program.asked[0]!.fail('It does not fit.');
    await settle();
    expect(desk.work).toEqual({ kind: 'failed', message: 'It does not fit.' });
    desk.retry();
    program.asked[1]!.answer('again');
    await settle();
    expect(desk.shown?.token).toBe('again');
  });

  it('shows nothing that comes after it was stopped', async () => {
    desk.stop();
    expect(program.cancelled).toHaveBeenCalledOnce();
    program.asked[0]!.answer('late');
    await settle();
    expect(desk.work).toEqual({ kind: 'stopped' });
    expect(desk.shown).toBeNull();
  });

  it('writes what is shown', async () => {
    program.asked[0]!.answer('first');
    await settle();
    desk.save();
    await settle();
    expect(program.exported).toEqual(['first']);
    expect(program.told).toHaveBeenCalledExactlyOnceWith({ token: 'file', name: 'out.pdf' });
  });

  it('writes pages that were asked for before they were made, once they are', async () => {
    expect(desk.canSave).toBe(true);
    desk.save();
    await settle();
    expect(program.exported).toEqual([]);
    program.asked[0]!.answer('first');
    await settle();
    expect(program.exported).toEqual(['first']);
  });

  it('writes what was asked for at once after it was chosen', async () => {
    desk.choose(letter);
    desk.save();
    await vi.advanceTimersByTimeAsync(1_000);
    program.asked[1]!.answer('second');
    await settle();
    expect(program.exported).toEqual(['second']);
  });

  it('writes none that were chosen anew after that, and none that failed', async () => {
    desk.save();
    await choose(desk, letter);
    program.asked[1]!.answer('second');
    await settle();
    expect(program.exported).toEqual([]);
    await choose(desk, brief);
    desk.save();
    program.asked[2]!.fail('It does not fit.');
    await settle();
    expect(desk.canSave).toBe(false);
    expect(program.exported).toEqual([]);
  });

  it('stays as it is where nobody says where to, or the disk refuses', async () => {
    program.asked[0]!.answer('first');
    await settle();
    program.written = Promise.resolve(null);
    desk.save();
    await settle();
    program.written = Promise.reject(new Error('The disk is full.'));
    desk.save();
    await settle();
    expect(program.told).not.toHaveBeenCalled();
    expect(desk.told).toEqual({ text: 'The disk is full.', failed: true });
    desk.choose(letter);
    expect(desk.told).toBeNull();
  });

  it('says where to print', async () => {
    program.asked[0]!.answer('first');
    await settle();
    await desk.print();
    expect(desk.told?.text).toMatch(/Opened in the system’s PDF viewer/);
  });
});
