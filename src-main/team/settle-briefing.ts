/**
 * Brings together what the library holds of a briefing and what all have shared of it. The difference to
 * what the library held last is this device's own change; what others changed goes into the library.
 * Everything is found by comparing, so whatever a crash cut off is found by comparing once more.
 * Over 300 lines because all of it is one comparison.
 */
import type { OpenedBriefing } from '../domain/api.js';
import { ExpectedFailure, nullOn } from '../domain/base/result.js';
import type { Id } from '../domain/base/values.js';
import type { Briefing } from '../domain/briefing/briefing.js';
import type { BroughtBack } from '../domain/program/team-state.js';
import { type Change, diffBriefing, isEmptyChange } from '../domain/change/change.js';
import type { TextHash } from '../domain/briefing/source.js';
import { holdSameContent, sharingEntries } from '../domain/merge/merge-briefings.js';
import { SharedBriefing } from '../domain/team/shared-briefing.js';
import type { TeamChange } from '../domain/team/team-change.js';
import { isUpToDate, type SharedFiles, type SharedRecord } from './shared-files.js';
import type { LocalOriginals, SharedOriginals } from './shared-originals.js';
import type { LocalRegister } from './team-register.js';

/** What a team does with the library of its machine. */
export interface LocalLibrary extends LocalOriginals, LocalRegister {
  readonly folder: string;
  revisions(): Promise<ReadonlyMap<Id, number>>;
  /** Those in the bin. */
  binned(): Promise<ReadonlySet<Id>>;
  /** Samples that nobody has touched are not shared: everybody has them. */
  untouchedSamples(): Promise<ReadonlySet<Id>>;
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
  /** Takes it out of the bin, by what others did. */
  bringBack(id: Id, why: Pick<BroughtBack, 'authors' | 'isPutBack'>): Promise<void>;
}

export interface SettleNeeds {
  readonly library: LocalLibrary;
  readonly files: SharedFiles;
  readonly device: string;
  readonly author: string;
  readonly now: () => Date;
  /** The text of a source that somebody else brought. Rejects where it cannot be had yet: then the briefing waits. */
  readonly fetchText: (hash: TextHash) => Promise<string>;
  /** All changes to a briefing that the carrier has handed out so far. */
  readonly fetchHistory: (id: Id) => Promise<readonly TeamChange[]>;
  /** Told where these do not make what this library began with. */
  readonly onDisagreement: (id: Id) => void;
  /** What the library held as the exchange began, where that was looked up: it saves looking for what is not there. */
  readonly inventory?: Inventory | null;
  /** Told of a shared briefing, before it counts as shared. */
  readonly originals: Pick<SharedOriginals, 'note'>;
}

export interface Inventory {
  readonly here: ReadonlySet<Id>;
  readonly binned: ReadonlySet<Id>;
}

export interface SettledBriefing {
  /** Changes of this device that the carrier has not. */
  readonly unsent: number;
  /** The library's revision; 0 where the briefing is not in use there. */
  readonly revision: number;
}

type Local =
  | { readonly kind: 'here'; readonly opened: OpenedBriefing }
  | { readonly kind: 'bin' }
  | { readonly kind: 'none' };

/** Taken out of the bin, and then edited, a briefing has two changes; a third would say the same again. */
const mostRounds = 3;

/**
 * To be called for one briefing at a time. `incoming`: what others did, in any order, known or new. Where it
 * rejects, what was done so far is kept, and the next call goes on.
 */
