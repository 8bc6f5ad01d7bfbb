/**
 * Which actors hold alike: groups by the stances that they share, so that a long matrix shows who stands
 * together. A group says that its members mostly hold the same on the same issues, and nothing of alliances.
 */
import type { Stance } from '../briefing/entries.js';

export interface AlikeRows {
  /** Places of rows that hold alike, those in favour of most first; in each, in the order of the rows. */
  readonly groups: readonly (readonly number[])[];
  /** Who holds too little to tell, or is like no other. */
  readonly rest: readonly number[];
}

/** How far in favour; `null`: it tells nothing. */
const favour: Readonly<Record<Stance, number | null>> = {
  supports: 1,
  conditional: 0.5,
  neutral: 0,
  opposes: -1,
  unclear: null
};

const fewestRows = 8;
/** Comparing each with each takes too long for more. */
const mostRows = 120;
const mostGroups = 5;
/** Issues that count for as much as what all actors share on average. */
const priorIssues = 2;
/** How often the stances on each issue are dealt out anew: groups are told where none of these makes clearer ones. */
const deals = 19;
/** Of the clearest: from which share on more groups are told, since they tell more. */
const nearlyAsClear = 0.75;

/** @param rows of stances, one an issue, `null` where none is held. `null`: there are no groups to tell. */
export function groupAlike(rows: readonly (readonly (Stance | null)[])[]): AlikeRows | null {
  if (rows.length < fewestRows || rows.length > mostRows) return null;
  const scores = rows.map((row) => row.map((stance) => stance && favour[stance]));
  const enough = Math.max(2, Math.ceil((scores[0]?.length ?? 0) * 0.2));
  const asked = [...scores.keys()].filter((row) => countOf(scores[row]) >= enough);
  if (asked.length < fewestRows) return null;
  const told = asked.map((row) => scores[row] ?? []);
  const partitions = clearestOf(told);
  const clearest = Math.max(...partitions.map(({ clear }) => clear));
  const random = randomFrom(1);
  for (let deal = 0; deal < deals; deal += 1) {
    if (clearestOf(dealtOut(told, random)).some(({ clear }) => clear >= clearest)) return null;
  }
  // The first has the most groups.
  const best = partitions.find(({ clear }) => clear >= nearlyAsClear * clearest);
  if (!best) return null;
  const inRows = best.groups.map((group) => group.flatMap((at) => asked[at] ?? []));
  const groups = inRows
    .filter((group) => group.length > 1)
    .map((group) => ({ group, favour: mean(group.flatMap((row) => known(scores[row]))) }))
    .sort((a, b) => b.favour - a.favour)
    .map(({ group }) => group.toSorted((a, b) => a - b));
  const grouped = new Set(groups.flat());
  const rest = [...rows.keys()].filter((row) => !grouped.has(row));
  return groups.length > 1 ? { groups, rest } : null;
}

/** Of as many groups as are told, from the most, with the mean silhouette of each (Rousseeuw 1987). */
function clearestOf(rows: readonly Scores[]) {
  const distances = distancesOf(rows);
  return partitionsOf(distances)
    .map((groups) => settled(groups, distances))
    .map((groups) => ({ groups, clear: silhouetteOf(groups, distances) }));
}

/** The same stances on each issue, held by others: what is alike then is alike by chance. */
function dealtOut(rows: readonly Scores[], random: () => number): readonly Scores[] {
  const dealt = rows.map((row) => [...row]);
  for (const issue of rows[0]?.keys() ?? []) {
    for (let last = dealt.length - 1; last > 0; last -= 1) {
      const [a, b] = [dealt[last], dealt[Math.floor(random() * (last + 1))]];
      if (a && b) [a[issue], b[issue]] = [b[issue] ?? null, a[issue] ?? null];
    }
  }
  return dealt;
}

