/** What befalls a team, kind by kind. Each fault is over when its promise resolves: then all is mended. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Member } from './member.js';
import { type Door, fill, type Place } from './places.js';
import { between, type Chance, oneOf } from './random.js';

export interface Seat {
  readonly member: Member;
  readonly door: Door;
  /** Her disk, where it is small enough to be filled. */
  readonly smallDisk: string | null;
}

export interface World {
  readonly place: Place;
  readonly seats: readonly Seat[];
}

export interface FaultKind {
  readonly name: string;
  /** How often it comes, against the others. */
  readonly weight: number;
  /** Whom it can befall here: a member, or `all`, the place that all share. */
  readonly whom: (world: World) => readonly (Seat | 'all')[];
  /** Resolves with the name that it counts under, where that is another. */
  readonly strike: (world: World, seat: Seat, chance: Chance) => Promise<string | void>;
}

const anyone = ({ seats }: World) => seats;
const ofServer = ({ place, seats }: World) => (place.kind === 'server' ? seats : []);
const theServer = ({ place }: World) => (place.kind === 'server' ? (['all'] as const) : []);
const theFolder = ({ place, seats }: World) => (place.kind === 'folder' ? seats : []);

/** Milliseconds; longer ones are rarer. */
const aWhile = (chance: Chance, most: number) => sleep(Math.round(most * chance() ** 2));
const anyMoment = 'a member’s program killed at any moment';
const tenYears = 10 * 365.25 * 24 * 3_600_000;
const week = 7 * 24 * 3_600_000;

/** Kills her at a step of handing rows over; where she has nothing to hand over, wherever she is. */
async function killAt(
  step: 'sealed' | 'sent',
  { member }: Seat,
  chance: Chance
): Promise<string | void> {
  const stands = await member.standsAt(step, 3_000);
  await aWhile(chance, 300);
  await member.kill();
  await aWhile(chance, 500);
  await member.start();
  if (!stands) return anyMoment;
}

