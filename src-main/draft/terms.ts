/** What a paragraph is about: its names and content words, to tell which paragraphs belong together. */

/** Beyond this many UTF-16 units a paragraph is about the same as before. */
const enough = 3_000;
const shortestWord = 5;
/** Names tie paragraphs together more than words do. */
const nameWeight = 2;

const common = new Set(
  (
    'about above after again against among another around because before being below between could ' +
    'during every first further having however including might never other others really second several ' +
    'shall should since still their theirs them there these they thing third those though through ' +
    'today under until upon using where whether which while whose within without would according ' +
    'president minister monday tuesday wednesday thursday friday saturday sunday'
  ).split(' ')
);

/** Term → weight. Words are cut to a stem of six letters, which is enough to match "talks" with "talk". */
export function termsOf(paragraph: string): ReadonlyMap<string, number> {
  const text = paragraph.slice(0, enough);
  const terms = new Map<string, number>();
  const add = (term: string, weight: number) =>
    terms.set(term, Math.max(weight, terms.get(term) ?? 0));
  for (const m of text.matchAll(/[\p{L}\p{M}][\p{L}\p{M}\p{N}’'-]*/gu)) {
    const word = m[0].replace(/[’']s?$/u, '');
    const lower = word.toLowerCase();
    if (common.has(lower)) continue;
    if (/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}/u.test(word)) {
      // Without spaces between words, pairs of characters stand in for them.
      for (let i = 0; i + 1 < word.length; i++) add(word.slice(i, i + 2), 1);
    } else if (/^\p{Lu}/u.test(word) && word.length > 2 && !startsSentence(text, m.index)) {
      add(stem(lower), nameWeight);
    } else if (word.length >= shortestWord || !/\p{Script=Latin}/u.test(word)) {
      add(stem(lower), 1);
    }
  }
  return terms;
}

function stem(word: string): string {
  return word.replace(/(?:ies|es|s)$/, '').slice(0, 6);
}

function startsSentence(text: string, index: number): boolean {
  return /(?:^|[.!?…]["”’»')\]]*\s+|["“«])$/u.test(text.slice(Math.max(0, index - 6), index));
}
