import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Summary } from '../domain/briefing/briefing.js';
import { article, type Desk, finished, openDesk } from './testing/desk.js';

let desk: Desk;
let place: string;
let standpoint: Desk['standpoint'];
let imported: Desk['imported'];

beforeEach(async () => {
  desk = await openDesk();
  ({ place, standpoint, imported } = desk);
});
afterEach(() => desk.clear());

describe('import, list and show', () => {
  test('print the id alone; the default library lies in the home folder', async () => {
    const ids = await imported(article, finished);
    expect(ids).toEqual([expect.stringMatching(/^[0-9A-Z]{26}$/), expect.any(String)]);
    const listed = JSON.parse((await standpoint('list', '--json')).out) as unknown[];
    expect(listed.map((each) => Summary.parse(each).id).sort()).toEqual([...ids].sort());
    expect(await readdir(join(place, 'home', 'library'))).toContain('b');
  });

  test('show the article’s words, verbatim text included', async () => {
    const [id = ''] = await imported(article);
    const { out } = await standpoint('show', id, '--json');
    const whole = JSON.parse(out) as { sources: { text: string }[]; texts: Record<string, string> };
    expect(whole.texts[whole.sources[0]!.text]).toBe(await readFile(article, 'utf8'));
    const words = await standpoint('show', id.slice(0, 24).toLowerCase());
    expect(words.out).toMatch(/^(?:Fact|Context|Position|Quote|Event): \S/m);
    expect(words.code).toBe(0);
  });

  test('a finished briefing comes in whole, twice under two ids', async () => {
    const [first = '', second = ''] = await imported(finished, finished);
    expect(first).not.toBe(second);
    const bundle = JSON.parse(await readFile(finished, 'utf8')) as {
      briefing: { title: string; positions: unknown };
    };
    const { out } = await standpoint('show', first, '--json');
    expect(JSON.parse(out)).toMatchObject({
      id: first,
      revision: 1,
      title: bundle.briefing.title,
      positions: bundle.briefing.positions
    });
  });

  test('a bad file among good ones is told and passed over', async () => {
    const { code, out, err } = await standpoint(
      'import',
      '--again',
      article,
      'missing.txt',
      article
    );
    expect(code).toBe(1);
    expect(out.split('\n')).toHaveLength(2);
    expect(err).toMatch(/^standpoint: There is no file .*missing\.txt\.$/);
  });

  test('an article that the library holds is told with its briefing and passed over; --again brings it in', async () => {
    await writeFile(join(place, 'same.md'), await readFile(article));
    const [first = ''] = await imported(article);
    const { title } = JSON.parse((await standpoint('show', first, '--json')).out) as Summary;
    const { code, out, err } = await standpoint('import', 'same.md', finished);
    expect(code).toBe(1);
    expect(out).toMatch(/^[0-9A-Z]{26}$/);
    const day = new Date().getFullYear();
    expect(err).toMatch(/^standpoint: same\.md is in the library already, in .+\.$/);
    expect(err).toContain(`${title}” (${first}), where it came in on `);
    expect(err).toContain(`${day}. Nothing of it was taken in; --again imports it once more.`);
    const [again] = await imported('--again', 'same.md');
    expect(again).not.toBe(first);
  });

  test('relative paths start at the caller’s folder', async () => {
    await writeFile(join(place, 'near.md'), '# Near\n\nSome words.');
    const { code } = await standpoint('import', 'near.md', '--library', 'shelf');
    expect(code).toBe(0);
    expect((await standpoint('list', '--library', join(place, 'shelf'))).out).toMatch(/ {2}Near$/);
  });

  test.each([
    ['ZZZZ', /no briefing whose id begins with “ZZZZ”/],
    ['0', /2 briefings have an id that begins with “0”/],
    ['01ARZ3NDEKTSV4RRFFQ69G5FAV', /no briefing 01ARZ3NDEKTSV4RRFFQ69G5FAV/]
  ])('an id that means no briefing, or several, is refused: %s', async (given, message) => {
    await imported('--again', article, article);
    const { code, out, err } = await standpoint('show', given);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(message);
  });
});