/** From 0 to 1, the same for the same seed: a document is to come out alike (Park and Miller 1988). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

type Scores = readonly (number | null)[];

function known(row: Scores = []): readonly number[] {
  return row.filter((score) => score !== null);
}

function countOf(row: Scores | undefined): number {
  return known(row).length;
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}

type Distances = readonly (readonly number[])[];

/** From 0, the same wherever both hold anything, to 1. Those that share few issues are drawn towards the mean. */
function distancesOf(rows: readonly Scores[]): Distances {
  const pairs = rows.map((a) =>
    rows.map((b) => {
      let [sum, count] = [0, 0];
      for (const [issue, score] of a.entries()) {
        const other = b[issue] ?? null;
        if (score === null || other === null) continue;
        sum += Math.abs(score - other) / 2;
        count += 1;
      }
      return { sum, count };
    })
  );
  const all = pairs.flatMap((row, at) => row.slice(at + 1));
  const usual = mean(all.flatMap(({ sum, count }) => (count > 0 ? sum / count : [])));
  return pairs.map((row, at) =>
    row.map(({ sum, count }, other) =>
      at === other ? 0 : (sum + priorIssues * usual) / (count + priorIssues)
    )
  );
}

/** Of two groups and more: the nearest two are joined again and again, by the mean of their distances. */
function partitionsOf(distances: Distances): readonly (readonly (readonly number[])[])[] {
  let groups: { readonly members: readonly number[]; readonly to: readonly number[] }[] =
    distances.map((to, at) => ({ members: [at], to: [...to] }));
  const partitions: (readonly (readonly number[])[])[] = [];
  while (groups.length > 2) {
    let [first, second, nearest] = [0, 1, Infinity];
    groups.forEach(({ to }, at) => {
      for (let other = at + 1; other < groups.length; other += 1) {
        const distance = to[other] ?? Infinity;
        if (distance < nearest) [first, second, nearest] = [at, other, distance];
      }
    });
    const [a, b] = [groups[first], groups[second]];
    if (!a || !b) break;
    const size = a.members.length + b.members.length;
    const joined = a.to.map(
      (distance, at) => (distance * a.members.length + (b.to[at] ?? 0) * b.members.length) / size
    );
    groups = groups.flatMap(({ members, to }, at) => {
      if (at === second) return [];
      const own = at === first ? joined : to.with(first, joined[at] ?? 0);
      const kept = own.filter((_, other) => other !== second);
      return { members: at === first ? [...a.members, ...b.members] : members, to: kept };
    });
    if (groups.length <= mostGroups) partitions.push(groups.map(({ members }) => members));
  }
  return partitions;
}

/** Each moved to the group that it is nearest to, until all stay: what was joined early may have been wrong. */
function settled(
  groups: readonly (readonly number[])[],
  distances: Distances
): readonly (readonly number[])[] {
  const homes: number[] = [];
  groups.forEach((group, home) => group.forEach((member) => (homes[member] = home)));
  for (let round = 0; round < 10; round += 1) {
    let moved = false;
    for (const [member, to] of distances.entries()) {
      const home = homes[member] ?? 0;
      const sums = groups.map(() => 0);
      const counts = groups.map(() => 0);
      to.forEach((distance, other) => {
        if (other === member) return;
        const at = homes[other] ?? 0;
        sums[at] = (sums[at] ?? 0) + distance;
        counts[at] = (counts[at] ?? 0) + 1;
      });
      const apart = sums.map((sum, at) => (counts[at] ? sum / counts[at] : Infinity));
      const nearest = apart.indexOf(Math.min(...apart));
      // One that stands alone is like no other.
      if (apart[home] === Infinity || nearest === home) continue;
      homes[member] = nearest;
      moved = true;
    }
    if (!moved) break;
  }
  return groups
    .map((_, home) => [...homes.keys()].filter((member) => homes[member] === home))
    .filter((group) => group.length > 0);
}

/** From -1 to 1: how much nearer all are to their own group than to the next; 0 for one that stands alone. */
function silhouetteOf(groups: readonly (readonly number[])[], distances: Distances): number {
  const toAll = (from: number, to: readonly number[]) =>
    mean(to.map((other) => distances[from]?.[other] ?? 0));
  return mean(
    groups.flatMap((group) =>
      group.map((member) => {
        if (group.length === 1) return 0;
        const own = toAll(
          member,
          group.filter((other) => other !== member)
        );
        const next = Math.min(
          ...groups.filter((other) => other !== group).map((other) => toAll(member, other))
        );
        return (next - own) / Math.max(own, next, Number.EPSILON);
      })
    )
  );
}
