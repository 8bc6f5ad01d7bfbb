/** `standpoint team`: sharing a library with other people. */
import { lowerFirst } from '../domain/text/joined-words.js';
import { resolve } from 'node:path';
import { ExpectedFailure } from '../domain/base/result.js';
import { replaceFile } from '../disk/write-durably.js';
import { disk } from '../disk/file-system.js';
import { localLibrary } from '../libraries/local-library.js';
import type { Library } from '../store/library.js';
import type { Team } from '../team/team.js';
import {
  type CliCommand,
  type Io,
  libraryAndJson,
  type OptionValues,
  text,
  UsageError
} from './command.js';
import { fetchOriginals, shareOriginals } from './team-originals.js';
import {
  certificatesFrom,
  daysOption,
  lineOf,
  lookAt,
  needed,
  ownerFrom,
  passwordFor,
  placeFrom
} from './team-input.js';
import { passwordFrom } from './secret-input.js';
import { findDevice, findInvitation, progressOf, tellCopy, tellTeam } from './tell-team.js';
import { outputFile, overwrite } from './output-file.js';
import { findId, useLibrary } from './use-library.js';

interface Deed {
  /** The arguments behind its name, as help shows them. */
  readonly usage: string;
  readonly makesLibrary?: true;
  /** Is carried out also while the library is open elsewhere. */
  readonly onlyReads?: true;
  /** Reads what was given before a library is opened or made. */
  readonly prepare?: (given: string, io: Io) => Promise<string>;
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
    usage: 'ADDRESS --name NAME --person NAME [--as-owner]',
    async run(library, [given = ''], values, io) {
      const [name, person] = [needed(values, 'name'), needed(values, 'person')];
      const address = await placeFrom(given, values, io);
      const { foundTeam } = await theTeam();
      const isAsOwner = values['as-owner'] === true;
      const team = await foundTeam(localLibrary(library), { address, name, person, isAsOwner });
      await finish(team, values, io);
    }
  },
  invite: {
    usage: 'PERSON [--days N] [--owner ADDRESS [--role ROLE]] [--file PATH [--overwrite]]',
    run: (library, [person = ''], values, io) =>
      withTeam(library, async (team) => {
        // Before somebody is invited: who refuses here has made no invitation that lies nowhere.
        const file = text(values, 'file');
        const path = file === null ? null : await outputFile(file, values, io);
        await team.exchange();
        const [owner, role] = [await ownerFrom(values, io), text(values, 'role')];
        const { line, until } = await team.invite(person, {
          days: daysOption(values),
          owner,
          role
        });
        if (path === null) io.out(line);
        else await replaceFile(path, Buffer.from(`${line}\n`), disk);
        io.err(
          `standpoint: good until ${until.slice(0, 10)}. Whoever has this line can read the whole library: hand it over as you would a key.`
        );
      })
  },
  revoke: {
    usage: 'INVITATION [--owner ADDRESS]',
    run: (library, [invitation = ''], values, io) =>
      withTeam(library, async (team) => {
        await team.exchange();
        const id = findInvitation(team.state, invitation);
        say(await team.revoke(id, await ownerFrom(values, io)), io);
        tellTeam(team.state, values, io);
      })
  },
  join: {
    usage: 'INVITATION|FILE|- --person NAME [--at ADDRESS] [--certificates FILE] [--with-mine]',
    makesLibrary: true,
    async prepare(given, io) {
      const line = await lineOf(given, io);
      await lookAt(line);
      return line;
    },
    async run(library, [line = ''], values, io) {
      const person = needed(values, 'person');
      const samples = await library.untouchedSamples();
      const held = (await library.list()).filter(({ id }) => !samples.has(id)).length;
      if (held > 0 && values['with-mine'] !== true) {
        throw new ExpectedFailure(
          'not-empty',
          `The library in ${library.folder} holds ${held} ${held === 1 ? 'briefing' : 'briefings'} of its own, which all who share would get. Name a new folder with --library, or share them too with --with-mine.`
        );
      }
      const at = text(values, 'at');
      const place = at === null ? null : await placeFrom(at, values, io);
      const password = place === null ? await passwordFor(line, values, io) : null;
      const { joinTeam } = await theTeam();
      const certificates = certificatesFrom(values, io) ?? null;
      const given = { invitation: line, person, place, password, certificates };
      await finish(await joinTeam(localLibrary(library), given), values, io);
    }
  },
  status: {
    usage: '',
    onlyReads: true,
    async run(library, _given, values, io) {
      const { lookAtTeam } = await theTeam();
      tellTeam((await lookAtTeam(localLibrary(library))) ?? refuse(library), values, io);
    }
  },
  update: {
    usage: '[--password-file PATH] [--certificates FILE]',
    run: (library, _given, values, io) =>
      withTeam(library, async (team) => {
        const password = (await passwordFrom(values, io)) ?? undefined;
        const certificates = certificatesFrom(values, io);
        if (password === undefined && certificates === undefined) await team.exchange();
        else await team.reachBy({ password, certificates });
        await shareOriginals(team, io);
        tellTeam(team.state, values, io);
      })
  },
  fetch: {
    usage: 'BRIEFING',
    run: (library, [given = ''], values, io) =>
      withTeam(library, async (team) => {
        await team.exchange();
        const { briefing } = await library.open(await findId(library, given));
        await fetchOriginals(team, briefing, values, io);
      })
  },
  admit: {
    usage: 'DEVICE',
    run: (library, [device = ''], values, io) =>
      withTeam(library, async (team) => {
        await team.exchange();
        await team.admit(findDevice(team.state, device));
        tellTeam(team.state, values, io);
      })
  },
  remove: {
    usage: 'DEVICE [--owner ADDRESS]',
    run: (library, [device = ''], values, io) =>
      withTeam(library, async (team) => {
        await team.exchange();
        const found = findDevice(team.state, device);
        const remaining = await team.remove(found, await ownerFrom(values, io));
        tellTeam(team.state, values, io);
        io.err(
          'standpoint: what that person has read until now stays readable for them; from now on they get nothing, also not by the recovery sheet, which is good no more. “standpoint team sheet” makes a new one to print; destroy the old one.'
        );
        say(remaining, io);
      })
  },
  leave: {
    usage: '[--owner ADDRESS]',
    run: (library, _given, values, io) =>
      withTeam(library, async (team) => {
        const remaining = await team.leave(await ownerFrom(values, io));
        io.err('standpoint: the library is not shared any more; all that it holds stays here.');
        say(remaining, io);
      })
  },
  export: {
    usage: 'DIR',
    run: (library, [folder = ''], values, io) =>
      withTeam(library, async (team) => {
        const path = resolve(io.folder, folder);
        tellCopy(path, await team.copyTo(path, progressOf(io)), values, io);
      })
  },
  move: {
    usage: 'ADDRESS',
    run: (library, [given = ''], values, io) =>
      withTeam(library, async (team) => {
        const address = await placeFrom(given, values, io);
        const before = team.state.place;
        const copy = await team.moveTo(address, progressOf(io));
        tellCopy(team.state.place, copy, values, io);
        if (team.state.place === before) {
          return io.err('standpoint: the library lies where it did, and is reached as you said.');
        }
        io.err(
          `standpoint: from now on this library is shared there, and not by ${lowerFirst(before)}. Each of the others does the same on their own computer; until then they do not see what is written here.`
        );
      })
  },
  sheet: {
    usage: '[--new]',
    run: (library, _given, values, io) =>
      withTeam(library, async (team) => {
        const isNew = values['new'] === true;
        const isMade = isNew || !team.state.isSheetGood;
        io.out(await team.recoverySheet(isNew));
        if (isMade) {
          io.err(
            'standpoint: this is a new sheet. Print it, and destroy every older one: they are not good any more.'
          );
        }
      })
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
    role: { type: 'string' },
    'as-owner': { type: 'boolean' },
    'password-file': { type: 'string' },
    certificates: { type: 'string' },
    file: { type: 'string' },
    new: { type: 'boolean' },
    'with-mine': { type: 'boolean' },
    ...overwrite
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
    const read = deed.prepare ? [await deed.prepare(given[0] ?? '', io)] : given;
    const access = deed.makesLibrary ? 'make' : deed.onlyReads ? 'read' : 'write';
    await useLibrary(values, io, access, (library) => deed.run(library, read, values, io));
    return 0;
  }
};

async function withTeam(library: Library, work: (team: Team) => Promise<void>): Promise<void> {
  const { openTeam } = await theTeam();
  const opened = (await openTeam(localLibrary(library))) ?? refuse(library);
  try {
    await work(opened);
  } finally {
    await opened.close();
  }
}

function refuse({ folder }: Library): never {
  throw new ExpectedFailure(
    'not-shared',
    `The library in ${folder} is not shared. “standpoint team init” shares it.`
  );
}

async function finish(opened: Team, values: OptionValues, io: Io): Promise<void> {
  try {
    await opened.exchange();
    await shareOriginals(opened, io);
    tellTeam(opened.state, values, io);
  } finally {
    await opened.close();
  }
}

function say(remaining: string | null, io: Io): void {
  if (remaining !== null) io.err(`standpoint: ${remaining}`);
}
