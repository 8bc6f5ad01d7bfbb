/** Makes words comparable: without case and accents, each unit knowing where it stood. Pure. */

export interface Folded {
  readonly text: string;
  /** For each unit of `text`, the UTF-16 offset of the character it came from. */
  readonly offsets: readonly number[];
}

export function fold(text: string): Folded {
  let folded = '';
  const offsets: number[] = [];
  let offset = 0;
  for (const character of text) {
    const plain = foldCharacter(character);
    folded += plain;
    for (let i = 0; i < plain.length; i += 1) offsets.push(offset);
    offset += character.length;
  }
  return { text: folded, offsets };
}

/** The words of a query, folded; none for a query without a letter or digit. */
export function wordsOf(query: string): readonly string[] {
  return [...new Set(fold(query).text.match(/[\p{L}\p{N}]+/gu) ?? [])];
}

function foldCharacter(character: string): string {
  return character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/ß/g, 'ss');
}
