/** What a person can do with the library, its bin and the versions of a briefing. The session carries it out. */
import type { OpenVersion, Version, VersionKey } from '../../src-main/domain/briefing/version.js';
import type { AcrossQuery } from '../../src-main/domain/ledger/across-briefings.js';
import type { SavedSearch } from '../../src-main/domain/ledger/register.js';
import type { Id } from '../../src-main/domain/base/values.js';
import type { DeletedBriefing } from '../../src-main/domain/program/library-state.js';
import type { SearchAnswer, SearchGroup, SearchHit } from '../../src-main/domain/search/answer.js';
import type { ManyAction } from './list-keys.js';

/** What can be opened of an answer: a briefing, or the place of one of its hits. */
export interface SearchResult {
  readonly group: SearchGroup;
  /** `null`: the briefing as a whole. */
  readonly hit: SearchHit | null;
}

export interface LibraryActions extends CollectionActions {
  open(id: Id): void;
  /** Leads to a result of a search, which was found by these terms. */
  openResult(result: SearchResult, terms: SearchAnswer['terms']): void;
  /** Who stands where, in the collection that is searched. */
  ask(question: AcrossQuery): void;
  act(action: ManyAction, ids: readonly Id[]): void;
  /** What a filter can go on with. */
  complete(filter: 'actor' | 'issue' | 'tag', typed: string): Promise<readonly string[]>;
  /** Takes briefings out of a collection. They stay in the library. */
  takeOut(collection: Id, ids: readonly Id[]): void;
  startNew(): void;
  addArticle(): void;
  openSettings(): void;
}

/** With collections and saved searches. Each has its way back. */
export interface CollectionActions {
  /** Asks for a name first. */
  saveSearch(search: Omit<SavedSearch, 'id'>): void;
  /** Asks for its name, words and collection. */
  changeSearch(search: SavedSearch): void;
  removeSearch(id: Id): void;
  /** Asks for the name. */
  renameCollection(id: Id): void;
  removeCollection(id: Id): void;
  /** Actors against issues over these briefings. */
  showMatrix(title: string, briefings: readonly Id[]): void;
}

/** Of one briefing. What fails has been told, and gives `null`. */
export interface VersionActions {
  /** Newest first. What is written in an open briefing is saved before. */
  list(): Promise<readonly Version[] | null>;
  open(key: VersionKey): Promise<OpenVersion | null>;
  /** Names the briefing as it is now. */
  keep(name: string): Promise<void>;
  /** In place, with the way back: what the briefing was until now is a version, too. */
  restore(version: Version): void;
  /** Makes a briefing of its own of the version. */
  copy(version: Version): void;
}

/** Of deleted briefings. What fails has been told, and gives `null`. */
export interface BinActions {
  deleted(): Promise<readonly DeletedBriefing[] | null>;
  putBack(id: Id): Promise<void>;
  removeForGood(ids: readonly Id[]): Promise<void>;
}