export async function settleBriefing(
  id: Id,
  incoming: readonly TeamChange[],
  needs: SettleNeeds
): Promise<SettledBriefing> {
  const { files, device } = needs;
  const add = async (record: SharedRecord) => {
    const { shared, late } = record;
    const fresh = incoming.filter(
      ({ device: from, n }) =>
        n > (shared.known[from] ?? 0) && !late.some((each) => each.device === from && each.n === n)
    );
    return fresh.length > 0 ? files.add(id, { changes: fresh }) : record;
  };
  let isOwn = true;
  for (;;) {
    const local = await localOf(id, needs);
    if (incoming.length === 0 && (await isOnlySample(id, local, needs))) {
      return { unsent: 0, revision: revisionOf(local) };
    }
    if (needsHistory(await files.read(id), local)) {
      const { held } = await add(await files.read(id));
      const agrees = await unfold(id, needs);
      // What a checkpoint said wrongly is nobody's change.
      if (!agrees && held?.revision === revisionOf(local)) isOwn = false;
    }
    let record = isOwn ? await recordOwn(id, local, needs) : await files.read(id);
    record = await add(record);
    if (record.late.length > 0) continue;
    const revision = await bringIn(id, local, record, needs);
    if (revision === null) {
      isOwn = true;
      continue;
    }
    // What lies in the bin stays as it was when it went there.
    const holdsAll = revision > 0 || local.kind === 'here';
    if (holdsAll && (record.held?.revision !== revision || !isUpToDate(record))) {
      record = await files.hold(id, revision);
    }
    if (record.shared.briefing) await needs.originals.note(record.shared.briefing);
    const own = record.shared.known[device] ?? 0;
    return { unsent: own - record.sent, revision };
  }
}

/** Whether what is known cannot be told without what was folded: also to merge what the library had by itself. */
function needsHistory({ shared, held, late, isBroken }: SharedRecord, local: Local): boolean {
  if (isBroken || late.length > 0) return true;
  const isNew = held === null && shared.isFolded && shared.briefing !== null;
  return isNew && local.kind === 'here' && !holdSameContent(shared.briefing, local.opened.briefing);
}

/** Returns whether the history makes what was folded. */
async function unfold(id: Id, needs: SettleNeeds): Promise<boolean> {
  const { files, fetchHistory, onDisagreement } = needs;
  const { held, isBroken, shared } = await files.read(id);
  if (isBroken && held && Object.keys(held.known).length === 0) {
    throw damagedState(id);
  }
  const agrees = await files.unfold(id, await fetchHistory(id));
  if (!agrees && shared.isFolded) onDisagreement(id);
  return agrees;
}

function damagedState(id: Id): ExpectedFailure {
  return new ExpectedFailure(
    'damaged-shared-state',
    `What is kept of the shared briefing “${id}” is damaged on this disk. The briefing itself is whole. To share it again, leave the team library, and join by a new invitation.`
  );
}

async function isOnlySample(
  id: Id,
  local: Local,
  { files, library }: SettleNeeds
): Promise<boolean> {
  if (revisionOf(local) !== 1) return false;
  const { shared, held } = await files.read(id);
  return held === null && shared.briefing === null && (await library.untouchedSamples()).has(id);
}

function revisionOf(local: Local): number {
  return local.kind === 'here' ? local.opened.revision : 0;
}

async function localOf(id: Id, { library, files, inventory }: SettleNeeds): Promise<Local> {
  // Looked for anew where it was here once: it may have moved meanwhile.
  const isTold = inventory && !inventory.here.has(id) && (await files.read(id)).held === null;
  if (isTold) return { kind: inventory.binned.has(id) ? 'bin' : 'none' };
  try {
    return { kind: 'here', opened: await library.open(id) };
  } catch (error) {
    if (!(error instanceof ExpectedFailure && error.code === 'no-briefing')) throw error;
    return (await library.binned()).has(id) ? { kind: 'bin' } : { kind: 'none' };
  }
}

/** Writes down what was done here since the library and the shared state were the same. */
async function recordOwn(id: Id, local: Local, needs: SettleNeeds): Promise<SharedRecord> {
  let record = await needs.files.read(id);
  const isAlready =
    local.kind === 'here' &&
    !(record.shared.isBinned && record.held?.revision === 0) &&
    record.shared.briefing !== null &&
    holdSameContent(record.shared.briefing, local.opened.briefing);
  if (isAlready) return record;
  // What this device did to it is known, and not which revision held it: its own file was harmed.
  if (record.held === null && record.shared.known[needs.device] && local.kind === 'here') {
    throw damagedState(id);
  }
  for (let round = 0; ; round += 1) {
    if (round > mostRounds) throw new Error(`The changes to ${id} do not lead to what it holds`);
    const own = ownChange(heldState(record), local, record, needs);
    if (!own) return record;
    const revision = revisionOf(local);
    const apart = !isUpToDate(record);
    record = await needs.files.add(
      id,
      { changes: [own] },
      { held: revision, ...(apart && { known: { ...record.held?.known, [own.device]: own.n } }) }
    );
  }
}

