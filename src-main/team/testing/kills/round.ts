/** One round: a team of its own, a schedule of faults out of a seed, and what is left when all is back. */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TeamState } from '../../../domain/program/team-state.js';
import { mountDisk, unmountDisk } from '../../../disk/testing/small-disk.js';
import { faultKinds, type Seat, type World } from './fault-kinds.js';
import { Member, Refusal } from './member.js';
import type { Place } from './places.js';
import { between, type Chance, chanceOf, oneOf } from './random.js';
import { verdictOn } from './verdict.js';

export interface RoundNeeds {
  /** The program of a member, as it was built. */
  readonly program: string;
  /** A folder of this round's own. */
  readonly at: string;
  readonly place: Place;
  readonly seed: number;
  /** How many faults. */
  readonly most: number;
  /** Whether disks can be made that are small enough to be filled. */
  readonly canMount: boolean;
}

export interface RoundOutcome {
  readonly members: number;
  readonly acknowledged: number;
  /** Faults by kind. */
  readonly done: ReadonlyMap<string, number>;
  /** What is amiss, a sentence each. */
  readonly wrong: readonly string[];
}

const people = ['Anna', 'Ben', 'Cleo', 'Dora', 'Emil'];
/** Milliseconds between two edits of a member, on average. */
const pace = 100;
/** How often all exchange at the end until nothing is left to share. */
const mostPasses = 12;

export async function runRound(needs: RoundNeeds): Promise<RoundOutcome> {
  const { place, seed } = needs;
  const chance = chanceOf(seed);
  const mounted: string[] = [];
  const seats: Seat[] = [];
  const done = new Map<string, number>();
  const wrong: string[] = [];
  const count = between(chance, 3, 5);
  try {
    for (const [at, person] of people.slice(0, count).entries()) {
      const home = join(needs.at, person);
      await mkdir(home, { recursive: true });
      const isSmall = needs.canMount && at < 2;
      if (isSmall) {
        mountDisk(home, '48m');
        mounted.push(home);
      }
      const log = join(needs.at, 'log');
      const folder = join(home, 'library');
      const member = new Member(person, folder, needs.program, seed * 31 + at, log);
      seats.push({ member, door: await place.door(person), smallDisk: isSmall ? home : null });
    }
    await gather(place, seats);
    for (const { member } of seats) await member.work(pace);
    await strikeAll({ place, seats }, needs.most, chance, done);
    await Promise.all(seats.map(({ member }) => member.rest()));
    wrong.push(...(await settle(place, seats)));
    wrong.push(
      ...(await verdictOn(
        place,
        seats.map(({ member }) => member)
      ))
    );
  } catch (error) {
    // A program that does not do as it is told is what is looked for.
    wrong.push(`It broke off: ${error instanceof Error ? error.stack : String(error)}`);
  } finally {
    for (const { member } of seats) {
      member.thaw();
      await member.kill();
    }
    for (const each of mounted) unmountDisk(each);
    await place.close();
  }
  const acknowledged = seats.reduce((sum, { member }) => sum + member.acknowledged.size, 0);
  return { members: count, acknowledged, done, wrong };
}

/** The first shares a library, and the others join it. */
async function gather(place: Place, seats: readonly Seat[]): Promise<void> {
  const [first, ...others] = seats;
  if (!first) return;
  await first.member.start();
  await first.member.ask({ do: 'found', address: first.door.owner, name: 'Desk' });
  for (let n = 0; n < 3; n += 1) await first.member.ask({ do: 'begin' });
  for (const { member, door } of others) {
    await member.start();
    const { person } = member;
    const { owner, place: overruled } = door.invited;
    const invitation = await first.member.ask<string>({ do: 'invite', person, owner });
    await place.carry();
    await member.ask({ do: 'join', invitation, place: overruled });
  }
}

/** Often a fault comes while another lasts, but not two to one member, or two to the place. */
async function strikeAll(
  world: World,
  most: number,
  chance: Chance,
  done: Map<string, number>
): Promise<void> {
  const all = faultKinds.flatMap((kind) => Array<typeof kind>(kind.weight).fill(kind));
  const busy = new Set<Seat | 'all'>();
  const under = new Set<Promise<void>>();
  const everybody = 'all programs killed at once, and the server with them';
  for (let struck = 0; struck < most;) {
    const kind = oneOf(chance, all);
    const free = kind.whom(world).filter((whom) => !busy.has(whom));
    if (free.length === 0 || (kind.name === everybody && busy.size > 0)) {
      if (under.size > 0) await Promise.race(under);
      continue;
    }
    const whom = oneOf(chance, free);
    struck += 1;
    busy.add(whom);
    const seat = whom === 'all' ? world.seats[0]! : whom;
    const fault = kind
      .strike(world, seat, chance)
      .then((counts) => {
        const name = counts ?? kind.name;
        done.set(name, (done.get(name) ?? 0) + 1);
      })
      .finally(() => {
        busy.delete(whom);
        under.delete(fault);
      });
    under.add(fault);
    fault.catch(() => undefined);
    if (kind.name === everybody || chance() < 0.6) await Promise.all(under);
    await sleep(between(chance, 0, 400));
  }
  await Promise.all(under);
}

/** Until nothing is unsent and nothing waits. What then is not so is told. */
async function settle(place: Place, seats: readonly Seat[]): Promise<string[]> {
  let left: string[] = [];
  for (let pass = 1; pass <= mostPasses; pass += 1) {
    const states: TeamState[] = [];
    left = [];
    for (const { member } of seats) {
      await place.carry();
      try {
        states.push(await member.ask<TeamState>({ do: 'exchange' }));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        left.push(`${member.person} cannot exchange: ${error.message.split('\n')[0]}`);
      }
    }
    for (const [at, { unsent, waiting, concerns }] of states.entries()) {
      const name = seats[at]?.member.person;
      if (unsent > 0) left.push(`${name} has ${unsent} briefings to share.`);
      for (const sentence of [...waiting, ...concerns]) left.push(`${name} is told: ${sentence}`);
    }
    if (left.length === 0 && pass > 2) return [];
  }
  return left.map((sentence) => `After ${mostPasses} exchanges of all: ${sentence}`);
}

/** Nothing of a round is kept but of one that went wrong. */
export async function clearRound(at: string): Promise<void> {
  await rm(at, { recursive: true, force: true, maxRetries: 5 });
}
