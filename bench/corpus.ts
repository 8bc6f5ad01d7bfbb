/** A folder of texts that a person brings along: every `.txt` and `.md` file in it and below it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export function textsOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(txt|md)$/.test(name))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}
