/** What a package says about its licence. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Licence } from '../../src-main/domain/program/library-state.js';

interface Stated {
  readonly name: string;
  readonly version: string;
  readonly license?: string | { readonly type: string };
  /** As older packages put it. */
  readonly licenses?: readonly { readonly type: string }[];
}

/** @param folder of the package */
export function licenceOf(folder: string): Licence {
  const files = readdirSync(folder).sort();
  const read = (file: string) =>
    readFileSync(join(folder, file), 'utf8').replace(/\r\n/g, '\n').trim();
  const { name, version, license, licenses } = JSON.parse(read('package.json')) as Stated;
  const stated = [license ?? licenses ?? 'not stated'].flat();
  const words = files.filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file));
  const readme = files.find((file) => /^readme/i.test(file));
  return {
    name,
    version,
    licence: stated.map((each) => (typeof each === 'string' ? each : each.type)).join(' or '),
    text: words.map(read).join('\n\n') || (readme ? licencePart(read(readme)) : '')
  };
}

/** Some packages have their licence only at the end of what they say of themselves. */
function licencePart(readme: string): string {
  const heading = /^#+ *licen[cs]e[^\n]*\n/im.exec(readme);
  return heading ? readme.slice(heading.index + heading[0].length).trim() : '';
}
