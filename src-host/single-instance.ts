/**
 * One running program per user-data folder, by a name that the kernel holds: an abstract socket on
 * Linux, a named pipe on Windows, a socket file on a Mac. The kernel lets go when the process ends,
 * however it ends, so no stale lock can block a start. Only the Mac leaves a dead file behind, which
 * refuses connections and is replaced.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SecondStart {
  readonly argv: readonly string[];
  readonly cwd: string;
}

/**
 * Tells a running program of this start; runs in a process of its own so that the caller can wait.
 * Exit code 0: told. 1: nobody listens. 2: the holder ended without an answer.
 */
const TELL = `
const { name, message } = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
const socket = require('node:net').connect(name, () => socket.write(message));
socket.on('error', () => process.exit(1));
socket.on('data', () => process.exit(0));
socket.on('close', () => process.exit(2));`;

/** How long a running program may take to answer before this start gives way to it. */
const ANSWER_LIMIT_MS = 20_000;

/**
 * Whether this process is now the one. If not, the running one has been told by `onSecondStart`.
 * A holder for which `isEnding` says true answers nobody, and this call waits for its end.
 */
export function holdInstance(
  folder: string,
  onSecondStart: (start: SecondStart) => void,
  isEnding: () => boolean
): boolean {
  mkdirSync(folder, { recursive: true });
  const name = nameSocket(folder);
  for (;;) {
    const server = createServer((socket) => listen(socket, onSecondStart, isEnding));
    // A name that is taken is told by `listening`; the event comes too late to decide by.
    server.on('error', () => undefined);
    server.listen(name).unref();
    if (server.listening) return true;
    const told = spawnSync(process.execPath, ['-e', TELL], {
      input: JSON.stringify({ name, message: describeThisStart() }),
      timeout: ANSWER_LIMIT_MS
    });
    if (told.status === 0 || told.status === null) return false;
    if (told.status === 1 && process.platform === 'darwin') rmSync(name, { force: true });
  }
}

function listen(
  socket: Socket,
  onSecondStart: (start: SecondStart) => void,
  isEnding: () => boolean
): void {
  let text = '';
  socket.unref();
  // A second start that goes away has nothing more to say.
  socket.on('error', () => undefined);
  socket.on('data', (data) => {
    text += data.toString();
    if (!text.endsWith('\n') || isEnding()) return;
    onSecondStart(JSON.parse(text) as SecondStart);
    socket.end('told');
  });
}

function describeThisStart(): string {
  const start: SecondStart = { argv: process.argv, cwd: process.cwd() };
  return `${JSON.stringify(start)}\n`;
}

function nameSocket(folder: string): string {
  const user = process.getuid?.() ?? '';
  const hash = createHash('sha256').update(`${user} ${folder}`).digest('hex').slice(0, 24);
  switch (process.platform) {
    case 'win32':
      return `\\\\.\\pipe\\standpoint-${hash}`;
    case 'linux':
      return `\0standpoint-${hash}`;
    default:
      return join(tmpdir(), `standpoint-${hash}.sock`);
  }
}
