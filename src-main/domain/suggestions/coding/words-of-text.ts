/**
 * What the actors of one text speak about: the phrases that their statements share. It needs no language
 * model: a phrase that comes again, and stands after an article or a preposition once, is a thing. Pure.
 */
import { wordPlaces } from '../../search/words.js';
import { distinctNames, foldName } from '../../text/fold-name.js';
import { emptyWords, prepositions, singular } from '../alike-issues.js';
import type { Suggestion } from '../suggestion.js';

export interface PhraseOfText {
  /** As the text words it first. */
  readonly wording: string;
  /** Without those that tell nothing, without case and plural. */
  readonly words: ReadonlySet<string>;
  /** How many actors say it: at least one. */
  readonly actors: number;
}

/** Prepared once for a draft; each of its statements is then asked about. */
export interface WordsOfText {
  /** What several actors say, or what comes again in the text; what the most actors say first. */
  readonly phrases: readonly PhraseOfText[];
  /** The issues of drafted positions, each once, in the order of the text. */
  readonly issues: readonly string[];
}

/** Of a text that was not drafted. */
export const noWordsOfText: WordsOfText = { phrases: [], issues: [] };

interface Saying {
  readonly actor: string;
  readonly words: string;
}

/**
 * @param suggestions all of one draft.
 * @param text that was drafted.
 */
export function wordsOfText(suggestions: readonly Suggestion[], text: string): WordsOfText {
  const names = suggestions.flatMap((each) =>
    each.kind === 'actor'
      ? [each.actor.name, ...each.actor.aliases, ...each.actor.titles]
      : [actorOfSaying(each) ?? '']
  );
  const sayings = suggestions.flatMap((each): readonly Saying[] => {
    const actor = actorOfSaying(each);
    return actor === null ? [] : [{ actor, words: each.words.text }];
  });
  const issues = suggestions.flatMap((each) => {
    if (each.kind === 'position') return [each.position.position.issue];
    return each.kind === 'change' ? [each.issue] : [];
  });
  return { phrases: phrasesOf(sayings, names, text), issues: distinctNames(issues) };
}

function actorOfSaying(suggestion: Suggestion): string | null {
  switch (suggestion.kind) {
    case 'position':
      return suggestion.position.actor.name;
    case 'change':
      return suggestion.actor.name;
    case 'statement':
      return suggestion.statement.actor.name;
    case 'quote':
      return suggestion.speaker;
    default:
      return null;
  }
}

/** Words of a phrase, those between them among them. */
const longest = 5;
/** Words of a phrase that tell something. */
const mostTelling = 3;
/** Within a phrase, as in “withdrawal of troops”. */
const joining = new Set(['of', 'to', 'for', 'on', 'in', 'with', 'against', 'between']);
/** After these stands what somebody speaks about. */
const leading = new Set([
  ...prepositions,
  ...'a an the this that these those any all its their his her our your my no some'.split(' ')
]);
for (const each of ['to', 'than', 'as']) leading.delete(each);
const articles = new Set('a an the its their his her our your my this these those'.split(' '));

/** No issue by themselves, though people often say them. */
const vague: ReadonlySet<string> = new Set(
  (
    'able about also always another anything back bad best better big case chance come coming course country day ' +
    'different done end even ever every everybody everyone everything example fact far few first found future ' +
    'get give given go going good got great group half hand happen hard help here home hope hour how idea if ' +
    'important interest interview job just keep kind know last later least less let life like line little ' +
    'lived long look lot made main make making man many matter mean member mind moment month more most much name need ' +
    'never new next night nothing now number often old once one only other others own part past people person ' +
    'place point possible problem put question reason really result right said same say saying second see seen ' +
    'set show side sir situation small so some someone something sort sound start state statement still story such ' +
    'take talk tell term then thing think third thought time today together told tomorrow tonight too true try ' +
    'turn two three four five six seven eight nine ten type use used very view want way week well went what when where ' +
    'which while who whole why woman wonderful word work working world wrong year years yes yesterday yet ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july ' +
    'august september october november december him them me us who whom both favor mr mrs ms dr ll ve re don didn doesn isn wasn won couldn wouldn because but'
  ).split(' ')
);

interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** Whether a stop, comma, dash or quotation mark parts it from the one before. */
  readonly isApart: boolean;
  readonly isCapital: boolean;
}

interface Found {
  readonly wording: string;
  readonly words: ReadonlySet<string>;
  readonly actors: Set<string>;
  /** In the whole text. */
  times: number;
  isThing: boolean;
  /** Whether it is more than a name of somebody: it is seen without a capital, say. */
  isNoName: boolean;
}

