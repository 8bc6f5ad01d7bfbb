/**
 * A folder that has the form of an unpacked Electron and none of its code, to try the packing without a
 * network. Its binary holds nothing but fuses, in Electron's own form: a mark, a version, a length, and a
 * character each.
 */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** As Electron ships them: on, on, on, on, off, off, off, on. */
const FUSES = '11110001';

/** @param {string} folder is made @param {string} version of Electron */
export function writeStandIn(folder, version) {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'), { recursive: true });
  const binary = Buffer.concat([
    Buffer.from(
      `#!/bin/sh\necho "A stand-in for Electron cannot open a window." >&2\nexit 1\n${MARK}`
    ),
    Buffer.from([1, FUSES.length]),
    Buffer.from(FUSES)
  ]);
  writeFileSync(join(folder, 'electron'), binary);
  chmodSync(join(folder, 'electron'), 0o755);
  writeFileSync(join(folder, 'version'), version);
  for (const file of ['LICENSE', 'LICENSES.chromium.html', 'locales/en-US.pak']) {
    writeFileSync(join(folder, file), 'A stand-in.\n');
  }
}
