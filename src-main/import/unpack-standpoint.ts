/** A Standpoint file → what it holds, within limits, before anything of it is believed. Written by publish/standpoint-file.ts. */
import { createHash } from 'node:crypto';
import {
  maxArticleBytes,
  maxBundleBytes,
  maxOriginalBytes,
  maxStandpointBytes,
  maxStandpointEntries
} from '../domain/base/limits.js';
import { ExpectedFailure } from '../domain/base/result.js';
import { z } from '../domain/base/zod.js';
import { Profile } from '../domain/publication/edition.js';
import { NotAZip, readZip, type ZipEntry } from '../disk/zip.js';
import { notABundle, parseBundleJson } from './parse-json.js';

interface Unpacked {
  /** As the JSON of a bundle would be; not checked yet. */
  readonly data: unknown;
  readonly profile: Profile;
  /** All of the file, by their hashes, which fit. */
  readonly originals: ReadonlyMap<string, Uint8Array>;
}

/** One or more. Throws an `ExpectedFailure` that says what is wrong, where, and the limit. */
export async function unpackStandpoint(
  name: string,
  bytes: Uint8Array
): Promise<readonly Unpacked[]> {
  if (bytes.length === 0) throw new ExpectedFailure('empty-file', `${name} is empty.`);
  const entries = await entriesOf(name, bytes);
  const json = entries.get('briefing.json');
  if (!json) throw notABundle(name, 'it holds no briefing.json');
  const data = parseBundleJson(name, json);
  const all: readonly unknown[] = Array.isArray(data) ? data : [data];
  if (all.length === 0) throw notABundle(name, 'it is an empty list');
  const texts: Record<string, string> = {};
  const originals = new Map<string, Uint8Array>();
  for (const [path, content] of entries) {
    const [shelf, hash = ''] = path.split('/');
    // Not TextDecoder, which would drop a byte order mark. Whether it fits its hash is asked with its source.
    if (shelf === 'texts' && hash !== '') texts[hash] = content.toString('utf8');
    if (shelf !== 'originals' || hash === '') continue;
    if (createHash('sha256').update(content).digest('hex') !== hash) {
      throw notABundle(name, `the original file ${hash} is not the one that was exported`);
    }
    originals.set(hash, content);
  }
  return all.map((each) => ({ ...ofOne(name, each, texts), originals }));
}

const Head = z.looseObject({ profile: Profile });

function ofOne(name: string, each: unknown, texts: Readonly<Record<string, string>>) {
  const head = Head.safeParse(each);
  if (!head.success) throw notABundle(name, 'it does not say for whom it was written');
  const { profile, ...bundle } = head.data;
  return { profile, data: { ...bundle, texts } };
}

async function entriesOf(name: string, bytes: Uint8Array): Promise<ReadonlyMap<string, Buffer>> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  try {
    return await readZip(zip, (entries) => refuseHostile(name, entries));
  } catch (error) {
    if (error instanceof NotAZip) throw notABundle(name, error.message);
    throw error;
  }
}

/** Bytes that an entry may have, by what its name begins with. */
const kinds = [
  { name: /^briefing\.json$/, most: maxBundleBytes, what: 'the briefing' },
  { name: /^texts\/[0-9a-f]{64}$/, most: maxArticleBytes, what: 'a text' },
  { name: /^originals\/[0-9a-f]{64}$/, most: maxOriginalBytes, what: 'an original file' },
  // Other programs write folders as well.
  { name: /^(?:texts|originals)\/$/, most: 0, what: 'a folder' }
];

function refuseHostile(name: string, entries: readonly ZipEntry[]): void {
  const most = maxStandpointEntries.toLocaleString('en');
  if (entries.length > maxStandpointEntries) {
    throw tooLarge(`${name} has ${entries.length.toLocaleString('en')} entries`, `${most} entries`);
  }
  let sum = 0;
  for (const { name: path, bytes } of entries) {
    const kind = kinds.find((each) => each.name.test(path));
    if (!kind) {
      const shown = JSON.stringify(path.slice(0, 100));
      throw notABundle(name, `it holds ${shown}, which no Standpoint file has`);
    }
    if (bytes > kind.most) {
      throw new ExpectedFailure(
        'too-large',
        `${path} in ${name} has ${inMegabytes(bytes)} MB; ${kind.what} may have up to ${kind.most / 1e6} MB. Nothing of it was taken in.`
      );
    }
    sum += bytes;
  }
  if (sum <= maxStandpointBytes) return;
  throw tooLarge(`${name} unpacks to ${inMegabytes(sum)} MB`, `${maxStandpointBytes / 1e6} MB`);
}

function tooLarge(what: string, most: string): ExpectedFailure {
  const message = `${what}; a Standpoint file may have up to ${most}. Nothing of it was taken in.`;
  return new ExpectedFailure('too-large', message);
}

/** Rounded up, so that what is just over a limit does not read as the limit itself. */
function inMegabytes(bytes: number): string {
  return (Math.ceil(bytes / 100_000) / 10).toLocaleString('en');
}
