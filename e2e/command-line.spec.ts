/** The built command line, run as a person runs it: exit codes, streams, and PDF without a window. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, root, test } from './fixtures.js';

const article = 'resources/samples/alaska-summit.txt';
const finished = 'resources/samples/alaska-summit.json';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(file: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: root, env: { ...process.env, ...env } });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, err }));
  });
}

test.describe('the command line', () => {
  let standpoint: (...args: readonly string[]) => Promise<Ended>;

  test.beforeEach(({ home, host }) => {
    const env = { STANDPOINT_HOME: home, STANDPOINT_HOST: host, INIT_CWD: undefined };
    standpoint = (...args) => run(process.execPath, ['out/main/standpoint.js', ...args], env);
  });

  test('imports, lists and prints, without a window and without a trace', async ({ home }) => {
    const imported = await standpoint('import', finished);
    expect(imported).toMatchObject({ code: 0, err: '' });
    const id = imported.out.trim();
    const listed = await standpoint('list', '--json');
    expect(JSON.parse(listed.out)).toMatchObject([{ id }]);

    const pdf = join(home, 'briefing.pdf');
    const printed = await standpoint('export', id, '--to', pdf, '--paper', 'Letter');
    expect(printed).toEqual({ code: 0, out: `${pdf}\n`, err: '' });
    const facts = (await run('pdfinfo', [pdf], {})).out;
    expect(facts).toMatch(/Tagged: +yes/);
    expect(facts).toMatch(/Page size: .*letter/);
    const shown = JSON.parse((await standpoint('show', id, '--json')).out) as {
      title: string;
      cards: { heading: string }[];
      actors: { name: string }[];
    };
    const words = (await run('pdftotext', [pdf, '-'], {})).out.replace(/\s+/g, ' ');
    for (const each of [shown.title, shown.actors[0]!.name, ...shown.cards.map((c) => c.heading)]) {
      expect(words).toContain(each.replace(/\s+/g, ' '));
    }
    expect(readdirSync(home).sort()).toEqual(['briefing.pdf', 'library']);
  });

  test(
    'prints a book, which comes back as the briefings that went in',
    { tag: '@rest' },
    async ({ home }) => {
      const imported = await standpoint('import', '--again', finished, article);
      const ids = imported.out.trim().split('\n').toReversed();
      const pdf = join(home, 'book.pdf');
      const asked = ['export', ...ids, '--book', '--title', 'Both', '--to', pdf];
      expect(await standpoint(...asked)).toEqual({ code: 0, out: `${pdf}\n`, err: '' });
      expect((await run('pdfinfo', [pdf], {})).out).toMatch(/^Title: +Both$/m);

      const other = join(home, 'other');
      const back = await standpoint('import', pdf, '--library', other);
      expect(back).toEqual({ code: 0, out: `${ids.join('\n')}\n`, err: '' });
      for (const id of ids) {
        const [here, there] = [join(home, `${id}.json`), join(home, `${id}-back.json`)];
        await standpoint('export', id, '--to', here);
        await standpoint('export', id, '--to', there, '--library', other);
        expect(readFileSync(there, 'utf8')).toBe(readFileSync(here, 'utf8'));
      }
    }
  );

  test(
    'prints a draft of a file that does not enter the library',
    { tag: '@rest' },
    async ({ home }) => {
      const pdf = join(home, 'draft.pdf');
      expect(await standpoint('export', article, '--to', pdf)).toMatchObject({ code: 0 });
      expect(readdirSync(home)).toEqual(['draft.pdf']);
    }
  );

  test(
    'without a browser makes a PDF, checks it, and says in one sentence what a window needs',
    { tag: '@rest' },
    async ({ home }) => {
      const env = {
        STANDPOINT_HOME: home,
        STANDPOINT_HOST: 'chromium',
        STANDPOINT_CHROMIUM: '/none'
      };
      const pdf = join(home, 'draft.pdf');
      const args = ['out/main/standpoint.js', 'export', article, '--to', pdf, '--check'];
      const ended = await run(process.execPath, args, env);
      expect(ended).toMatchObject({ code: 0, out: `${pdf}\n` });
      expect(ended.err).toContain('It keeps all rules of PDF/UA-1 that a program can check.');
      expect(existsSync(pdf)).toBe(true);
      const window = await run(process.execPath, ['out/main/standpoint.js', article], {
        ...env,
        DISPLAY: ':none'
      });
      expect(window).toMatchObject({ code: 1, out: '' });
      expect(window.err).toMatch(/^standpoint: The window needs .*\n$/);
    }
  );

  test('tells wrong usage and bad input by the exit code', { tag: '@rest' }, async ({ home }) => {
    expect(await standpoint('publish')).toMatchObject({ code: 2, out: '' });
    expect(await standpoint('import', 'resources')).toMatchObject({ code: 1, out: '' });
    expect(await standpoint('--help')).toMatchObject({ code: 0, err: '' });
    if (process.platform === 'linux') {
      const without = { STANDPOINT_HOME: home, DISPLAY: undefined, WAYLAND_DISPLAY: undefined };
      const ended = await run(process.execPath, ['out/main/standpoint.js'], without);
      expect(ended).toMatchObject({ code: 1, out: '' });
      expect(ended.err).toMatch(/^standpoint: There is no display .*\n$/);
    }
    expect(readdirSync(home)).toEqual([]);
  });

  test(
    'starts relative paths at the folder of its caller, as npm names it',
    { tag: '@rest' },
    async ({ home }) => {
      const ended = await run(
        process.execPath,
        ['out/main/standpoint.js', 'draft', 'alaska-summit.txt', '--json'],
        { INIT_CWD: join(root, 'resources/samples'), STANDPOINT_HOME: home }
      );
      expect(ended.code).toBe(0);
      expect(JSON.parse(ended.out)).toMatchObject({ schema: 'briefing-draft/1' });
    }
  );
});
