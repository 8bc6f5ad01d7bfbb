/** Names by which the entries of a file are cited. Pure. */
import { namePartsOf, partsOfInverted } from './bibliographic.js';
import { authorsOf, type Reference } from './reference.js';

/** As they came in, else such as `byron2025`, the family’s name and the year; no two are the same. */
export function citationKeys(references: readonly Reference[]): readonly string[] {
  const used = new Set<string>();
  return references.map((reference) => {
    const key = ownKeyOf(reference) || madeKeyOf(reference);
    let unique = key;
    for (let i = 2; used.has(unique); i += 1) unique = `${key}-${i}`;
    used.add(unique);
    return unique;
  });
}

/** Without signs that would end it in BibTeX. */
function ownKeyOf({ bibliographic }: Reference): string {
  return (bibliographic?.key ?? '').replace(/[\s,{}()=#"%\\~']+/g, '');
}

function madeKeyOf({ author, publisher, title, published, bibliographic }: Reference): string {
  const [first = ''] = authorsOf(author);
  const family = namePartsOf(author, bibliographic)?.[0]?.family ?? familyIn(first);
  const words = [family, publisher, title].map(plain).find((each) => /[a-z]{2}/.test(each)) ?? '';
  const isFamily = words === plain(family);
  const word = isFamily ? words.replace(/[^a-z]/g, '') : (/[a-z]{2,}/.exec(words)?.[0] ?? 'source');
  return `${word.slice(0, 30)}${published?.slice(0, 4) ?? ''}`;
}

/** What stands before a comma, else the last word. */
function familyIn(name: string): string {
  return name.includes(',') ? partsOfInverted(name).family : (name.split(' ').at(-1) ?? '');
}

function plain(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
