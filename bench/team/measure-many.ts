/** Twenty clients that type at once: what the one whose process is its own feels of the others, and how soon all see all. */
import { join } from 'node:path';
import type { Id } from '../../src-main/domain/base/values.js';
import { p95 } from '../cpu-time.js';
import type { Desk } from './start-desk.js';
import { figureOf, placeFor, rowOf, type TeamRow, type TestPlace } from './team-row.js';

const others = 19;
const processes = 3;
const briefings = 5;
const rounds = 2;
const edits = 16;
/** Milliseconds between two edits of one client: what the window waits after a key before it saves. */
const pause = 500;

interface Client {
  readonly desk: Desk;
  readonly name: string;
}

export async function measureMany(place: TestPlace): Promise<readonly TeamRow[]> {
  const folder = placeFor(place, 'many');
  const desks = Array.from({ length: processes + 1 }, () => place.desks.start());
  const own = { desk: desks[0]!, name: 'c0' };
  try {
    await own.desk.tell('open', own.name, join(folder, own.name));
    const ids = await own.desk.tell('fill', own.name, briefings);
    await own.desk.tell('share', own.name, place.address);
    await own.desk.tell('exchange', own.name);
    const joining = Array.from({ length: others }, (_, i) => ({
      desk: desks[1 + (i % processes)]!,
      name: `c${i + 1}`
    }));
    const lines: string[] = [];
    for (const { name } of joining) {
      lines.push(await own.desk.tell('invite', own.name, name, place.address));
    }
    for (const [i, { desk, name }] of joining.entries()) {
      await desk.tell('open', name, join(folder, name));
      await desk.tell('join', name, lines[i]!, briefings);
    }
    const clients: readonly Client[] = [own, ...joining];
    await exchanged(clients);
    return [
      ...(await measureTyping(clients, 'four in each of five briefings, each in a card', (i) => [
        ids[i % briefings]!,
        Math.floor(i / briefings),
        20
      ])),
      ...(await measureTyping(clients, 'all in one briefing, two or three in each card', (i) => [
        ids[0]!,
        i % 9,
        10 + 15 * Math.floor(i / 9)
      ]))
    ];
  } finally {
    for (const desk of desks) await desk.end();
  }
}

async function measureTyping(
  clients: readonly Client[],
  how: string,
  whereOf: (client: number) => readonly [id: Id, card: number, after: number]
): Promise<readonly TeamRow[]> {
  const alone: number[] = [];
  const beside: number[] = [];
  const late: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const type = ({ desk, name }: Client, i: number, key: string) => {
      const [id, card, after] = whereOf(i);
      return desk.tell('type', name, id, {
        card,
        after,
        count: edits,
        pause,
        key: `${key}c${i}r${round}`
      });
    };
    alone.push(...(await type(clients[0]!, 0, 'l')).map(({ taken }) => taken));
    await exchanged(clients);
    const saved = await Promise.all(clients.map((client, i) => type(client, i, 't')));
    beside.push(...saved[0]!.map(({ taken }) => taken));
    await exchanged(clients);
    for (const [i, { desk, name }] of clients.entries()) {
      const arrived = new Map(await desk.tell('arrived', name));
      for (const [from, words] of saved.entries()) {
        if (from === i) continue;
        late.push(...words.map(({ word, at }) => (arrived.get(word) ?? Infinity) - at));
      }
    }
  }
  const name = `20 clients type at once, ${how}`;
  return [
    rowOf(`a local edit of one client alone, before: ${how}`, 'ms', alone),
    rowOf(`${name}: a local edit`, 'ms', beside),
    figureOf(
      `${name}: its p95 to that of one client alone`,
      '×',
      p95(beside) / p95(alone),
      beside.length,
      1.05
    ),
    rowOf(`${name}: until another sees it`, 'ms', late, { of: 'p95', most: 1_000 })
  ];
}

/** Until all have all. */
async function exchanged(clients: readonly Client[]): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    for (const { desk, name } of clients) await desk.tell('exchange', name);
  }
}
