/**
 * The team of one open library: opened beside it, told of what changes in it, closed before it. Whatever
 * befalls the team, the library stays open and takes every save.
 */
import { ExpectedFailure } from '../domain/base/result.js';
import type { Id } from '../domain/base/values.js';
import { nothingShared, type SharingState } from '../domain/program/team-state.js';
import type { LocalLibrary, Team } from '../team/team.js';

/** A new team. The address may hold a password. */
export interface Founding {
  readonly address: string;
  readonly name: string;
  readonly person: string;
}

export interface Joining {
  readonly invitation: string;
  readonly person: string;
  /** Both as for `joinTeam`. */
  readonly place?: string | null;
  readonly password?: string | null;
}

/** The ways to a team. */
export interface Teams {
  /** `null` for a library that is not shared. */
  open(library: LocalLibrary): Promise<Team | null>;
  found(library: LocalLibrary, given: Founding): Promise<Team>;
  join(library: LocalLibrary, given: Joining): Promise<Team>;
}

export class LibraryTeam {
  readonly #teams: Teams;
  readonly #onSharing: (state: SharingState) => void;
  #team: Team | null = null;
  #fault: string | null = null;
  /** One at a time; it never rejects. */
  #opening: Promise<unknown> = Promise.resolve();
  #isOpening = false;
  #isClosed = false;
  /** What has changed while a team is being opened. */
  readonly #early = new Set<Id>();
  #isRegisterEarly = false;

  constructor(teams: Teams, onSharing: (state: SharingState) => void) {
    this.#teams = teams;
    this.#onSharing = onSharing;
  }

  get team(): Team | null {
    return this.#team;
  }

  /** The team once it is open; `null` where there is none, or it could not be opened. */
  async opened(): Promise<Team | null> {
    await this.#opening;
    return this.#team;
  }

  get state(): SharingState {
    if (!this.#team && this.#fault === null) return nothingShared;
    return { team: this.#team?.state ?? null, fault: this.#fault };
  }

  /** Resolves when the library's team is open, or why not is told. */
  async open(library: LocalLibrary): Promise<void> {
    try {
      await this.#take(() => this.#teams.open(library));
    } catch (error) {
      this.#fault = faultInWords(error);
      this.#tell();
    }
  }

  async found(library: LocalLibrary, given: Founding): Promise<void> {
    await this.#take(() => this.#teams.found(this.#unshared(library), given));
  }

  async join(library: LocalLibrary, given: Joining): Promise<void> {
    await this.#take(() => this.#teams.join(this.#unshared(library), given));
  }

  /** The library stays as it is, and nothing of it is sent or taken in any more. Returns as `Team.leave`. */
  async leave(owner: string | null): Promise<string | null> {
    const team = this.#team;
    if (!team) return null;
    const remaining = await team.leave(owner);
    this.#team = null;
    this.#tell();
    await closed(team);
    return remaining;
  }

  changed(id: Id): void {
    if (this.#isOpening) this.#early.add(id);
    else this.#team?.changed(id);
  }

  registerChanged(): void {
    if (this.#isOpening) this.#isRegisterEarly = true;
    else this.#team?.registerChanged();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#opening;
    if (this.#team) await closed(this.#team);
    this.#team = null;
  }

  #unshared(library: LocalLibrary): LocalLibrary {
    if (!this.#team && this.#fault === null) return library;
    throw new ExpectedFailure(
      'shared-already',
      `The library in ${library.folder} is shared already. Nothing was changed.`
    );
  }

  #take(begin: () => Promise<Team | null>): Promise<void> {
    const opening = this.#opening.then(async () => {
      this.#isOpening = true;
      try {
        const team = await begin();
        if (!team) return;
        // It may have been waited for longer than the library is open.
        if (this.#isClosed) return await closed(team);
        this.#team = team;
        for (const id of this.#early) team.changed(id);
        if (this.#isRegisterEarly) team.registerChanged();
        team.start(() => this.#tell());
        this.#tell();
      } finally {
        this.#isOpening = false;
        this.#early.clear();
        this.#isRegisterEarly = false;
      }
    });
    this.#opening = opening.catch(() => undefined);
    return opening;
  }

  #tell(): void {
    if (!this.#isClosed) this.#onSharing(this.state);
  }
}

/** A team that cannot be closed well must not keep its library from being closed. */
async function closed(team: Team): Promise<void> {
  try {
    await team.close();
  } catch (error) {
    console.error('A team library was not closed well.', error);
  }
}

function faultInWords(error: unknown): string {
  const kept = 'The library itself is open, and everything is saved here; nothing is shared.';
  if (error instanceof ExpectedFailure) return `${error.message} ${kept}`;
  console.error('The team of a library was not opened.', error);
  return `Sharing met a fault of Standpoint’s own and could not begin. ${kept} Help › Log says what happened.`;
}