function phrasesOf(
  sayings: readonly Saying[],
  names: readonly string[],
  text: string
): readonly PhraseOfText[] {
  const nameWords = new Set(names.flatMap((name) => [...wordsIn(name)].map(({ word }) => word)));
  const found = new Map<string, Found>();
  for (const { actor, words } of sayings) {
    for (const { key, run, before, after } of phrasesIn(words)) {
      const telling = run.filter(({ word }) => !emptyWords.has(word)).map(({ word }) => word);
      const [first, last] = [run[0], run.at(-1)];
      if (!first || !last || telling.every((word) => nameWords.has(word) || isVague(word)))
        continue;
      const known = found.get(key) ?? {
        wording: words.slice(first.start, last.end).replace(/\s+/g, ' '),
        words: new Set(telling),
        ...{ actors: new Set<string>(), times: 0, isThing: false },
        isNoName: run.length > 1 && !telling.every((word) => nameWords.has(word))
      };
      found.set(key, known);
      known.isNoName ||= !first.isCapital;
      known.actors.add(foldName(actor));
      known.isThing ||= isThing(run, before, after);
    }
  }
  for (const { key, run, before, after } of phrasesIn(text)) {
    const known = found.get(key);
    if (!known) continue;
    known.times += 1;
    known.isNoName ||= run[0]?.isCapital === false;
    known.isThing ||= isThing(run, before, after);
  }
  const partsOnly = new Set([...found].flatMap(([key, each]) => partsSaidNoMore(key, each, found)));
  return [...found]
    .filter(
      ([key, { actors, times, isThing: is, isNoName }]) =>
        is && isNoName && (actors.size > 1 || times > 1) && !partsOnly.has(key)
    )
    .map(([, each]) => each)
    .sort(
      (a, b) =>
        Number(b.actors.size > 1) - Number(a.actors.size > 1) ||
        b.words.size - a.words.size ||
        b.actors.size - a.actors.size ||
        b.times - a.times
    )
    .map(({ wording, words, actors }) => ({ wording, words, actors: actors.size }));
}

/** The parts of a phrase that nobody says without it: they say less than the whole. */
function partsSaidNoMore(
  key: string,
  { actors, times, isThing: is }: Found,
  found: ReadonlyMap<string, Found>
): readonly string[] {
  if (!is || (actors.size < 2 && times < 2)) return [];
  const words = key.split(' ');
  return words.flatMap((_, from) =>
    words.slice(from).flatMap((_, more) => {
      const part = words.slice(from, from + more + 1).join(' ');
      const known = found.get(part);
      const isNoMore = known && known.actors.size <= actors.size && known.times <= times;
      return isNoMore && part !== key ? [part] : [];
    })
  );
}

function* phrasesIn(text: string) {
  const words = [...wordsIn(text)];
  for (const [at, first] of words.entries()) {
    const before = first.isApart ? '' : (words[at - 1]?.word ?? '');
    for (const run of runsAt(words, at)) {
      const next = words[at + run.length];
      const after = !next || next.isApart ? '' : next.word;
      yield { key: run.map(({ word }) => word).join(' '), run, before, after };
    }
  }
}

/**
 * Whether the words can be what is spoken about, as they stand there: after an article or a preposition, and
 * before none that they only describe; or alone between stops or quotation marks.
 */
function isThing(run: readonly Word[], before: string, after: string): boolean {
  const last = run.at(-1);
  if (!last || (after !== '' && !emptyWords.has(after)) || last.word.endsWith('ly')) return false;
  if (/(?:ing|ed)$/.test(last.word)) {
    return articles.has(before) && (run.length > 1 || last.word.endsWith('ing'));
  }
  return leading.has(before) || (run.length > 1 && before === '' && after === '');
}

function isVague(word: string): boolean {
  return vague.has(word) || /^\d+$/.test(word) || [...word].length < 3;
}

/** The phrases that begin with this word. */
function* runsAt(words: readonly Word[], at: number): Generator<readonly Word[]> {
  const first = words[at];
  if (!first || emptyWords.has(first.word) || isVague(first.word)) return;
  let telling = 0;
  for (let end = at; end < Math.min(words.length, at + longest); end += 1) {
    const word = words[end];
    if (!word || (end > at && word.isApart)) return;
    if (emptyWords.has(word.word)) {
      if (!joining.has(word.word)) return;
      continue;
    }
    telling += 1;
    if (telling > mostTelling) return;
    if (!isVague(word.word)) yield words.slice(at, end + 1);
  }
}

function* wordsIn(text: string): Generator<Word> {
  let last = 0;
  for (const { word, start, end } of wordPlaces(text)) {
    yield {
      word: singular(word),
      ...{ start, end },
      isApart: !/^[\s-]*$/.test(text.slice(last, start)),
      isCapital: /^\p{Lu}/u.test(text.slice(start, end))
    };
    last = end;
  }
}
