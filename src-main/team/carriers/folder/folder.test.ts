/** What only a folder can get wrong: files that arrive in part, that shrink, that another program puts in their place. Over 300 lines because all of it needs the same two folders. */
import { randomBytes } from 'node:crypto';
import {
  appendFile,
  chmod,
  chown,
  cp,
  link as hardLink,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  truncate,
  writeFile
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { watchedDisk } from '../../../disk/testing/failing-disk.js';
import { type Carrier, filePart } from '../carrier.js';
import { readAll, rowsOf, told } from '../testing/make-carriers.js';
import { openFolder, prepareFolder } from './folder.js';
import { fullSegment, layoutOf } from './layout.js';

const library = 'c'.repeat(32);
const [ours, theirs] = ['1'.repeat(32), '2'.repeat(32)];
let place: string;
/** Where we write, and where another computer reads what was brought there. */
let here: Carrier;
let there: Carrier;
let folderHere: string;
let folderThere: string;

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'standpoint-folder-'));
  [folderHere, folderThere] = [join(place, 'here'), join(place, 'there')];
  for (const folder of [folderHere, folderThere]) {
    await mkdir(folder);
    await prepareFolder(folder, library);
  }
  here = await openFolder({ kind: 'folder', path: folderHere }, library);
  there = await openFolder({ kind: 'folder', path: folderThere }, library);
});
afterEach(async () => {
  await Promise.all([here.close(), there.close()]);
  await rm(place, { recursive: true, force: true });
});

const rowsIn = (folder: string, device = ours) => join(layoutOf(folder, library).rows, device);
const segmentIn = (folder: string, segment = 1) =>
  join(rowsIn(folder), `${String(segment).padStart(6, '0')}.rows`);

/** As a program that carries folders does, whole. */
const bring = () => cp(folderHere, folderThere, { recursive: true });

