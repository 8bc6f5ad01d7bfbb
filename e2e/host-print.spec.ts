/** A command that is killed while it makes a PDF leaves nothing behind. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, root } from './fixtures.js';
import { isRunning, listProcesses, test } from './host-process.js';

for (const [signal, ended] of [
  ['SIGTERM', [143, null]],
  ['SIGINT', [130, null]],
  ['SIGKILL', [null, 'SIGKILL']]
] as const)
  test(`${signal} while a PDF is made leaves nothing`, { tag: '@rest' }, async ({ home, temp }) => {
    const article = join(home, 'long.txt');
    writeFileSync(article, 'The minister said that nothing was decided.\n\n'.repeat(8_000));
    const folder = join(home, 'made');
    mkdirSync(folder);
    const args = ['out/main/standpoint.js', 'export', article, '--to', join(folder, 'long.pdf')];
    const env = { ...process.env, TMPDIR: temp, STANDPOINT_HOME: join(home, 'own') };
    const command = spawn(process.execPath, args, { cwd: root, env });
    const pid = command.pid!;
    // Typst is loaded: the pages are being set, which takes much longer than it takes to notice.
    await expect.poll(() => readFileSync(`/proc/${pid}/maps`, 'utf8')).toContain('typst');
    const processes = listProcesses(pid);
    command.kill(signal);
    expect(await once(command, 'close')).toEqual(ended);
    await expect.poll(() => processes.filter(isRunning)).toEqual([]);
    expect([readdirSync(temp), readdirSync(folder), existsSync(join(home, 'own'))]).toEqual([
      [],
      [],
      false
    ]);
  });
