/**
 * One running program per user-data folder. Who runs is decided by a lock of the kernel's, which ends
 * with its process, so nothing left over can block a start. The holder listens for second starts, and
 * writes where, with a key, into a folder that only its user can reach. Only the holder touches what
 * lies there, so what an earlier one left is replaced without a race.
 *
 * On Windows the channel is a named pipe, which other users of the machine can see and open. They
 * cannot take its name beforehand, since it is new each time, and without the key they are not heard.
 */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { holdFile } from '../disk/hold-file.js';
import { patientlySync, standStill } from '../disk/patiently.js';
import {
  listenForStarts,
  type Listener,
  type Errand,
  makeQuestion,
  MAX_MESSAGE,
  type SecondStart,
  TOLD
} from './instance-channel.js';
import { makePrivateFolder, makeTemporaryFolder } from '../disk/temporary-folder.js';

export type { SecondStart } from './instance-channel.js';

export type StartOutcome =
  /** This process is the one. `alone` is false where the disk has no locks, and another may run too. */
  | { readonly is: 'first'; readonly alone: boolean }
  /** The running program has been told of this start. */
  | { readonly is: 'second' }
  /** Neither: a sentence says why. */
  | { readonly is: 'failed'; readonly why: string };

/** How long a running program may take to answer, or to end, in ms. */
const ANSWER_LIMIT = 20_000;
/** How long to wait before looking anew, in ms. */
const PAUSE = 50;
/** Bytes in the path of a socket, without its end: macOS takes the fewest. */
const LONGEST_ADDRESS = 103;

/** What lies in the folder of a running program. */
const places = (folder: string) => ({
  lock: join(folder, 'lock'),
  socket: join(folder, 'socket'),
  /** Where its holder listens, and the key. */
  announcement: join(folder, 'announcement.json')
});

interface Announcement {
  readonly address: string;
  readonly key: string;
}

/** Decides what this start is. A holder for which `isEnding` says true is waited for. */
export function holdInstance(
  userData: string,
  onSecondStart: (start: SecondStart) => void,
  isEnding: () => boolean
): StartOutcome {
  const folder = join(userData, 'running');
  const distrust = makeFolder(folder);
  if (distrust !== null) return failed(`${distrust} Another can be named by STANDPOINT_HOME.`);
  const start = { argv: process.argv, cwd: process.cwd() };
  const deadline = Date.now() + ANSWER_LIMIT;
  for (;;) {
    const hold = holdFile(places(folder).lock);
    if (hold.state === 'held') {
      announce(folder, { key: randomBytes(32).toString('hex'), onSecondStart, isEnding });
      return { is: 'first', alone: true };
    }
    // Whether another runs cannot be known, so there is nobody to tell.
    if (hold.state === 'impossible') return { is: 'first', alone: false };
    const outcome = tell(folder, start, deadline - Date.now());
    if (outcome) return outcome;
    standStill(PAUSE);
  }
}

/** As `makePrivateFolder`, which throws for a disk that refuses. */
function makeFolder(folder: string): string | null {
  try {
    return makePrivateFolder(folder);
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === undefined || syscall === undefined) throw error;
    return `The folder ${folder} cannot be used (${code}).`;
  }
}

/** Only for the holder of the lock. */
function announce(folder: string, listener: Listener): void {
  const { announcement, socket } = places(folder);
  const clear = () =>
    [announcement, socket].forEach((left) => patientlySync(() => rmSync(left, { force: true })));
  clear();
  const address = listen(folder, listener);
  if (address === null) {
    console.error(
      `${folder}: Standpoint cannot listen there for a second start, which will say so.`
    );
    return;
  }
  process.on('exit', clear);
  const said: Announcement = { address, key: listener.key };
  // Whole or not at all: a second start may look at any moment.
  writeFileSync(`${announcement}.new`, JSON.stringify(said), { mode: 0o600 });
  patientlySync(() => renameSync(`${announcement}.new`, announcement));
}

/** Where it listens now, or `null`. */
function listen(folder: string, listener: Listener): string | null {
  if (process.platform === 'win32') {
    const pipe = `\\\\.\\pipe\\standpoint-${randomBytes(16).toString('hex')}`;
    return listenForStarts(pipe, listener) ? pipe : null;
  }
  const { socket } = places(folder);
  if (Buffer.byteLength(socket) <= LONGEST_ADDRESS && listenForStarts(socket, listener))
    return socket;
  // The path is too long for a socket, or the disk has none.
  const { path, remove } = makeTemporaryFolder('standpoint-running-');
  const elsewhere = join(path, 'socket');
  if (listenForStarts(elsewhere, listener)) return elsewhere;
  remove();
  return null;
}

/** `null` when it is to be tried again. */
function tell(folder: string, start: SecondStart, limit: number): StartOutcome | null {
  if (limit <= 0) {
    return failed(
      `Another program holds ${places(folder).lock} and does not answer. If it is a Standpoint, here or on another computer that shares this folder, end it first.`
    );
  }
  const announced = readAnnouncement(folder);
  // Whoever holds the lock is about to write it, or to end.
  if (!announced) return null;
  const question = makeQuestion(start, announced.key);
  const size = Buffer.byteLength(question.line);
  if (size > MAX_MESSAGE) {
    return failed(
      `Standpoint is running already and can be given arguments of ${MAX_MESSAGE / 1024} KB; these have ${Math.ceil(size / 1024)} KB. Give it fewer files at once.`
    );
  }
  const errand: Errand = { ...question, address: announced.address, limit };
  const { status, error } = spawnSync(
    process.execPath,
    [fileURLToPath(new URL('tell-start.js', import.meta.url))],
    { input: JSON.stringify(errand), stdio: ['pipe', 'ignore', 'inherit'] }
  );
  if (error) throw error;
  switch (status) {
    case TOLD.told:
      return { is: 'second' };
    case TOLD.nobody:
    case TOLD.ended:
      return null;
    case TOLD.stranger:
      return failed(
        `What listens at ${announced.address} is not the Standpoint that is running. Nothing was opened.`
      );
    default:
      return failed(
        `Standpoint is running already, but has not answered within ${ANSWER_LIMIT / 1000} seconds. Nothing was opened.`
      );
  }
}

/** `null` when there is none, or none that is whole. */
function readAnnouncement(folder: string): Announcement | null {
  try {
    const said = JSON.parse(
      readFileSync(places(folder).announcement, 'utf8')
    ) as Partial<Announcement>;
    const { address, key } = said;
    return typeof address === 'string' && typeof key === 'string' ? { address, key } : null;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT')
      return null;
    throw error;
  }
}

function failed(why: string): StartOutcome {
  return { is: 'failed', why };
}