describe('a file of rows', () => {
  test('that arrives byte by byte gives each row once, as soon as it is whole', async () => {
    await here.append(rowsOf(ours, 1, 6));
    const bytes = await readFile(segmentIn(folderHere));
    await mkdir(rowsIn(folderThere));
    const seen: string[] = [];
    let cursor: string | null = null;
    for (let end = 0; end <= bytes.length; end += 13) {
      await writeFile(segmentIn(folderThere), bytes.subarray(0, end));
      const page: Awaited<ReturnType<Carrier['read']>> = await there.read(cursor);
      expect(page.faults).toEqual([]);
      seen.push(...told(page.rows));
      cursor = page.cursor;
    }
    await writeFile(segmentIn(folderThere), bytes);
    seen.push(...told((await there.read(cursor)).rows));
    expect(seen).toEqual(told(rowsOf(ours, 1, 6)));
  });

  test('that has a hole, as while its middle is still to come, is told and waits; the rows of others come', async () => {
    await here.append(rowsOf(ours, 1, 9));
    await here.append(rowsOf(theirs, 1, 2));
    await bring();
    const whole = await readFile(segmentIn(folderHere));
    const lines = whole.toString().split('\n');
    const at = lines.slice(0, 5).join('\n').length + 20;
    const holed = Buffer.from(whole);
    holed.fill(0, at, at + 4);
    await writeFile(segmentIn(folderThere), holed);
    const first = await there.read(null);
    expect(told(first.rows)).toEqual(told([...rowsOf(ours, 1, 4), ...rowsOf(theirs, 1, 2)]));
    const again = await there.read(first.cursor);
    expect(again.rows).toEqual([]);
    expect(again.faults).toEqual([
      `The file ${segmentIn(folderThere)} is damaged, or is not the one that was there before. What 11111111 wrote after its row 4 cannot be read until a whole one has arrived.`
    ]);
    await writeFile(segmentIn(folderThere), whole);
    const last = await there.read(again.cursor);
    expect(told(last.rows)).toEqual(told(rowsOf(ours, 5, 5)));
    expect(last.faults).toEqual([]);
  });

  test('that shrinks, or is an older one, costs nothing once the newer one is back', async () => {
    await here.append(rowsOf(ours, 1, 4));
    const older = await readFile(segmentIn(folderHere));
    await here.append(rowsOf(ours, 5, 4));
    await bring();
    const { cursor } = await readAll(there);
    await writeFile(segmentIn(folderThere), older);
    const shrunk = await there.read(cursor);
    expect(shrunk).toMatchObject({ rows: [], isEnd: true });
    await truncate(segmentIn(folderThere), 0);
    expect((await there.read(shrunk.cursor)).rows).toEqual([]);
    await rm(segmentIn(folderThere));
    const gone = await there.read(shrunk.cursor);
    await here.append(rowsOf(ours, 9, 2));
    await bring();
    expect(told((await readAll(there, gone.cursor)).rows)).toEqual(told(rowsOf(ours, 9, 2)));
  });

  test('that was put in its place with other lengths is read on by the numbers of its rows', async () => {
    await here.append(rowsOf(ours, 1, 5));
    await bring();
    const { cursor } = await readAll(there);
    // The same rows, appended elsewhere one by one: other segments.
    await rm(rowsIn(folderHere), { recursive: true });
    const again = await openFolder({ kind: 'folder', path: folderHere }, library);
    await again.append(rowsOf(ours, 1, 2));
    await appendFile(segmentIn(folderHere), 'half of a line');
    await again.append(rowsOf(ours, 3, 6));
    await again.close();
    await rm(rowsIn(folderThere), { recursive: true });
    await bring();
    expect(await readdir(rowsIn(folderThere))).toHaveLength(2);
    expect(told((await readAll(there, cursor)).rows)).toEqual(told(rowsOf(ours, 6, 3)));
    expect(told((await readAll(there)).rows)).toEqual(told(rowsOf(ours, 1, 8)));
  });

  test('has copies under other names when two wrote it, which are told and not read', async () => {
    await here.append(rowsOf(ours, 1, 2));
    const copies = [
      '000001.sync-conflict-20261129-120000-ABCDEF.rows',
      '000001 (conflicted copy).rows'
    ];
    for (const name of [...copies, '.syncthing.000001.rows.tmp', '000001.rows~', 'desktop.ini']) {
      await cp(segmentIn(folderHere), join(rowsIn(folderHere), name));
    }
    await mkdir(join(layoutOf(folderHere, library).rows, 'not a device'));
    const page = await here.read(null);
    expect(told(page.rows)).toEqual(told(rowsOf(ours, 1, 2)));
    expect(page.faults).toHaveLength(2);
    for (const copy of copies) expect(page.faults.join()).toContain(copy);
    expect(page.faults[0]).toMatch(/two computers wrote one file.*It was not read\.$/);
  });

  test('grows no further than its segment, and segments that come in another order wait', async () => {
    const large = (n: number) => ({
      device: ours,
      n,
      topic: library,
      bytes: randomBytes(fullSegment / 3)
    });
    const rows = [1, 2, 3, 4, 5, 6, 7].map(large);
    for (const row of rows) await here.append([row]);
    const names = await readdir(rowsIn(folderHere));
    expect(names.length).toBeGreaterThan(2);
    await mkdir(rowsIn(folderThere));
    const seen: string[] = [];
    let cursor: string | null = null;
    for (const name of [names.at(-1)!, names[0]!, ...names.slice(1, -1)]) {
      await cp(join(rowsIn(folderHere), name), join(rowsIn(folderThere), name));
      const read = await readAll(there, cursor);
      seen.push(...told(read.rows));
      cursor = read.cursor;
    }
    expect(seen).toEqual(told(rows));
  });

  test('only grows, also after a program died amid a line', async () => {
    await here.append(rowsOf(ours, 1, 3));
    await appendFile(segmentIn(folderHere), '00000000 {"n":4,"to');
    const before = await readFile(segmentIn(folderHere));
    await here.append(rowsOf(ours, 4, 2));
    expect(await readFile(segmentIn(folderHere))).toEqual(before);
    expect(told((await readAll(here)).rows)).toEqual(told(rowsOf(ours, 1, 5)));
    expect(await here.held(ours)).toBe(5);
  });

  test('that a full disk left empty, or in part, does not part who reads from what comes after', async () => {
    await here.append(rowsOf(ours, 1, 2));
    const whole = await readFile(segmentIn(folderHere));
    await appendFile(segmentIn(folderHere), whole.subarray(-30, -10));
    await writeFile(segmentIn(folderHere, 2), whole.subarray(0, 20));
    await writeFile(segmentIn(folderHere, 3), '');
    const again = await openFolder({ kind: 'folder', path: folderHere }, library);
    await again.append(rowsOf(ours, 3, 2));
    expect(await readdir(rowsIn(folderHere))).toHaveLength(3);
    await writeFile(segmentIn(folderHere, 4), '');
    await again.append(rowsOf(ours, 5, 1));
    await bring();
    const { rows } = await readAll(there);
    expect(told(rows)).toEqual(told(rowsOf(ours, 1, 5)));
    await again.close();
  });

  test('that was set back lets the device go on at what is held there', async () => {
    await here.append(rowsOf(ours, 1, 3));
    const older = await readFile(segmentIn(folderHere));
    await here.append(rowsOf(ours, 4, 3));
    await writeFile(segmentIn(folderHere), older);
    await expect(here.append(rowsOf(ours, 7, 1))).rejects.toMatchObject({
      code: 'row-gap',
      held: 3
    });
    await here.append(rowsOf(ours, 4, 4));
    expect(told((await readAll(here)).rows)).toEqual(told(rowsOf(ours, 1, 7)));
  });
});

