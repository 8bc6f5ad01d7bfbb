/** For the command line's tests: runs a command in this process, in a throw-away folder. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { readLines } from '../read-lines.js';
import { run } from '../run.js';

const samples = join(import.meta.dirname, '../../../resources/samples');
/** An article. */
export const article = join(samples, 'alaska-summit.txt');
/** A finished briefing as a bundle. */
export const finished = join(samples, 'alaska-summit.json');

export interface Desk {
  /** The caller's folder. The default library lies in its `home/library`. */
  readonly place: string;
  readonly standpoint: (...argv: readonly string[]) => Promise<Ended>;
  /** What the next commands find on stdin, in the pieces in which it comes. */
  readonly feed: (pieces: readonly string[]) => void;
  /** What is answered to questions from now on; `null`, as at first: nobody sits at the terminal. */
  readonly answer: (given: boolean | null) => void;
  /** The ids that an import prints; throws when it fails. */
  readonly imported: (...files: readonly string[]) => Promise<readonly string[]>;
  readonly clear: () => Promise<void>;
}

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export async function openDesk(): Promise<Desk> {
  const place = await mkdtemp(join(tmpdir(), 'standpoint-cli-'));
  let input: readonly string[] = [];
  let answer: boolean | null = null;

  async function standpoint(...argv: readonly string[]): Promise<Ended> {
    const out: string[] = [];
    const err: string[] = [];
    const code = await run(argv, {
      out: (text) => out.push(text),
      err: (text) => err.push(text),
      lines: () => readLines(Readable.from(input)),
      askSecret: () => Promise.resolve(null),
      confirm: () => Promise.resolve(answer),
      env: { STANDPOINT_HOME: join(place, 'home') },
      folder: place,
      program: join(import.meta.dirname, '../../../out/main')
    });
    return { code, out: out.join('\n'), err: err.join('\n') };
  }

  return {
    place,
    standpoint,
    feed: (pieces) => void (input = pieces),
    answer: (given) => void (answer = given),
    imported: async (...files) => {
      const { code, out, err } = await standpoint('import', ...files);
      if (code !== 0) throw new Error(err);
      return out.split('\n');
    },
    clear: () => rm(place, { recursive: true, force: true })
  };
}
