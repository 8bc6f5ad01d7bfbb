/** How much a library holds on its disk, counted file by file. Reads no file, and writes nothing. */
import { join } from 'node:path';
import { TextHash } from '../domain/briefing/source.js';
import { VersionKey } from '../domain/briefing/version.js';
import { keptShelves } from './kept-by-hash.js';
import { disk, ifThere, namesIn } from '../disk/file-system.js';

interface LibrarySize {
  /** Of all its files, the index of the search among them. */
  readonly bytes: number;
  /** Texts of sources, each kept once. */
  readonly texts: number;
  /** Files that texts were read from, each kept once. */
  readonly originals: number;
  readonly versions: number;
}

/** What is made or taken away meanwhile may be counted or not. */
export async function measureLibrary(folder: string): Promise<LibrarySize> {
  const size = { bytes: 0, texts: 0, originals: 0, versions: 0 };
  const waiting = [folder];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    for (const name of await namesIn(place, disk)) {
      const path = join(place, name);
      const facts = await ifThere(disk.stat(path));
      if (facts?.isDirectory()) waiting.push(path);
      if (!facts?.isFile()) continue;
      size.bytes += facts.size;
      const shelf = keptShelves.find((each) => place === join(folder, each));
      if (shelf && TextHash.safeParse(name).success) size[shelf] += 1;
      if (VersionKey.safeParse(name.replace(/\.json$/, '')).success) size.versions += 1;
    }
  }
  return size;
}