describe('a file', () => {
  const name = 'f'.repeat(32);
  const filesOf = (folder: string) => join(layoutOf(folder, library).files, 'ff');

  test('that has arrived in part is not there yet; put by somebody else meanwhile it is, and both stay', async () => {
    const bytes = randomBytes(2_000_000);
    await here.putFile(name, bytes);
    await bring();
    const [file] = await readdir(filesOf(folderThere));
    await truncate(join(filesOf(folderThere), file!), 1_500_000);
    expect(await there.getFile(name)).toBeNull();
    await there.putFile(name, bytes);
    expect(await readdir(filesOf(folderThere))).toHaveLength(2);
    expect(Buffer.from((await there.getFile(name))!).equals(bytes)).toBe(true);
  });

  describe('that was stopped', () => {
    const bytes = randomBytes(3_500_000);
    /** Of which so much may be there already. */
    async function begin(): Promise<string> {
      const stop = new AbortController();
      const tell = (done: number) => done > 2_000_000 && stop.abort();
      await expect(here.putFile(name, bytes, tell, stop.signal)).rejects.toThrow();
      const [begun = ''] = await readdir(filesOf(folderHere));
      return join(filesOf(folderHere), begun);
    }
    const isWhole = async (carrier = here) =>
      Buffer.from((await carrier.getFile(name)) ?? '').equals(bytes);

    test('goes on where it was, and writes nothing anew', async () => {
      const { ino } = await stat(await begin());
      const writes: number[] = [];
      const fs = watchedDisk((call, make, args) => {
        if (call === 'file.write') writes.push(args[3] as number);
        return Promise.resolve(make(args));
      });
      const again = await openFolder({ kind: 'folder', path: folderHere }, library, fs);
      await again.putFile(name, bytes);
      expect(writes).toEqual([2 * filePart, 3 * filePart]);
      const [file = ''] = await readdir(filesOf(folderHere));
      expect((await stat(join(filesOf(folderHere), file))).ino).toBe(ino);
      expect(await isWhole()).toBe(true);
      await again.close();
    });

    test('is mended where a power cut has left something else, or too much', async () => {
      const begun = await begin();
      const spoilt = Buffer.concat([await readFile(begun), Buffer.alloc(4_000_000)]);
      spoilt.fill(0, 500_000, 600_000);
      await writeFile(begun, spoilt);
      await here.putFile(name, bytes);
      expect(await isWhole()).toBe(true);
      expect(await readdir(filesOf(folderHere))).toHaveLength(1);
    });

    test('is put by two at once, and lies there once', async () => {
      await begin();
      const other = await openFolder({ kind: 'folder', path: folderHere }, library);
      await Promise.all([here.putFile(name, bytes), other.putFile(name, bytes)]);
      expect(await isWhole()).toBe(true);
      expect((await readdir(filesOf(folderHere))).filter((file) => file.startsWith('.'))).toEqual(
        []
      );
      await other.close();
    });

    test('leaves nothing once another has put it', async () => {
      await there.putFile(name, bytes);
      await begin();
      await cp(folderThere, folderHere, { recursive: true });
      await here.putFile(name, bytes);
      expect(await readdir(filesOf(folderHere))).toHaveLength(1);
    });

    test.skipIf(process.platform === 'win32')(
      'is not written into what somebody has linked there',
      async () => {
        const begun = await begin();
        const mine = join(place, 'mine');
        for (const link of [symlink, hardLink]) {
          await rm(filesOf(folderHere), { recursive: true });
          await mkdir(filesOf(folderHere));
          await writeFile(mine, 'mine');
          await link(mine, begun);
          await here.putFile(name, bytes);
          expect(await readFile(mine, 'utf8')).toBe('mine');
          expect(await isWhole()).toBe(true);
        }
      }
    );
  });
});

