/** For tests: what earlier versions wrote, kept in `frozen/`, and what each of them read of it itself. */
import { readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Id } from '../../domain/base/values.js';
import type { Briefing } from '../../domain/briefing/briefing.js';
import type { VersionKey } from '../../domain/briefing/version.js';
import { emptyRegister } from '../../domain/ledger/register.js';
import type { KeptRegister } from '../register.js';

/** Versions, and commits between them. */
export const frozenVersions = ['0.1.0', '0.2.0', '3c7a4592'] as const;
export type FrozenVersion = (typeof frozenVersions)[number];

/** A briefing as that version knew it, so that fields may be missing. */
type FrozenBriefing = Partial<Briefing> & Pick<Briefing, 'id' | 'title' | 'positions'>;

interface FrozenLibrary {
  readonly list: readonly { readonly id: Id }[];
  readonly briefings: Readonly<
    Record<
      Id,
      {
        readonly briefing: FrozenBriefing;
        readonly revision: number;
        readonly texts: Readonly<Record<string, string>>;
      }
    >
  >;
  /** Newest first. */
  readonly versions: Readonly<
    Record<
      Id,
      readonly {
        readonly version: { readonly key: VersionKey };
        readonly briefing: FrozenBriefing;
      }[]
    >
  >;
  readonly bin: readonly { readonly summary: { readonly id: Id } }[];
  /** The briefings in the bin. */
  readonly deleted: FrozenLibrary['briefings'];
  readonly register: KeptRegister;
  /** The briefing that each file `ferry.*` holds. */
  readonly ferry: Id;
}

export function frozenPath(version: FrozenVersion | '6a5c022a', name: string): string {
  return join(import.meta.dirname, 'frozen', version, name);
}

export function copyFrozenLibrary(version: FrozenVersion, folder: string): Promise<void> {
  return cp(frozenPath(version, 'library'), folder, { recursive: true });
}

/** What that version read of its library, in the form that it has today. */
export function readExpected(version: FrozenVersion): FrozenLibrary {
  const text = readFileSync(frozenPath(version, 'expected.json'), 'utf8');
  const written = JSON.parse(text, (key, value: unknown) =>
    // Until schema 4 an entry replaced one other, or `null`.
    key === 'supersedes' && !Array.isArray(value) ? (value === null ? [] : [value]) : value
  ) as FrozenLibrary;
  return {
    ...written,
    // When it was deleted is the time of its file, which a checkout does not keep.
    bin: written.bin.map(({ summary }) => ({ summary })),
    register: written.register ?? { revision: 0, register: emptyRegister }
  };
}

export function entriesById<T>(entries: Readonly<Record<Id, T>>): [Id, T][] {
  return Object.entries(entries) as [Id, T][];
}
