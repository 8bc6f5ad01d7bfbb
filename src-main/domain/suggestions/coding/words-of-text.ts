/**
 * What the actors of one text speak of: the matters that its statements name, and which of them several share.
 * The drafter finds the phrases; this sets them against one another. Pure.
 */
import { wordPlaces } from '../../search/words.js';
import { distinctNames, foldName } from '../../text/fold-name.js';
import type { Range } from '../../text/range.js';
import { readIssue, singular } from '../alike-issues.js';
import type { Draft } from '../draft.js';
import type { Suggestion } from '../suggestion.js';

/** A matter, however often it is named. */
export interface Topic {
  /** As the text words it first. */
  readonly wording: string;
  /** Without those that tell nothing, without case and plural. */
  readonly words: ReadonlySet<string>;
  /** How many actors name it, or something narrower. */
  readonly actors: number;
  /** How many statements do. */
  readonly statements: number;
  /** How often the text has its head. */
  readonly times: number;
  /** Whether it tells more than its head: “tax reform”, but not “good deal”. */
  readonly isSpecific: boolean;
  /** Whether another briefing of the library has it as an issue, worded so. */
  readonly inLibrary: boolean;
}

/** Where a statement names a matter. */
export interface NamedTopic extends Range {
  readonly topic: Topic;
  /** Wider ones that others name: “ceasefire” for “temporary ceasefire”. */
  readonly wider: readonly Topic[];
}

/** Prepared once for a draft; each of its statements is then asked about. */
export interface WordsOfText {
  /** In the order of the text; a part of a phrase follows the whole. */
  readonly named: readonly NamedTopic[];
  /** The issues of drafted positions, each once, in the order of the text. */
  readonly issues: readonly string[];
}

/** Of a text that was not drafted. */
export const noWordsOfText: WordsOfText = { named: [], issues: [] };

/**
 * @param suggestions all of one draft.
 * @param text that was drafted.
 * @param topics of that draft.
 */
export function wordsOfText(
  suggestions: readonly Suggestion[],
  text: string,
  topics: Draft['topics'] = []
): WordsOfText {
  const issues = suggestions.flatMap((each) => {
    if (each.kind === 'position') return [each.position.position.issue];
    return each.kind === 'change' ? [each.issue] : [];
  });
  return { named: namedIn(suggestions, text, topics), issues: distinctNames(issues) };
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
      return suggestion.speaker || null;
    default:
      return null;
  }
}

/** No issue by themselves, though people often say them. */
const vague: ReadonlySet<string> = new Set(
  (
    'able about also always another anything back bad best better big case chance come coming course country day ' +
    'degree different done end even ever every everybody everyone everything example fact far few first found future ' +
    'get give given go going good got great group half hand happen hard help here home hope hour how idea if ' +
    'important interest interview job just keep kind know last later least less let life like line little ' +
    'lived long look lot made main make man many matter mean member mind moment month more most much name need ' +
    'never new next night nothing now number often old once one only other others own part past people person ' +
    'place point possible problem put question reason really result right said same say saying second see seen ' +
    'set show side sir situation small so some someone something sort sound start state statement still story such ' +
    'take tell term then thing think third thought time today together told tomorrow tonight too true try ' +
    'turn two three four five six seven eight nine ten type use used very view want way week well went what when where ' +
    'which while who whole why woman wonderful word work working world wrong year years yes yesterday yet ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july ' +
    'august september october november december him them me us who whom both favor mr mrs ms dr ll ve re don didn doesn isn wasn won couldn wouldn because but'
  ).split(' ')
);

/** Matters of which one must be told which: alone they are no issue. */
const unspecific: ReadonlySet<string> = new Set(
  (
    'act action agreement approach area attempt ban bill campaign change choice condition cut deal decision demand ' +
    'effort event issue kind law level list matter measure meeting move number offer option order plan policy ' +
    'process program programme project proposal report request response result role rule step system tax team vote'
  ).split(' ')
);

/** All that is named with the same words is one. */
interface Use {
  readonly wording: string;
  readonly words: ReadonlySet<string>;
  readonly head: string;
  inLibrary: boolean;
  readonly actors: Set<string>;
  /** By where their words begin. */
  readonly statements: Set<number>;
}

