/** For the store's tests: folders where a sync costs nothing, and what a crash leaves of a library. */
import { existsSync } from 'node:fs';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** In memory where the system has such a place. */
export function testFolder(name: string): Promise<string> {
  const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  return mkdtemp(join(place, `standpoint-${name}-`));
}

/** What a kill at this moment leaves. Returns the copy, beside the library's folder. */
export async function asAfterKill(folder: string, name: string): Promise<string> {
  const copy = `${folder}-${name}`;
  await cp(folder, copy, { recursive: true });
  return copy;
}
