/**
 * Draft → suggestions, kind by kind, each kind in the order of the text; positions, their changes and
 * statements together, so that what one sentence says stands side by side. Pure.
 */
import { deniedNumbers, sentenceWithDenied } from '../text/denied-numbers.js';
import type { Range } from '../text/range.js';
import type { Draft, Span } from './draft.js';
import { PartialDate } from '../base/values.js';
import { quoted } from '../terms/terms.js';
import { inOneLine } from '../text/in-one-line.js';
import { namesNobody } from '../text/name-words.js';
import { stanceVerb, actorRule, dateRule, positionRule } from './rules-in-words.js';
import { sentenceAround } from '../text/sentences.js';
import { withCue } from './denials.js';
import { quotesWithFreeWords } from './free-words.js';
import { isInOwnWords } from './who-speaks.js';
import {
  type SuggestedEntry,
  type DraftActor,
  type DraftPosition,
  type DraftQuote,
  gradeOfConfidence,
  type PositionClaim,
  shownFrom,
  type Suggestion
} from './suggestion.js';

/**
 * @param text of the source, which the draft's offsets refer to.
 * @param toRendered where a stretch of it stands in the rendered source.
 * @param plain words of it without marks of their format.
 */
export function listSuggestions(
  draft: Draft,
  text: string,
  toRendered: (range: Range) => Range | null,
  plain: (words: string) => string = (words) => words
): readonly Suggestion[] {
  const listing = new Listing(draft, text, toRendered, plain);
  const quotes = quotesWithFreeWords(draft, text)
    .filter(({ fragment }) => !fragment)
    .map((quote) => withCue(quote, text));
  return [
    ...draft.actors.flatMap((actor) => listing.actor(actor)),
    ...[
      ...draft.positions.flatMap((position) => listing.position(position)),
      ...draft.positionChanges.flatMap((change) => listing.change(change)),
      ...quotes.flatMap((quote) => listing.statement(quote))
    ].toSorted((a, b) => a.words.start - b.words.start),
    ...quotes.flatMap((quote) => listing.quote(quote)),
    ...draft.figures.flatMap((figure) => listing.figure(figure)),
    ...draft.dates.flatMap((date) => listing.date(date)),
    ...draft.events.flatMap((event) => listing.event(event)),
    ...draft.constraints.flatMap((words) => listing.prospect('constraint', words)),
    ...draft.outcomes.flatMap((words) => listing.prospect('outcome', words))
  ];
}

type Shown = Pick<Suggestion, 'title' | 'words' | 'rule'> & {
  readonly detail?: string;
  readonly confidence: number;
};

class Listing {
  readonly #actors: ReadonlyMap<string, DraftActor>;
  readonly #keys = new Map<string, number>();

  constructor(
    private readonly draft: Draft,
    private readonly text: string,
    private readonly toRendered: (range: Range) => Range | null,
    private readonly plain: (words: string) => string
  ) {
    this.#actors = new Map(draft.actors.map((actor) => [actor.id, actor]));
  }

