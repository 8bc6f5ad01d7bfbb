/** The program of a desk: one process that holds libraries, as the main process of the window does, and does what the bench tells it. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Id } from '../../src-main/domain/base/values.js';
import { diffBriefing } from '../../src-main/domain/change/change.js';
import { ExpectedFailure } from '../../src-main/domain/base/result.js';
import type { TeamState } from '../../src-main/domain/program/team-state.js';
import { LibraryTeam } from '../../src-main/libraries/library-team.js';
import { localLibrary } from '../../src-main/libraries/local-library.js';
import { watchLibrary } from '../../src-main/libraries/watch-library.js';
import type { Library } from '../../src-main/store/library.js';
import { openLibrary } from '../../src-main/store/open-library.js';
import type { LocalLibrary } from '../../src-main/team/settle-briefing.js';
import { foundTeam, joinTeam, openTeam } from '../../src-main/team/team.js';
import { generateShared } from './generate-shared.js';
import { wordsIn } from './words.js';
import { Writers } from './writers.js';

export interface Answer {
  readonly number: number;
  readonly value?: unknown;
  readonly error?: string;
}

/** What a saved edit tells: which word it brought, how long the person waited, and when it was safe. */
export interface Saved {
  readonly word: string;
  /** Milliseconds. */
  readonly taken: number;
  /** Milliseconds of a clock that all processes of the machine share. */
  readonly at: number;
}

export interface Cost {
  /** Milliseconds. */
  readonly taken: number;
  /** Milliseconds of processor time, of all threads of the process. */
  readonly processor: number;
}

interface Held {
  readonly library: Library;
  readonly local: LocalLibrary;
  readonly sharing: LibraryTeam;
  /** When a word was first seen here. */
  readonly arrived: Map<string, number>;
}

const held = new Map<string, Held>();
const writers = new Writers();

const clock = () => Number(process.hrtime.bigint()) / 1e6;

function of(name: string): Held {
  const found = held.get(name);
  if (!found) throw new Error(`This desk holds no library ${name}`);
  return found;
}

