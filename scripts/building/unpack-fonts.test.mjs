/** Protects that Typst is given fonts under names that no system's font has. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fontsForTests } from './fonts-for-tests.mjs';
import { unpackFonts } from './unpack-fonts.mjs';

/** @param {string} folder */
function hashes(folder) {
  const names = readdirSync(folder).sort();
  return names.map((name) => {
    const hash = createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
    return `${hash} ${name}`;
  });
}

test('the same packages give the same files', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'standpoint-fonts-'));
  try {
    await unpackFonts(folder);
    expect(hashes(folder)).toEqual(hashes(await fontsForTests()));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('each is a family of its own subset, and still says who made it', async () => {
  const font = readFileSync(
    join(await fontsForTests(), 'standpoint-serif-cyrillic-bold-italic.ttf')
  );
  const words = Buffer.from(font).swap16().toString('utf16le');
  const odd = Buffer.from(font.subarray(1, font.length - 1))
    .swap16()
    .toString('utf16le');
  const names = words + odd;
  expect(names).toContain('Standpoint Serif cyrillic');
  expect(names).not.toContain('Source Serif');
});
