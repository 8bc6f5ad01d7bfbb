/** The sources of a briefing as families: a report with its newer versions and its copies. Pure. */
import type { Id } from '../base/values.js';
import { Groups } from '../origins/groups.js';
import type { ReportedSource } from './source-report.js';

type Related = Pick<ReportedSource, 'id' | 'origin' | 'updates'>;

export interface SourceFamily<S extends Related = ReportedSource> {
  /** The first in the briefing that is no newer version of another; it stands for the family. */
  readonly first: S;
  /** Newer versions and copies, in the order of the briefing. */
  readonly others: readonly S[];
  /** All of them, in the order of the briefing. */
  readonly members: readonly S[];
}

/** Each source in one of them; in the order of the first member of each. */
export function sourceFamilies<S extends Related>(
  sources: readonly S[]
): readonly SourceFamily<S>[] {
  const groups = new Groups<Id>(
    sources.map(({ id }) => [id]),
    []
  );
  const byOrigin = new Map<Id, Id>();
  for (const { id, origin, updates } of sources) {
    if (updates !== null && groups.has(updates)) groups.join(updates, id);
    const relative = origin && byOrigin.get(origin.id);
    if (relative) groups.join(relative, id);
    else if (origin) byOrigin.set(origin.id, id);
  }
  const byId = new Map(sources.map((source) => [source.id, source]));
  return groups.all().flatMap((ids) => {
    const members = ids.flatMap((id) => byId.get(id) ?? []);
    const first = members.find(({ updates }) => updates === null) ?? members[0];
    return first ? [{ first, others: members.filter((each) => each !== first), members }] : [];
  });
}

/** Such as “Updated once, copied twice”; empty for one that is alone. */
export function familyInWords({ others }: SourceFamily<Related>): string {
  const updates = others.filter(({ updates }) => updates !== null).length;
  const copies = others.length - updates;
  const told = [
    ...(updates > 0 ? [`updated ${timesInWords(updates)}`] : []),
    ...(copies > 0 ? [`copied ${timesInWords(copies)}`] : [])
  ].join(', ');
  return told.charAt(0).toUpperCase() + told.slice(1);
}

function timesInWords(times: number): string {
  return ['once', 'twice'][times - 1] ?? `${times} times`;
}
