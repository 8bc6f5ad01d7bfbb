/** What a program takes: by the clock, and of the processors, with every process that comes of it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Seconds. */
export interface Cost {
  readonly wall: number;
  /** `null` where nothing here counts it: that takes Python and Linux. */
  readonly cpu: number | null;
  /** Bytes of the largest process at its largest; `null` where nothing here counts it. */
  readonly peak: number | null;
}

const accountant = join(import.meta.dirname, 'account.py');
const counts = process.platform === 'linux' && spawnSync('python3', ['--version']).status === 0;

/** Runs a program to its end. Throws when it fails; the message ends with what it said. */
export function costOf(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {}
): Cost {
  const folder = mkdtempSync(join(tmpdir(), 'standpoint-cost-'));
  try {
    const report = join(folder, 'cost.json');
    const begun = performance.now();
    const [program, ...words] = counts
      ? ['python3', accountant, report, command, ...args]
      : [command, ...args];
    const { status, stderr } = spawnSync(program ?? command, words, {
      encoding: 'utf8',
      env: { ...process.env, ...env },
      maxBuffer: 1 << 26
    });
    if (status !== 0) throw new Error(`${command}: ${stderr.slice(-600)}`);
    if (!counts) return { wall: (performance.now() - begun) / 1_000, cpu: null, peak: null };
    return JSON.parse(readFileSync(report, 'utf8')) as Cost;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The processors' seconds that a running program has used so far, with all that it has started;
 * `null` where the system does not tell. Reads in steps of a hundredth.
 */
export function processorTime(root: number): number | null {
  if (process.platform !== 'linux') return null;
  const processes = readdirSync('/proc').flatMap((id) => (/^\d+$/.test(id) ? readStat(+id) : []));
  const family = new Set([root]);
  // A child's number may be smaller than its parent's, so until none is new.
  for (let before = 0; before < family.size;) {
    before = family.size;
    for (const { id, parent } of processes) if (family.has(parent)) family.add(id);
  }
  return processes
    .filter(({ id }) => family.has(id))
    .reduce((sum, { ticks }) => sum + ticks / 100, 0);
}

/** Its own time and that of its children that have ended (proc(5)); nothing if it has gone meanwhile. */
function readStat(id: number): readonly { id: number; parent: number; ticks: number }[] {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${id}/stat`, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
  // Behind the name, which may hold anything: state, parent, … utime, stime, cutime, cstime.
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const ticks = fields.slice(11, 15).reduce((sum, each) => sum + each, 0);
  return [{ id, parent: fields[1] ?? 0, ticks }];
}
