/** The most memory that a process of the program has held. Linux tells it. */
import { readdirSync, readFileSync } from 'node:fs';

export interface Peak {
  /** "page", "main", or what Chromium calls it. */
  readonly process: string;
  /** MB resident at most since it began, what it shares with others included. */
  readonly megabytes: number;
}

export const noPeak: Peak = { process: '', megabytes: 0 };

export function greater(a: Peak, b: Peak): Peak {
  return a.megabytes >= b.megabytes ? a : b;
}

/** Of the process and all that it started; `noPeak` where the system has no /proc. */
export function greatestPeak(root: number): Peak {
  return familyOf(root).map(peakOf).reduce(greater, noPeak);
}

function familyOf(root: number): number[] {
  const parents = allProcesses();
  const family = [root];
  for (const one of family)
    for (const [child, parent] of parents) if (parent === one) family.push(child);
  return family;
}

/** Each with its parent. */
function allProcesses(): [number, number][] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name): [number, number][] => {
        // The name of the program may hold anything, a bracket too.
        const stat = read(name, 'stat');
        const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return parent === undefined ? [] : [[Number(name), Number(parent)]];
      });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function peakOf(id: number): Peak {
  const peak = /^VmHWM:\s+(\d+) kB/m.exec(read(String(id), 'status'))?.[1];
  return { process: kindOf(read(String(id), 'cmdline')), megabytes: Number(peak ?? 0) / 1_024 };
}

function kindOf(command: string): string {
  const type = /--type=([\w-]+)/.exec(command)?.[1];
  if (type === 'renderer') return 'page';
  return type ?? (command.includes('--user-data-dir') ? 'browser' : 'main');
}

/** Empty for a process that has ended meanwhile. */
function read(id: string, file: string): string {
  try {
    return readFileSync(`/proc/${id}/${file}`, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return '';
    throw error;
  }
}
