/** What WordNet tells: the names among its nouns by what they name, and the kinds of nouns and verbs. */
import { readFileSync } from 'node:fs';

/** https://wordnet.princeton.edu/documentation/lexnames5wn */
const LOCATIONS = ['15', '17'];
const GROUPS = ['14'];
const PERSONS = ['18'];
/** Acts, buildings, states of mind, words and works, events, foods, times: what bears a name and says nothing. */
const OTHERS = ['04', '09', '10', '11', '13', '22', '24', '26', '28'];
const NAMED = [...LOCATIONS, ...GROUPS, ...PERSONS];
/** Kinds that tell something of a name. */
const KINDS = {
  '04': 'act',
  '06': 'artifact',
  '07': 'attribute',
  '09': 'cognition',
  10: 'communication',
  11: 'event',
  14: 'group',
  15: 'place',
  17: 'object',
  18: 'person',
  21: 'possession',
  26: 'state',
  28: 'time',
  30: 'change',
  31: 'thinking',
  32: 'speech',
  33: 'contest',
  35: 'contact',
  36: 'making',
  38: 'motion',
  39: 'perception',
  40: 'owning',
  41: 'dealing',
  42: 'being'
};

/**
 * The single words of WordNet by the kind of their commonest sense.
 *
 * @param {string} data `data.noun` or `data.verb` @param {string} index that goes with it
 * @returns {Readonly<Record<string, string[]>>}
 */
export function readKinds(data, index) {
  const lines = new Map(
    readFileSync(data, 'utf8')
      .split('\n')
      .map((line) => [line.slice(0, 8), line])
  );
  /** @type {Record<string, string[]>} */
  const kinds = {};
  for (const line of readFileSync(index, 'utf8').split('\n')) {
    const [word = '', , senses = '0', pointers = '0', ...rest] = line.split(' ');
    if (!/^[a-z]{3,16}$/.test(word) || senses === '0') continue;
    const commonest = lines.get(rest[Number(pointers) + 2] ?? '') ?? '';
    const kind = KINDS[/** @type {keyof typeof KINDS} */ (commonest.slice(9, 11))];
    // The index writes names in small letters too.
    if (kind !== undefined && commonest.includes(` ${word} `)) (kinds[kind] ??= []).push(word);
  }
  return kinds;
}

/**
 * @param {string} file `data.noun`
 * @returns {{ places: string[], organisations: string[], persons: string[], peoples: string[], others: string[] }}
 */
export function readWordnet(file) {
  /** @type {ReturnType<typeof readWordnet>} */
  const names = { places: [], organisations: [], persons: [], peoples: [], others: [] };
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [, lexicographer = '', , count = '0', ...fields] = line.split(' ');
    if (!/^\d\d$/.test(lexicographer)) continue;
    const words = fields
      .slice(0, 2 * parseInt(count, 16))
      .filter((_, i) => i % 2 === 0)
      .map((word) => word.replaceAll('_', ' '))
      .filter((word) => /^\p{Lu}/u.test(word));
    // "@i": an instance of its kind, so one person and no people.
    const isOne = fields.includes('@i');
    if (LOCATIONS.includes(lexicographer)) names.places.push(...words);
    if (GROUPS.includes(lexicographer)) names.organisations.push(...words);
    if (PERSONS.includes(lexicographer)) names[isOne ? 'persons' : 'peoples'].push(...words);
    if (OTHERS.includes(lexicographer)) names.others.push(...words);
    // "GDP", "TV", "HIV"
    else if (!NAMED.includes(lexicographer))
      names.others.push(...words.filter((word) => /^\p{Lu}{2,}$/u.test(word)));
  }
  return names;
}
