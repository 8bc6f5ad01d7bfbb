/** Files from outside the window, and the window's place: what the desktop expects of a program. */
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { electronBinary } from '../src-host/facts/choose-host.js';
import { expect, hostBinary, root, test } from './fixtures.js';
import { openTitle, whenOpen } from './window.js';

// Another start finds the running program by its home.
test.use({ ownStart: true });

const interview = join(root, 'e2e/texts/interview.txt');

test('a file given to a second start is imported and shown by the first', async ({
  page,
  home,
  host
}) => {
  await whenOpen(page);
  const before = await openTitle(page).inputValue();
  const program = host === 'electron' ? electronBinary()! : hostBinary;
  const second = spawn(program, [root, interview], {
    env: { ...process.env, STANDPOINT_HOME: home }
  });
  let said = '';
  second.stderr.on('data', (data: Buffer) => (said += data.toString()));
  expect(await new Promise((resolve) => second.once('close', resolve))).toBe(0);
  expect(said).toContain('Standpoint is running already.');
  await expect(openTitle(page)).not.toHaveValue(before);
  await expect(page.getByRole('listbox', { name: 'Briefings' }).getByRole('option')).toHaveCount(3);
});

test(
  'a file for another library than the open one is not added, which window and terminal say',
  { tag: '@rest' },
  async ({ page, home, host }) => {
    await whenOpen(page);
    const other = join(home, 'other');
    mkdirSync(other);
    const program = host === 'electron' ? electronBinary()! : hostBinary;
    const second = spawn(program, [root, `--library=${other}`, interview], {
      env: { ...process.env, STANDPOINT_HOME: home }
    });
    let said = '';
    second.stderr.on('data', (data: Buffer) => (said += data.toString()));
    expect(await new Promise((resolve) => second.once('close', resolve))).toBe(1);
    expect(said).toContain(`--library names ${other}, so nothing was added`);
    await expect(page.getByText(`--library names ${other}`)).toBeVisible();
    await expect(page.getByRole('listbox', { name: 'Briefings' }).getByRole('option')).toHaveCount(
      2
    );
    expect(readdirSync(other)).toEqual([]);
  }
);

test(
  'a file opened from the desktop is imported; one that is not there gets a sentence',
  { tag: '@rest' },
  async ({ page, electronApp }) => {
    await whenOpen(page);
    const open = (path: string) =>
      electronApp.evaluate(({ app }, name) => {
        app.emit('open-file', { preventDefault: () => undefined }, name);
      }, path);
    await open(join(root, 'e2e/texts/missing.txt'));
    await expect(page.getByText(/missing\.txt/)).toBeVisible();
    await open(interview);
    await expect(page.getByRole('listbox', { name: 'Briefings' }).getByRole('option')).toHaveCount(
      3
    );
  }
);

test('the window opens where it was', { tag: '@rest' }, async ({ home, launch }) => {
  const bounds = { x: 60, y: 40, width: 1000, height: 700 };
  const settings = { window: { bounds, maximized: false } };
  writeFileSync(join(home, 'settings.json'), JSON.stringify(settings));
  const app = await launch();
  await whenOpen(await app.firstWindow());
  const size = () =>
    app.evaluate(({ BrowserWindow }) => {
      const { width, height } = BrowserWindow.getAllWindows()[0]!.getNormalBounds();
      return { width, height };
    });
  await expect.poll(size).toEqual({ width: 1000, height: 700 });
});
