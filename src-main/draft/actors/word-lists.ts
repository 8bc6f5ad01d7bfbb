/** compromise, the one owner, as a dictionary only: what kind of word a word is. Its tagger is not used. */
import nlp from 'compromise/two';

type WordKind =
  | 'FirstName'
  | 'MaleName'
  | 'FemaleName'
  | 'LastName'
  | 'Person'
  | 'Country'
  | 'City'
  | 'Region'
  | 'Place'
  | 'Demonym'
  | 'Organization'
  | 'SportsTeam';

const { lexicon } = (nlp.model() as { one: unknown }).one as {
  lexicon: Readonly<Record<string, string | string[]>>;
};
const proper =
  /^(?:FirstName|MaleName|FemaleName|LastName|Person|Country|City|Region|Place|Demonym|Organization|SportsTeam|ProperNoun|Month|WeekDay)$/;

/** Also of phrases: "united kingdom". Case does not matter. */
export function isKind(word: string, ...kinds: readonly WordKind[]): boolean {
  return tagsOf(word).some((tag) => (kinds as readonly string[]).includes(tag));
}

/** Whether the word stands in the dictionary as an everyday word. */
export function isEverydayWord(word: string): boolean {
  const tags = tagsOf(word);
  return tags.length > 0 && !tags.some((tag) => proper.test(tag));
}

function tagsOf(word: string): readonly string[] {
  const key = word.toLowerCase().replace(/\.$/, '');
  if (!Object.hasOwn(lexicon, key)) return [];
  const tags = lexicon[key];
  return typeof tags === 'string' ? [tags] : (tags ?? []);
}
