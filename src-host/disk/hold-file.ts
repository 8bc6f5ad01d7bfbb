/**
 * A lock that the kernel holds on a file: it ends with the process, however that dies, and no clock
 * and no suspended machine can free it early. Whoever may not open the file cannot take it, so it is
 * as safe from other users as the folder that the file lies in. The file stays behind, empty.
 *
 * macOS and the BSDs: open(2) with O_EXLOCK. Windows: opening without sharing. Linux: flock(2), which
 * Node has no call for: the program `flock` is lent our descriptor, locks what it stands for, and
 * ends; the lock stays with the descriptor, and so with us.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, constants, fstatSync, openSync, statSync } from 'node:fs';

export type Hold =
  /** Ours until `release`, or until this process ends. */
  | { readonly state: 'held'; readonly release: () => void }
  | { readonly state: 'taken' }
  /** The disk or the system has no such locks. `why` is for people, without a full stop. */
  | { readonly state: 'impossible'; readonly why: string };

/** Makes the file where there is none; throws what opening it throws. Never waits for the lock. */
export function holdFile(path: string, platform = process.platform, open = openSync): Hold {
  switch (platform) {
    case 'linux':
      return holdByFlock(path);
    case 'win32':
      return holdByOpening(() => open(path, OPENING | O_EXLOCK_WINDOWS, 0o600));
    default:
      return holdByOpening(() => open(path, OPENING | O_EXLOCK_BSD, 0o600));
  }
}

/** From the BSDs' fcntl.h and from libuv's win.h; Node names neither. */
const O_EXLOCK_BSD = 0x20;
const O_EXLOCK_WINDOWS = 0x1000_0000;

const { O_RDWR, O_CREAT, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
/** For writing, since some network disks lock nothing else. No link is followed, and no pipe waited for. */
const OPENING = O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK;

function holdByOpening(open: () => number): Hold {
  try {
    return heldBy(open());
  } catch (error) {
    switch ((error as NodeJS.ErrnoException).code) {
      case 'EAGAIN':
      case 'EWOULDBLOCK':
      case 'EBUSY':
        return { state: 'taken' };
      // Of file systems without locks, among them some servers for SMB and NFS.
      case 'ENOTSUP':
      case 'EOPNOTSUPP':
      case 'ENOLCK':
        return { state: 'impossible', why: 'the disk that it lies on has no locks' };
      default:
        throw error;
    }
  }
}

function holdByFlock(path: string): Hold {
  for (;;) {
    const file = openSync(path, OPENING, 0o600);
    let hold: Hold | null = null;
    try {
      hold = lendToFlock(file);
      // Another file has taken its place meanwhile, and nobody else would ask for this one.
      if (hold.state === 'held' && !isStillAt(path, file)) hold = null;
    } finally {
      if (hold?.state !== 'held') closeSync(file);
    }
    if (hold) return hold;
  }
}

function lendToFlock(file: number): Hold {
  const { error, status, stderr } = spawnSync('flock', ['-x', '-n', '3'], {
    stdio: ['ignore', 'ignore', 'pipe', file],
    encoding: 'utf8'
  });
  if (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return { state: 'impossible', why: 'the program “flock” is not installed' };
  }
  if (status === 0) return heldBy(file);
  // A lock that another holds is told by the code alone.
  if (status === 1 && stderr === '') return { state: 'taken' };
  return { state: 'impossible', why: stderr.trim() || `“flock” ended with ${status}` };
}

function isStillAt(path: string, file: number): boolean {
  const there = statSync(path, { throwIfNoEntry: false });
  const ours = fstatSync(file);
  return there?.ino === ours.ino && there.dev === ours.dev;
}

function heldBy(file: number): Hold {
  let open = true;
  return {
    state: 'held',
    release() {
      // A number that is closed twice may be another file's by then.
      if (open) closeSync(file);
      open = false;
    }
  };
}
