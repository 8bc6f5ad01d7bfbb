import { EventEmitter } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Conversion } from './convert.js';
import { convertInWorker } from './convert-in-worker.js';
import { makeDocx } from './docx/testing/make-docx.js';
import { mail, textPart, webArchive } from './mail/testing/make-mail.js';
import { makePdf } from './pdf/testing/make-pdf.js';

function page(html: string): Conversion {
  return { kind: 'html', name: 'a.html', bytes: new TextEncoder().encode(html) };
}
const words = `<p>${'The sides met, talked at length, and parted without any result. '.repeat(10)}</p>`;

test('converts in a thread, from the bytes and from the clipboard', async () => {
  expect((await convertInWorker(page(words))).text).toMatch(/^The sides met/);
  const clipboard: Conversion = { kind: 'clipboard', name: 'Pasted', html: '<ul><li>a</li></ul>' };
  expect((await convertInWorker(clipboard)).text).toBe('- a');
  const pdf = makePdf([[{ text: 'Some words.', x: 72, y: 700 }]]);
  expect((await convertInWorker({ kind: 'pdf', name: 'a.pdf', bytes: pdf })).text).toBe(
    'Some words.'
  );
  const bytes = mail(textPart('text/html', words));
  expect((await convertInWorker({ kind: 'mail', name: 'a.eml', bytes })).text).toContain(
    'The sides'
  );
  const saved = { kind: 'archive', name: 'a.mhtml', bytes: webArchive(words) } as const;
  expect((await convertInWorker(saved)).text).toMatch(/^The sides met/);
});

test('reads the whole pages of a PDF with a damaged one, and tells of that', async () => {
  const line = (text: string) => [{ text, x: 72, y: 700 }];
  const whole = Buffer.from(makePdf([line('Some words.'), line('Other words.')])).toString(
    'latin1'
  );
  const bytes = new Uint8Array(Buffer.from(whole.replace('\n9 0 obj', '\n9 0 xbj'), 'latin1'));
  const { text, missing } = await convertInWorker({ kind: 'pdf', name: 'a.pdf', bytes });
  expect(text).toBe('Some words.');
  expect(missing).toEqual([
    'Page 2 of 2 of a.pdf is damaged, and missing here. The others were taken in.'
  ]);
});

test('passes on the sentence of a file that is at fault', async () => {
  await expect(
    convertInWorker({ kind: 'docx', name: 'a.docx', bytes: new Uint8Array(10) })
  ).rejects.toMatchObject({ name: 'ExpectedFailure', code: 'not-a-document' });
});

test('a page nested without end gets a sentence, and no stack of ours', async () => {
  await expect(convertInWorker(page('<div>'.repeat(20_000) + words))).rejects.toMatchObject({
    name: 'ExpectedFailure',
    code: 'too-deep'
  });
});

test('gives up after its time limit', async () => {
  await expect(convertInWorker(page(words), { limit: 0 })).rejects.toMatchObject({
    code: 'too-slow',
    message: 'a.html could not be read within 0 seconds of work. Nothing of it was taken in.'
  });
});

test('stops when it is asked to, at once where it was asked before', async () => {
  const reason = new Error('stopped');
  const stopped = new AbortController();
  const reading = convertInWorker(page(words), { signal: stopped.signal });
  stopped.abort(reason);
  await expect(reading).rejects.toBe(reason);
  const startWorker = () => {
    throw new Error('Nothing was to be started');
  };
  await expect(convertInWorker(page(words), { signal: stopped.signal, startWorker })).rejects.toBe(
    reason
  );
});

test('gives up when the process grows too much, whoever takes the memory', async () => {
  const waits = () =>
    Object.assign(new EventEmitter(), {
      terminate: () => Promise.resolve(0)
    }) as unknown as Worker;
  const limits = { growth: 20, startWorker: waits };
  const reading = convertInWorker(page(words), limits);
  const taken = Buffer.alloc(60_000_000, 1);
  await expect(reading).rejects.toMatchObject({
    code: 'too-large',
    message: 'a.html needs more than 20 MB of memory to be read. Nothing of it was taken in.'
  });
  expect(taken).toHaveLength(60_000_000);
});

test('moves the bytes to the thread instead of copying them, but never those of a larger buffer', async () => {
  const whole = new TextEncoder().encode(words);
  const larger = new Uint8Array([...whole, 0, 0]);
  const part = larger.subarray(0, whole.length);
  const { text } = await convertInWorker({ kind: 'html', name: 'a.html', bytes: part });
  expect((await convertInWorker({ kind: 'html', name: 'a.html', bytes: whole })).text).toBe(text);
  expect([whole.length, larger.length]).toEqual([0, part.length + 2]);
});

describe('what would unpack without end gets a sentence', () => {
  /** A PDF with one stream, unpacked to `size` bytes of blanks. */
  function blanks(size: number): Uint8Array {
    const line = [{ text: 'Some words.', x: 72, y: 700 }];
    const made = Buffer.from(makePdf([line])).toString('latin1');
    const stream = deflateSync(Buffer.alloc(size, ' ')).toString('latin1');
    const packed = made.replace(
      /<< {2}\/Length \d+ >>\nstream\nBT[^]*?endstream/,
      () => `<< /Filter /FlateDecode /Length ${stream.length} >>\nstream\n${stream}\nendstream`
    );
    return new Uint8Array(Buffer.from(packed, 'latin1'));
  }

  test('a PDF', async () => {
    const reading = convertInWorker({ kind: 'pdf', name: 'a.pdf', bytes: blanks(100_000_000) });
    await expect(reading).rejects.toMatchObject({
      code: 'too-large',
      message:
        'a.pdf unpacks in page 1 to more than 32 MB in one piece, which is more than can be read. Nothing of it was taken in.'
    });
  });

  test('a Word document', async () => {
    const bytes = makeDocx('<w:p><w:r><w:t>a</w:t></w:r></w:p>'.repeat(1_000_000));
    await expect(convertInWorker({ kind: 'docx', name: 'a.docx', bytes })).rejects.toMatchObject({
      code: 'too-large'
    });
  });
});

test('tells a thread that ran out of memory from one that met a fault of ours', async () => {
  const endsWith = (error: Error) => () => {
    const worker = Object.assign(new EventEmitter(), { threadId: 1 });
    setImmediate(() => {
      worker.emit('error', error);
      worker.threadId = -1;
    });
    return worker as unknown as Worker;
  };
  const full = Object.assign(new Error('full'), { code: 'ERR_WORKER_OUT_OF_MEMORY' });
  await expect(convertInWorker(page(words), { startWorker: endsWith(full) })).rejects.toMatchObject(
    {
      code: 'too-large',
      message: 'a.html needs more than 280 MB of memory to be read. Nothing of it was taken in.'
    }
  );
  const bug = new Error('a bug');
  await expect(convertInWorker(page(words), { startWorker: endsWith(bug) })).rejects.toBe(bug);
});
