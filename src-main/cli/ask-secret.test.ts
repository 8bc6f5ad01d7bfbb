/** Protects that a secret is read as it was typed or pasted, and that nothing of it is shown. */
import { EventEmitter } from 'node:events';
import type { ReadStream } from 'node:tty';
import { expect, test, vi } from 'vitest';
import { askSecret } from './ask-secret.js';

class Terminal extends EventEmitter {
  isTTY = true;
  readonly modes: boolean[] = [];
  isPaused = false;
  setRawMode(isRaw: boolean): void {
    this.modes.push(isRaw);
  }
  resume(): void {
    this.isPaused = false;
  }
  pause(): void {
    this.isPaused = true;
  }
}

async function asked(...chunks: readonly (string | Buffer)[]) {
  const terminal = new Terminal();
  let shown = '';
  const answer = askSecret('Password: ', terminal as unknown as ReadStream, (text) => {
    shown += text;
  });
  for (const chunk of chunks) terminal.emit('data', Buffer.from(chunk));
  const secret = await answer;
  expect(shown).toBe('Password: \n');
  expect(terminal.modes).toEqual([true, false]);
  expect(terminal.isPaused).toBe(true);
  expect(terminal.listenerCount('data')).toBe(0);
  return secret;
}

test.each<[string, readonly (string | Buffer)[], string]>([
  ['typed letter by letter', ['s', 'e', 'c', '\r'], 'sec'],
  ['with a mistake that is taken back', ['sex\u007fc\n'], 'sec'],
  ['begun anew', ['wrong\u0015sec\r'], 'sec'],
  ['pasted with its line end, and more behind it', ['sec\r\nrm -rf x\n'], 'sec'],
  ['pasted between the marks of a terminal', ['\u001b[200~sec\u001b[201~', '\r'], 'sec'],
  ['with arrows and other keys between', ['s\u001b[De\u001bOC\u001ac\r'], 'sec'],
  ['a letter that comes in two parts', [Buffer.from([0xc3]), Buffer.from([0xa4, 0x0d])], 'ä'],
  ['ended without a word', ['\u0004'], '']
])('%s', async (_name, chunks, secret) => {
  expect(await asked(...chunks)).toBe(secret);
});

test('where nobody sits at a terminal nothing is asked', async () => {
  const terminal = Object.assign(new Terminal(), { isTTY: false });
  const tell = () => expect.unreachable();
  expect(await askSecret('?', terminal as unknown as ReadStream, tell)).toBeNull();
});

test('Ctrl+C gives the terminal back and ends the program, as everywhere', async () => {
  const terminal = new Terminal();
  const modes: (readonly boolean[])[] = [];
  const kill = vi.spyOn(process, 'kill').mockImplementation(() => {
    modes.push([...terminal.modes]);
    return true;
  });
  try {
    const answer = askSecret('?', terminal as unknown as ReadStream, () => undefined);
    terminal.emit('data', Buffer.from('sec\u0003'));
    expect(kill.mock.calls).toEqual([[process.pid, 'SIGINT']]);
    // Before the end: no shell is left that shows nothing of what is typed.
    expect(modes).toEqual([[true, false]]);
    terminal.emit('data', Buffer.from('\r'));
    await answer;
  } finally {
    kill.mockRestore();
  }
});
