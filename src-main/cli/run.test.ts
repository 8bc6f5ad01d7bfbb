/** The command line as a person or a program meets it: results, messages and exit codes. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Draft } from '../domain/suggestions/draft.js';
import { openLibrary } from '../store/open-library.js';
import { cliCommands } from './run.js';
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

  test('suggests nothing of another language, unless told that it is English', async () => {
    await writeFile(join(place, 'es.txt'), 'El ministro dijo que las conversaciones seguirán.');
    const read = async (...more: string[]) =>
      Draft.parse(JSON.parse((await standpoint('draft', 'es.txt', '--json', ...more)).out));
    expect((await read()).language).toMatchObject({ code: 'es', suggestions: false });
    expect((await read('--as-english')).language).toMatchObject({ code: 'es', suggestions: true });
  });

  test('shows title and bottom line of an interview in quotation marks, as the window does', async () => {
    const file = new URL('../../e2e/texts/interview.txt', import.meta.url).pathname;
    const [id = ''] = await imported(file);
    const { out } = await standpoint('draft', file);
    const { title, bottomLine } = JSON.parse((await standpoint('show', id, '--json')).out) as {
      readonly title: string;
      readonly bottomLine: string;
    };
    expect(out.split('\n\n')).toEqual(expect.arrayContaining([title, bottomLine]));
    expect(bottomLine).toContain('“');
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

  test('shows the words around a find, takes a slip for what was meant, and filters', async () => {
    const [id = ''] = await imported(finished);
    const slipped = await standpoint('search', 'ceesefire', 'stance:opposes');
    expect(slipped.out).toMatch(new RegExp(`^${id} .*\\n {2}.*ceasefire`, 'i'));
    expect(slipped.err).toContain('“ceesefire” occurs nowhere; looked for “ceasefire”');
    expect((await standpoint('search', 'ceasefire', 'tag:nowhere')).out).toBe('');
    expect(await standpoint('search', 'date:soon', 'summit')).toMatchObject({
      code: 0,
      err: expect.stringContaining('date: is a year') as string
    });
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

  test('and was named is wrong usage, and is made only by what brings briefings', async () => {
    const named = ['--library', join(place, 'mistyped')];
    const commands = [
      ['list', '--json'],
      ['search', 'summit'],
      ['positions', '--stance', 'opposes'],
      ['show', '0'],
      ['add', '0', article],
      ['check', '--repair'],
      ['backup', join(place, 'all.zip')]
    ];
    for (const command of commands) {
      const { code, out, err } = await standpoint(...command, ...named);
      expect([code, out], command[0]).toEqual([2, '']);
      expect(err).toContain(
        `standpoint: --library names ${join(place, 'mistyped')}, and there is no such folder.`
      );
    }
    expect(await readdir(place)).toEqual([]);
    expect((await standpoint('import', article, ...named)).code).toBe(0);
    expect((await standpoint('list', ...named)).code).toBe(0);
  });
});

describe('wrong usage', () => {
  test.each([
    [
      ['publish'],
      /there is no command “publish”\. The commands are draft, import, add, sources, list/
    ],
    [['list', 'more'], /list takes no argument, so “more” is too much/],
    [['show'], /show needs ID/],
    [['list', '--colour'], /--colour/],
    [['--libary', 'x', 'list'], /no command has the option “--libary”/],
    [['--constructor', 'list'], /no command has the option “--constructor”/],
    [['--batch', 'x', 'list'], /--batch/],
    [['--library', 'x', 'publish'], /there is no command “publish”/],
    [['--library', 'x'], /Usage: standpoint COMMAND/],
    [['import', '--library'], /--library/],
    [['draft'], /draft needs one FILE, or --batch LIST/]
  ])('%s is exit code 2, on stderr only', async (argv, message) => {
    const { code, out, err } = await standpoint(...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
  });

  test('options count before the command as after it', async () => {
    const library = join(place, 'elsewhere');
    expect((await standpoint('--library', library, 'import', article)).code).toBe(0);
    const after = await standpoint('list', '--json', '--library', library);
    expect(JSON.parse(after.out)).toHaveLength(1);
    expect(await standpoint(`--library=${library}`, 'list', '--json')).toEqual(after);
    expect((await standpoint('list', '--json')).out).toBe('[]');
    expect(await standpoint('--json', 'list', '--help')).toEqual(await standpoint('help', 'list'));
    expect(await standpoint('--json', '--version')).toEqual(await standpoint('--version'));
  });

  test('help is a result, of every command too', async () => {
    const overview = await standpoint('--help');
    expect(overview.code).toBe(0);
    for (const { name, summary } of await cliCommands()) {
      expect(overview.out).toContain(summary);
      const asked = await standpoint('help', name);
      expect(asked).toMatchObject({ code: 0, err: '' });
      expect(asked.out).toMatch(new RegExp(`^Usage: standpoint ${name} `));
      expect((await standpoint(name, '--help')).out).toBe(asked.out);
      // Each option with what it does.
      const [, options = ''] = asked.out.split('\nOptions:\n');
      for (const line of options.split('\n').filter(Boolean)) expect(line).toMatch(/\S {2,}\S/);
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
