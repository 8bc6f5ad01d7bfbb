/** The program that prints for the command line: it ends with its caller, whatever happens to that, and leaves nothing. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, root } from './fixtures.js';
import { isRunning, listBrowsers, listProcesses, test } from './host-process.js';

interface Printing {
  readonly caller: ChildProcess;
  /** The caller and all that it has started. */
  readonly processes: readonly number[];
  readonly pdf: string;
}

function print(article: string, pdf: string, temp: string): ChildProcess {
  const args = ['out/main/standpoint.js', 'export', article, '--to', pdf];
  const env = { ...process.env, TMPDIR: temp, STANDPOINT_HOST: 'chromium' };
  return spawn(process.execPath, args, { cwd: root, env });
}

/** A command caught while it prints what takes much longer than it takes to notice. */
async function printing(home: string, temp: string): Promise<Printing> {
  const article = join(home, 'long.txt');
  writeFileSync(article, 'The minister said that nothing was decided.\n\n'.repeat(30_000));
  const pdf = join(home, 'long.pdf');
  const caller = print(article, pdf, temp);
  await expect.poll(() => listBrowsers(caller.pid!)).toHaveLength(1);
  return { caller, processes: listProcesses(caller.pid!), pdf };
}

for (const [signal, code] of [
  ['SIGTERM', 143],
  ['SIGINT', 130]
] as const)
  test(
    `${signal} to the command ends the printing, and nothing is left`,
    { tag: '@rest' },
    async ({ home, temp }) => {
      const { caller, processes, pdf } = await printing(home, temp);
      caller.kill(signal);
      expect(await once(caller, 'close')).toEqual([code, null]);
      await expect.poll(() => processes.filter(isRunning)).toEqual([]);
      expect(readdirSync(temp)).toEqual([]);
      expect(existsSync(pdf)).toBe(false);
    }
  );

test(
  'kill -9 of the command ends the printing; the next removes what was left',
  { tag: '@rest' },
  async ({ home, temp }) => {
    const first = await printing(home, temp);
    first.caller.kill('SIGKILL');
    await expect.poll(() => first.processes.filter(isRunning)).toEqual([]);
    // The command had no time to remove its own. A helper of Chromium's that was just being born may have
    // made a folder again that was gone.
    expect(readdirSync(temp)).toContainEqual(expect.stringMatching(/^standpoint-print-/));
    const pdf = join(home, 'short.pdf');
    const second = print('resources/samples/alaska-summit.txt', pdf, temp);
    expect(await once(second, 'close')).toEqual([0, null]);
    expect(existsSync(pdf)).toBe(true);
    expect(readdirSync(temp)).toEqual([]);
  }
);

test(
  'kill -9 of the program that prints is told in a sentence',
  { tag: '@rest' },
  async ({ home, temp }) => {
    const { caller, processes, pdf } = await printing(home, temp);
    let complaint = '';
    caller.stderr!.on('data', (data: Buffer) => (complaint += data.toString()));
    process.kill(processes[1]!, 'SIGKILL');
    expect(await once(caller, 'close')).toEqual([1, null]);
    expect(complaint).toBe('standpoint: The PDF could not be printed.\n');
    await expect.poll(() => processes.filter(isRunning)).toEqual([]);
    expect(existsSync(pdf)).toBe(false);
  }
);