  actor(actor: DraftActor): Suggestion[] {
    const first = actor.mentions.find(({ kind }) => kind !== 'pronoun' && kind !== 'anaphor');
    const words = first ?? actor.mentions[0];
    // Places are where things happen; none of them holds a position.
    if (!words || actor.type === 'place') return [];
    const others = actor.aliases.length > 0 ? `also ${actor.aliases.join(', ')}` : '';
    return this.#make(
      { kind: 'actor', actor },
      {
        title: actor.name,
        detail: [actor.titles.join(', '), others, mentionCount(actor)].filter(Boolean).join(' · '),
        words,
        rule: actorRule(actor),
        confidence: actor.confidence
      }
    );
  }

  position(position: DraftPosition): Suggestion[] {
    const claim = this.#positionClaim(position.id);
    if (!claim) return [];
    return this.#make(
      { kind: 'position', position: claim },
      {
        title: `${claim.actor.name} ${stanceVerb(claim.actor.name, position.stance)} ${position.issue}`,
        detail: position.statement,
        words: position.evidence,
        rule: this.#asTold(positionRule(position, this.draft), position.actor, position.evidence),
        confidence: position.confidence
      }
    );
  }

  change(change: Draft['positionChanges'][number]): Suggestion[] {
    const actor = this.#actors.get(change.actor);
    if (!actor) return [];
    const before = this.#positionClaim(change.before);
    const after = this.#positionClaim(change.after);
    if (!before || !after) return [];
    return this.#make(
      { kind: 'change', actor, issue: this.plain(change.issue), before, after },
      {
        title: `${actor.name} changed position on ${change.issue}`,
        detail: `Before: ${before.position.statement} → After: ${after.position.statement}`,
        words: change.marker,
        rule: `words of change: ${quoted(change.marker.text)}`,
        confidence: change.confidence
      }
    );
  }

  statement(quote: DraftQuote): Suggestion[] {
    const actor = quote.actor === null ? undefined : this.#actors.get(quote.actor);
    if (!actor || actor.type === 'place') return [];
    const words = this.plain(wordsOf(quote)).replace(/^that /, '');
    const said = { text: words, direct: quote.kind !== 'indirect' };
    return this.#saying(
      { kind: 'statement', statement: { actor, ...said, said: this.#dateAt(quote.time) } },
      quote,
      actor.name
    );
  }

  /** Words of whoever is no actor. */
  quote(quote: DraftQuote): Suggestion[] {
    const actor = quote.actor === null ? undefined : this.#actors.get(quote.actor);
    if (actor && actor.type !== 'place') return [];
    const words = actor?.name ?? inOneLine((quote.meant ?? quote.source)?.text ?? '');
    const speaker = namesNobody(words) ? '' : words;
    return this.#saying({ kind: 'quote', quote, speaker }, quote, speaker || 'Someone not named');
  }

  #saying(claim: SuggestedEntry, quote: DraftQuote, speaker: string): Suggestion[] {
    const [first] = quote.content;
    const last = quote.content.at(-1);
    if (!first || !last) return [];
    return this.#make(claim, {
      title: `${speaker} ${waysOfSaying[quote.kind]}`,
      detail: wordsOf(quote),
      words: this.#span(first.start, last.end),
      rule: this.#asTold(quote.rule, quote.nested ? '' : quote.actor, first),
      confidence: quote.confidence
    });
  }

  /** Within somebody's words, and in the answers of an interview, others tell it. */
  #asTold(rule: string, actor: string | null, words: Span): string {
    const { answers } = this.draft;
    const isAnswer = answers?.spans.some(
      ({ start, end }) => start <= words.start && words.end <= end
    );
    const isOfOther = actor === '' || (isAnswer && actor !== answers?.actor);
    return isOfOther ? `${rule}; reported by someone else` : rule;
  }

  figure(figure: Draft['figures'][number]): Suggestion[] {
    const [unit, measures] = [this.plain(figure.unit), this.plain(figure.measures)];
    const { start, end } = sentenceWithDenied(this.text, figure);
    const denies = [...deniedNumbers(this.text.slice(start, end))];
    // What it denies it does not tell.
    if (denies.includes(figure.value)) return [];
    return this.#make(
      { kind: 'figure', figure: { ...figure, unit, measures, denies } },
      {
        title: figure.text,
        detail: figure.measures,
        words: figure,
        rule: `a number with its unit, ${quoted(figure.unit)}`,
        confidence: figure.confidence
      }
    );
  }

  /** Nothing for “three years” or “the 1990s”: a date that names no day, whichever the article's is. */
  date(date: Draft['dates'][number]): Suggestion[] {
    if (date.value === null && date.anchor === 'explicit') return [];
    const value = PartialDate.safeParse(date.value);
    const sentence = this.plain(sentenceAround(this.text, date));
    return this.#make(
      { kind: 'date', date: value.success ? value.data : null, sentence },
      {
        title: value.success ? `${date.text}: ${value.data}` : `${date.text}: day not known`,
        detail: sentence,
        words: date,
        rule: dateRule(date),
        confidence: date.anchor === 'explicit' ? 0.95 : 0.7
      }
    );
  }

  event(event: Draft['events'][number]): Suggestion[] {
    const date = this.#dateAt(event.date);
    const participants = event.participants.flatMap((id) => this.#actors.get(id) ?? []);
    return this.#make(
      { kind: 'event', date, participants },
      {
        title: event.text,
        detail: [date, participants.map(({ name }) => name).join(', ')].filter(Boolean).join(' · '),
        words: event,
        rule: event.future ? 'what is to come, with its day' : 'what happened, with its day',
        confidence: 0.7
      }
    );
  }

  prospect(kind: 'constraint' | 'outcome', words: Span): Suggestion[] {
    const rule =
      kind === 'constraint'
        ? 'words of what must not or cannot be'
        : 'words for what may happen or is to happen';
    return this.#make({ kind }, { title: words.text, words, rule, confidence: 0.7 });
  }

  #positionClaim(id: string): PositionClaim | null {
    const position = this.draft.positions.find((p) => p.id === id);
    const actor = position && this.#actors.get(position.actor);
    if (!position || !actor) return null;
    const quote = this.draft.attributions.find((q) => q.id === position.attribution);
    const { issue, statement, evidence } = position;
    return {
      position: {
        ...position,
        issue: this.plain(issue),
        statement: this.plain(statement),
        evidence: { ...evidence, text: this.plain(evidence.text) }
      },
      actor,
      direct: quote !== undefined && isInOwnWords(quote),
      said: this.#dateAt(position.time),
      place: this.toRendered(position.evidence)
    };
  }

  #dateAt(span: Span | null): PartialDate | null {
    const date = span && this.draft.dates.find(({ start }) => start === span.start);
    const value = PartialDate.safeParse(date?.value);
    return value.success ? value.data : null;
  }

  #span(start: number, end: number): Span {
    return { start, end, text: this.text.slice(start, end) };
  }

  #make(
    claim: SuggestedEntry,
    { title, detail = '', words, rule, confidence }: Shown
  ): Suggestion[] {
    if (confidence < shownFrom) return [];
    const { start, end, text } = words;
    const base = `${claim.kind} ${start}-${end} ${rule}`;
    const times = this.#keys.get(base) ?? 0;
    this.#keys.set(base, times + 1);
    return [
      {
        ...claim,
        key: times === 0 ? base : `${base} ${times + 1}`,
        title: this.plain(title).replace(/\s+/g, ' '),
        detail: this.plain(detail).replace(/\s+/g, ' '),
        words: { start, end, text },
        plainWords: this.plain(text),
        place: this.toRendered({ start, end }),
        rule,
        grade: gradeOfConfidence(confidence)
      }
    ];
  }
}

const waysOfSaying = {
  direct: 'says word for word',
  mixed: 'says, in part word for word',
  indirect: 'says'
} as const;

function wordsOf({ content }: DraftQuote): string {
  return content.map(({ text }) => text.replace(/\s+/g, ' ')).join(' … ');
}

function mentionCount({ mentions }: DraftActor): string {
  return mentions.length === 1 ? 'once' : `${mentions.length} times`;
}
