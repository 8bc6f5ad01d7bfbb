/** The door of a shared library: what the program may do with it. */
import type { OpenedBriefing } from '../domain/api.js';
import { ExpectedFailure } from '../domain/base/result.js';
import type { Id } from '../domain/base/values.js';
import type { Briefing } from '../domain/briefing/briefing.js';
import type { Change } from '../domain/briefing/change.js';
import type { TextHash } from '../domain/briefing/source.js';
import type { MadeInvitation, TeamState } from '../domain/program/team-state.js';

/** What a team does with the library of its machine. */
export interface LocalLibrary {
  readonly folder: string;
  revisions(): Promise<ReadonlyMap<Id, number>>;
  /** Those in the bin. */
  binned(): Promise<ReadonlySet<Id>>;
  open(id: Id): Promise<OpenedBriefing>;
  create(briefing: Briefing, texts: Readonly<Record<TextHash, string>>): Promise<void>;
  /** Saves what `authors` changed elsewhere. Fails with `stale-revision` as every save does. */
  saveFromElsewhere(
    id: Id,
    baseRevision: number,
    change: Change,
    from: { readonly authors: readonly string[]; readonly modifiedAt: string }
  ): Promise<number>;
  addTexts(texts: Readonly<Record<TextHash, string>>): Promise<void>;
  delete(id: Id): Promise<void>;
  restore(id: Id): Promise<void>;
}

export interface Team {
  readonly state: TeamState;
  /** At once; what is open exchanges also by itself. */
  exchange(): Promise<TeamState>;
  /** @param given `owner`: the address of a server, which may make roles there; `null` for a folder, or where the newcomer has a role. */
  invite(
    person: string,
    given: { readonly days: number; readonly owner: string | null }
  ): Promise<MadeInvitation>;
  revoke(invitation: string): Promise<void>;
  admit(device: string): Promise<void>;
  remove(device: string): Promise<void>;
  leave(): Promise<void>;
  /** Markdown, to be printed. */
  recoverySheet(): Promise<string>;
  /** Told of every briefing that changes in the library. */
  changed(id: Id): void;
  /** Goes on in the background from now on. */
  start(onChange: (state: TeamState) => void): void;
  close(): Promise<void>;
}

/** `null` for a library that is not shared. */
export function openTeam(_library: LocalLibrary): Promise<Team | null> {
  return Promise.resolve(null);
}

export function foundTeam(
  _library: LocalLibrary,
  _given: { readonly address: string; readonly name: string; readonly person: string }
): Promise<Team> {
  return Promise.reject(notYet());
}

export function joinTeam(
  _library: LocalLibrary,
  _given: { readonly invitation: string; readonly person: string }
): Promise<Team> {
  return Promise.reject(notYet());
}

function notYet(): ExpectedFailure {
  return new ExpectedFailure(
    'no-sharing',
    'This Standpoint cannot share libraries yet. Nothing was changed.'
  );
}
