/**
 * Briefings as a Standpoint file: everything, importable again. A zip file of
 *
 *     briefing.json        { schema, profile, briefing }, or a list of these
 *     texts/<sha256>       the texts of sources, in UTF-8
 *     originals/<sha256>   the files that these were read from, as they are
 *
 * Equal briefings make equal bytes.
 */
import { maxStandpointBytes } from '../domain/base/limits.js';
import { ExpectedFailure } from '../domain/base/result.js';
import { bundleSchema } from '../domain/briefing/bundle.js';
import { type Source, type TextHash, titleOfSource } from '../domain/briefing/source.js';
import type { DocumentJob } from '../domain/publication/document-job.js';
import { quoted } from '../domain/terms/terms.js';
import { ZipWriter } from '../disk/zip.js';
import { asJson } from './bundle-json.js';
import type { Format, MakeOptions } from './format.js';

declare module './format.js' {
  interface FormatsByEnding {
    readonly standpoint: Format;
  }
}

export const standpointFile: Format = {
  name: 'Standpoint file',
  label: 'Standpoint file',
  shows: 'data',
  holds:
    'the briefing, the texts of its sources and the files these were read from; all of it, unless for an audience; comes back',
  book: { name: 'Standpoint file', holds: 'all briefings, with texts and files' },
  make: packStandpoint
};

async function packStandpoint(
  { title, parts, edition }: DocumentJob,
  options: MakeOptions
): Promise<Uint8Array> {
  const { profile } = edition;
  const briefings = parts.map(({ briefing, behind }) => ({
    schema: bundleSchema,
    profile,
    ...(behind && { behind }),
    briefing
  }));
  const json = Buffer.from(asJson(title === null ? briefings[0] : briefings));
  const texts = new Map(
    parts.flatMap((part) =>
      Object.entries(part.texts).map(([hash, text]) => [hash, Buffer.from(text)])
    )
  );
  const originals = await readOriginals(
    parts.flatMap(({ briefing }) => briefing.sources),
    options
  );
  const all = [json, ...texts.values(), ...originals.values()];
  refuseTooLarge(all.reduce((sum, { length }) => sum + length, 0));

  const pieces: Uint8Array[] = [];
  const zip = new ZipWriter((piece) => pieces.push(piece));
  await zip.add('briefing.json', json, { pack: true });
  for (const [hash, bytes] of byHash(texts)) await zip.add(`texts/${hash}`, bytes, { pack: true });
  for (const [hash, bytes] of byHash(originals)) {
    options.signal?.throwIfAborted();
    await zip.add(`originals/${hash}`, bytes, { pack: false });
  }
  await zip.end();
  return Buffer.concat(pieces);
}

/** Those that are at hand; of each other one a sentence is told. */
async function readOriginals(
  sources: readonly Source[],
  { original: read, tell, signal }: MakeOptions
): Promise<ReadonlyMap<TextHash, Uint8Array>> {
  const found = new Map<TextHash, Uint8Array>();
  for (const source of sources) {
    const { original } = source;
    if (!original || found.has(original.hash)) continue;
    signal?.throwIfAborted();
    const bytes = (await read?.(original.hash)) ?? null;
    if (bytes) found.set(original.hash, bytes);
    else {
      const title = quoted(titleOfSource(source));
      tell?.(`The original file of ${title} is not here, so it is missing in what was written.`);
    }
  }
  return found;
}

function byHash<T>(entries: ReadonlyMap<string, T>): readonly (readonly [string, T])[] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** What cannot come back is not written. */
function refuseTooLarge(bytes: number): void {
  if (bytes <= maxStandpointBytes) return;
  const [size, most] = [Math.ceil(bytes / 1e6), maxStandpointBytes / 1e6];
  throw new ExpectedFailure(
    'too-large',
    `With the original files it would have ${size} MB; a Standpoint file may have up to ${most} MB. Nothing was written. As JSON (.json) it goes without them.`
  );
}
