/** The names in WordNet's nouns, by what they name. */
import { readFileSync } from 'node:fs';

/** https://wordnet.princeton.edu/documentation/lexnames5wn */
const LOCATIONS = ['15', '17'];
const GROUPS = ['14'];
const PERSONS = ['18'];
/** Acts, buildings, states of mind, words and works, events, foods, times: what bears a name and says nothing. */
const OTHERS = ['04', '09', '10', '11', '13', '22', '24', '26', '28'];

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
  }
  return names;
}
