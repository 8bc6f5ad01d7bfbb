/** `standpoint team`: sharing a library with other people. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ExpectedFailure } from '../domain/base/result.js';
import { counted } from '../domain/text/joined-words.js';
import type { TeamState } from '../domain/program/team-state.js';
import { replaceFile } from '../disk/write-durably.js';
import { disk, isErrno } from '../disk/file-system.js';
import { localLibrary } from '../libraries/local-library.js';
import type { Library } from '../store/library.js';
import type { Team } from '../team/team.js';
import {
  type CliCommand,
  type Io,
  json,
  libraryAndJson,
  type OptionValues,
  shown,
  text,
  UsageError
} from './command.js';
import { fetchOriginals, shareOriginals } from './team-originals.js';
import { findId, useLibrary } from './use-library.js';

interface Deed {
  /** The arguments behind its name, as help shows them. */
  readonly usage: string;
  readonly makesLibrary?: true;
  readonly run: (
    library: Library,
    given: readonly string[],
    values: OptionValues,
    io: Io
  ) => Promise<void>;
}

/** Only here: no other command pays for loading what seals and carries. */
const theTeam = () => import('../team/team.js');

const deeds: Readonly<Record<string, Deed>> = {
  init: {
    usage: 'ADDRESS --name NAME --person NAME',
    async run(library, [address = ''], values, io) {
      const [name, person] = [needed(values, 'name'), needed(values, 'person')];
      const { foundTeam } = await theTeam();
      const team = await foundTeam(localLibrary(library), { address, name, person });
      await finish(team, values, io);
    }
  },
  invite: {
    usage: 'PERSON [--days N] [--owner ADDRESS] [--file PATH]',
    run: (library, [person = ''], values, io) =>
      withTeam(library, async (team) => {
        await team.exchange();
        const owner = text(values, 'owner');
        const { line, until } = await team.invite(person, { days: daysOf(values), owner });
        const path = text(values, 'file');
        if (path === null) io.out(line);
        else await replaceFile(resolve(io.folder, path), Buffer.from(`${line}\n`), disk);
        io.err(
          `standpoint: good until ${until.slice(0, 10)}. Whoever has this line can read the whole library: hand it over as you would a key.`
        );
      })
  },
  join: {
    usage: 'INVITATION|FILE --person NAME [--at ADDRESS] [--with-mine]',
    makesLibrary: true,
    async run(library, [invitation = ''], values, io) {
      const person = needed(values, 'person');
      const samples = await library.untouchedSamples();
      const held = (await library.list()).filter(({ id }) => !samples.has(id)).length;
      if (held > 0 && values['with-mine'] !== true) {
        throw new ExpectedFailure(
          'not-empty',
          `The library in ${library.folder} holds ${held} ${held === 1 ? 'briefing' : 'briefings'} of its own, which all who share would get. Name a new folder with --library, or share them too with --with-mine.`
        );
      }
      const given = { invitation: await lineOf(invitation, io), person, place: text(values, 'at') };
      const { joinTeam } = await theTeam();
      const team = await joinTeam(localLibrary(library), given);
      await finish(team, values, io);
    }
  },
  status: {
    usage: '',
    run: (library, _given, values, io) =>
      withTeam(library, (team) => Promise.resolve(tell(team.state, values, io)))
  },
  update: {
    usage: '',
    run: (library, _given, values, io) =>
      withTeam(library, async (team) => {
        await team.exchange();
        await shareOriginals(team, io);
        tell(team.state, values, io);
      })
  },
  fetch: {
    usage: 'BRIEFING',
    run: (library, [given = ''], _values, io) =>
      withTeam(library, async (team) => {
        await team.exchange();
        const { briefing } = await library.open(await findId(library, given));
        await fetchOriginals(team, briefing, io);
      })
  },
  admit: {
    usage: 'DEVICE',
    run: (library, [device = ''], values, io) =>
      withTeam(library, async (team) => {
        await team.exchange();
        await team.admit(findDevice(team.state, device));
        tell(team.state, values, io);
      })
  },
  remove: {
    usage: 'DEVICE',
    run: (library, [device = ''], values, io) =>
      withTeam(library, async (team) => {
        await team.exchange();
        await team.remove(findDevice(team.state, device));
        tell(team.state, values, io);
        io.err(
          'standpoint: what that person has read until now stays readable for them; from now on they get nothing.'
        );
      })
  },
  leave: {
    usage: '',
    run: (library, _given, _values, io) =>
      withTeam(library, async (team) => {
        await team.leave();
        io.err('standpoint: the library is not shared any more; all that it holds stays here.');
      })
  },
  sheet: {
    usage: '',
    run: (library, _given, _values, io) =>
      withTeam(library, async (team) => io.out(await team.recoverySheet()))
  }
};