function namedIn(
  suggestions: readonly Suggestion[],
  text: string,
  topics: NonNullable<Draft['topics']>
): readonly NamedTopic[] {
  const written = new Set(text.match(/\b\p{Ll}[\p{L}\p{M}]*/gu));
  // What is written small too is a word, whatever it was taken for.
  const nameWords = new Set(
    suggestions
      .flatMap(namesOf)
      .flatMap(wordsIn)
      .filter((word) => !written.has(word))
  );
  const tells = (word: string) => !vague.has(word) && !nameWords.has(word) && !/^\d+$/.test(word);
  const sayings = suggestions
    .flatMap((each) => {
      const actor = actorOfSaying(each);
      return actor === null ? [] : [{ actor: foldName(actor), words: each.words }];
    })
    .sort((a, b) => a.words.start - b.words.start);
  const times = countWords(text);
  const uses = new Map<string, Use>();
  const placed = topics.flatMap((topic) => {
    const { words, head: read, folded } = readIssue(topic.wording);
    const all = [...words];
    const isKnown = topic.inLibrary === true;
    // A question has none, but somebody took it for an issue.
    const head = read ?? (isKnown ? folded : null);
    if (head === null || (!isKnown && (vague.has(head) || !all.some(tells)))) return [];
    const isAlone = all.filter((word) => !vague.has(word)).length < 2;
    if (isAlone && (unspecific.has(head) || head.endsWith('ly'))) return [];
    const key = all.sort().join(' ');
    const use = uses.get(key) ?? {
      ...{ wording: topic.wording, words, head, inLibrary: false },
      ...{ actors: new Set<string>(), statements: new Set<number>() }
    };
    use.inLibrary ||= isKnown;
    uses.set(key, use);
    return [{ topic, use }];
  });
  let first = 0;
  for (const { topic, use } of placed) {
    // Ends do not rise as beginnings do, but no statement is long.
    while ((sayings[first]?.words.start ?? Infinity) < topic.start - furthestBack) first += 1;
    for (let i = first; (sayings[i]?.words.start ?? Infinity) <= topic.start; i += 1) {
      const saying = sayings[i];
      if (!saying || saying.words.end < topic.end) continue;
      use.actors.add(saying.actor);
      use.statements.add(saying.words.start);
    }
  }
  const byHead = new Map<string, Use[]>();
  for (const use of uses.values()) {
    const same = byHead.get(use.head);
    if (same) same.push(use);
    else byHead.set(use.head, [use]);
  }
  const topicOf = new Map(
    [...uses.values()].map((use) => {
      const narrower = (byHead.get(use.head) ?? []).filter((each) => isWithin(use, each));
      const { wording, words, head, inLibrary } = use;
      return [
        use,
        {
          ...{ wording, words, times: times.get(head) ?? 0 },
          inLibrary,
          isSpecific: [...words].filter(tells).length > 1,
          actors: new Set(narrower.flatMap(({ actors }) => [...actors])).size,
          statements: new Set(narrower.flatMap(({ statements }) => [...statements])).size
        }
      ];
    })
  );
  return placed.flatMap(({ topic: { start, end }, use }) => {
    const topic = topicOf.get(use);
    if (!topic) return [];
    const wider = (byHead.get(use.head) ?? []).flatMap((each) =>
      each !== use && isWithin(each, use) ? (topicOf.get(each) ?? []) : []
    );
    return [{ start, end, topic, wider }];
  });
}

/** UTF-16 units: no statement that is read reaches further. */
const furthestBack = 5_000;

function isWithin(one: Use, other: Use): boolean {
  return (
    one.words.size <= other.words.size && [...one.words].every((word) => other.words.has(word))
  );
}

function namesOf(suggestion: Suggestion): readonly string[] {
  if (suggestion.kind !== 'actor') return [actorOfSaying(suggestion) ?? ''];
  const { name, aliases, titles } = suggestion.actor;
  return [name, ...aliases, ...titles];
}

function wordsIn(text: string): string[] {
  return [...wordPlaces(text)].map(({ word }) => singular(word));
}

function countWords(text: string): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const word of wordsIn(text)) times.set(word, (times.get(word) ?? 0) + 1);
  return times;
}
