/** The command line as a person or a program meets it: results, messages and exit codes. */
import { mkdtemp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Summary } from '../domain/briefing.js';
import { Draft } from '../domain/draft.js';
import { openLibrary } from '../store/library.js';
import { commands } from './commands.js';
import { readLines } from './read-lines.js';
import { run } from './run.js';

const samples = join(import.meta.dirname, '../../resources/samples');
const article = join(samples, 'alaska-summit.txt');
const finished = join(samples, 'alaska-summit.json');

let place: string;

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'standpoint-cli-'));
});
afterEach(() => rm(place, { recursive: true, force: true }));

let input: readonly string[] = [];

async function standpoint(...argv: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(argv, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    lines: () => readLines(Readable.from(input)),
    env: { STANDPOINT_HOME: join(place, 'home') },
    folder: place,
    program: join(import.meta.dirname, '../../out/main')
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

async function imported(...files: readonly string[]): Promise<readonly string[]> {
  const { code, out } = await standpoint('import', ...files);
  expect(code).toBe(0);
  return out.split('\n');
}

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
    expect(words.out).toContain('[');
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
    const { code, out, err } = await standpoint('import', article, 'missing.txt', article);
    expect(code).toBe(1);
    expect(out.split('\n')).toHaveLength(2);
    expect(err).toMatch(/^standpoint: There is no file .*missing\.txt\.$/);
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
    await imported(article, article);
    const { code, out, err } = await standpoint('show', given);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(message);
  });
});