describe.runIf(process.platform !== 'win32')('several Unix users', () => {
  const team = async () => {
    await chmod(place, 0o755);
    const folder = join(place, 'team');
    await mkdir(folder);
    await chmod(folder, 0o2770);
    return folder;
  };
  const fill = async (folder: string, device: string, name: string) => {
    const carrier = await openFolder({ kind: 'folder', path: folder }, library);
    await carrier.append(rowsOf(device, 1, 2));
    await carrier.putFile(name, Buffer.from(`shared by ${device}`));
    const { rows } = await carrier.read(null);
    await carrier.close();
    return rows;
  };

  test('of one group can read and write what each of them makes in its folder, whatever their masks', async () => {
    const folder = await team();
    const mask = process.umask(0o077);
    try {
      await prepareFolder(folder, library);
      await fill(folder, ours, 'f'.repeat(32));
    } finally {
      process.umask(mask);
    }
    const made = await readdir(folder, { recursive: true, withFileTypes: true });
    expect(made.length).toBeGreaterThan(6);
    for (const each of made) {
      const { mode } = await stat(join(each.parentPath, each.name));
      const wanted = each.isDirectory() ? 0o770 : 0o660;
      expect((mode & 0o777).toString(8), each.name).toBe(wanted.toString(8));
    }
  });

  test('keep for themselves what lies in a folder of their own', async () => {
    await mkdir(join(place, 'own'), { mode: 0o700 });
    await prepareFolder(join(place, 'own'), library);
    const { root } = layoutOf(join(place, 'own'), library);
    expect(((await stat(root)).mode & 0o777).toString(8)).toBe('700');
  });

  test.runIf(process.getuid?.() === 0)(
    'share with another user of the group; to others a sentence says that they may not',
    async () => {
      const [other, group] = [65_533, 65_532];
      const folder = await team();
      await chown(folder, 0, group);
      await chmod(folder, 0o2770);
      await prepareFolder(folder, library);
      await fill(folder, ours, 'f'.repeat(32));
      const as = async <T>(gid: number, work: () => Promise<T>): Promise<T> => {
        const groups = process.getgroups!();
        process.setgroups!([gid]);
        process.setegid!(gid);
        process.seteuid!(other);
        try {
          return await work();
        } finally {
          process.seteuid!(0);
          process.setegid!(0);
          process.setgroups!(groups);
        }
      };
      expect(await as(group, () => fill(folder, theirs, 'f0'.repeat(16)))).toHaveLength(4);
      await expect(as(other, () => fill(folder, theirs, 'e'.repeat(32)))).rejects.toMatchObject({
        code: 'carrier-refuses',
        message: expect.stringContaining('may not be read or written by you') as string
      });
    }
  );
});
