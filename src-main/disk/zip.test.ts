/** Protects whoever opens a zip file of somebody else's: it costs what its limits allow, and holds what it says. */
import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { deflateRawSync } from 'node:zlib';
import { NotAZip, readZip, ZipWriter } from './zip.js';

type Entries = ReadonlyMap<string, { readonly bytes: Uint8Array; readonly pack: boolean }>;

async function written(entries: Entries): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  const zip = new ZipWriter((piece) => pieces.push(piece));
  for (const [name, { bytes, pack }] of entries) await zip.add(name, bytes, { pack });
  await zip.end();
  expect(zip.size).toBe(pieces.reduce((sum, { length }) => sum + length, 0));
  return Buffer.concat(pieces);
}

const any = () => undefined;
/** Also what zip files are divided by. */
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc
    .constantFrom('PK\x03\x04', 'PK\x01\x02', 'PK\x05\x06')
    .map((sign) => Buffer.from(sign.repeat(9)))
);
const entries = fc
  .array(fc.tuple(fc.stringMatching(/^[a-z\u00e4/]{1,12}$/), bytes, fc.boolean()), { maxLength: 6 })
  .map((all) => new Map(all.map(([name, content, pack]) => [name, { bytes: content, pack }])));

test('what was written is read, by us and by others, and the same each time', async () => {
  await fc.assert(
    fc.asyncProperty(entries, async (given) => {
      const zip = await written(given);
      const expected = [...given].map(([name, each]) => [name, Buffer.from(each.bytes)]);
      expect([...(await readZip(zip, any))]).toEqual(expected);
      expect(await written(given)).toEqual(zip);
      // fflate reads a name in UTF-8 only where it is marked as such.
      const plain = [...given].filter(([name]) => !name.includes('\u00e4'));
      const theirs = unzipSync(zip);
      for (const [name, each] of plain) expect([...theirs[name]!]).toEqual([...each.bytes]);
    })
  );
});

test('what others write is read', async () => {
  const zip = zipSync({ 'a.json': [new Uint8Array(5_000), { level: 9 }], b: Buffer.from('words') });
  expect([...(await readZip(Buffer.from(zip), any)).keys()]).toEqual(['a.json', 'b']);
});

test('a bit that was flipped, and an end that was cut, never give other bytes', async () => {
  const given: Entries = new Map([
    ['one', { bytes: Buffer.from('some words, some words'), pack: true }],
    ['two', { bytes: Buffer.from('others'), pack: false }]
  ]);
  const zip = await written(given);
  const right = new Set([...given.values()].map((each) => Buffer.from(each.bytes).toString()));
  let refused = 0;
  for (let at = 0; at < zip.length; at += 1) {
    for (let bit = 0; bit <= 8; bit += 1) {
      const spoilt = Buffer.from(bit === 8 ? zip.subarray(0, at) : zip);
      if (bit < 8) spoilt[at]! ^= 1 << bit;
      const read = await readZip(spoilt, any).catch((error: unknown) => error);
      if (read instanceof Map) {
        for (const content of read.values()) expect(right).toContain(String(content));
      } else {
        expect(read).toBeInstanceOf(NotAZip);
        refused += 1;
      }
    }
  }
  expect(refused).toBeGreaterThan(zip.length);
});

describe('a hostile file', () => {
  /** One packed entry whose sizes are said to be others: `told` unpacked. */
  async function declaring(content: Buffer, told: number): Promise<Buffer> {
    const zip = await written(new Map([['bomb', { bytes: content, pack: true }]]));
    const listed = zip.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
    for (const at of [22, listed + 24]) zip.writeUInt32LE(told, at);
    return zip;
  }

  test('that unpacks to more than it declares is refused, and gets no more room', async () => {
    const zip = await declaring(Buffer.alloc(100_000_000), 10);
    const before = process.memoryUsage.rss();
    await expect(readZip(zip, any)).rejects.toThrow('its entry “bomb” is damaged');
    expect(process.memoryUsage.rss() - before).toBeLessThan(50_000_000);
  });

  test('that unpacks to less than it declares is refused', async () => {
    await expect(readZip(await declaring(Buffer.alloc(10), 11), any)).rejects.toThrow(/damaged/);
  });

  test('is shown to whoever admits it before anything is unpacked', async () => {
    const zip = await declaring(Buffer.alloc(1_000), 4_000_000_000);
    const refuse = readZip(zip, ([entry]) => {
      expect(entry).toMatchObject({ name: 'bomb', bytes: 4_000_000_000 });
      throw new RangeError('too large');
    });
    await expect(refuse).rejects.toThrow(RangeError);
  });

  test('with two entries of one name is refused', async () => {
    const zip = await written(
      new Map(['one', 'two'].map((n) => [n, { bytes: Buffer.from(n), pack: false }]))
    );
    const doubled = Buffer.from(zip.toString('latin1').replaceAll('two', 'one'), 'latin1');
    await expect(readZip(doubled, any)).rejects.toThrow('it has two entries named “one”');
  });

  test.each([
    ['words', 'it is no zip file'],
    ['', 'it is no zip file'],
    [`PK\x05\x06${'\xff'.repeat(18)}`, 'its directory is damaged']
  ])('of %j is refused', async (content, why) => {
    await expect(readZip(Buffer.from(content, 'latin1'), any)).rejects.toThrow(why);
  });

  test('that is locked with a password is refused', async () => {
    const zip = await written(new Map([['one', { bytes: deflateRawSync('x'), pack: false }]]));
    zip[zip.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1')) + 8]! |= 1;
    await expect(readZip(zip, any)).rejects.toThrow('it is encrypted');
  });
});
