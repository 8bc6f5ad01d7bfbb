/**
 * The program of one member, which faults befall: `node member-program.mjs JSON`. It has the library and the
 * team of the product, built by the same bundler; only the page and the command line are not there.
 *
 * It is told what to do by lines of JSON on stdin, and answers on stdout. An edit is told there twice: before
 * it begins, with the words that it takes out, and once the library has it safe on disk.
 */
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { ExpectedFailure } from '../../../domain/base/result.js';
import { newId, type Id } from '../../../domain/base/values.js';
import { type Briefing, emptyBriefing } from '../../../domain/briefing/briefing.js';
import { newCard } from '../../../domain/briefing/entries.js';
import {
  joinNames,
  putInCollection,
  type Register,
  saveSearch
} from '../../../domain/ledger/register.js';
import { canonicalJson } from '../../../domain/merge/canonical-json.js';
import { inOrder } from '../../../domain/team/testing/register-in-order.js';
import { localLibrary } from '../../../libraries/local-library.js';
import { openLibrary } from '../../../store/open-library.js';
import type { Carrier } from '../../carriers/carrier.js';
import { openCarrier } from '../../carriers/open-carrier.js';
import { foundTeam, joinTeam, openTeam, type Team } from '../../team.js';
import { anEdit, wordOf } from './edits.js';
import { between, chanceOf, oneOf } from './random.js';
import type { Command, Held, Start, Told } from './protocol.js';

const given = JSON.parse(process.argv[2] ?? '{}') as Start;
const chance = chanceOf(given.seed);
/** Milliseconds that this member's clock is ahead. */
let ahead = given.ahead;
const now = () => new Date(Date.now() + ahead);
/** At which step it stands still for ever, as it is about to be killed there. */
let stand: 'sealed' | 'sent' | null = null;
let isWorking = false;
let pause = 100;
let count = 0;

const library = await openLibrary(given.folder, { now });
const local = localLibrary(library);
const options = {
  now,
  openCarrier: async (...args: Parameters<typeof openCarrier>) =>
    standing(await openCarrier(...args))
};
let team: Team | null = await openTeam(local, options);
team?.start(() => undefined);

function tell(told: Told): void {
  process.stdout.write(`${JSON.stringify(told)}\n`);
}

/** The carrier, but for standing still around the handing over of rows. */
function standing(carrier: Carrier): Carrier {
  return new Proxy(carrier, {
    get(owner, key) {
      const value: unknown = Reflect.get(owner, key);
      if (typeof value !== 'function') return value;
      const call = value.bind(owner) as (...args: unknown[]) => unknown;
      if (key !== 'append') return call;
      return async (...args: unknown[]) => {
        await standAt('sealed');
        await call(...args);
        await standAt('sent');
      };
    }
  });
}

async function standAt(step: 'sealed' | 'sent'): Promise<void> {
  if (stand !== step) return;
  tell({ stands: step });
  await new Promise(() => undefined);
}

/** Goes on until it is told to stop. */
async function work(): Promise<void> {
  while (isWorking) {
    await editOnce();
    await sleep(between(chance, 0, pause * 2));
  }
}

async function editOnce(): Promise<void> {
  count += 1;
  const word = wordOf(given.person, given.life, count);
  try {
    await anyDeed(word);
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
    // The team was quicker, or there is no room: nothing was acknowledged.
    tell({ refused: word, why: error.code });
  }
}

async function anyDeed(word: string): Promise<void> {
  const all = await library.list();
  const draw = chance();
  const binned = await library.deleted();
  if (all.length === 0 || (draw < 0.02 && all.length < 8)) return begin(word);
  const id = oneOf(chance, all).id;
  if (draw < 0.03 && all.length > 2) {
    await library.delete(id);
    return team?.changed(id);
  }
  if (draw < 0.05 && binned.length > 0) {
    const back = oneOf(chance, binned).summary.id;
    await library.restore(back);
    return team?.changed(back);
  }
  if (draw < 0.06) return library.checkpoint();
  if (draw < 0.14) return say(word, id);
  const { briefing, revision } = await library.open(id);
  const { change, texts, gone, deed } = anEdit(briefing, word, chance, now().toISOString());
  tell({ begin: word, gone, deed: `${deed} in ${id}` });
  await library.addTexts(texts);
  await library.save(id, revision, change);
  tell({ done: word });
  team?.changed(id);
}

