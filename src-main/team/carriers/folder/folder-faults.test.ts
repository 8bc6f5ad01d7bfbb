/** What befalls a shared folder: it is not there, goes away, is full or refuses. */
import { execFileSync } from 'node:child_process';
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  truncate,
  writeFile
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Fault, failingDisk } from '../../../disk/testing/failing-disk.js';
import type { Carrier } from '../carrier.js';
import { readAll, rowsOf, told } from '../testing/make-carriers.js';
import { openFolder, prepareFolder } from './folder.js';
import { begunName, fileHash, filePlace, layoutOf } from './layout.js';

const library = 'c'.repeat(32);
const [ours, theirs] = ['1'.repeat(32), '2'.repeat(32)];
let place: string;
let here: Carrier;
let folderHere: string;

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'standpoint-folder-'));
  folderHere = join(place, 'here');
  await mkdir(folderHere);
  await prepareFolder(folderHere, library);
  here = await openFolder({ kind: 'folder', path: folderHere }, library);
});
afterEach(async () => {
  await here.close();
  await rm(place, { recursive: true, force: true });
});

describe('a folder that', () => {
  const refusal = (path: string) =>
    openFolder({ kind: 'folder', path }, library).then(
      () => 'opened',
      (error: unknown) => error
    );

  test('is not there, holds no such library, is half there or of a newer program is told so', async () => {
    const { head } = layoutOf(folderHere, library);
    expect(await refusal(join(place, 'nowhere'))).toMatchObject({
      code: 'carrier-away',
      message: expect.stringMatching(/is not there, or not whole.*connect it/) as string
    });
    expect(await refusal(place)).toMatchObject({ code: 'no-team-library' });
    const text = await readFile(head, 'utf8');
    await writeFile(head, text.slice(0, 20));
    expect(await refusal(folderHere)).toMatchObject({ code: 'carrier-away' });
    await writeFile(head, text.replace('"needs":1', '"needs":2'));
    expect(await refusal(folderHere)).toMatchObject({
      code: 'carrier-newer',
      message: expect.stringMatching(/newer Standpoint/) as string
    });
  });

  test('is taken away is told once, and nothing is written in its place; once back, all goes on', async () => {
    const quick = await openFolder({ kind: 'folder', path: folderHere }, library, undefined, 5);
    await quick.append(rowsOf(ours, 1, 2));
    let tell = (): void => undefined;
    const event = () => new Promise<void>((resolve) => (tell = resolve));
    const lost: string[] = [];
    let next = event();
    quick.watch(
      () => tell(),
      (why) => {
        lost.push(why.code);
        tell();
      }
    );
    await next;
    next = event();
    await rename(folderHere, `${folderHere}-away`);
    await next;
    // As an empty place to which nothing is mounted.
    await mkdir(folderHere);
    for (const doing of [
      () => quick.append(rowsOf(ours, 3, 1)),
      () => quick.read(null),
      () => quick.held(ours),
      () => quick.held(theirs),
      () => quick.getFile('f'.repeat(32)),
      () => quick.putFile('f'.repeat(32), Buffer.from('x'))
    ]) {
      await expect(doing()).rejects.toMatchObject({ code: 'carrier-away' });
    }
    expect(await readdir(folderHere)).toEqual([]);
    expect(lost).toEqual(['carrier-away']);
    next = event();
    await rm(folderHere, { recursive: true });
    await rename(`${folderHere}-away`, folderHere);
    await next;
    await quick.append(rowsOf(ours, 3, 1));
    expect(told((await readAll(quick)).rows)).toEqual(told(rowsOf(ours, 1, 3)));
    await quick.close();
  });

  test.each<[Fault, string]>([
    ['ENOSPC', 'carrier-full'],
    ['SHORT', 'carrier-full'],
    ['EACCES', 'carrier-refuses'],
    ['EROFS', 'carrier-refuses'],
    ['EIO', 'carrier-away']
  ])(
    'fails with %s at any step says so, keeps what it acknowledged, and goes on',
    async (fault, code) => {
      const fs = failingDisk(fault);
      const carrier = await openFolder({ kind: 'folder', path: folderHere }, library, fs);
      let n = 0;
      let failed = 0;
      for (let step = 0; step < 40; step += 1) {
        fs.arm(step % 14);
        const rows = rowsOf(ours, n + 1, 2);
        try {
          await carrier.append(rows);
          n += 2;
        } catch (error) {
          failed += 1;
          expect(error).toMatchObject({ code });
          // Of what was refused some may be held: it is appended again.
          fs.arm(null);
          await carrier.append(rows);
          n += 2;
        }
        fs.arm(null);
        if (step % 10 === 0)
          expect(told((await readAll(here)).rows)).toEqual(told(rowsOf(ours, 1, n)));
      }
      expect(failed).toBeGreaterThan(1);
      expect(told((await readAll(here)).rows)).toEqual(told(rowsOf(ours, 1, n)));
      await carrier.close();
    }
  );
});

