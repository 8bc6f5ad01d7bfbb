/** The command line, killed amid an import: every id that it printed is there, and a check finds nothing wrong. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { type Kill, libraryOf, lookInto, type Outcome, Progress } from './at-work.js';

const root = resolve(import.meta.dirname, '../..');
const article = 'resources/samples/alaska-summit.txt';

type Command = ChildProcessByStdio<null, Readable, null>;

export async function importing(kill: Kill): Promise<Outcome> {
  const work = new Progress();
  const ids: string[] = [];
  const command = start(
    kill,
    'import',
    '--as',
    'cards',
    '--again',
    ...Array.from({ length: 400 }, () => article)
  );
  const printing = (async () => {
    for await (const id of createInterface({ input: command.stdout })) {
      ids.push(id);
      work.acknowledge();
    }
  })();
  await Promise.race([kill.moment(work), printing]);
  command.kill('SIGKILL');
  await printing;
  const check = start(kill, 'check');
  const told = await wordsOf(check);
  const isContent = check.exitCode === 0 && told.endsWith('nothing wrong.\n');
  // Killed before it had made the library.
  const left = await lookInto(libraryOf(kill)).catch(() => null);
  const there = new Set<string>(left?.briefings.map(({ briefing }) => briefing.id));
  return {
    acknowledged: ids.length,
    faults: [
      ...(left?.wrong ?? []),
      ...(isContent || !left ? [] : [`A check says: ${told}`]),
      ...ids.filter((id) => !there.has(id)).map((id) => `${id} was imported, and is not there.`)
    ]
  };
}

function start({ home }: Kill, ...args: readonly string[]): Command {
  return spawn(process.execPath, [join(root, 'out/main/standpoint.js'), ...args], {
    env: { ...process.env, STANDPOINT_HOME: home, INIT_CWD: root },
    stdio: ['ignore', 'pipe', 'inherit']
  });
}

/** Once it has ended. */
async function wordsOf(command: Command): Promise<string> {
  const closed = once(command, 'close');
  let words = '';
  for await (const text of command.stdout.setEncoding('utf8')) words += String(text);
  await closed;
  return words;
}