/** Of the library as a whole: the word is a name, that of a collection, or that of a search. */
async function say(word: string, id: Id): Promise<void> {
  const sayings: readonly ((said: Register) => Register)[] = [
    (said) => joinNames(said, 'actor', [word, 'The port']),
    (said) => putInCollection(said, word, [id]),
    (said) => saveSearch(said, { name: word, query: 'port', collection: null })
  ];
  const { revision, register } = await library.register();
  const edit = oneOf(chance, sayings);
  tell({ begin: word, gone: [], deed: `say of ${id}` });
  await library.saveRegister(revision, edit(register));
  tell({ done: word });
  team?.registerChanged();
}

async function begin(word: string): Promise<void> {
  const cards = ['one two three', 'four five six', 'seven eight nine'].map((body) =>
    newCard('context', { heading: 'Card', body })
  );
  const briefing: Briefing = { ...emptyBriefing(`Title ${word}`, now()), id: newId(), cards };
  tell({ begin: word, gone: [], deed: `create ${briefing.id}` });
  await library.create(briefing, {});
  tell({ done: word });
  team?.changed(briefing.id);
}

async function held(): Promise<Held> {
  const list = await library.list();
  const ids: Id[] = list.map(({ id }) => id).sort();
  const briefings: Record<string, string> = {};
  for (const id of ids) {
    const { briefing, texts } = await library.open(id);
    briefings[id] = canonicalJson({ ...briefing, modifiedAt: '', texts });
  }
  const binned = (await library.deleted()).map(({ summary }) => summary.id).sort();
  const register = canonicalJson(inOrder((await library.register()).register));
  return { briefings, register, binned, findings: library.findings.map(({ message }) => message) };
}

async function obey(command: Command): Promise<unknown> {
  switch (command.do) {
    case 'begin':
      return begin(wordOf(given.person, given.life, (count += 1)));
    case 'found':
      team = await foundTeam(local, { ...command, person: given.person }, options);
      return start(team);
    case 'join':
      team = await joinTeam(local, { ...command, person: given.person }, options);
      return start(team);
    case 'invite':
      return (await team!.invite(command.person, { days: 20_000, owner: command.owner })).line;
    case 'work':
      pause = command.pause;
      if (!isWorking) {
        isWorking = true;
        void work();
      }
      return null;
    case 'rest':
      isWorking = false;
      return null;
    case 'stand':
      stand = command.at;
      return null;
    case 'clock':
      ahead = command.ahead;
      return null;
    case 'exchange':
      return team!.exchange();
    case 'held':
      return held();
    case 'restore':
      for (const { summary } of await library.deleted()) {
        await library.restore(summary.id).catch((error: unknown) => {
          // An exchange may have put it back meanwhile, or taken it away.
          const codes = ['briefing-exists', 'no-briefing'];
          if (!(error instanceof ExpectedFailure && codes.includes(error.code))) throw error;
        });
        team!.changed(summary.id);
      }
      return null;
    case 'end':
      isWorking = false;
      await team?.close();
      await library.close();
      return null;
  }
}

async function start(opened: Team): Promise<unknown> {
  opened.start(() => undefined);
  return opened.exchange();
}

tell({ ready: true });
for await (const line of createInterface({ input: process.stdin })) {
  const { id, command } = JSON.parse(line) as { id: number; command: Command };
  // Not one after the other: an exchange that hangs must not keep an order to rest.
  void obey(command).then(
    (result) => {
      tell({ re: id, result });
      if (command.do === 'end') process.exit(0);
    },
    (error: unknown) => {
      if (!(error instanceof Error)) throw error;
      const code = error instanceof ExpectedFailure ? error.code : null;
      tell({ re: id, error: error.stack ?? error.message, code });
    }
  );
}
// Whoever started it has gone.
process.exit(0);