function ownChange(
  held: SharedBriefing,
  local: Local,
  record: SharedRecord,
  { device, author, now }: SettleNeeds
): TeamChange | null {
  const by = (at: string) => ({ device, author, at });
  if (local.kind === 'here') {
    const { briefing } = local.opened;
    // Where it is out of the bin for all, somebody else took it out.
    return held.isBinned && record.shared.isBinned
      ? held.restoreChange(by(now().toISOString()))
      : held.changeTo(briefing, by(briefing.modifiedAt));
  }
  // Never shared, or never here: nothing was done to it.
  if (record.held === null || held.briefing === null || held.isBinned) return null;
  return held.binChange(by(now().toISOString()));
}

function heldState(record: SharedRecord): SharedBriefing {
  if (record.held === null) return SharedBriefing.empty;
  return isUpToDate(record) ? record.shared : record.shared.at(record.held.known);
}

/** Returns the library's revision then, 0 where it is not in use there; `null`: the library has moved on meanwhile. */
async function bringIn(
  id: Id,
  local: Local,
  { shared, held }: SharedRecord,
  needs: SettleNeeds
): Promise<number | null> {
  const { library } = needs;
  const target = shared.briefing;
  if (target === null) return revisionOf(local);
  if (local.kind !== 'here') {
    if (shared.isBinned) return 0;
    if (local.kind === 'none') {
      await library.create(target, await textsOf(target, {}, needs));
      return 1;
    }
    const fresh = changesSince(shared, held?.known ?? {}, needs.device);
    const restoring = fresh.filter(({ what }) => 'restore' in what);
    const isPutBack = restoring.length > 0;
    await library.bringBack(id, { authors: authorsOf(isPutBack ? restoring : fresh), isPutBack });
    return null;
  }
  const content = bringContent(id, local.opened, { shared, held }, target, needs);
  if (!shared.isBinned) return content;
  const revision = await content.catch((error: unknown) => {
    if (error instanceof ExpectedFailure) return 'without it' as const;
    throw error;
  });
  if (revision === null) return null;
  await library.delete(id);
  // A text may come only when it comes out again: it went there as it was.
  return revision === 'without it' ? null : 0;
}

/** Also of what then goes into the bin: taken out of it, it holds what all knew of it. */
async function bringContent(
  id: Id,
  { briefing, revision, texts }: OpenedBriefing,
  { shared, held }: Pick<SharedRecord, 'shared' | 'held'>,
  target: Briefing,
  needs: SettleNeeds
): Promise<number | null> {
  const { library } = needs;
  const change = diffBriefing(briefing, sharingEntries(briefing, target));
  if (isEmptyChange(change)) return revision;
  await library.addTexts(await textsOf(target, texts, needs));
  const authors = authorsOf(changesSince(shared, held?.known ?? {}, needs.device));
  return library
    .saveFromElsewhere(id, revision, change, { authors, modifiedAt: target.modifiedAt })
    .catch(nullOn('stale-revision'));
}

async function textsOf(
  { sources }: Briefing,
  there: Readonly<Record<TextHash, string>>,
  { fetchText }: SettleNeeds
): Promise<Readonly<Record<TextHash, string>>> {
  const found: Record<TextHash, string> = {};
  for (const { text } of sources) {
    if (text in there || text in found) continue;
    found[text] = await fetchText(text);
  }
  return found;
}

/** What other devices did since. */
function changesSince(
  shared: SharedBriefing,
  known: Readonly<Record<string, number>>,
  own: string
): readonly TeamChange[] {
  return shared.changes.filter(({ device, n }) => device !== own && n > (known[device] ?? 0));
}

function authorsOf(changes: readonly TeamChange[]): readonly string[] {
  return [...new Set(changes.map(({ author }) => author).filter((name) => name !== ''))];
}
