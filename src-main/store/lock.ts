/**
 * One writer a library. The lock is held by the kernel, so it ends with the process that holds it,
 * however that dies, and no clock and no suspended machine can free it early.
 *
 * Linux: an abstract socket. Windows: a named pipe. macOS and the BSDs: open(2) with O_EXLOCK.
 * It is advisory, and seen by the processes of one machine only.
 */
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { ExpectedFailure } from '../domain/result.js';
import { isErrno } from './file-system.js';

export interface Lock {
  release(): Promise<void>;
}

/** `realPath` must be the folder's one canonical path. Throws `library-in-use` when another holds it. */
export async function lockLibrary(realPath: string): Promise<Lock> {
  try {
    switch (process.platform) {
      case 'linux':
        return await listenOn(`\0${nameFor(realPath)}`);
      case 'win32':
        return await listenOn(`\\\\.\\pipe\\${nameFor(realPath)}`);
      default:
        return await openExclusively(join(realPath, '.lock'));
    }
  } catch (error) {
    if (!isErrno(error, 'EADDRINUSE', 'EAGAIN', 'EWOULDBLOCK')) throw error;
    throw new ExpectedFailure(
      'library-in-use',
      `The library in ${realPath} is open in another Standpoint. Close it there first; nothing was changed.`
    );
  }
}

function nameFor(realPath: string): string {
  return `standpoint-${createHash('sha256').update(realPath).digest('hex')}`;
}

/** Nobody is served: that the name is taken is the whole message. */
async function listenOn(name: string): Promise<Lock> {
  const server = createServer((visitor) => visitor.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ path: name, exclusive: true }, resolve);
  });
  server.unref();
  return {
    release: () =>
      new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())))
  };
}

/** From Darwin's and the BSDs' fcntl.h; Node names it nowhere. */
const O_EXLOCK = 0x20;

async function openExclusively(path: string): Promise<Lock> {
  const flags = constants.O_RDWR | constants.O_CREAT | constants.O_NONBLOCK | O_EXLOCK;
  const file = await open(path, flags, 0o600);
  return { release: () => file.close() };
}
