/** Looks now and then whether files of rows have changed: on network disks, and on those that a program fills, the system tells nobody. */
import { join } from 'node:path';
import { ExpectedFailure } from '../../../domain/base/result.js';
import { type FileSystem, ifThere, namesIn } from '../../../disk/file-system.js';
import { isName, type Watch } from '../carrier.js';
import { folderFailure } from './failures.js';
import { type FolderLayout, rowsFileNumber } from './layout.js';

/** @param path as the person named it @param every milliseconds */
export function watchFolder(
  layout: FolderLayout,
  path: string,
  every: number,
  fs: FileSystem,
  onNews: () => void,
  onLost: (why: ExpectedFailure) => void
): Watch {
  let isClosed = false;
  let isLost = false;
  let seen: string | null = null;
  let timer: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    let now: string;
    try {
      now = await stateOf(layout, fs);
    } catch (error) {
      const failure = folderFailure(error, path);
      if (!(failure instanceof ExpectedFailure)) throw failure;
      if (!isLost && !isClosed) onLost(failure);
      isLost = true;
      seen = null;
      return again();
    }
    isLost = false;
    if (now !== seen && !isClosed) onNews();
    seen = now;
    again();
  }

  function again(): void {
    if (!isClosed) timer = setTimeout(() => void look(), every).unref();
  }

  void look();
  return {
    close() {
      isClosed = true;
      clearTimeout(timer);
    }
  };
}

/** Of each device only the newest segment is looked at, since only that one grows. */
async function stateOf(layout: FolderLayout, fs: FileSystem): Promise<string> {
  const devices = (await fs.readdir(layout.rows)).filter(isName).sort();
  const states = devices.map(async (device) => {
    const folder = join(layout.rows, device);
    const segments = (await namesIn(folder, fs)).filter((name) => rowsFileNumber(name) !== null);
    const newest = segments.at(-1);
    const stats = newest === undefined ? null : await ifThere(fs.stat(join(folder, newest)));
    return `${device} ${segments.length} ${stats?.size ?? 0} ${stats?.mtimeMs ?? 0}`;
  });
  return (await Promise.all(states)).join('\n');
}
