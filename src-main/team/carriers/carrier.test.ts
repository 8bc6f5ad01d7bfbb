/** What every carrier keeps to. */
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Carrier } from './carrier.js';
import { type CarrierMaker, makers, readAll, rowsOf, told } from './testing/make-carriers.js';
import { newName } from './testing/shared-postgres.js';

const [ours, theirs] = ['1'.repeat(32), '2'.repeat(32)];

describe.each(Object.entries(makers).filter(([, make]) => make !== null))('%s', (_name, make) => {
  let maker: CarrierMaker;
  let carrier: Carrier;

  beforeEach(async () => {
    maker = await make!();
    carrier = await maker.open();
  });
  afterEach(async () => {
    await carrier.close();
    await maker.clean();
  });

  test('an empty one has nothing to read, and says so', async () => {
    const page = await carrier.read(null);
    expect(page).toMatchObject({ rows: [], isEnd: true, isSetBack: false, faults: [] });
    expect(await carrier.read(page.cursor)).toMatchObject({
      rows: [],
      isEnd: true,
      isSetBack: false
    });
    expect(await carrier.held(ours)).toBe(0);
    expect(await carrier.readTopic(newName())).toEqual([]);
  });

  test('what was appended is read by another, once, each device in its order, whatever bytes it has', async () => {
    const rows = [
      ...rowsOf(ours, 1, 20),
      ...rowsOf(theirs, 1, 7),
      { device: ours, n: 21, topic: newName(), bytes: Buffer.from([0, 10, 13, 255, 254, 39, 92]) }
    ];
    await carrier.append(rows);
    const other = await maker.open();
    const read = await readAll(other);
    expect(told(read.rows).toSorted()).toEqual(told(rows).toSorted());
    for (const device of [ours, theirs]) {
      const of = read.rows.filter((row) => row.device === device).map(({ n }) => n);
      expect(of).toEqual(of.map((_, i) => i + 1));
    }
    expect((await other.read(read.cursor)).rows).toEqual([]);
    await carrier.append(rowsOf(theirs, 8, 1));
    expect(told((await other.read(read.cursor)).rows)).toEqual(told(rowsOf(theirs, 8, 1)));
    expect(await other.held(theirs)).toBe(8);
    await other.close();
  });

  test('a page holds at most what was asked for, and at least one row', async () => {
    const rows = [1, 2, 3, 4].map((n) => ({
      device: ours,
      n,
      topic: newName(),
      bytes: randomBytes(n === 3 ? 5_000 : 1_000)
    }));
    await carrier.append(rows);
    const sizes: number[] = [];
    for (let cursor: string | null = null; ;) {
      const page: Awaited<ReturnType<Carrier['read']>> = await carrier.read(cursor, 2_500);
      sizes.push(page.rows.length);
      cursor = page.cursor;
      if (page.isEnd) break;
    }
    expect(sizes).toEqual([2, 1, 1]);
    expect(told((await readAll(carrier, null, 1)).rows)).toEqual(told(rows));
  });

  test('a cursor goes on where it was after the program was started anew', async () => {
    await carrier.append(rowsOf(ours, 1, 500));
    const first = await carrier.read(null, 3_000);
    await carrier.close();
    carrier = await maker.open();
    const rest = await readAll(carrier, first.cursor);
    expect(told([...first.rows, ...rest.rows])).toEqual(told(rowsOf(ours, 1, 500)));
  });

  test('the cursor of another carrier reads from the beginning, and says so', async () => {
    await carrier.append(rowsOf(ours, 1, 3));
    const page = await carrier.read('something else');
    expect(page.isSetBack).toBe(true);
    expect(told(page.rows)).toEqual(told(rowsOf(ours, 1, 3)));
    expect((await carrier.read(page.cursor)).isSetBack).toBe(false);
  });

  test('appending again changes nothing; also when some are new', async () => {
    await carrier.append(rowsOf(ours, 1, 5));
    await carrier.append(rowsOf(ours, 1, 5));
    await carrier.append(rowsOf(ours, 3, 6));
    expect(told((await readAll(carrier)).rows)).toEqual(told(rowsOf(ours, 1, 8)));
  });

  test('two programs that append the same rows one after the other append them once', async () => {
    const other = await maker.open();
    await carrier.append(rowsOf(ours, 1, 40));
    await other.append(rowsOf(ours, 1, 60));
    await carrier.append(rowsOf(ours, 20, 50));
    expect(told((await readAll(other)).rows)).toEqual(told(rowsOf(ours, 1, 69)));
    await other.close();
  });

  test('another row under the same number is refused, by its bytes and by its topic', async () => {
    await carrier.append(rowsOf(ours, 1, 3));
    const row = rowsOf(ours, 2, 1)[0]!;
    for (const wrong of [
      { ...row, bytes: Buffer.from('other') },
      { ...row, topic: newName() }
    ]) {
      await expect(carrier.append([wrong])).rejects.toMatchObject({
        code: 'row-conflict',
        message: expect.stringMatching(/another row 2 .*two programs write as one device/) as string
      });
    }
    expect(told((await readAll(carrier)).rows)).toEqual(told(rowsOf(ours, 1, 3)));
  });

  test('a row whose earlier one is missing is refused, with what is held', async () => {
    await carrier.append(rowsOf(ours, 1, 3));
    const gap = { code: 'row-gap', device: ours, held: 3 };
    await expect(carrier.append(rowsOf(ours, 5, 2))).rejects.toMatchObject(gap);
    await expect(carrier.append(rowsOf(theirs, 2, 1))).rejects.toMatchObject({ held: 0 });
    expect(await carrier.held(ours)).toBe(3);
    await carrier.append(rowsOf(ours, 4, 3));
    expect(await carrier.held(ours)).toBe(6);
  });

  test('all rows about one thing, and no others', async () => {
    const topic = newName();
    await carrier.append([...rowsOf(ours, 1, 3), ...rowsOf(ours, 4, 2, topic)]);
    await carrier.append(rowsOf(theirs, 1, 2, topic));
    const found = await carrier.readTopic(topic);
    expect(told(found)).toEqual(
      told([...rowsOf(ours, 4, 2, topic), ...rowsOf(theirs, 1, 2, topic)])
    );
  });

  test('a row of several megabytes, and many rows, come through whole', async () => {
    const large = { device: ours, n: 1, topic: newName(), bytes: randomBytes(3_500_000) };
    await carrier.append([large, ...rowsOf(ours, 2, 5_000)]);
    const { rows } = await readAll(carrier);
    expect(rows).toHaveLength(5_001);
    expect(Buffer.from(rows[0]!.bytes).equals(large.bytes)).toBe(true);
    expect(told(rows.slice(1))).toEqual(told(rowsOf(ours, 2, 5_000)));
  });

  test.each([0, 1, 1024 * 1024, 2_500_000])(
    'a file of %i bytes comes back, with progress',
    async (size) => {
      const name = newName();
      const bytes = randomBytes(size);
      expect(await carrier.getFile(name)).toBeNull();
      const put: number[] = [];
      await carrier.putFile(name, bytes, (done, of) => put.push(done / (of || 1)));
      const got: number[] = [];
      const other = await maker.open();
      const back = await other.getFile(name, (done) => got.push(done));
      expect(Buffer.from(back!).equals(bytes)).toBe(true);
      expect(got.at(-1) ?? 0).toBe(size);
      expect(put.length).toBeGreaterThanOrEqual(Math.ceil(size / (1024 * 1024)));
      await other.close();
    }
  );

  test('putting another file under a name that is there changes nothing', async () => {
    const name = newName();
    await carrier.putFile(name, Buffer.from('first'));
    await carrier.putFile(name, Buffer.from('second'));
    expect(String(Buffer.from((await carrier.getFile(name))!))).toBe('first');
  });

  test('a file whose putting was stopped is not there; put again it is', async () => {
    const name = newName();
    const bytes = randomBytes(3_500_000);
    const stop = new AbortController();
    const reason = new Error('Stopped by the person');
    const tell = (done: number) => done > 2_000_000 && stop.abort(reason);
    await expect(carrier.putFile(name, bytes, tell, stop.signal)).rejects.toBe(reason);
    expect(await carrier.getFile(name)).toBeNull();
    const other = await maker.open();
    const others = randomBytes(3_000_000);
    await other.putFile(name, others);
    await carrier.putFile(newName(), bytes);
    expect(Buffer.from((await carrier.getFile(name))!).equals(others)).toBe(true);
    await expect(carrier.getFile(name, undefined, AbortSignal.abort(reason))).rejects.toBe(reason);
    await other.close();
  });

  test('who watches is told of the rows of others, and no more once it is closed', async () => {
    const other = await maker.open();
    let tell = (): void => undefined;
    const news = () => new Promise<void>((resolve) => (tell = resolve));
    const lost: unknown[] = [];
    let isNews = news();
    const watch = other.watch(
      () => tell(),
      (why) => lost.push(why)
    );
    await isNews;
    isNews = news();
    await carrier.append(rowsOf(ours, 1, 1));
    await isNews;
    watch.close();
    let toldAfter = 0;
    tell = () => (toldAfter += 1);
    await carrier.append(rowsOf(ours, 2, 1));
    await other.close();
    expect(toldAfter).toBe(0);
    expect(lost).toEqual([]);
  });

  test('what is no row is a bug of the caller', async () => {
    const row = rowsOf(ours, 1, 1)[0]!;
    const wrong = [
      { n: 0 },
      { n: 1.5 },
      { device: 'x' },
      { topic: `${row.topic}\n` },
      { bytes: Buffer.alloc(0) }
    ];
    for (const part of wrong) {
      await expect(
        Promise.resolve().then(() => carrier.append([{ ...row, ...part }]))
      ).rejects.toThrow(/row/i);
    }
    expect((await carrier.read(null)).rows).toEqual([]);
  });
});
