/** Words of a source as they can go into a card: who says them, and when. Taken from entries and from suggestions. Pure. */
import { inOneLine } from '../text/in-one-line.js';
import type { Briefing } from '../briefing/briefing.js';
import type { Position, Statement } from '../briefing/entries.js';
import type { Id, PartialDate } from '../base/values.js';
import { dateOfPosition, successorsOf } from '../ledger/ledger.js';
import { findNamed, sameName } from '../text/fold-name.js';
import { sentenceAround } from '../text/sentences.js';
import type { Suggestion } from './suggestion.js';

export interface CardWords {
  /** As the source has them, in one line. */
  readonly words: string;
  /** Empty where nobody is known to say them. */
  readonly speaker: string;
  readonly day: PartialDate | null;
  readonly source: Id;
  /** Of the briefing; `null` where it does not know who, or what about. */
  readonly actor: Id | null;
  readonly issue: Id | null;
}

/** Rendered texts of sources; `null` for one that is not there. */
type TextOf = (source: Id) => string | null;

/**
 * What was recorded from sources: positions in force, statements and figures, each in the words of the first
 * source that it rests on. What an older source says too is of that source.
 */
export function wordsOfEntries(
  {
    sources,
    annotations,
    actors,
    positions,
    statements,
    figures
  }: Pick<Briefing, 'sources' | 'annotations' | 'actors' | 'positions' | 'statements' | 'figures'>,
  textOf: TextOf
): readonly CardWords[] {
  const order = new Map(
    sources
      .toSorted((one, other) => (one.importedAt < other.importedAt ? -1 : 1))
      .map(({ id }, index) => [id, index])
  );
  const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  const published = new Map(sources.map(({ id, published: day }) => [id, day]));

  function wordsOf(
    evidence: readonly Id[],
    of: Pick<CardWords, 'actor' | 'issue' | 'day'>
  ): readonly CardWords[] {
    const [first] = evidence
      .flatMap((id) => byId.get(id)?.target ?? [])
      .filter(({ id }) => order.has(id))
      .sort((one, other) => (order.get(one.id) ?? 0) - (order.get(other.id) ?? 0));
    if (!first) return [];
    const { quote, position } = first.selectors;
    const exact = inOneLine(quote.exact);
    const text = exact.split(' ').length < fewestWords ? textOf(first.id) : null;
    const words = text && position ? sentenceAround(text, position) : exact;
    const speaker = (of.actor && names.get(of.actor)) ?? '';
    const day = of.day ?? published.get(first.id) ?? null;
    return [{ words, speaker, source: first.id, actor: of.actor, issue: of.issue, day }];
  }

  const successors = successorsOf(positions);
  const said = [...positions.filter(({ id }) => !successors.has(id)), ...statements];
  return [
    ...said.flatMap((each) => wordsOf(each.evidence, aboutOf(each))),
    ...figures.flatMap(({ evidence, actor, date }) =>
      wordsOf(evidence, { actor, issue: null, day: date })
    )
  ];
}

/** What a draft found in a source; `null` for what is nobody's words and no figure. */
export function wordsOfSuggestion(
  suggestion: Suggestion,
  {
    id: source,
    published,
    text
  }: Pick<Briefing['sources'][number], 'id' | 'published'> & {
    /** Rendered. */
    readonly text: string;
  },
  { actors, issues }: Pick<Briefing, 'actors' | 'issues'>
): CardWords | null {
  const { place } = suggestion;
  const found = (name: string) => findNamed(actors, name)?.id ?? null;
  const words = inOneLine(place ? text.slice(place.start, place.end) : suggestion.words.text);
  switch (suggestion.kind) {
    case 'position': {
      const { actor, said, position } = suggestion.position;
      const issue = issues.find(({ wording }) => sameName(wording, position.issue))?.id ?? null;
      const day = said ?? published;
      return { words, speaker: actor.name, day, source, actor: found(actor.name), issue };
    }
    case 'statement': {
      const { actor, said } = suggestion.statement;
      const day = said ?? published;
      return { words, speaker: actor.name, day, source, actor: found(actor.name), issue: null };
    }
    case 'quote': {
      const { speaker } = suggestion;
      return { words, speaker, day: published, source, actor: found(speaker), issue: null };
    }
    case 'figure':
      return {
        words: place ? sentenceAround(text, place) : words,
        ...{ speaker: '', day: published, source, actor: null, issue: null }
      };
    case 'actor':
    case 'change':
    case 'date':
    case 'event':
    case 'constraint':
    case 'outcome':
      return null;
  }
}

function aboutOf(entry: Position | Statement): Pick<CardWords, 'actor' | 'issue' | 'day'> {
  const { actor } = entry;
  return 'issue' in entry
    ? { actor, issue: entry.issue, day: dateOfPosition(entry) }
    : { actor, issue: null, day: entry.said };
}

/** Fewer words say little without the sentence around them. */
const fewestWords = 6;
