/** A team without keys and without a place: it notes what it is asked. */
import { noBriefingChanges } from '../../domain/program/team-state.js';
import type { Id } from '../../domain/base/values.js';
import type { TeamState } from '../../domain/program/team-state.js';
import type { LocalLibrary, Team } from '../team.js';

export const ferryTeam: TeamState = {
  name: 'Ferry team',
  place: 'The folder /media/shared',
  isOnServer: false,
  hasSheet: true,
  isSheetGood: true,
  sheetAt: null,
  you: 'a'.repeat(32),
  people: [],
  invitations: [],
  unsent: 0,
  originals: 0,
  waiting: [],
  sharedAt: null,
  away: null,
  fault: null,
  concerns: [],
  isRegisterUnsent: false
};

export interface FakeTeam extends Team {
  /** What was asked, in order. */
  readonly asked: unknown[];
  readonly local: LocalLibrary;
  /** Something came about. */
  become(part: Partial<TeamState>): void;
}

export function fakeTeam(local: LocalLibrary, begin: Partial<TeamState> = {}): FakeTeam {
  let state = { ...ferryTeam, ...begin };
  let tell: (state: TeamState) => void = () => undefined;
  const asked: unknown[] = [];
  const noting = (...what: unknown[]) => {
    asked.push(what.length === 1 ? what[0] : what);
    return Promise.resolve();
  };
  return {
    asked,
    local,
    become(part) {
      state = { ...state, ...part };
      tell(state);
    },
    get state() {
      return state;
    },
    changesOf: () => Promise.resolve(noBriefingChanges),
    registerChanged: () => void noting('the register changed'),
    exchange: () => noting('exchange').then(() => state),
    async invite(person, given) {
      await noting('invite', person, given);
      return { line: `standpoint-join:1.for ${person}`, until: '2030-01-01T00:00:00.000Z' };
    },
    revoke: (invitation, owner) => noting('revoke', invitation, owner).then(() => null),
    admit: (device) => noting('admit', device),
    handOverOriginals: () => noting('hand over originals').then(() => 0),
    fetchOriginal: (hash) => noting('fetch', hash).then(() => Buffer.from('An original')),
    remove: (device, owner) => noting('remove', device, owner).then(() => null),
    leave: (owner) => noting('leave', owner).then(() => null),
    copyTo: (folder) => noting('copyTo', folder).then(() => ({ rows: 3, files: 1, faults: [] })),
    reachBy: (access) => noting('reachBy', access),
    moveTo: (address) => noting('moveTo', address).then(() => ({ rows: 3, files: 1, faults: [] })),
    recoverySheet: () => Promise.resolve(`# Recovery sheet of ${state.name}\n\n1  7K3M\n`),
    changed: (id: Id) => void asked.push(id),
    start(onChange) {
      tell = onChange;
      asked.push('start');
    },
    close: () => noting('close')
  };
}
