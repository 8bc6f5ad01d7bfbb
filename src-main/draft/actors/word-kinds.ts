/**
 * What kind of thing a noun means, and what kind of deed a verb, by their commonest sense in WordNet.
 * `scripts/name-lists` writes them; name-lists.licences.json says whose they are.
 */
import kinds from './word-kinds.json' with { type: 'json' };

export type NounKind = keyof typeof kinds.nouns;
export type VerbKind = keyof typeof kinds.verbs;

let nouns: ReadonlyMap<string, NounKind> | null = null;
let verbs: ReadonlyMap<string, VerbKind> | null = null;

/** Of a single word, whatever its case; plurals count as their singular. `null` where WordNet tells nothing of use. */
export function kindOfNoun(word: string): NounKind | null {
  nouns ??= byWord(kinds.nouns);
  const lower = word.toLowerCase();
  for (const form of [lower, ...singularsOf(lower)]) {
    const kind = nouns.get(form);
    if (kind !== undefined) return kind;
  }
  return null;
}

/** @param lemma in small letters */
export function kindOfVerb(lemma: string): VerbKind | null {
  verbs ??= byWord(kinds.verbs);
  return verbs.get(lemma) ?? null;
}

function byWord<K extends string>(lists: Readonly<Record<K, string>>): ReadonlyMap<string, K> {
  return new Map(
    (Object.entries(lists) as [K, string][]).flatMap(([kind, words]) =>
      words.split('|').map((word) => [word, kind] as const)
    )
  );
}

function singularsOf(word: string): string[] {
  if (!word.endsWith('s') || word.endsWith('ss')) return [];
  const singulars = [word.slice(0, -1)];
  if (word.endsWith('ies')) singulars.push(`${word.slice(0, -3)}y`);
  if (word.endsWith('es')) singulars.push(word.slice(0, -2));
  return singulars;
}
