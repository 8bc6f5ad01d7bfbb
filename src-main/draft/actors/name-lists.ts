/**
 * What openly licensed lists know of a name: places, first and last names, bodies, peoples, and things
 * that act for nobody. `scripts/name-lists` writes them, and name-lists.licences.json says whose they are.
 */
import { foldName } from '../../domain/text/fold-name.js';
import lists from './name-lists.json' with { type: 'json' };

export type NameList = keyof typeof lists;

const names = Object.keys(lists) as NameList[];
/** Of a folded name, one bit for each list that has it. */
let known: ReadonlyMap<string, number> | null = null;

/** Case and accents do not matter. */
export function isListed(name: string, ...wanted: readonly NameList[]): boolean {
  known ??= readLists();
  const bits = known.get(foldName(name)) ?? 0;
  return bits !== 0 && wanted.some((list) => (bits & bitOf(list)) !== 0);
}

function bitOf(list: NameList): number {
  return 1 << names.indexOf(list);
}

function readLists(): ReadonlyMap<string, number> {
  const bits = new Map<string, number>();
  for (const list of names) {
    const bit = bitOf(list);
    for (const name of lists[list].split('|')) bits.set(name, (bits.get(name) ?? 0) | bit);
  }
  // Those of men and of women are not written twice.
  const gendered = bitOf('menNames') | bitOf('womenNames');
  for (const [name, own] of bits) if (own & gendered) bits.set(name, own | bitOf('firstNames'));
  return bits;
}
