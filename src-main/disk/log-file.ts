/**
 * The program's log of its own faults: what main writes to stderr is kept in a file as well, since
 * whoever starts a desktop program sees no stderr. It is local, readable by this user alone, and holds
 * what engine and system say of a fault, which may name files, but no text of a briefing.
 */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { format } from 'node:util';
import { patientlySync } from '../../src-host/disk/patiently.js';
import { ifThere } from './file-system.js';

export interface LogFile {
  readonly path: string;
  /** All that is kept, the oldest first; empty for nothing. */
  read(): Promise<string>;
}

/** Bytes from which a new file is begun. The one before is kept until then. */
const mostBytes = 512 * 1024;

/**
 * From now on `console.error` writes to the file too, and so does whatever ends the process. A disk that
 * refuses costs the log, and is said on stderr once.
 */
export function keepLog(path: string, target: Pick<Console, 'error'> = console): LogFile {
  const old = `${path}.old`;
  const say = target.error.bind(target);
  let refused = false;

  function write(words: string): void {
    const entry = `${new Date().toISOString()} ${words}\n`;
    try {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      if (sizeOf(path) + entry.length > mostBytes) patientlySync(() => renameSync(path, old));
      appendFileSync(path, entry, { mode: 0o600 });
    } catch (error) {
      if (!refused) say(`${path} could not be written; faults are told on stderr only.`, error);
      refused = true;
    }
  }

  target.error = (...words: unknown[]) => {
    say(...words);
    write(format(...words));
  };
  process.on('uncaughtExceptionMonitor', (error) => write(format('The program ended:', error)));
  return {
    path,
    read: async () => (await textOf(old)) + (await textOf(path))
  };
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

async function textOf(path: string): Promise<string> {
  return (await ifThere(readFile(path, 'utf8'))) ?? '';
}