const deeds = {
  /** Opens or makes the library in the folder; its team is opened by `share`, `join` or `openTeam`. */
  async open(name: string, folder: string) {
    const opened = await openLibrary(folder);
    const arrived = new Map<string, number>();
    const sharing = new LibraryTeam(
      { open: openTeam, found: foundTeam, join: joinTeam },
      () => undefined
    );
    const library = watchLibrary(opened, (id) => sharing.changed(id));
    // As the window has it.
    const local = localLibrary(opened, ({ change }) => {
      const at = clock();
      for (const { body } of change.cards?.put ?? []) {
        for (const word of wordsIn(body)) if (!arrived.has(word)) arrived.set(word, at);
      }
    });
    held.set(name, { library, local, sharing, arrived });
  },

  /** Fills a library as a person does, briefing by briefing. Returns their ids. */
  async fill(name: string, count: number, first = 0): Promise<readonly Id[]> {
    const ids: Id[] = [];
    for (const { briefing, texts } of generateShared(count, first)) {
      await of(name).library.create(briefing, texts);
      ids.push(briefing.id);
    }
    return ids;
  },

  async share(name: string, address: string) {
    const { sharing, local } = of(name);
    await sharing.found(local, { address, name: 'Bench', person: name });
  },

  async invite(name: string, person: string, owner: string): Promise<string> {
    const { line } = await teamOf(name).invite(person, { days: 7, owner });
    return line;
  },

  /** Until all `count` briefings are there. */
  join: (name: string, invitation: string, count: number): Promise<Cost> =>
    costOf(async () => {
      const { sharing, local } = of(name);
      await sharing.join(local, { invitation, person: name });
      await settled(name, count);
    }),

  /** Of a library that was shared before: until what others did meanwhile is there. */
  openTeam: (name: string): Promise<Cost> =>
    costOf(async () => {
      const { sharing, local } = of(name);
      await sharing.open(local);
      await settled(name, 0);
    }),

  /** Resolves once nothing is left to share, and all that the carrier has is here. */
  async exchange(name: string): Promise<TeamState> {
    for (;;) {
      try {
        return await teamOf(name).exchange();
      } catch (error) {
        // A server that has too much to do; the program tries again by itself, too.
        if (!(error instanceof ExpectedFailure && error.code === 'carrier-away')) throw error;
      }
    }
  },

  async backUp(name: string, target: string) {
    await of(name).library.backUp(target);
  },

  restore: (name: string, source: string): Promise<Cost> =>
    costOf(() => of(name).library.restoreBackup(source)),

  /** A word more in a card of a briefing, `count` times, every `pause` milliseconds. */
  async type(
    name: string,
    id: Id,
    given: {
      readonly card: number;
      /** How many words stand before those that are typed. */
      readonly after: number;
      readonly count: number;
      readonly pause: number;
      readonly key: string;
    }
  ): Promise<readonly Saved[]> {
    const { library } = of(name);
    const saved: Saved[] = [];
    for (let i = 0; i < given.count; i += 1) {
      const word = `${given.key}x${i}`;
      const began = performance.now();
      for (;;) {
        const { briefing, revision } = await library.open(id);
        const cards = briefing.cards.map((card, index) =>
          index === given.card
            ? { ...card, body: withWordAfter(card.body, given.after, word) }
            : card
        );
        const change = diffBriefing(briefing, { ...briefing, cards });
        const from = performance.now();
        try {
          await library.save(id, revision, change);
          const to = performance.now();
          saved.push({ word, taken: to - from, at: clock() });
          break;
        } catch (error) {
          if (!(error instanceof ExpectedFailure && error.code === 'stale-revision')) throw error;
        }
      }
      await sleep(Math.max(0, given.pause - (performance.now() - began)));
    }
    return saved;
  },

  /** Each word with when it was first seen here. */
  arrived: (name: string): Promise<readonly (readonly [string, number])[]> =>
    Promise.resolve([...of(name).arrived]),

  /** As JSON, apart from when it was changed: equal on all desks in the end. */
  async text(name: string, id: Id): Promise<string> {
    const { briefing } = await of(name).library.open(id);
    return JSON.stringify({ ...briefing, modifiedAt: '' });
  },

  /** In bytes: what is held, after the rest has been collected, and what was resident at most so far. */
  memory: (): Promise<{ readonly now: number; readonly most: number }> => {
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    return Promise.resolve({
      now: heapUsed + external,
      most: process.resourceUsage().maxRSS * 1024
    });
  },

  /** Many devices that write rows, without a library of their own; see `Writers`. */
  openWriters: (folders: readonly string[]) => writers.open(folders),
  writeLibrary: (count: number) => writers.writeLibrary(count),
  writeEdits: (count: number) => writers.writeEdits(count),
  closeWriters: () => writers.close(),

  async close(name: string) {
    const { sharing, library } = of(name);
    held.delete(name);
    await sharing.close();
    await library.close();
  }
};

export type Deeds = typeof deeds;

function teamOf(name: string) {
  const { team } = of(name).sharing;
  if (!team) throw new Error(`The library ${name} is not shared`);
  return team;
}

/** One exchange ends once there is nothing left; another one may be under way already. */
async function settled(name: string, count: number): Promise<void> {
  for (;;) {
    const state = await teamOf(name).exchange();
    const there = (await of(name).library.revisions()).size;
    if (state.unsent === 0 && there >= count) return;
  }
}

async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const [began, used] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(used);
  return { taken: performance.now() - began, processor: (user + system) / 1_000 };
}

/** At a place of its own: two who write in one place at once mean what only they can settle. */
function withWordAfter(text: string, after: number, word: string): string {
  const words = text.split(' ');
  // Behind what was typed there before.
  const key = word.slice(0, word.indexOf('x'));
  const last = words.findLastIndex((each) => each.startsWith(`${key}x`));
  return words.toSpliced(last < 0 ? after : last + 1, 0, word).join(' ');
}

interface Asked {
  readonly number: number;
  readonly deed: keyof Deeds;
  readonly given: readonly unknown[];
}

process.on('message', ({ number, deed, given }: Asked) => {
  const work = deeds as unknown as Record<
    string,
    (...given: readonly unknown[]) => Promise<unknown>
  >;
  work[deed]!(...given).then(
    (value) => process.send?.({ number, value } satisfies Answer),
    (error: unknown) =>
      process.send?.({
        number,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error)
      } satisfies Answer)
  );
});

process.on('disconnect', () => {
  void Promise.all([writers.close(), ...[...held.keys()].map((name) => deeds.close(name))]).finally(
    () => process.exit()
  );
});