export const faultKinds: readonly FaultKind[] = [
  {
    name: anyMoment,
    weight: 6,
    whom: anyone,
    async strike(_world, { member }, chance) {
      await aWhile(chance, 1_000);
      await member.kill();
      await aWhile(chance, 1_000);
      await member.start();
    }
  },
  {
    name: 'a member’s program killed between sealing and sending',
    weight: 4,
    whom: anyone,
    strike: (_world, seat, chance) => killAt('sealed', seat, chance)
  },
  {
    name: 'a member’s program killed after sending, before it could note so',
    weight: 3,
    whom: anyone,
    strike: (_world, seat, chance) => killAt('sent', seat, chance)
  },
  {
    name: 'a member’s program killed again as it starts',
    weight: 2,
    whom: anyone,
    async strike(_world, { member }, chance) {
      await member.kill();
      for (let times = between(chance, 1, 3); times > 0; times -= 1) {
        const started = member.start().catch((error: unknown) => {
          if (member.isRunning) throw error;
        });
        await sleep(between(chance, 50, 700));
        await member.kill();
        await started;
      }
      await member.start();
    }
  },
  {
    name: 'a member’s program stopped and continued (SIGSTOP)',
    weight: 2,
    whom: anyone,
    async strike(_world, { member }, chance) {
      member.freeze();
      await aWhile(chance, 4_000);
      member.thaw();
    }
  },
  {
    name: 'a member’s clock ten years off',
    weight: 2,
    whom: anyone,
    async strike(_world, { member }, chance) {
      const ahead = oneOf(chance, [-tenYears, tenYears, 0]);
      member.ahead = ahead;
      if (chance() < 0.5) await member.ask({ do: 'clock', ahead });
      else {
        await member.end();
        await member.start();
      }
    }
  },
  {
    name: 'a member a week offline, with edits on both sides',
    weight: 2,
    whom: anyone,
    async strike(_world, { member, door }, chance) {
      await door.shut();
      const before = member.acknowledged.size;
      member.ahead += week;
      await member.ask({ do: 'clock', ahead: member.ahead });
      await member.ask({ do: 'work', pause: 10 });
      for (let waited = 0; member.acknowledged.size < before + 40 && waited < 200; waited += 1)
        await sleep(100);
      if (chance() < 0.3) {
        await member.kill();
        await member.start();
      }
      await door.open();
      await member.work(100);
    }
  },
  {
    name: 'a member’s disk full',
    weight: 4,
    whom: ({ seats }) => seats.filter(({ smallDisk }) => smallDisk !== null),
    async strike(_world, { member, smallDisk }, chance) {
      const free = await fill(smallDisk!, oneOf(chance, [0, 4_096, 20_000, 100_000]));
      try {
        await aWhile(chance, 4_000);
        if (chance() < 0.4) await member.kill();
      } finally {
        await free();
      }
      if (!member.isRunning) await member.start();
    }
  },
  {
    name: 'the server killed and started again',
    weight: 4,
    whom: theServer,
    async strike({ place }, _seat, chance) {
      await place.server!.tell('kill');
      await aWhile(chance, 2_000);
      await place.server!.tell('start');
    }
  },
  {
    name: 'the server stopped and continued (SIGSTOP)',
    weight: 2,
    whom: theServer,
    async strike({ place }, _seat, chance) {
      await place.server!.tell('freeze');
      await aWhile(chance, 5_000);
      await place.server!.tell('thaw');
    }
  },
  {
    name: 'the disk of the server or of the shared folder full',
    weight: 5,
    whom: ({ place }) => (place.smallDisk === null ? [] : (['all'] as const)),
    async strike({ place }, _seat, chance) {
      const free = await fill(place.smallDisk!, oneOf(chance, [0, 4_096, 20_000]));
      try {
        await aWhile(chance, 4_000);
      } finally {
        await free();
      }
      // A server whose disk is full may have given up.
      await place.server?.tell('start');
    }
  },
  {
    name: 'the network cut',
    weight: 2,
    whom: ofServer,
    async strike(_world, { door }, chance) {
      await door.shut();
      await aWhile(chance, 3_000);
      await door.open();
    }
  },
  {
    name: 'the network cut in the midst of a message',
    weight: 3,
    whom: ofServer,
    async strike(_world, { door }, chance) {
      door.proxy!.cutAfter = between(chance, 1, 6_000);
      await aWhile(chance, 3_000);
      await door.open();
    }
  },
  {
    name: 'what goes one way swallowed by the network',
    weight: 2,
    whom: ofServer,
    async strike(_world, { door }, chance) {
      door.proxy!.swallows = oneOf(chance, ['there', 'back'] as const);
      await aWhile(chance, 4_000);
      // What was swallowed is missing in the midst: nothing can go on after it.
      await door.shut();
      await door.open();
    }
  },
  {
    name: 'the network slow',
    weight: 1,
    whom: ofServer,
    async strike(_world, { door }, chance) {
      door.proxy!.delay = between(chance, 20, 1_500);
      await aWhile(chance, 5_000);
      await door.open();
    }
  },
  {
    name: 'connections half open',
    weight: 2,
    whom: ofServer,
    async strike(_world, { door }, chance) {
      door.proxy!.halfOpen();
      await aWhile(chance, 5_000);
      await door.open();
    }
  },
  {
    name: 'the shared folder not there',
    weight: 4,
    whom: theFolder,
    async strike(_world, { door }, chance) {
      await door.shut();
      await aWhile(chance, 3_000);
      await door.open();
    }
  },
  {
    name: 'all programs killed at once, and the server with them',
    weight: 1,
    whom: () => ['all'],
    async strike({ place, seats }) {
      await Promise.all([place.server?.tell('kill'), ...seats.map(({ member }) => member.kill())]);
      await place.server?.tell('start');
      for (const { member } of seats) await member.start();
    }
  }
];
