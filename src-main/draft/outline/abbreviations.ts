/** Abbreviations whose full stop does not end a sentence. */

/** Always followed by a name or number: a capital after them starts nothing. */
const leading = new Set(
  (
    'mr mrs ms dr prof sen sens rep reps gov gen col lt sgt capt adm rev hon pres amb st mt no nos ' +
    'vs cf fig art sec vol pp approx est e.g i.e jan feb mar apr jun jul aug sept sep oct nov dec'
  ).split(' ')
);
/** May also stand at a sentence's end: what follows decides. */
const either = new Set(
  'u.s u.n u.k e.u d.c n.y p.m a.m inc corp co ltd jr sr etc u.s.a'.split(' ')
);
/** Words that hardly follow an abbreviation within a sentence. */
const sentenceStarters =
  /^["“‘'(]?(?:The|A|An|He|She|It|They|We|I|You|But|And|In|On|At|This|That|These|Those|His|Her|Their|Its|However|Meanwhile|After|Before|If|When|While|There|Then)\b/;

/** `before` ends with the full stop in question, `next` is what follows it. */
export function endsWithAbbreviation(before: string, next: string): boolean {
  const word = /(?:^|[\s("“‘'[—–-])((?:\p{L}\.)*\p{L}+)\.$/u.exec(before)?.[1];
  if (word === undefined) return false;
  const lower = word.toLowerCase();
  if (leading.has(lower)) return true;
  // An initial, as in "J. Smith"; "I." is more often a sentence's last word.
  if (/^\p{Lu}$/u.test(word)) return word !== 'I';
  return either.has(lower) && !sentenceStarters.test(next);
}
