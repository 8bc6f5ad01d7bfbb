/**
 * Attacks on rows that lie on a real server or in a real folder. After each a device reads all anew, as one does
 * that has just joined: it takes in nothing but what members wrote, and tells where that is not all of it.
 */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ExpectedFailure } from '../../../domain/base/result.js';
import { emptyBriefing } from '../../../domain/briefing/briefing.js';
import { newCard } from '../../../domain/briefing/entries.js';
import { canonicalJson } from '../../../domain/merge/canonical-json.js';
import { disk } from '../../../disk/file-system.js';
import { localLibrary } from '../../../libraries/local-library.js';
import type { Library } from '../../../store/library.js';
import { openLibrary } from '../../../store/open-library.js';
import type { Carrier, CarriedRow } from '../../carriers/carrier.js';
import { openCarrier } from '../../carriers/open-carrier.js';
import { Membership } from '../../membership.js';
import { makeDeviceKeys } from '../../sealing/device-keys.js';
import { RowFault } from '../../sealing/row-fault.js';
import { openRows } from '../../sealing/row.js';
import { readSecrets, type Secrets, writeSecrets } from '../../secrets.js';
import { foundTeam, joinTeam, type Team } from '../../team.js';
import { TeamFiles } from '../../team-files.js';
import type { Place } from '../kills/places.js';
import { chanceOf } from '../kills/random.js';
import { attackKinds, type Genuine } from './attack-kinds.js';
import { type RealRows, rowsOfFolder, rowsOfServer } from './real-rows.js';

interface Desk {
  readonly library: Library;
  readonly team: Team;
  readonly secrets: Secrets;
}

/**
 * Returns what was not found, a sentence each.
 *
 * @param at a folder of its own
 */
export async function runAttacks(
  at: string,
  place: Place,
  count: number,
  seed: number,
  say: (line: string) => void
): Promise<readonly string[]> {
  const desks = await makeTeam(at, place);
  const wrong: string[] = [];
  const [first] = desks;
  if (!first) throw new Error('There is nobody');
  const { keyring } = first.secrets;
  const real =
    place.relay !== null
      ? await rowsOfServer(place.relay, keyring.library)
      : rowsOfFolder(place.folder!, keyring.library);
  const carrier = await openCarrier(first.secrets.address, { library: keyring.library });
  try {
    const genuine = await genuineOf(real, desks, at);
    const contents = await readAnew(join(at, 'reader'), first.secrets, carrier);
    if (contents.told.length > 0) wrong.push(`Told without an attack: ${contents.told.join(' ')}`);
    const chance = chanceOf(seed);
    const names = Object.keys(attackKinds);
    let [tried, found, undone] = [0, 0, 0];
    for (; tried < count; tried += 1) {
      const name = names[tried % names.length]!;
      let rows: readonly CarriedRow[] | null = null;
      for (let tries = 0; rows === null && tries < 100; tries += 1)
        rows = attackKinds[name]!(genuine, chance);
      if (rows === null) throw new Error(`There is no row for ${name}`);
      await real.replace(rows);
      const { told, taken } = await readAnew(join(at, 'reader'), first.secrets, carrier);
      const whose = `Attack ${tried + 1} of seed ${seed} on ${real.name}, ${name}:`;
      const isAsWritten =
        taken.length === contents.taken.length &&
        !taken.some((each) => !contents.taken.includes(each));
      if (told.length > 0) found += 1;
      else if (isAsWritten) undone += 1;
      else wrong.push(`${whose} nothing was told.`);
      for (const content of taken) {
        if (!contents.taken.includes(content))
          wrong.push(`${whose} what nobody wrote was taken in.`);
      }
    }
    await real.replace(genuine.rows);
    wrong.push(...(await withholdTails(real, genuine, desks, first.secrets, carrier, at)));
    say(
      `${tried} attacks of ${names.length} kinds on ${real.name}: ${found} told, ${undone} without effect, as all was taken in as it was written. With ${desks.length - 1} withheld tails, found once a device that has them wrote: ${wrong.length} wrong.`
    );
    return wrong;
  } finally {
    await carrier.close();
    for (const { team, library } of desks) {
      await team.close();
      await library.close();
    }
    await place.close();
  }
}

