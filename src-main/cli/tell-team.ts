/** What `standpoint team` tells of a shared library, and finds in it by what a person typed. */
import { ExpectedFailure } from '../domain/base/result.js';
import { counted, lowerFirst } from '../domain/text/joined-words.js';
import { type TeamState, unsentInWords } from '../domain/program/team-state.js';
import type { CarrierCopy, CopyProgress } from '../team/copy-carrier.js';
import { type Io, json, type OptionValues, shown } from './command.js';

export function tellTeam(state: TeamState, values: OptionValues, io: Io): void {
  if (values['json']) return io.out(json(state));
  io.out(`${shown(state.name)}, ${shown(state.place)}`);
  for (const { device, person, standing, isYou, isBySheet, lastChange } of state.people) {
    const how = `${standing}${isBySheet ? ', joined by the recovery sheet' : ''}`;
    const last = lastChange ? `last change ${lastChange.slice(0, 10)}` : 'no change yet';
    io.out(`  ${device.slice(0, 8)}  ${shown(person)}${isYou ? ' (here)' : ''}, ${how}, ${last}`);
  }
  for (const { id, person, until, standing } of state.invitations) {
    if (standing !== 'open' && standing !== 'run-out') continue;
    const day = until.slice(0, 10);
    const good = standing === 'open' ? `until ${day}` : `expired on ${day}; revoke it`;
    io.out(`  ${id.slice(0, 8)}  invitation for ${shown(person)}, ${good}`);
  }
  for (const sentence of sharedInWords(state)) io.out(sentence);
  for (const sentence of [...state.waiting, ...state.concerns]) io.err(`standpoint: ${sentence}`);
}

/** What holds of the sharing now. Who is no member shares nothing, whatever there is to share. */
function sharedInWords(state: TeamState): readonly string[] {
  const you = state.people.find(({ isYou }) => isYou);
  switch (you?.standing) {
    case 'waiting':
      return [
        you.refusal ??
          'You wait to be admitted: nothing is shared yet. The Standpoint of a member lets you in.'
      ];
    case 'removed':
    case 'left':
      return [
        'You are no member any more: nothing more is sent or taken in. What you had so far stays here.'
      ];
    case 'member':
    case undefined:
  }
  const { sharedAt, originals, hasSheet, isSheetGood, sheetAt } = state;
  const unsent = unsentInWords(state);
  const told: string[] = [];
  const sheet = `The recovery sheet${sheetAt === null ? '' : ` of ${sheetAt.slice(0, 10)}`}`;
  const printer = hasSheet ? '“standpoint team sheet” prints it' : 'whoever made it can print it';
  told.push(
    isSheetGood
      ? `${sheet} is good; ${printer}.`
      : `${sheet} is not good any more; “standpoint team sheet” makes a new one.`
  );
  if (unsent) told.push(`${unsent.what} ${unsent.isOne ? 'has' : 'have'} changes to share.`);
  else if (sharedAt) told.push('All is shared.');
  if (originals > 0) told.push(`${counted(originals, 'original file')} still to be handed over.`);
  return told;
}

export function findDevice({ people }: TeamState, given: string): string {
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

/** Of those that nobody has used. */
export function findInvitation({ invitations }: TeamState, given: string): string {
  const open = invitations.filter(({ standing }) => standing === 'open' || standing === 'run-out');
  const found = open.filter(({ id }) => id.startsWith(given.toLowerCase()));
  const [only] = found;
  if (only && found.length === 1) return only.id;
  throw new ExpectedFailure(
    'no-invitation',
    found.length === 0
      ? `No unused invitation of this library begins with “${shown(given).slice(0, 40)}”; “standpoint team status” lists them.`
      : `${found.length} invitations begin with “${shown(given)}”; give more of it.`
  );
}

/** Rows, and files, between two words about how far a copy is. */
const rowsBetween = 10_000;
const filesBetween = 100;

export function progressOf(io: Io): (progress: CopyProgress) => void {
  let told = 0;
  return ({ rows, files, ofFiles }) => {
    const now = Math.floor(rows / rowsBetween) + Math.floor(files / filesBetween);
    if (now <= told) return;
    told = now;
    const ofThem = ofFiles === null ? '' : `, ${files} of ${ofFiles} files`;
    io.err(`standpoint: ${rows} rows${ofThem}`);
  };
}

/** @param where for people */
export function tellCopy(where: string, copy: CarrierCopy, values: OptionValues, io: Io): void {
  const { rows, files, faults } = copy;
  if (values['json']) io.out(json({ rows, files, faults }));
  else io.out(`${rows} sealed rows and ${files} files stand in ${lowerFirst(shown(where))}.`);
  for (const sentence of faults) io.err(`standpoint: ${sentence}`);
}
