/**
 * FNV-1a over UTF-16 units: one 32-bit number for equal words, for others the same with a chance of 1 in
 * 4 billion. http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function hashOfWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) {
    hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  }
  return hash;
}

/** Of each two neighbouring words one number from 0 to 2³² - 1, each once. */
export function hashesOfPairs(words: readonly string[]): ReadonlySet<number> {
  return new Set(words.slice(1).map((word, i) => hashOfWord(`${words[i] ?? ''} ${word}`) >>> 0));
}

/**
 * FNV-1a of 128 bits over the UTF-16 units of a text, as a number: what names a text by its content where
 * nobody means to make two texts of one name.
 */
export function hashOfText(text: string): bigint {
  let hash = 0x6c62272e07bb014262b821756295c58dn;
  for (let i = 0; i < text.length; i++) {
    hash = BigInt.asUintN(128, (hash ^ BigInt(text.charCodeAt(i))) * 0x1000000000000000000013bn);
  }
  return hash;
}
