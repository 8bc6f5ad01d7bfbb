import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Bundle } from '../domain/briefing/bundle.js';
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

describe('export', () => {
  test('writes what the ending names, from the library or from a file', async () => {
    const [id = ''] = await imported(finished);
    const { code, out } = await standpoint('export', id, '--to', 'out.json');
    expect({ code, out }).toEqual({ code: 0, out: join(place, 'out.json') });
    const again = await imported(join(place, 'out.json'));
    expect(again).not.toEqual([id]);
    expect(await standpoint('export', article, '--to', 'out.md')).toMatchObject({ code: 0 });
    const drafted = await readFile(join(place, 'out.md'), 'utf8');
    expect(drafted).toMatch(/^# /m);
    expect((await standpoint('list')).out.split('\n')).toHaveLength(2);
    // The draft of a file says what its import would.
    const [its = ''] = await imported('--again', article);
    await standpoint('export', its, '--to', 'imported.md');
    const withoutFacts = (markdown: string) => markdown.slice(markdown.indexOf('\n# '));
    expect(withoutFacts(await readFile(join(place, 'imported.md'), 'utf8'))).toBe(
      withoutFacts(drafted)
    );
  });

  test('what is handed over is for an audience unless it is said otherwise', async () => {
    const [id = ''] = await imported(finished);
    const textsOf = async (name: string, ...options: readonly string[]) => {
      const { code } = await standpoint('export', id, '--to', name, ...options);
      expect(code).toBe(0);
      const { texts } = Bundle.parse(JSON.parse(await readFile(join(place, name), 'utf8')));
      return Object.values(texts).join('');
    };
    expect(await textsOf('full.json')).not.toBe('');
    expect(await textsOf('brief.json', '--template', 'brief')).toBe('');
    expect(await textsOf('own.json', '--template', 'brief', '--profile', 'full')).not.toBe('');
  });

  test('a Standpoint file carries the original from a file or a library to another library', async () => {
    const page = `<article><h1>Toll</h1>${'<p>The council backs the toll.</p>'.repeat(5)}</article>`;
    await writeFile(join(place, 'toll.html'), page);
    const keptIn = async (library: string) => {
      const originals = join(place, library, 'originals');
      const names = await readdir(originals);
      return Promise.all(names.map((name) => readFile(join(originals, name), 'utf8')));
    };
    await standpoint('export', 'toll.html', '--to', 'drafted.standpoint');
    const [id = ''] = await imported('drafted.standpoint', '--library', 'one');
    expect(await keptIn('one')).toEqual([page]);
    const sent = ['export', id, '--library', 'one', '--to', 'sent.standpoint'];
    expect(await standpoint(...sent)).toEqual({
      ...{ code: 0, out: join(place, 'sent.standpoint'), err: '' }
    });
    await standpoint('export', 'sent.standpoint', '--to', 'again.standpoint');
    expect(await readFile(join(place, 'again.standpoint'))).toEqual(
      await readFile(join(place, 'sent.standpoint'))
    );
    expect(await imported('again.standpoint', '--library', 'two')).toEqual([id]);
    expect(await keptIn('two')).toEqual([page]);
    // What comes back unchanged is there already.
    expect(await imported('again.standpoint', '--library', 'one')).toEqual([id]);
    expect((await standpoint('list', '--library', 'one')).out.split('\n')).toHaveLength(1);

    await rm(join(place, 'one/originals'), { recursive: true });
    const { code, err } = await standpoint(...sent, '--overwrite');
    expect(code).toBe(0);
    expect(err).toContain('The original file of “Toll” is not here, so it is missing');
  });

  test.each([
    ['a missing folder', 'none/out.md', /There is no folder .*none, so nothing was written/],
    [
      'a file in its place',
      `${article}/out.md`,
      /There is no folder .*txt, so nothing was written/
    ],
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
    [['export', article, '--to', 'x.pdf', '--profile', 'me'], /--profile is audience or full/],
    [['export', article, finished, '--to', 'x.pdf'], /Several briefings go .* with --book/],
    [['export', article, '--to', 'x.pdf', '--title', 'T'], /--title is for --book/],
    [
      ['export', article, '--to', 'x.pdf', '--template', 'brief', '--since', '2025-08-14'],
      /^standpoint: --since is for --template changes or full\.$/m
    ],
    [
      ['export', article, '--to', 'x.csv', '--since', '2025-08-14'],
      /^standpoint: --since is for \.pdf, \.docx, \.html or \.md\.$/m
    ],
    [
      ['export', article, '--to', 'x.json', '--template', 'changes'],
      /^standpoint: --template changes is for \.pdf, \.docx, \.html or \.md\.$/m
    ],
    [
      ['export', article, '--to', 'x.pdf', '--template', 'changes', '--since', '2025-08-32'],
      /--since/
    ]
  ])('%s is wrong usage', async (argv, message) => {
    const { code, err } = await standpoint(...argv);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  test('writes a book of several, in the order given, whose JSON comes back as they were', async () => {
    const [id = ''] = await imported(finished);
    const html = await standpoint(
      'export',
      article,
      id,
      '--book',
      '--title',
      'T',
      '--to',
      'b.html'
    );
    expect(html).toEqual({ code: 0, out: join(place, 'b.html'), err: '' });
    const written = await readFile(join(place, 'b.html'), 'utf8');
    const titles = [...written.matchAll(/<h[12][^>]*>([^<]*)<\/h/g)].map(([, words]) => words);
    expect(titles).toEqual([
      'T',
      expect.stringContaining('Trump'),
      expect.stringContaining('Alaska')
    ]);

    await standpoint('export', id, '--to', 'one.json');
    await standpoint('export', id, finished, '--book', '--to', 'two.json');
    const other = await standpoint('import', 'two.json', '--library', 'other');
    expect(other).toMatchObject({ code: 0, err: '' });
    const [first = '', second] = other.out.split('\n');
    expect(first).toBe(id);
    expect(second).not.toBe(id);
    await standpoint('export', first, '--library', 'other', '--to', 'again.json');
    expect(await readFile(join(place, 'again.json'), 'utf8')).toBe(
      await readFile(join(place, 'one.json'), 'utf8')
    );
  });

  test('tells the positions as of a day, and how many came later', async () => {
    const [id = ''] = await imported(finished);
    const then = ['export', id, '--as-of', '2025-08-14'];
    expect(await standpoint(...then, '--to', 'then.md')).toMatchObject({ code: 0 });
    expect(await readFile(join(place, 'then.md'), 'utf8')).toMatch(
      /Positions as of 14 August 2025; \d+ later ones are left out/u
    );
    expect(await standpoint(...then, '--template', 'changes', '--to', 'then.pdf')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--until says up to which day') as string
    });
    expect(await standpoint(...then, '--to', 'then.csv')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--as-of is for') as string
    });
  });

  test('of neither a file nor an id says so', async () => {
    const { code, err } = await standpoint('export', 'missing.txt', '--to', 'x.md');
    expect(code).toBe(1);
    expect(err).toMatch(/There is no file .*missing\.txt/);
  });
});