describe.runIf(process.platform !== 'win32').each<[string, (path: string) => Promise<void>]>([
  [
    'a pipe',
    (path) => {
      execFileSync('mkfifo', [path]);
      return Promise.resolve();
    }
  ],
  ['a link to a device without an end', (path) => symlink('/dev/zero', path)],
  [
    'a file of 3 GB without content',
    async (path) => {
      await writeFile(path, '');
      await truncate(path, 3e9);
    }
  ],
  ['a folder', (path) => mkdir(path).then(() => undefined)]
])('%s in the place of', (_what, put) => {
  const name = 'f'.repeat(32);
  const refused = {
    code: 'carrier-refuses',
    message: expect.stringContaining('Remove it there.') as string
  };

  test('the head of a library keeps it from being opened, with a sentence', async () => {
    const { head } = layoutOf(folderHere, library);
    await rm(head);
    await put(head);
    await expect(openFolder({ kind: 'folder', path: folderHere }, library)).rejects.toMatchObject(
      refused
    );
  });

  test('a file of rows is told; the rows before it and those of others come', async () => {
    await here.append(rowsOf(ours, 1, 2));
    await here.append(rowsOf(theirs, 1, 2));
    const { rows } = layoutOf(folderHere, library);
    const bad = join(rows, ours, '000002.rows');
    await put(bad);
    const page = await here.read(null);
    expect(told(page.rows)).toEqual(told([...rowsOf(ours, 1, 2), ...rowsOf(theirs, 1, 2)]));
    expect(page).toMatchObject({
      isEnd: true,
      faults: [expect.stringContaining(`${bad} is damaged, or is not the one`) as string]
    });
    expect((await here.read(page.cursor)).faults).toEqual(page.faults);
    // Whose rows it keeps from being written is told so.
    const again = await openFolder({ kind: 'folder', path: folderHere }, library);
    await expect(again.append(rowsOf(ours, 3, 1))).rejects.toMatchObject(refused);
    await rm(bad, { recursive: true });
    await again.append(rowsOf(ours, 3, 1));
    await again.close();
  });

  test('the first file of rows too', async () => {
    await here.append(rowsOf(theirs, 1, 2));
    const { rows } = layoutOf(folderHere, library);
    await mkdir(join(rows, ours));
    await put(join(rows, ours, '000001.rows'));
    const page = await here.read(null);
    expect(told(page.rows)).toEqual(told(rowsOf(theirs, 1, 2)));
    expect(page.faults).toHaveLength(1);
  });

  test('a shared file, or of one that is being put, is passed over', async () => {
    const bytes = Buffer.from('shared');
    const { folder, prefix } = filePlace(layoutOf(folderHere, library), name);
    await mkdir(folder);
    await put(join(folder, prefix + fileHash(bytes)));
    await put(join(folder, begunName(prefix + fileHash(bytes))));
    expect(await here.getFile(name)).toBeNull();
    await here.putFile(name, bytes);
    expect(await here.getFile(name)).toEqual(bytes);
  });
});