export const team: CliCommand = {
  name: 'team',
  usage: `${Object.keys(deeds).join('|')} …`,
  summary: 'Shares a library with other people',
  details: [
    'By a folder that all can reach, or a PostgreSQL server. What lies there is sealed, and only who was invited can read it.',
    '',
    ...Object.entries(deeds).map(([name, { usage }]) => `  team ${name} ${usage}`.trimEnd())
  ].join('\n'),
  options: {
    ...libraryAndJson,
    name: { type: 'string' },
    person: { type: 'string' },
    at: { type: 'string' },
    days: { type: 'string' },
    owner: { type: 'string' },
    file: { type: 'string' },
    'with-mine': { type: 'boolean' }
  },
  arity: [1, 2],
  async run({ positionals, values }, io) {
    const [name = '', ...given] = positionals;
    const deed = deeds[name];
    if (!deed)
      throw new UsageError(`team knows ${Object.keys(deeds).join(', ')}, and not “${name}”.`);
    const needs = /^[A-Z]/.test(deed.usage);
    if (needs !== given.length > 0) {
      throw new UsageError(
        needs ? `team ${name} needs ${deed.usage}.` : `team ${name} takes no argument.`
      );
    }
    await useLibrary(values, io, deed.makesLibrary ? 'make' : 'write', (library) =>
      deed.run(library, given, values, io)
    );
    return 0;
  }
};

async function withTeam(library: Library, work: (team: Team) => Promise<void>): Promise<void> {
  const { openTeam } = await theTeam();
  const opened = await openTeam(localLibrary(library));
  if (!opened) {
    throw new ExpectedFailure(
      'not-shared',
      `The library in ${library.folder} is not shared. “standpoint team init” shares it.`
    );
  }
  try {
    await work(opened);
  } finally {
    await opened.close();
  }
}

async function finish(opened: Team, values: OptionValues, io: Io): Promise<void> {
  try {
    await opened.exchange();
    await shareOriginals(opened, io);
    tell(opened.state, values, io);
  } finally {
    await opened.close();
  }
}

function tell(state: TeamState, values: OptionValues, io: Io): void {
  if (values['json']) return io.out(json(state));
  io.out(`${shown(state.name)}, ${shown(state.place)}`);
  for (const { device, person, standing, isYou, lastChange } of state.people) {
    const last = lastChange ? `last change ${lastChange.slice(0, 10)}` : 'no change yet';
    io.out(
      `  ${device.slice(0, 8)}  ${shown(person)}${isYou ? ' (here)' : ''}, ${standing}, ${last}`
    );
  }
  for (const { id, person, until, standing } of state.invitations) {
    if (standing !== 'open') continue;
    io.out(`  ${id.slice(0, 8)}  invitation for ${shown(person)}, until ${until.slice(0, 10)}`);
  }
  if (state.unsent > 0)
    io.out(
      `${state.unsent} ${state.unsent === 1 ? 'briefing has' : 'briefings have'} changes to share.`
    );
  else if (state.sharedAt) io.out('All is shared.');
  if (state.originals > 0) {
    io.out(`${counted(state.originals, 'original file')} still to be handed over.`);
  }
  for (const sentence of [...state.waiting, ...state.concerns]) io.err(`standpoint: ${sentence}`);
}

function findDevice({ people }: TeamState, given: string): string {
  const found = people.filter(({ device }) => device.startsWith(given.toLowerCase()));
  const [only] = found;
  if (only && found.length === 1) return only.device;
  throw new ExpectedFailure(
    'no-device',
    found.length === 0
      ? `No device of this library begins with “${given}”; “standpoint team status” lists them.`
      : `${found.length} devices begin with “${given}”; give more of it.`
  );
}

/** The line itself, or what the file holds that is named. */
async function lineOf(given: string, io: Io): Promise<string> {
  if (/^\s*standpoint-join:/.test(given)) return given;
  try {
    return await readFile(resolve(io.folder, given), 'utf8');
  } catch (error) {
    if (!isErrno(error, 'ENOENT', 'EISDIR', 'EACCES', 'ENOTDIR')) throw error;
    throw new ExpectedFailure(
      'no-invitation',
      `“${shown(given).slice(0, 60)}” is no invitation, and no file that can be read. An invitation is one line that begins with “standpoint-join:”.`
    );
  }
}

function needed(values: OptionValues, name: string): string {
  const given = text(values, name)?.trim();
  if (given) return given;
  throw new UsageError(`team needs --${name} here.`);
}

function daysOf(values: OptionValues): number {
  const given = text(values, 'days') ?? '7';
  const days = Number(given);
  if (Number.isInteger(days) && days >= 1 && days <= 365) return days;
  throw new UsageError(`--days is a number from 1 to 365, not “${given}”.`);
}