describe('a bundle is checked for meaning', () => {
  interface Whole {
    briefing: Record<string, Record<string, unknown>[]>;
    texts: Record<string, string>;
  }
  const changed = async (change: (bundle: Whole) => void) => {
    const bundle = JSON.parse(await readFile(finished, 'utf8')) as Whole;
    change(bundle);
    await writeFile(join(place, 'copy.json'), JSON.stringify(bundle));
    return standpoint('import', 'copy.json');
  };
  const shown = async (id: string) =>
    JSON.parse((await standpoint('show', id, '--json')).out) as Record<string, { id: string }[]>;

  test('what can be mended comes in mended, and one line says what that was', async () => {
    const { code, out, err } = await changed(({ briefing, texts }) => {
      const [first, second] = briefing['positions']!;
      first!['supersedes'] = [first!['id']];
      second!['evidence'] = ['01ARZ3NDEKTSV4RRFFQ69G5FAV', ...(second!['evidence'] as string[])];
      briefing['cards']![1]!['id'] = briefing['cards']![0]!['id'];
      briefing['actors']!.push({ ...briefing['actors']![0] });
      const place = { start: 0, end: 2 ** 53 - 1 };
      const target = briefing['annotations']![0]!['target'] as { selectors: object };
      target.selectors = { ...target.selectors, position: place };
      texts['f'.repeat(64)] = 'A text that no source names, under a name that is not its own.';
    });
    expect(code).toBe(0);
    expect(err).toMatch(
      /^standpoint: “.+” in copy\.json contradicted itself, and was mended\. 1 entry stood twice, .+\. 1 entry had the id of another.+\. 1 reference to evidence that is missing was taken out\. 1 position superseded itself.+\. 1 annotation had a place .+\.$/
    );
    const found = await shown(out);
    for (const list of ['cards', 'actors', 'positions', 'annotations']) {
      expect(new Set(found[list]!.map(({ id }) => id)).size).toBe(found[list]!.length);
    }
    const whole = JSON.parse(await readFile(finished, 'utf8')) as Whole;
    expect(found['cards']).toHaveLength(whole.briefing['cards']!.length);
    expect(Object.keys(found['texts'] as object)).toEqual(Object.keys(whole.texts));
    expect((await standpoint('check')).code).toBe(0);
  });

  test('what is too large is refused with the limit, and nothing of it comes in', async () => {
    const cards = await changed(({ briefing }) => {
      const [card] = briefing['cards']!;
      briefing['cards'] = Array.from({ length: 100_000 }, () => ({ ...card, body: '' }));
    });
    expect(cards).toMatchObject({ code: 1, out: '' });
    expect(cards.err).toMatch(
      /^standpoint: copy\.json was not taken in: “.+” has 100,000 cards; a briefing may have up to 20,000\.$/
    );
    const text = await changed(({ briefing, texts }) => {
      const long = 'x'.repeat(5_000_001);
      const hash = createHash('sha256').update(long).digest('hex');
      briefing['sources']![0]!['text'] = hash;
      texts[hash] = long;
    });
    expect(text).toMatchObject({ code: 1, out: '' });
    expect(text.err).toMatch(
      / has a source, “.+”, with 6 MB of text; a source may have up to 5 MB\.$/
    );
  });
});

describe('bad input', () => {
  test('leaves every file of a library as it was', async () => {
    await imported(article, finished);
    const before = await contentsOf(join(place, 'home', 'library'));
    await writeFile(join(place, 'bad.txt'), Buffer.from([0x41, 0xc3, 0x28, 0x81]));
    await writeFile(join(place, 'big.txt'), 'words '.repeat(1_000_000));
    const { code } = await standpoint('import', 'bad.txt', 'big.txt', 'missing.txt', place);
    expect(code).toBe(1);
    expect(await contentsOf(join(place, 'home', 'library'))).toEqual(before);
  });

  test('text of older programs comes in as Western European, and says so', async () => {
    const path = join(place, 'note.txt');
    await writeFile(path, Buffer.from('Le ministre a d\xe9menti \x93tout\x94.', 'latin1'));
    const { code, out, err } = await standpoint('import', path);
    expect([code, err]).toEqual([0, expect.stringContaining('Western European (Windows-1252)')]);
    expect((await standpoint('show', out.trim())).out).toContain('a démenti “tout”');
  });

  test.each([
    ['a folder', async (path: string) => void (await mkdir(path))],
    ['a missing file', () => Promise.resolve()],
    ['a binary file', (path: string) => writeFile(path, Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0]))],
    [
      'bytes of no letters',
      (path: string) => writeFile(path, Buffer.from([0x41, 0xc3, 0x28, 0x81]))
    ],
    ['a 6 MB text', (path: string) => writeFile(path, 'words '.repeat(1_000_000))],
    ['an empty file', (path: string) => writeFile(path, '')],
    ['a bundle that is none', (path: string) => writeFile(path, '{"schema":"other/1"}'), '.json'],
    ['a bundle cut short', (path: string) => writeFile(path, '{"schema":'), '.json'],
    ['a bundle too deep', (path: string) => writeFile(path, '['.repeat(100_000)), '.json'],
    [
      'a bundle with __proto__',
      async (path: string) => {
        const text = await readFile(finished, 'utf8');
        await writeFile(path, text.replace('{', '{"__proto__":{"polluted":true},'));
      },
      '.json'
    ],
    [
      'a bundle whose text was changed',
      async (path: string) => {
        const bundle = JSON.parse(await readFile(finished, 'utf8')) as {
          texts: Record<string, string>;
        };
        for (const hash of Object.keys(bundle.texts)) bundle.texts[hash] += '!';
        await writeFile(path, JSON.stringify(bundle));
      },
      '.json'
    ]
  ])('%s gets one sentence and exit code 1; no library is made', async (...given) => {
    const [, make, ending = '.txt'] = given as [string, (path: string) => Promise<void>, string?];
    const path = join(place, `input${ending}`);
    await make(path);
    const { code, out, err } = await standpoint('import', path);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^standpoint: .*input.*\.$/);
    expect(err.split('\n')).toHaveLength(1);
    expect(await readdir(place)).not.toContain('home');
  });
});

/** Every file below the folder, by its name and what it holds. */
async function contentsOf(folder: string): Promise<readonly (readonly [string, string])[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name));
  return Promise.all(
    paths.sort().map(async (path) => [path, await readFile(path, 'utf8')] as const)
  );
}
