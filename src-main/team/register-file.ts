/**
 * What is known of the register that all share: `team/register.log`. Its lines tell the changes in the order
 * in which they came, and which revision of the library's own register held which of them.
 */
import { join } from 'node:path';
import { z } from '../domain/base/zod.js';
import { RegisterChange } from '../domain/team/register-change.js';
import { SharedRegister } from '../domain/team/shared-register.js';
import type { KnownChanges } from '../domain/team/team-change.js';
import type { FileSystem } from '../disk/file-system.js';
import { LineLog, readLineFile } from './line-file.js';

const Line = z.union([
  z.strictObject({ changes: z.array(RegisterChange).readonly() }),
  z.strictObject({ held: z.int().nonnegative(), known: z.record(z.string(), z.int()) }),
  /** How many of this device's changes the carrier has. */
  z.strictObject({ sent: z.int() }),
  /** All that the carrier had was read, as far as a Standpoint understands it that knows this form. */
  z.strictObject({ whole: z.int() })
]);
export type RegisterLine = z.infer<typeof Line>;

export interface RegisterRecord {
  readonly shared: SharedRegister;
  /** The revision of the library's register that held what `known` counts; `null`: it has held nothing of it. */
  readonly held: { readonly revision: number; readonly known: KnownChanges } | null;
  readonly sent: number;
  /** The form of changes up to which all of them are here; 0: something may be missing. */
  readonly whole: number;
}

const nothing: RegisterRecord = { shared: SharedRegister.empty, held: null, sent: 0, whole: 0 };

export class RegisterFile {
  readonly #log: LineLog;
  #record: RegisterRecord;
  /** The disk has harmed it: what it held behind the damage is gone. */
  readonly isDamaged: boolean;

  private constructor(log: LineLog, record: RegisterRecord, isDamaged: boolean) {
    this.#log = log;
    this.#record = record;
    this.isDamaged = isDamaged;
  }

  /** @param folder the team’s */
  static async open(folder: string, fs: FileSystem): Promise<RegisterFile> {
    const path = join(folder, 'register.log');
    const read = await readLineFile(path, fs);
    const lines = z.array(Line).safeParse(read?.lines ?? []);
    // A newer Standpoint writes lines of its own kinds: then all is read again, as after damage.
    const isDamaged = !lines.success || (read?.isDamaged ?? false);
    const end = lines.success ? (read?.end ?? 0) : 0;
    const log = new LineLog(path, end, fs);
    const file = new RegisterFile(log, follow(nothing, lines.data ?? []), isDamaged);
    if (isDamaged) await file.add({ whole: 0 });
    return file;
  }

  get record(): RegisterRecord {
    return this.#record;
  }

  /** Resolves once the lines are safe on disk. */
  async add(...lines: readonly RegisterLine[]): Promise<RegisterRecord> {
    await this.#log.add(...lines);
    this.#record = follow(this.#record, lines);
    return this.#record;
  }
}

function follow(record: RegisterRecord, lines: readonly RegisterLine[]): RegisterRecord {
  let { held, sent, whole } = record;
  const changes = lines.flatMap((line) => ('changes' in line ? line.changes : []));
  for (const line of lines) {
    if ('sent' in line) sent = line.sent;
    else if ('whole' in line) whole = line.whole;
    else if ('held' in line) held = { revision: line.held, known: line.known };
  }
  return { shared: record.shared.with(changes), held, sent, whole };
}
