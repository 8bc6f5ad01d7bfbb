/** What a person may name as a file, and what is refused with a sentence instead of being waited for. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readArticleFile } from '../article/read-article.js';
import { readBundlesFile } from '../import/import-bundle.js';
import { readCarriedFile } from '../import/import-carried.js';
import { readAnnotationsText } from '../handlers/read-exchanged.js';
import { readRegularFile } from './regular-file.js';
import { readArchive } from '../store/backup/archive.js';

const onWindows = process.platform === 'win32';
const isRoot = process.getuid?.() === 0;
const limit = { most: 1_000_000, what: 'a letter' };
/** Beyond the limit of every reader. */
const hugeSize = 20e9;

let place: string;
const server = createServer();
beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'standpoint-files-'));
  mkdirSync(join(place, 'folder'));
  writeFileSync(join(place, 'words'), 'words');
  writeFileSync(join(place, 'locked'), 'words');
  chmodSync(join(place, 'locked'), 0o000);
  // It holds nothing, and takes no room.
  writeFileSync(join(place, 'huge'), '');
  truncateSync(join(place, 'huge'), hugeSize);
  if (onWindows) return;
  execFileSync('mkfifo', [join(place, 'pipe')]);
  symlinkSync('/dev/zero', join(place, 'link-to-zero'));
  symlinkSync(join(place, 'pipe'), join(place, 'link-to-pipe'));
  symlinkSync(join(place, 'circle'), join(place, 'circle'));
  server.listen(join(place, 'socket'));
  await once(server, 'listening');
});
afterAll(() => {
  server.close();
  rmSync(place, { recursive: true, force: true });
});

/** Name in the folder, or a path; what is said; on which systems it can be tried. */
const cases: readonly (readonly [name: string, code: string, sentence: RegExp, there?: boolean])[] =
  [
    ['missing', 'not-found', /^There is no file .*missing\.$/],
    ['words/inside', 'not-found', /^There is no file/],
    ['folder', 'is-a-folder', /is a folder, not /],
    ['huge', 'too-large', /^huge\S* has 20000 MB; .* may have up to [\d.]+ MB\.$/],
    ['locked', 'unreadable', /^You have no permission to read/, !onWindows && !isRoot],
    ['pipe', 'not-a-file', /is a pipe, a device or a socket, not /, !onWindows],
    ['link-to-pipe', 'not-a-file', /is a pipe, a device or a socket/, !onWindows],
    ['/dev/zero', 'not-a-file', /is a pipe, a device or a socket/, !onWindows],
    ['/dev/tty', 'not-a-file', /is a pipe, a device or a socket/, existsSync('/dev/tty')],
    ['link-to-zero', 'not-a-file', /is a pipe, a device or a socket/, !onWindows],
    ['socket', 'not-a-file', /is a pipe, a device or a socket/, !onWindows],
    ['circle', 'unreadable', /cannot be read \(ELOOP\)\.$/, !onWindows]
  ];
const triable = cases
  .filter(([, , , there = true]) => there)
  .map(([name, code, sentence]) => [name, code, sentence] as const);

describe('a file that is named for reading', () => {
  test('is read whole', async () => {
    expect((await readRegularFile(join(place, 'words'), limit)).toString()).toBe('words');
  });

  test('may have just as much as the limit says, and not a byte more', async () => {
    const path = join(place, 'letter');
    writeFileSync(path, Buffer.alloc(limit.most, 'a'));
    expect(await readRegularFile(path, limit)).toHaveLength(limit.most);
    writeFileSync(path, Buffer.alloc(limit.most + 1, 'a'));
    await expect(readRegularFile(path, limit)).rejects.toMatchObject({
      code: 'too-large',
      message: 'letter has 1.1 MB; a letter may have up to 1 MB.'
    });
  });

  test.runIf(process.platform === 'linux')(
    'is measured by what comes: the kernel’s own say that they are empty',
    async () => {
      expect((await readRegularFile('/proc/self/status', limit)).toString()).toContain('Pid:');
      const small = { ...limit, most: 10 };
      await expect(readRegularFile('/proc/self/status', small)).rejects.toMatchObject({
        code: 'too-large',
        message: 'status has more than 0.1 MB; a letter may have up to 0.1 MB.'
      });
    }
  );

  test.each(triable)('%s is %s', async (name, code, message) => {
    const path = name.startsWith('/') ? name : join(place, name);
    await expect(readRegularFile(path, limit)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message) as string
    });
  });
});

/** Everything that opens what a person named. */
const readers: readonly (readonly [string, (path: string) => Promise<unknown>])[] = [
  ['an article', readArticleFile],
  ['a briefing as JSON', readBundlesFile],
  ['annotations', readAnnotationsText],
  ['a backup', (path) => readArchive(path, 1_000).next()]
];
describe.each(readers)('%s', (_what, read) => {
  test.each(triable)('from %s is refused as %s', async (name, code, message) => {
    const path = name.startsWith('/') ? name : join(place, name);
    await expect(read(path)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message) as string
    });
  });
});

test.runIf(!onWindows)('a PDF that is none of these carries no briefing', async () => {
  for (const [index, target] of ['pipe', '/dev/zero', 'folder', 'huge', 'missing'].entries()) {
    const path = join(place, `carried-${index}.pdf`);
    symlinkSync(target.startsWith('/') ? target : join(place, target), path);
    expect(await readCarriedFile(path)).toEqual([]);
  }
});

test('a backup that does not begin like one is not read to its end', async () => {
  const path = join(place, 'endless');
  writeFileSync(path, '');
  // As far as a backup may be read, and all zeros.
  truncateSync(path, 15e9);
  await expect(readArchive(path, 1_000).next()).rejects.toThrow('it is no zip file');
});
