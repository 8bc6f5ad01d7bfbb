/** What was done here and the carrier has not: as much as goes into one parcel. */
import type { Id } from '../domain/base/values.js';
import type { TeamChange } from '../domain/team/team-change.js';
import type { SharedFiles } from './shared-files.js';

/** UTF-16 units of changes that are handed over at once. */
const parcelSize = 1024 * 1024;

export interface UnsentChanges {
  readonly id: Id;
  readonly changes: readonly TeamChange[];
}

/** As many as go into one parcel, and those of one briefing whole. */
export async function unsentChanges(
  ids: Iterable<Id>,
  shared: SharedFiles,
  device: string,
  /** Told where what is known of a briefing cannot be read; the others go on. */
  onError: (id: Id, error: unknown) => Promise<void>
): Promise<readonly UnsentChanges[]> {
  const found: UnsentChanges[] = [];
  let size = 0;
  for (const id of ids) {
    if (size > parcelSize) break;
    const record = await shared.read(id).catch((error: unknown) => onError(id, error));
    if (!record) continue;
    const changes = record.shared.changes.filter(
      (change) => change.device === device && change.n > record.sent
    );
    if (changes.length === 0) continue;
    found.push({ id, changes });
    size += JSON.stringify(changes).length;
  }
  return found;
}
