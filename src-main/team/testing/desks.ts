/** People who share a library, each with a library on the disk: through a carrier in memory, unless options open another. */
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Id } from '../../domain/base/values.js';
import { type Briefing, emptyBriefing } from '../../domain/briefing/briefing.js';
import { newCard } from '../../domain/briefing/entries.js';
import type { Register } from '../../domain/ledger/register.js';
import { inOrder } from '../../domain/team/testing/register-in-order.js';
import { canonicalJson } from '../../domain/merge/canonical-json.js';
import { disk, type FileSystem } from '../../disk/file-system.js';
import { localLibrary } from '../../libraries/local-library.js';
import type { Library } from '../../store/library.js';
import { openLibrary } from '../../store/open-library.js';
import { testFolder } from '../../store/testing/folder.js';
import { type Carrier, carrierFailure } from '../carriers/carrier.js';
import { readSecrets, type Secrets } from '../secrets.js';
import { TeamFiles } from '../team-files.js';
import { foundTeam, joinTeam, openTeam, type Team, type TeamOptions } from '../team.js';
import { MemoryCarrier } from './memory-carrier.js';

export class Office {
  readonly carrier = new MemoryCarrier();
  readonly desks: Desk[] = [];
  /** What the library's address says. */
  readonly shared: string;

  private constructor(
    readonly place: string,
    readonly options: TeamOptions
  ) {
    this.shared = join(place, 'carrier');
  }

  static async open(options: TeamOptions = {}): Promise<Office> {
    const place = await testFolder('team-office');
    const office = new Office(place, options);
    await mkdir(office.shared);
    return office;
  }

  async found(person: string): Promise<Desk> {
    const desk = await this.desk(person);
    const given = { address: this.shared, name: 'Desk', person };
    desk.team = await foundTeam(localLibrary(desk.library), given, desk.options);
    return desk;
  }

  /** @param through what the newcomer sees of the carrier */
  async join(
    person: string,
    host: Desk,
    through: (carrier: Carrier) => Carrier = (carrier) => carrier,
    fs: FileSystem = disk
  ): Promise<Desk> {
    const { line } = await host.team.invite(person, { days: 7, owner: null });
    const desk = await this.desk(person, through, fs);
    const given = { invitation: line, person, place: null };
    desk.team = await joinTeam(localLibrary(desk.library), given, desk.options);
    return desk;
  }

  /** Anna and Ben, with one briefing between them. @param fs what Ben’s lies on */
  async pair(body: string, fs: FileSystem = disk) {
    const anna = await this.found('Anna');
    const { id } = await anna.write('Shared', body);
    await anna.team.exchange();
    const ben = await this.join('Ben', anna, undefined, fs);
    await this.exchange();
    return { anna, ben, id };
  }

  private async desk(
    person: string,
    through: (carrier: Carrier) => Carrier = (carrier) => carrier,
    fs: FileSystem = disk
  ): Promise<Desk> {
    const openCarrier = () =>
      Promise.resolve(unlessHalfAway(through(this.carrier.open()), () => desk.isHalfAway));
    const options = { openCarrier, ...this.options, fs };
    const desk: Desk = new Desk(person, join(this.place, person), options);
    desk.library = await openLibrary(desk.folder);
    this.desks.push(desk);
    return desk;
  }

  /** Until all have what all wrote. */
  async exchange(...desks: readonly Desk[]): Promise<void> {
    const all = desks.length > 0 ? desks : this.desks;
    for (let round = 0; round < 3; round += 1) for (const { team } of all) await team.exchange();
  }

  async close(): Promise<void> {
    for (const { team, library } of this.desks) {
      await team.close();
      await library.close();
    }
    await rm(this.place, { recursive: true, force: true });
  }
}

/** @param isAway whether it hands rows out, and gets nothing else through */
function unlessHalfAway(whole: Carrier, isAway: () => boolean): Carrier {
  const orAway = <T>(call: () => Promise<T>) =>
    isAway()
      ? Promise.reject(carrierFailure('carrier-away', 'The server cannot be reached.'))
      : call();
  return {
    ...whole,
    putFile: (...given) => orAway(() => whole.putFile(...given)),
    getFile: (...given) => orAway(() => whole.getFile(...given)),
    append: (...given) => orAway(() => whole.append(...given))
  };
}

export class Desk {
  library!: Library;
  team!: Team;
  /** Whether its carrier hands rows out, and gets nothing else through. */
  isHalfAway = false;
  #lives = 0;

  constructor(
    readonly person: string,
    public folder: string,
    public options: TeamOptions
  ) {}

  secrets(): Promise<Secrets> {
    return TeamFiles.open(this.folder, disk).then(readSecrets);
  }

  /** @param fs as after a kill: what the old disk has not got is gone */
  async restart(fs: FileSystem | null = null): Promise<void> {
    await this.team.close().catch(() => undefined);
    await this.library.close();
    if (fs) {
      this.#lives += 1;
      const next = `${this.folder}-${this.#lives}`;
      await cp(this.folder, next, { recursive: true });
      this.folder = next;
      this.options = { ...this.options, fs };
    }
    this.library = await openLibrary(this.folder);
    this.team = (await openTeam(localLibrary(this.library), this.options))!;
  }

  async write(title: string, body: string): Promise<Briefing> {
    const card = newCard('context', { heading: 'Heading', body });
    const briefing = { ...emptyBriefing(title), cards: [card] };
    await this.library.create(briefing, {});
    this.team.changed(briefing.id);
    return briefing;
  }

  /** The texts of all cards, one after the other. */
  async body(id: Id): Promise<string> {
    const { cards } = (await this.library.open(id)).briefing;
    return cards.map(({ body }) => body).join('\n');
  }

  /** Of its first card. */
  async edit(id: Id, change: (body: string) => string): Promise<void> {
    const { briefing, revision } = await this.library.open(id);
    const [old] = briefing.cards;
    if (!old) throw new Error('No card to edit');
    const put = [{ ...old, body: change(old.body) }];
    await this.library.save(id, revision, {
      fields: {},
      cards: { put, removed: [], order: null }
    });
    this.team.changed(id);
  }

  /** Says something of the library as a whole. */
  async say(edit: (said: Register) => Register): Promise<void> {
    const { revision, register } = await this.library.register();
    await this.library.saveRegister(revision, edit(register));
    this.team.registerChanged();
  }

  async said(): Promise<Register> {
    return (await this.library.register()).register;
  }

  /** All that is in use, whenever it was changed, what is in the bin, and the register. */
  async state(): Promise<string> {
    const summaries = (await this.library.list()).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const all = await Promise.all(summaries.map(({ id }) => this.library.open(id)));
    return canonicalJson([all.map(({ briefing }) => briefing), inOrder(await this.said())]);
  }
}