/** Three members who have written in turns, each having read the others. */
async function makeTeam(at: string, place: Place): Promise<readonly Desk[]> {
  const desks: Desk[] = [];
  for (const person of ['Anna', 'Ben', 'Cleo']) {
    const library = await openLibrary(join(at, person));
    const local = localLibrary(library);
    const door = await place.door(person);
    const host = desks[0];
    let team: Team;
    if (host) {
      const invited = { days: 7, owner: door.invited.owner };
      const { line } = await host.team.invite(person, invited);
      team = await joinTeam(local, { invitation: line, person, place: door.invited.place });
    } else team = await foundTeam(local, { address: door.owner, name: 'Desk', person });
    await team.exchange();
    await host?.team.exchange();
    const secrets = await readSecrets(await TeamFiles.open(library.folder, disk));
    desks.push({ library, team, secrets });
  }
  const card = newCard('context', { heading: 'Card', body: 'One two three.' });
  const briefing = { ...emptyBriefing('Shared'), cards: [card] };
  await desks[0]!.library.create(briefing, {});
  desks[0]!.team.changed(briefing.id);
  for (let n = 0; n < 8; n += 1) {
    for (const desk of desks) {
      await desk.team.exchange();
      await write(desk, `Word ${n}.`);
      await desk.team.exchange();
    }
  }
  return desks;
}

async function write({ library, team }: Desk, word: string): Promise<void> {
  const [only] = await library.list();
  if (!only) throw new Error('There is no briefing');
  const { briefing, revision } = await library.open(only.id);
  const fields = { bottomLine: `${briefing.bottomLine} ${word}` };
  await library.save(only.id, revision, { fields });
  team.changed(only.id);
}

async function genuineOf(real: RealRows, desks: readonly Desk[], at: string): Promise<Genuine> {
  const rows = await real.read();
  const { keyring } = desks[0]!.secrets;
  const keys = desks.map(({ secrets }) => secrets.keys);
  const publicKeys = new Map(keys.map(({ device, publicKey }) => [device, publicKey]));
  const heads = openRows(rows, keyring, (device) => publicKeys.get(device) ?? null).map((each) => {
    if (each instanceof RowFault) throw each;
    return each.head;
  });
  const other = join(at, 'elsewhere');
  await mkdir(join(other, 'rows'), { recursive: true });
  const library = await openLibrary(join(other, 'library'));
  const given = { address: join(other, 'rows'), name: 'Other', person: 'Other' };
  const team = await foundTeam(localLibrary(library), given);
  await library.create(emptyBriefing('Elsewhere'), {});
  await team.exchange();
  const secrets = await readSecrets(await TeamFiles.open(library.folder, disk));
  const elsewhere = await rowsOfFolder(given.address, secrets.keyring.library).read();
  await team.close();
  await library.close();
  return { rows, heads, keyring, devices: keys, stranger: await makeDeviceKeys(), elsewhere };
}

/** What a device takes in that reads from the beginning, and what it tells. */
async function readAnew(folder: string, secrets: Secrets, carrier: Carrier) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  const files = await TeamFiles.open(folder, disk);
  await writeSecrets(files, secrets);
  const membership = await Membership.open(files, secrets, () => new Date());
  const taken: string[] = [];
  const told: string[] = [];
  try {
    // Twice, as a program does: what a folder is still bringing may come with the second.
    for (let exchange = 0; exchange < 2; exchange += 1) {
      for await (const { rows } of membership.receive(carrier)) {
        taken.push(...rows.map(({ content }) => canonicalJson(content)));
      }
    }
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
    told.push(error.message);
  }
  return { taken, told: [...told, ...membership.faults] };
}

/** The newest rows of a device are kept back: found as soon as another device that has them writes. */
async function withholdTails(
  real: RealRows,
  genuine: Genuine,
  desks: readonly Desk[],
  secrets: Secrets,
  carrier: Carrier,
  at: string
): Promise<readonly string[]> {
  const wrong: string[] = [];
  let { rows } = genuine;
  const victim = desks[0]!.secrets.keys.device;
  for (const [index, desk] of desks.slice(1).entries()) {
    await real.replace(rows);
    await desk.team.exchange();
    const last = Math.max(...rows.filter(({ device }) => device === victim).map(({ n }) => n));
    const here = await real.read();
    const cut = here.filter(({ device, n }) => device !== victim || n < last - index);
    await real.replace(cut);
    await write(desk, `Behind the tail ${index}.`);
    await desk.team.exchange();
    const { told } = await readAnew(join(at, 'reader'), secrets, carrier);
    const whose = `A withheld tail of ${index + 1} on ${real.name}`;
    if (told.length === 0) wrong.push(`${whose} was not found once a device that has it wrote.`);
    const now = await real.read();
    rows = [...rows, ...now.slice(cut.length)];
  }
  return wrong;
}
