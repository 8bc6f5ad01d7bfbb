/** What a measurement of a team library tells, and what it needs. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ThrowAwayServer } from '../../src-main/team/carriers/testing/throw-away-postgres.js';
import { p95, twoDigits } from '../cpu-time.js';
import { median } from '../median.js';
import type { Desk, Desks } from './start-desk.js';

export interface TeamRow {
  readonly what: string;
  readonly unit: string;
  readonly runs: number;
  readonly median: number;
  readonly p95: number | null;
  /** At most; `null`: told, and held against nothing. */
  readonly target: string | null;
  readonly reached: boolean | null;
}

export interface TestPlace {
  readonly folder: string;
  readonly desks: Desks;
  readonly server: ThrowAwayServer;
  /** Of the owner. */
  readonly address: string;
}

interface Target {
  readonly of: 'median' | 'p95';
  readonly most: number;
}

export function rowOf(
  what: string,
  unit: string,
  values: readonly number[],
  target: Target | null = null
): TeamRow {
  const figures = { median: median(values), p95: p95(values) };
  return {
    what,
    unit,
    runs: values.length,
    median: twoDigits(figures.median),
    p95: values.length > 1 ? twoDigits(figures.p95) : null,
    target: target && `${target.of === 'p95' ? 'p95 ' : ''}≤ ${target.most}`,
    reached: target && figures[target.of] <= target.most
  };
}

/** A figure of a whole measurement, such as the ratio of two medians. */
export function figureOf(
  what: string,
  unit: string,
  figure: number,
  runs: number,
  most: number | null = null
): TeamRow {
  return {
    what,
    unit,
    runs,
    median: twoDigits(figure),
    p95: null,
    target: most === null ? null : `≤ ${most}`,
    reached: most === null ? null : figure <= most
  };
}

/** A folder in which the libraries of one measurement lie. */
export function placeFor({ folder }: TestPlace, name: string): string {
  const place = join(folder, name);
  mkdirSync(place);
  return place;
}

/** A library of its own in the desk, that shares what the inviting one has. */
export async function joinWith(
  inviting: { readonly desk: Desk; readonly name: string },
  joining: { readonly desk: Desk; readonly name: string; readonly folder: string },
  address: string,
  count: number
): Promise<void> {
  const line = await inviting.desk.tell('invite', inviting.name, joining.name, address);
  await joining.desk.tell('open', joining.name, joining.folder);
  await joining.desk.tell('join', joining.name, line, count);
  // So that it is let in, and knows it.
  await inviting.desk.tell('exchange', inviting.name);
  await joining.desk.tell('exchange', joining.name);
}
