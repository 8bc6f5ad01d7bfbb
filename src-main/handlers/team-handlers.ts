/** The methods of the contract about a library that several people share. */
import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeAtomically } from '../disk/write-atomically.js';
import type { WrittenFile } from '../domain/api.js';
import { ExpectedFailure } from '../domain/base/result.js';
import { emptyBriefing, type Briefing } from '../domain/briefing/briefing.js';
import { newCard } from '../domain/briefing/entries.js';
import {
  maxInvitation,
  type SealedCopy,
  type ServerAccess,
  type SharingPlace,
  type SharingState,
  type TeamJoining,
  type TeamParting,
  noBriefingChanges
} from '../domain/program/team-state.js';
import { fullEdition, type Edition, type PaperSize } from '../domain/publication/edition.js';
import type { Handlers } from '../edge/answer-calls.js';
import { chooseFile, chooseFolder, openFile, pathOf, tokenFor } from '../edge/dialogs.js';
import { printDocument } from '../printing/print-document.js';
import { fileNameFor } from '../publish/file-name.js';
import { forReaders } from '../publish/formats.js';
import type { Team } from '../team/team.js';
import { chooseNewLibrary } from './choose-library.js';
import { done, type Program, writeChosen } from './program.js';
import { writeForViewer } from './viewer-files.js';

type TeamHandlers = Pick<Handlers, Extract<keyof Handlers, `team.${string}`>>;

export function teamHandlers(program: Program): TeamHandlers {
  const { libraries, window, documents, ending, hold } = program;

  function team(): Team {
    if (libraries.team) return libraries.team;
    throw new ExpectedFailure('not-shared', 'This library is not shared. Nothing was changed.');
  }

  async function then(work: Promise<unknown>): Promise<SharingState> {
    await hold(work);
    return libraries.sharing;
  }

  /** What then remains to be done is told beside it. */
  async function part(work: Promise<string | null>): Promise<TeamParting> {
    const remaining = await hold(work);
    return { sharing: libraries.sharing, remaining };
  }

  async function join({ place, password, ...given }: TeamJoining): Promise<boolean> {
    const at =
      place && ('folder' in place ? `folder:${pathOf(place.folder)}` : serverAddress(place));
    // Nobody is asked for a folder for what is no invitation.
    await lookAt(given.invitation);
    const choice = await chooseNewLibrary(program);
    if (choice === null) return false;
    const joining = { ...given, place: at, password: password || null };
    await libraries.joinIn(choice.folder, choice.amongOthers, joining);
    return true;
  }

  async function saveCopy(): Promise<SealedCopy | null> {
    const opened = team();
    const path = await chooseFolder(window(), 'An empty folder for the sealed copy', documents);
    return path === null ? null : { path, ...(await hold(opened.copyTo(path, undefined, ending))) };
  }

  /** Nobody but this user may read what is written. */
  function writeSecret(title: string, name: string, ending: string, text: string) {
    const filter = { name: ending === 'md' ? 'Text' : 'Invitation', ending };
    const fileName = `${fileNameFor(name)}.${ending}`;
    return writeChosen(program, title, fileName, filter, (target) =>
      writeAtomically(target, new TextEncoder().encode(text), undefined, 0o600)
    );
  }

  async function saveSheet(): Promise<WrittenFile | null> {
    const { name } = team().state;
    const sheet = await team().recoverySheet();
    return writeSecret('Save the recovery sheet', `Recovery sheet of ${name}`, 'md', sheet);
  }

  async function printSheet(paper: PaperSize): Promise<void> {
    const briefing = sheetAsBriefing(await team().recoverySheet());
    const edition: Edition = {
      ...fullEdition,
      paper,
      profile: 'audience',
      matrix: false
    };
    const parts = [{ briefing, texts: {} }];
    const job = { ...forReaders({ title: null, parts, edition }), isSheet: true } as const;
    const pdf = await printDocument(job, { signal: ending });
    await openFile(await writeForViewer('standpoint-recovery-sheet.pdf', pdf));
  }

  return {
    'team.state': () => libraries.sharing,
    'team.chooseFolder': async () => {
      const path = await chooseFolder(window(), 'Share through a folder', documents);
      return path === null ? null : { token: tokenFor(path).token, path };
    },
    'team.share': ({ place, name, person }) =>
      then(libraries.share({ address: addressOf(place, libraries.library.folder), name, person })),
    'team.join': (given) => hold(join(given)),
    'team.lookAtInvitation': (text) => lookAt(text),
    'team.readInvitation': async () => {
      const path = await chooseFile(window(), 'Open an invitation', 'Invitations', ['txt', 'md']);
      return path === null ? null : readInvitation(path);
    },
    'team.invite': ({ person, days, owner }) =>
      hold(team().invite(person, { days, owner: owner && serverAddress(owner) })),
    'team.saveInvitation': (line, person) =>
      writeSecret('Save the invitation', `Invitation for ${person}`, 'txt', `${line}\n`),
    'team.revoke': (invitation, owner) =>
      part(team().revoke(invitation, owner && serverAddress(owner))),
    'team.admit': (device) => then(team().admit(device)),
    'team.remove': (device, owner) => part(team().remove(device, owner && serverAddress(owner))),
    'team.leave': (owner) => {
      team();
      return part(libraries.leaveTeam(owner && serverAddress(owner)));
    },
    'team.changes': async (id) =>
      (await libraries.openedTeam())?.changesOf(id) ?? noBriefingChanges,
    'team.usePassword': (password) => then(team().reachBy({ password })),
    'team.exchange': () => then(team().exchange()),
    'team.saveCopy': () => saveCopy(),
    'team.recoverySheet': () => team().recoverySheet(),
    'team.printRecoverySheet': (paper) => printSheet(paper).then(done),
    'team.saveRecoverySheet': () => saveSheet()
  };
}

function addressOf(place: SharingPlace, library: string): string {
  if (!('folder' in place)) return serverAddress(place);
  const path = pathOf(place.folder);
  for (let above = path; ; above = dirname(above)) {
    if (above === library) {
      throw new ExpectedFailure(
        'folder-in-library',
        `${path} lies inside the library itself, which is not what the others get. Choose a folder outside of ${library}; nothing was shared.`
      );
    }
    if (above === dirname(above)) return `folder:${path}`;
  }
}

/** With its password, which was typed apart. */
function serverAddress({ address, password }: ServerAccess): string {
  if (password === '') return address;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || url.host === '') {
    // Not repeated: a password may stand in it.
    throw new ExpectedFailure(
      'bad-address',
      'This is no address of a server, so nothing was sent. One is such as postgres://name@server.example.org/standpoint.'
    );
  }
  url.password = encodeURIComponent(password);
  return url.href;
}

/** Only here: whoever shares nothing never loads what seals. */
async function lookAt(text: string) {
  const { lookAtEntrance } = await import('../team/entrance.js');
  return lookAtEntrance(text);
}

/** A line, or a recovery sheet that was saved or typed. Throws for anything else. */
async function readInvitation(path: string): Promise<string> {
  const { size } = await stat(path);
  const text = size > maxInvitation ? '' : (await readFile(path, 'utf8')).trim();
  await lookAt(text);
  return text;
}

/** Its heading becomes the title. Documents are made of briefings. */
function sheetAsBriefing(markdown: string): Briefing {
  const [, title = 'Recovery sheet', body = markdown] =
    /^# (.+)\n([\s\S]*)$/.exec(markdown.trim()) ?? [];
  return {
    ...emptyBriefing(title),
    cards: [newCard('summary', { heading: title, body })]
  };
}
