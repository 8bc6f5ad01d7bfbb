/** What a version is called on the screen. */
import type { Version, VersionKind } from '../../src-main/domain/version.js';

const kindWords: Readonly<Record<VersionKind, string>> = {
  hourly: 'Kept by the hour',
  daily: 'Kept by the day',
  migration: 'Before a newer Standpoint rewrote it',
  import: 'Before an import was merged into it',
  restore: 'Before another version took its place',
  named: 'Named'
};

/** Its author's name for it, else why it was kept. */
export function versionName({ kind, name }: Version): string {
  return name.trim() || kindWords[kind];
}

/** Such as "17 August 2025, 10:03", by the clock of this machine. */
export function versionTime({ keptAt }: Version): string {
  return new Date(keptAt).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit'
  });
}
