/**
 * Protects that nothing which the disk has acknowledged is lost to a team, wherever a program is ended:
 * libraries are killed at any step on the disk, the carrier comes and goes, and in the end all hold the same.
 */
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bySize } from '../../scripts/testing/by-size.mjs';
import type { Id } from '../domain/base/values.js';
import { emptyBriefing } from '../domain/briefing/briefing.js';
import { newCard } from '../domain/briefing/entries.js';
import { putInCollection } from '../domain/ledger/register.js';
import { canonicalJson } from '../domain/merge/canonical-json.js';
import { inOrder } from '../domain/team/testing/register-in-order.js';
import type { FileSystem } from '../disk/file-system.js';
import { watchedDisk } from '../disk/testing/failing-disk.js';
import { localLibrary } from '../libraries/local-library.js';
import type { Library } from '../store/library.js';
import { openLibrary } from '../store/open-library.js';
import { testFolder } from '../store/testing/folder.js';
import { foundTeam, joinTeam, openTeam, type Team } from './team.js';
import { MemoryCarrier } from './testing/memory-carrier.js';

const runs = bySize({ usual: 6, full: 150 });
const people = ['Anna', 'Ben', 'Cleo'];

/** A disk that a kill parts a program from: after so many steps nothing of it gets there any more. */
class MortalDisk {
  #left = Infinity;
  readonly fs: FileSystem = watchedDisk((name, call, args) => {
    this.#left -= 1;
    // A kill closes its files.
    if (this.#left < 0 && name !== 'file.close') {
      throw Object.assign(new Error('killed'), { code: 'EIO', syscall: name });
    }
    return Promise.resolve(call(args));
  });

  killAfter(steps: number): void {
    this.#left = steps;
  }

  get isDead(): boolean {
    return this.#left < 0;
  }
}

class Desk {
  #library!: Library;
  #team: Team | null = null;
  #disk = new MortalDisk();
  #folder: string;
  #lives = 0;
  /** Words that were saved here. */
  readonly saved: string[] = [];

  constructor(
    readonly person: string,
    private readonly place: string,
    private readonly carrier: MemoryCarrier
  ) {
    this.#folder = join(place, person);
  }

  private get options() {
    return { openCarrier: () => Promise.resolve(this.carrier.open()), fs: this.#disk.fs };
  }

  async begin(invitation: string | null): Promise<void> {
    this.#library = await openLibrary(this.#folder, { fs: this.#disk.fs });
    const library = localLibrary(this.#library);
    const { person } = this;
    const given = { address: join(this.place, 'carrier'), name: 'Desk', person };
    this.#team =
      invitation === null
        ? await foundTeam(library, given, this.options)
        : await joinTeam(library, { invitation, person, place: null }, this.options);
  }

  get team(): Team {
    return this.#team!;
  }

  get library(): Library {
    return this.#library;
  }

  killAfter(steps: number): void {
    this.#disk.killAfter(steps);
  }

  /** Does it, and where that kills the program starts it again. */
  async survive(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!this.#disk.isDead && !/cannot be reached/.test(String(error))) throw error;
    }
    if (this.#disk.isDead) await this.revive();
  }

  async revive(): Promise<void> {
    const old = [this.#team, this.#library];
    for (const each of old) await each?.close().catch(() => undefined);
    // What a killed program has left, and not what its end would have made of it.
    this.#lives += 1;
    const next = join(this.place, `${this.person}-${this.#lives}`);
    await cp(this.#folder, next, { recursive: true });
    this.#folder = next;
    this.#disk = new MortalDisk();
    this.#library = await openLibrary(next, { fs: this.#disk.fs });
    this.#team = await openTeam(localLibrary(this.#library), this.options);
  }

  async write(id: Id, at: number, word: string): Promise<void> {
    const { briefing, revision } = await this.#library.open(id);
    const card = briefing.cards[at % briefing.cards.length]!;
    const words = card.body.split(' ');
    words.splice(at % (words.length + 1), 0, word);
    const put = [{ ...card, body: words.join(' ') }];
    await this.#library.save(id, revision, {
      fields: {},
      cards: { put, removed: [], order: null }
    });
    this.saved.push(word);
    this.team.changed(id);
  }

  async put(id: Id, name: string): Promise<void> {
    const { revision, register } = await this.#library.register();
    await this.#library.saveRegister(revision, putInCollection(register, name, [id]));
    this.saved.push(name);
    this.team.registerChanged();
  }

  async text(): Promise<string> {
    const all = await Promise.all(
      (await this.#library.list()).map(({ id }) => this.#library.open(id))
    );
    const { register } = await this.#library.register();
    return canonicalJson([
      all.map(({ briefing }) => ({ ...briefing, modifiedAt: '' })),
      inOrder(register)
    ]);
  }

  async end(): Promise<void> {
    await this.#team?.close();
    await this.#library.close();
  }
}

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ desk: fc.nat(2), write: fc.nat(30) }) },
  { weight: 2, arbitrary: fc.record({ desk: fc.nat(2), put: fc.constant(true) }) },
  { weight: 4, arbitrary: fc.record({ desk: fc.nat(2), exchange: fc.constant(true) }) },
  { weight: 2, arbitrary: fc.record({ desk: fc.nat(2), killAfter: fc.nat(60) }) },
  { weight: 1, arbitrary: fc.record({ away: fc.boolean() }) }
);

test('killed at any step, with a carrier that comes and goes, all hold every saved word in the end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 24 }), async (steps) => {
      const place = await testFolder('team-kills');
      await mkdir(join(place, 'carrier'));
      const carrier = new MemoryCarrier();
      const desks = people.map((person) => new Desk(person, place, carrier));
      try {
        const first = desks[0]!;
        await first.begin(null);
        const cards = [1, 2].map(() =>
          newCard('context', { heading: 'Card', body: 'a b c d e f' })
        );
        const briefing = { ...emptyBriefing('Shared'), cards };
        await first.library.create(briefing, {});
        first.team.changed(briefing.id);
        await first.team.exchange();
        for (const desk of desks.slice(1)) {
          const { line } = await first.team.invite(desk.person, { days: 7, owner: null });
          await desk.begin(line);
          await desk.team.exchange();
          await first.team.exchange();
        }
        let count = 0;
        for (const each of steps) {
          if ('away' in each) carrier.isAway = each.away;
          else {
            const desk = desks[each.desk]!;
            if ('killAfter' in each) desk.killAfter(each.killAfter);
            else if ('put' in each) {
              count += 1;
              await desk.survive(() => desk.put(briefing.id, `word${count}x`));
            } else if ('write' in each) {
              count += 1;
              const word = `word${count}x`;
              await desk.survive(() => desk.write(briefing.id, each.write, word));
            } else await desk.survive(() => desk.team.exchange());
          }
        }
        carrier.isAway = false;
        for (const desk of desks) await desk.revive();
        for (let round = 0; round < 3; round += 1) {
          for (const desk of desks) await desk.team.exchange();
        }
        const texts = await Promise.all(desks.map((desk) => desk.text()));
        for (const text of texts) expect(text).toBe(texts[0]);
        for (const word of desks.flatMap(({ saved }) => saved)) expect(texts[0]).toContain(word);
        for (const { team } of desks) {
          expect(team.state).toMatchObject({
            unsent: 0,
            isRegisterUnsent: false,
            waiting: [],
            concerns: [],
            away: null
          });
        }
      } finally {
        for (const desk of desks) await desk.end();
        await rm(place, { recursive: true, force: true });
      }
    }),
    { numRuns: runs }
  );
});