describe('bad input', () => {
  test.each([
    ['a folder', async (path: string) => void (await mkdir(path))],
    ['a missing file', () => Promise.resolve()],
    ['a binary file', (path: string) => writeFile(path, Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0]))],
    ['invalid UTF-8', (path: string) => writeFile(path, Buffer.from([0x41, 0xc3, 0x28]))],
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

describe('draft', () => {
  test('prints the contract, the same every time, and keeps nothing', async () => {
    const { code, out } = await standpoint('draft', article, '--json');
    const made = Draft.parse(JSON.parse(out));
    const text = await readFile(article, 'utf8');
    expect(made.source).toMatchObject({ path: article, length: text.length });
    for (const { start, end, text: words } of made.cards.flatMap(({ spans }) => spans)) {
      expect(text.slice(start, end)).toBe(words);
    }
    expect((await standpoint('draft', article, '--json')).out).toBe(out);
    expect(code).toBe(0);
    expect(await readdir(place)).toEqual([]);
  });

  test('of an empty file is empty', async () => {
    await writeFile(join(place, 'empty.txt'), '');
    const { code, out } = await standpoint('draft', 'empty.txt', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ title: null, cards: [] });
  });

  test('of a list goes on after a file that cannot be read', async () => {
    await writeFile(join(place, 'list'), `${article}\nmissing.txt\n${article}\n`);
    const { code, out } = await standpoint('draft', '--batch', 'list', '--json');
    const lines = out.split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(code).toBe(1);
    expect(lines).toHaveLength(3);
    expect(lines[1]).toEqual({
      source: { path: 'missing.txt' },
      error: expect.stringContaining('There is no file') as string
    });
  });
});

describe('search', () => {
  test('finds all words anywhere, without case and accents', async () => {
    const [id = ''] = await imported(finished);
    const { out } = await standpoint('search', 'CEASEFIRE', 'ukraíne', '--json');
    expect(JSON.parse(out)).toMatchObject([{ id }]);
    expect(await standpoint('search', 'ceasefire', 'zebra')).toMatchObject({ code: 0, out: '' });
    expect((await standpoint('search', '…')).code).toBe(2);
  });
});

describe('export', () => {
  test('writes what the ending names, from the library or from a file', async () => {
    const [id = ''] = await imported(finished);
    const { code, out } = await standpoint('export', id, '--to', 'out.json');
    expect({ code, out }).toEqual({ code: 0, out: join(place, 'out.json') });
    const again = await imported(join(place, 'out.json'));
    expect(again).not.toEqual([id]);
    expect(await standpoint('export', article, '--to', 'out.md')).toMatchObject({ code: 0 });
    expect(await readFile(join(place, 'out.md'), 'utf8')).toMatch(/^# /m);
    expect((await standpoint('list')).out.split('\n')).toHaveLength(2);
  });

  test.each([
    ['a missing folder', 'none/out.md', /There is no folder .*none, so nothing was written/],
    ['an unknown format', 'out.odt', /\.odt/],
    ['a folder', 'folder.md', /folder\.md. is a folder/]
  ])('to %s is refused in one sentence', async (_what, to, message) => {
    await mkdir(join(place, 'folder.md'));
    const { code, out, err } = await standpoint('export', article, '--to', to);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(message);
    expect(await readdir(place)).toEqual(['folder.md']);
  });

  test.each([
    [['export', article], /needs --to PATH/],
    [['export', article, '--to', 'x.pdf', '--paper', 'A3'], /--paper is A4 or Letter, not “A3”/],
    [['export', article, '--to', 'x.pdf', '--profile', 'me'], /--profile is audience or full/]
  ])('%s is wrong usage', async (argv, message) => {
    const { code, err } = await standpoint(...argv);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  test('of neither a file nor an id says so', async () => {
    const { code, err } = await standpoint('export', 'missing.txt', '--to', 'x.md');
    expect(code).toBe(1);
    expect(err).toMatch(/There is no file .*missing\.txt/);
  });
});

describe('check', () => {
  test('says that nothing is wrong, finds damage without touching it, and mends it', async () => {
    const [id = ''] = await imported(finished);
    expect(await standpoint('check')).toMatchObject({
      code: 0,
      out: '1 briefing checked: nothing wrong.'
    });
    const folder = join(place, 'home', 'library');
    const library = await openLibrary(folder);
    await library.save((await library.list())[0]!.id, 1, { fields: { title: 'Second' } });
    await library.close();
    const files = await readdir(folder, { recursive: true });
    const path = join(
      folder,
      files.find((file) => file.endsWith(`${id}.json`))!
    );
    await writeFile(path, 'spoilt');
    expect((await standpoint('check')).code).toBe(1);
    expect(await readFile(path, 'utf8')).toBe('spoilt');
    const repaired = await standpoint('check', '--repair', '--json');
    expect(repaired.code).toBe(0);
    expect(JSON.parse(repaired.out)).toMatchObject({
      briefings: 1,
      findings: [{ code: 'damaged-briefing', mended: true }]
    });
    expect((await standpoint('check')).code).toBe(0);
  });
});

describe('a library that is open elsewhere', () => {
  test('can be read but not written', async () => {
    await imported(article);
    const library = await openLibrary(join(place, 'home', 'library'));
    const reading = await Promise.all(
      [['list'], ['search', 'summit'], ['check']].map((argv) => standpoint(...argv))
    );
    expect(reading.map(({ code }) => code)).toEqual([0, 0, 0]);
    const writing = await standpoint('import', article, article);
    expect(writing).toMatchObject({ code: 1, out: '' });
    expect(writing.err).toMatch(/^standpoint: The library in .* is open in another Standpoint\./);
    expect(writing.err.split('\n')).toHaveLength(1);
    await library.close();
  });
});

describe('a library that is not there', () => {
  test('is listed as empty with a word on stderr, and is not made', async () => {
    const listed = await standpoint('list', '--json');
    expect(listed).toMatchObject({ code: 0, out: '[]' });
    expect(listed.err).toMatch(/There is no library in /);
    expect(await standpoint('check')).toMatchObject({ code: 1, out: '' });
    expect(await readdir(place)).toEqual([]);
  });
});

describe('wrong usage', () => {
  test.each([
    [['publish'], /there is no command “publish”\. The commands are draft, import, list/],
    [['list', 'more'], /list takes no argument, so “more” is too much/],
    [['show'], /show needs ID/],
    [['list', '--colour'], /--colour/],
    [['import', '--library'], /--library/],
    [['draft'], /draft needs one FILE, or --batch LIST/]
  ])('%s is exit code 2, on stderr only', async (argv, message) => {
    const { code, out, err } = await standpoint(...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
  });

  test('help is a result, of every command too', async () => {
    const overview = await standpoint('--help');
    expect(overview.code).toBe(0);
    for (const { name, summary } of commands) {
      expect(overview.out).toContain(summary);
      const asked = await standpoint('help', name);
      expect(asked).toMatchObject({ code: 0, err: '' });
      expect(asked.out).toMatch(new RegExp(`^Usage: standpoint ${name} `));
      expect((await standpoint(name, '--help')).out).toBe(asked.out);
    }
    expect(await standpoint()).toMatchObject({ code: 2, out: '' });
    expect((await standpoint('--version')).out).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test('text of a file cannot steer the terminal', async () => {
    await writeFile(
      join(place, 'evil.txt'),
      'Evil \u001b]0;owned\u0007 \u202Etitle\n\nSome words.'
    );
    await imported('evil.txt');
    const { out } = await standpoint('list');
    // eslint-disable-next-line no-control-regex -- these are what must not come through
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });
});

describe('anchor', () => {
  afterEach(() => {
    input = [];
  });

  const revision = (id: string, anchors: readonly object[]) =>
    JSON.stringify({
      id,
      before: 'The port\u2028is shut.',
      after: 'So the port\u2028is shut.',
      anchors
    });

  test('prints one answer a line, one result an anchor, whatever the chunks of its input', async () => {
    const lines = `${revision('a', [{ id: 1, start: 4, end: 8 }])}\n\r\n${revision('b', [])}`;
    input = [...lines];
    const { code, out, err } = await standpoint('anchor');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.split('\n').map((line) => JSON.parse(line) as unknown)).toEqual([
      { id: 'a', results: [{ id: 1, start: 7, end: 11, status: 'same' }] },
      { id: 'b', results: [] }
    ]);
  });

  test('names the line that is at fault and answers the others', async () => {
    const bad = ['{', '{"id":"x"}', revision('c', [{ id: 'q', start: 4, end: 99 }])];
    input = [[...bad, revision('d', [])].join('\n')];
    const { code, out, err } = await standpoint('anchor');
    expect(code).toBe(1);
    expect(err).toMatch(
      /Line 1 is not JSON.*\n.*Line 2 is not a revision: before.*\n.*Line 3 has an/
    );
    expect(JSON.parse(out)).toEqual({ id: 'd', results: [] });
  });
});
