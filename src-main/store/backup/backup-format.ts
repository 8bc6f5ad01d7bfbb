/** What an archive of a library holds, line by line, and the checks on its way back. Pure. */
import { z } from '../../domain/base/zod.js';
import { Id } from '../../domain/base/values.js';
import { currentSchema } from '../../domain/briefing/migrations.js';
import { ExpectedFailure } from '../../domain/base/result.js';
import { TextHash } from '../../domain/briefing/source.js';
import { VersionKey } from '../../domain/briefing/version.js';
import { type ArchiveEntry, linesOf } from './archive.js';
import { DamagedFile } from '../envelope.js';
import { sha256 } from '../kept-by-hash.js';
import type { Register } from '../../domain/ledger/register.js';
import { decodeRegister, registerSchema } from '../register.js';
import { decodeBriefing, type StoredBriefing } from '../stored-briefing.js';
import { decodeVersion } from '../versions/version-files.js';

/** The files of the library as they are, checksums and all, so that each can be checked by itself. */
const BriefingLine = z.strictObject({ id: Id, isDeleted: z.boolean(), file: z.string() });
const VersionLine = z.strictObject({ id: Id, key: VersionKey, file: z.string() });
const RegisterLine = z.strictObject({ register: z.string() });
const TextLine = z.strictObject({ hash: TextHash, text: z.string() });
/** The last entry: without it the archive is not whole. */
export const Contents = z.strictObject({
  format: z.literal('standpoint-backup/1'),
  madeAt: z.iso.datetime(),
  briefings: z.int(),
  versions: z.int(),
  texts: z.int(),
  /** Older backups have none. */
  originals: z.int().default(0)
});
export type Contents = z.infer<typeof Contents>;
export type BriefingLine = z.infer<typeof BriefingLine>;
export type VersionLine = z.infer<typeof VersionLine>;
export type TextLine = z.infer<typeof TextLine>;

export const contentsName = 'standpoint-backup.json';

/** A file that a source was read from: an entry by itself, named by its hash, the bytes as they are. */
export interface KeptOriginal {
  readonly hash: TextHash;
  readonly bytes: Uint8Array;
}

/** One entry of an archive, checked. Texts and originals come first, so that nothing is taken in without them. */
export type BackupPart =
  | { readonly kind: 'texts'; readonly lines: readonly TextLine[] }
  | { readonly kind: 'originals'; readonly lines: readonly [KeptOriginal] }
  | { readonly kind: 'briefings'; readonly lines: readonly BackedUpBriefing[] }
  | { readonly kind: 'versions'; readonly lines: readonly VersionLine[] }
  | { readonly kind: 'register'; readonly lines: readonly Register[] }
  | { readonly kind: 'contents'; readonly contents: Contents };

export interface BackedUpBriefing extends StoredBriefing {
  readonly isDeleted: boolean;
}

/** Throws `DamagedFile` for what is not what a backup wrote. */
export function readBackupPart(entry: ArchiveEntry): BackupPart {
  const { name } = entry;
  if (name === contentsName) {
    return { kind: 'contents', contents: parse(Contents, linesOf(entry)[0], name) };
  }
  const kind = name.split('/')[0];
  if (kind === 'originals') return { kind, lines: [readOriginal(entry)] };
  const lines = linesOf(entry);
  switch (kind) {
    case 'texts':
      return { kind, lines: lines.map((line) => readText(parse(TextLine, line, name))) };
    case 'briefings':
      return { kind, lines: lines.map((line) => readBriefing(parse(BriefingLine, line, name))) };
    case 'versions':
      return { kind, lines: lines.map((line) => readVersion(parse(VersionLine, line, name))) };
    case 'register':
      return { kind, lines: lines.map((line) => readSaid(parse(RegisterLine, line, name))) };
    default:
      throw new DamagedFile(`it holds “${name}”, which no backup has`);
  }
}

export function originalName(hash: TextHash): string {
  return `originals/${hash}`;
}

function readOriginal({ name, bytes }: ArchiveEntry): KeptOriginal {
  const hash = sha256(bytes);
  if (name !== originalName(hash)) throw new DamagedFile(`the file ${name} is damaged`);
  return { hash, bytes };
}

function readText(line: TextLine): TextLine {
  if (sha256(Buffer.from(line.text)) !== line.hash)
    throw new DamagedFile(`the text ${line.hash} is damaged`);
  return line;
}

function readBriefing({ id, isDeleted, file }: BriefingLine): BackedUpBriefing {
  const { revision, schema, briefing } = decodeBriefing(id, Buffer.from(file));
  if (schema > currentSchema) {
    throw new ExpectedFailure(
      'newer-backup',
      `“${briefing.title}” was written by a newer Standpoint. Update Standpoint to restore this backup; nothing was changed.`
    );
  }
  return { revision, schema, briefing, isDeleted };
}

function readSaid({ register }: z.infer<typeof RegisterLine>): Register {
  const { schema, register: said } = decodeRegister(Buffer.from(register));
  if (schema > registerSchema) {
    throw new ExpectedFailure(
      'newer-backup',
      'The register of names and collections was written by a newer Standpoint. Update Standpoint to restore this backup; nothing was changed.'
    );
  }
  return said;
}

function readVersion(line: VersionLine): VersionLine {
  decodeVersion(line.id, line.key, Buffer.from(line.file));
  return line;
}

function parse<T extends z.ZodType>(schema: T, line: unknown, name: string): z.output<T> {
  const parsed = schema.safeParse(line);
  if (parsed.success) return parsed.data;
  throw new DamagedFile(`a line of “${name}” is not as a backup writes it`);
}
