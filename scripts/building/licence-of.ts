/** What a package says about its licence. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Licence } from '../../src-main/domain/program/library-state.js';

interface Stated {
  readonly name: string;
  readonly version: string;
  readonly license?: string | { readonly type: string };
  /** As older packages put it. */
  readonly licenses?: readonly { readonly type: string }[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** @param folder of the package */
export function licenceOf(folder: string): Licence {
  const files = readdirSync(folder).sort();
  const read = (file: string) =>
    readFileSync(join(folder, file), 'utf8').replace(/\r\n/g, '\n').trim();
  const { name, version, license, licenses, optionalDependencies } = JSON.parse(
    read('package.json')
  ) as Stated;
  const stated = [license ?? licenses ?? 'not stated'].flat();
  const words = files.filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file));
  const readme = files.find((file) => /^readme/i.test(file));
  return {
    name,
    version,
    licence: stated.map((each) => (typeof each === 'string' ? each : each.type)).join(' or '),
    text: [
      words.map(read).join('\n\n') || (readme ? licencePart(read(readme)) : ''),
      ...cratesInWords(Object.keys(optionalDependencies ?? {}).flatMap(nativeFilesOf(folder)))
    ].join('\n\n')
  };
}

/** Some packages have their licence only at the end of what they say of themselves. */
function licencePart(readme: string): string {
  const heading = /^#+ *licen[cs]e[^\n]*\n/im.exec(readme);
  return heading ? readme.slice(heading.index + heading[0].length).trim() : '';
}

/** The machine code of a package, which stands in a package beside it for each system. */
function nativeFilesOf(folder: string): (name: string) => readonly string[] {
  return (name) => {
    const beside = join(folder.slice(0, folder.lastIndexOf('node_modules')), 'node_modules', name);
    if (!existsSync(beside)) return [];
    return readdirSync(beside)
      .filter((file) => file.endsWith('.node'))
      .map((file) => join(beside, file));
  };
}

/**
 * What was built into machine code, in a paragraph; none where there is none. Its package has no notices, but
 * the code holds the paths of its sources, which name most of the crates and their versions.
 */
function cratesInWords(files: readonly string[]): readonly string[] {
  const crates = files.flatMap((file) => {
    const code = readFileSync(file, 'latin1');
    const paths = code.matchAll(/registry\/src\/[^/]{1,80}\/([\w-]+?-\d+\.\d+\.\d+[\w.+-]*)\//g);
    return [...paths].map(([, crate = '']) => crate);
  });
  if (crates.length === 0) return [];
  const list = [...new Set(crates)].sort().join(', ');
  return [
    `Its machine code is built from Typst (https://github.com/typst/typst, Apache-2.0) and from Rust crates. The package brings no notices of them. The code names these; each states its licence and its authors at https://crates.io/crates/ and its name: ${list}.`
  ];
}
