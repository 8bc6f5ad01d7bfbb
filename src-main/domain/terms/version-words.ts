/** What a version is called, on the screen, at a terminal and on paper. */
import { dayOf, type Moment } from '../base/values.js';
import type { Version, VersionKind } from '../briefing/version.js';
import { dateInWords, type DateStyle } from './terms.js';

/** Why a version was kept. */
export const versionKindWords: Readonly<Record<VersionKind, string>> = {
  hourly: 'Hourly version',
  daily: 'Daily version',
  migration: 'Before a newer Standpoint rewrote it',
  import: 'Before an import was merged into it',
  restore: 'Before another version took its place',
  named: 'Named',
  undone: 'Before an undo',
  visit: 'As it was left'
};

/** Its author's name for it, else why it was kept. */
export function versionName(
  { kind, name }: Pick<Version, 'kind' | 'name'>,
  kinds = versionKindWords
): string {
  const given = name.trim();
  return kind === 'undone' && given ? `${kinds.undone}: ${given}` : given || kinds[kind];
}

/** Such as "17 August 2025, 10:03", by the clock of this machine: when it was kept. */
export function versionTime({ keptAt }: Pick<Version, 'keptAt'>): string {
  return momentInWords(keptAt);
}

/** Such as "17 August 2025, 10:03", by the clock of this machine. */
export function momentInWords(moment: Moment, style: DateStyle = 'day-first'): string {
  const at = new Date(moment);
  const time = at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  return `${dateInWords(dayOf(at), style)}, ${time}`;
}

/** Such as "17 August 2025", by the clock of this machine. */
export function dayInWords(moment: Moment): string {
  return dateInWords(dayOf(new Date(moment)));
}
