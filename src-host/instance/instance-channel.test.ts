/** The channel for second starts: what was made with its key is heard, and nothing else does anything. */
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  listenForStarts,
  makeQuestion,
  MAX_MESSAGE,
  readQuestion,
  type SecondStart
} from './instance-channel.js';

const key = 'a key that only the user can read';
const start: SecondStart = { argv: ['node', 'program', 'an article.txt'], cwd: '/home/anna' };

describe('a question', () => {
  test('comes through as it was asked', () => {
    const { line, answer } = makeQuestion(start, key);
    expect(readQuestion(line, key)).toEqual({ start, answer });
  });

  test('says nothing under another key, nor once it was changed', () => {
    const { line } = makeQuestion(start, key);
    expect(readQuestion(line, 'another key')).toBeNull();
    const message = JSON.parse(line) as SecondStart;
    const changed = { ...message, argv: [...message.argv, '/etc/passwd'] };
    expect(readQuestion(JSON.stringify(changed), key)).toBeNull();
  });

  test('has an answer of its own', () => {
    expect(makeQuestion(start, key).answer).not.toBe(makeQuestion(start, key).answer);
  });

  test('is nothing else, whatever comes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => readQuestion(text, key) === null)
    );
  });

  test.each([
    ['no list', { argv: 'x' }],
    ['a list of other things', { argv: [1, null] }],
    ['a sign that ends strings', { argv: ['a\0b'] }],
    ['no folder', { cwd: undefined }],
    ['no proof', { proof: undefined }],
    ['a proof that is no text', { proof: {} }]
  ])('with %s is none', (_what, changes) => {
    const message = JSON.parse(makeQuestion(start, key).line) as object;
    expect(readQuestion(JSON.stringify({ ...message, ...changes }), key)).toBeNull();
  });
});

describe('the running program', () => {
  let place: string;
  let address: string;
  let server: Server | null;
  let ending: boolean;
  const heard = vi.fn<(start: SecondStart) => void>();

  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'standpoint-channel-'));
    address =
      process.platform === 'win32'
        ? `\\\\.\\pipe\\${Date.now()}-${Math.random()}`
        : join(place, 's');
    ending = false;
    heard.mockReset();
    server = listenForStarts(address, { key, onSecondStart: heard, isEnding: () => ending });
  });
  afterEach(() => {
    server?.close();
    rmSync(place, { recursive: true, force: true });
  });

  /** Sends the pieces, and gives what was answered once the connection has ended. */
  function say(...pieces: readonly (string | Buffer)[]): Promise<string> {
    return new Promise((resolve) => {
      let said = '';
      const socket = connect(address, () => pieces.forEach((piece) => socket.write(piece)));
      socket.on('data', (data) => (said += data.toString()));
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(said));
    });
  }

  test('hears a start and answers it, in however many pieces it comes', async () => {
    const { line, answer } = makeQuestion(start, key);
    expect(await say(line.slice(0, 10), line.slice(10))).toBe(answer);
    expect(heard).toHaveBeenCalledExactlyOnceWith(start);
  });

  test('answers a start that it cannot show, and goes on', async () => {
    vi.spyOn(console, 'error').mockImplementationOnce(() => undefined);
    heard.mockImplementationOnce(() => {
      throw new Error('no window');
    });
    for (let time = 1; time <= 2; time += 1) {
      const { line, answer } = makeQuestion(start, key);
      expect(await say(line)).toBe(answer);
    }
    expect(heard).toHaveBeenCalledTimes(2);
  });

  test.each([
    ['words', 'not json\n'],
    ['a forged start', makeQuestion(start, 'another key').line],
    ['deep nesting', `${'['.repeat(MAX_MESSAGE - 1)}\n`],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0, 0, 10])],
    ['nothing but a line feed', '\n']
  ])('hangs up on %s', async (_what, piece) => {
    expect(await say(piece)).toBe('');
    expect(heard).not.toHaveBeenCalled();
  });

  test('hangs up on endless words long before they cost anything', async () => {
    const piece = Buffer.alloc(64 * 1024, 'x');
    let taken = 0;
    await new Promise<void>((resolve) => {
      const socket = connect(address);
      const more = () =>
        void (!socket.destroyed && socket.write(piece, () => ((taken += 1), more())));
      socket.on('connect', more);
      socket.on('error', () => undefined);
      socket.on('close', () => resolve());
    });
    // What the kernel holds between the two, and no more.
    expect(taken * piece.length).toBeLessThan(10_000_000);
    expect(heard).not.toHaveBeenCalled();
  });

  test('hears what is said twice in one breath only once', async () => {
    const { line, answer } = makeQuestion(start, key);
    expect(await say(line, line)).toBe(answer);
    expect(heard).toHaveBeenCalledOnce();
  });

  test('while it ends leaves a start without an answer', async () => {
    ending = true;
    const socket = connect(address, () => socket.write(makeQuestion(start, key).line));
    const answered = vi.fn();
    socket.on('data', answered);
    // It has been read once the program has had a later one in full.
    await new Promise((resolve) => socket.once('drain', resolve).once('connect', resolve));
    expect(await say('x'.repeat(MAX_MESSAGE + 1))).toBe('');
    expect(answered).not.toHaveBeenCalled();
    expect(heard).not.toHaveBeenCalled();
    socket.destroy();
  });
});
