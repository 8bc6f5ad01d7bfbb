/** The file of what a person has said of the library as a whole: written like a briefing's, with a second copy. */
import { join } from 'node:path';
import { emptyRegister, Register, uniteRegisters } from '../domain/ledger/register.js';
import { ExpectedFailure } from '../domain/base/result.js';
import { writeDurably } from '../disk/write-durably.js';
import { bestCopy, type FileCopy, readCopies } from './copies.js';
import { DamagedFile, seal, unseal } from './envelope.js';
import type { Finding } from './finding.js';
import type { Parts } from './open-parts.js';
import { shownPath } from './paths.js';
import { quarantine, type StoreFolder } from './store-folder.js';

/** What a person has said of the library as a whole. */
export interface KeptRegister {
  /** 0 before anything was said, and of what a newer Standpoint wrote. Grows by one with every save. */
  readonly revision: number;
  readonly register: Register;
}

const format = 'standpoint-register';
/** 2: a saved search has its collection. */
export const registerSchema = 2;

/** `schema` is newer than ours for a file that can be neither read nor written here. */
type Stored = KeptRegister & { readonly schema: number };

function encodeRegister({ revision, register }: KeptRegister): Uint8Array {
  return seal(format, { schema: registerSchema, revision, data: register });
}

/** Throws `DamagedFile`. */
export function decodeRegister(bytes: Uint8Array): Stored {
  const { schema, revision, data } = unseal(format, bytes);
  if (schema > registerSchema) return { schema, revision, register: emptyRegister };
  const parsed = Register.safeParse(data);
  if (!parsed.success) throw new DamagedFile('it holds what no register holds');
  return { schema, revision, register: parsed.data };
}

function registerPath({ root }: StoreFolder): string {
  return join(root, 'register.json');
}

/** Revision 0 where nothing has been said yet, or nothing whole is left of it, which is reported. */
async function readRegister(folder: StoreFolder): Promise<Stored> {
  const copies = await readCopies(registerPath(folder), decodeRegister, folder.fs);
  const best = bestCopy(copies);
  if (best?.kind !== 'main') {
    (await inspect(folder, copies, false)).filter(isNotLeftover).forEach(folder.report);
  }
  return best?.value ?? { schema: registerSchema, revision: 0, register: emptyRegister };
}

/** The file as it is, for a backup; `null` where there is none that is whole. */
export async function readRegisterFile(folder: StoreFolder): Promise<string | null> {
  const best = bestCopy(await readCopies(registerPath(folder), decodeRegister, folder.fs));
  return best && Buffer.from(best.bytes).toString('utf8');
}

interface Jobs {
  readonly register: () => Promise<KeptRegister>;
  readonly saveRegister: (base: number, register: Register) => Promise<number>;
}

export function registerJobs(parts: Parts): Jobs {
  const { folder, reading, writing } = parts;
  return {
    register: () =>
      reading('the register could not be read', async () => {
        const stored = await parts.turns.run('register', () => readRegister(folder));
        const isReadable = stored.schema <= registerSchema;
        return { revision: isReadable ? stored.revision : 0, register: stored.register };
      }),
    saveRegister: (base, register) =>
      writing('register', 'it was not kept', () => write(folder, base, Register.parse(register)))
  };
}

async function write(folder: StoreFolder, base: number, register: Register): Promise<number> {
  const stored = await readRegister(folder);
  if (stored.schema > registerSchema) {
    throw new ExpectedFailure(
      'newer-schema',
      'The register of this library was written by a newer Standpoint. Update Standpoint to change it.'
    );
  }
  if (stored.revision !== base) {
    throw new ExpectedFailure(
      'stale-revision',
      'The register of this library has been changed elsewhere meanwhile; this change was not kept. Try it again.'
    );
  }
  // A save puts what is there into the place of the second copy: damaged bytes must not go there.
  await checkRegister(folder, true);
  const revision = base + 1;
  await writeDurably(registerPath(folder), encodeRegister({ revision, register }), folder.fs);
  return revision;
}

/** To what is said here comes what a backup says. */
export function takeInRegister(parts: Parts, theirs: Register, what: string): Promise<void> {
  return parts.writing('register', what, async () => {
    const { revision, register } = await readRegister(parts.folder);
    const united = uniteRegisters(register, theirs);
    if (JSON.stringify(united) === JSON.stringify(register)) return;
    await write(parts.folder, revision, united);
  });
}

export async function checkRegister(
  folder: StoreFolder,
  repair: boolean
): Promise<readonly Finding[]> {
  const copies = await readCopies(registerPath(folder), decodeRegister, folder.fs);
  return inspect(folder, copies, repair);
}

async function inspect(
  folder: StoreFolder,
  copies: readonly FileCopy<Stored>[],
  repair: boolean
): Promise<readonly Finding[]> {
  const best = bestCopy(copies);
  const damaged = copies.filter(({ damage, kind }) => damage !== null && kind !== 'temporary');
  const left = copies.filter(({ kind }) => kind === 'temporary');
  const aside: string[] = [];
  if (repair) {
    for (const { path } of damaged) aside.push(await quarantine(folder, path));
    if (best && best.kind !== 'main') {
      await writeDurably(registerPath(folder), best.bytes, folder.fs);
    }
    for (const { path } of left) await folder.fs.rm(path, { force: true });
  }
  const file = shownPath(folder.root, registerPath(folder));
  const findings: Finding[] = [];
  if (damaged.length > 0 || (best && best.kind !== 'main')) {
    const reason = damaged.map(({ damage }) => damage).join('; ') || 'its file is gone';
    const where = aside.length > 0 ? ` The damaged copy lies in ${aside.join(' and ')}.` : '';
    const kept = best
      ? 'What it said last is kept in its other copy.'
      : 'No good copy is left: which names are one, collections and saved searches have to be made again. The briefings are not touched by this.';
    findings.push({
      code: best ? 'damaged-register' : 'lost-register',
      file,
      message: `The register of the library is damaged (${reason}). ${kept}${where}`,
      mended: repair
    });
  }
  if (left.length > 0) {
    findings.push({
      code: 'leftover',
      file,
      message: `An interrupted save left a file beside ${file}${repair ? '; it was removed' : ''}.`,
      mended: repair
    });
  }
  return findings;
}

function isNotLeftover({ code }: Finding): boolean {
  return code !== 'leftover';
}
