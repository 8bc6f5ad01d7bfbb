/**
 * Who speaks at words that a person selected, on which day, and how that is known: what is filled in for her
 * before she records a position on them. Where nothing tells, nothing is filled in. Pure.
 */
import { inOneLine } from '../text/in-one-line.js';
import { PartialDate } from '../base/values.js';
import type { Actor } from '../briefing/entries.js';
import { findMentions } from '../ledger/mentions.js';
import { quoted } from '../terms/terms.js';
import { sameName } from '../text/fold-name.js';
import { namesNobody } from '../text/name-words.js';
import type { Range } from '../text/range.js';
import { rangeOfSentence } from '../text/sentences.js';
import type { Draft, Span } from './draft.js';
import { findActor } from './enter.js';
import type { DraftActor, DraftPosition, DraftQuote } from './suggestion.js';

export interface Speaker {
  /** As the briefing names the actor, else the draft; empty where nobody is known. */
  readonly name: string;
  /** How that is known, such as “from “The President”, who is speaking”; empty where nobody is known. */
  readonly why: string;
  /** Whom the draft means; `null` where it has nobody. */
  readonly drafted: DraftActor | null;
  /** Whether the words are the speaker's own. */
  readonly direct: boolean;
  /** What the sentence says of the day; `null` for nothing that can be read. */
  readonly said: { readonly date: PartialDate; readonly words: string } | null;
  /** The position that the draft reads in these words; `null` for none. */
  readonly position: DraftPosition | null;
}

export const nobody: Speaker = {
  ...{ name: '', why: '', drafted: null, direct: false, said: null, position: null }
};

/**
 * The attribution whose words cover the selection the most tells who speaks; of one within another the
 * inner. Without any it is whoever answers there in an interview, else the actor with whose name the selected words
 * begin, else one who is named beside them in the sentence, else in them.
 *
 * @param draft `null` where there is none, as of a card or of a language that is not read: then names of
 *   the briefing are looked for alone.
 * @param text that the draft's offsets refer to.
 * @param selected a stretch of it.
 */
export function whoSpeaks(
  draft: Draft | null,
  text: string,
  selected: Range,
  actors: readonly Actor[]
): Speaker {
  const speaker = speakerAt(draft, text, selected, actors);
  if (!draft) return speaker;
  const direct = speaker.direct || firstPerson.test(text.slice(selected.start, selected.end));
  const held = direct && draft.held && draft.held.end < selected.start ? draft.held : null;
  return { ...speaker, direct, said: speaker.said ?? dayOf(draft, held) };
}

/** Whoever speaks of himself is not told of by others. */
const firstPerson = /(?<![\p{L}.])(?:I|[Ww]e|[Mm]y|[Oo]ur|me)(?![\p{L}.])/u;

function speakerAt(...[draft, text, selected, actors]: Parameters<typeof whoSpeaks>): Speaker {
  const quote = draft && quoteAt(draft, selected);
  const answerer = draft && (!quote || isOfSelf(quote)) ? answererAt(draft, selected) : null;
  if (draft && quote && !(answerer && isNobodyKnown(draft, quote))) {
    return speakerOf(draft, text, quote, selected, actors);
  }
  const found =
    draft && (ownPosition(draft, selected) ?? answerer ?? namedAt(draft, text, selected));
  if (draft && found) {
    const speaker = speaking(draft, found, null, selected, actors);
    return { ...speaker, direct: found === answerer };
  }
  const known = knownAt(text, selected, actors);
  return known ? { ...nobody, name: known.actor.name, why: known.why } : nobody;
}

interface Found {
  readonly actor: DraftActor;
  readonly why: string;
}

function quoteAt(draft: Draft, selected: Range): DraftQuote | null {
  const [best] = draft.attributions
    .filter((quote) => !isOfOneSpokenFor(draft, quote))
    .filter((quote) => spansOf(quote).some((span) => shared(span, selected) > 0))
    .map((quote) => {
      const spans = spansOf(quote);
      const start = Math.min(...spans.map((span) => span.start));
      const end = Math.max(...spans.map((span) => span.end));
      return { quote, covered: shared({ start, end }, selected), length: end - start };
    })
    .sort((a, b) => b.covered - a.covered || a.length - b.length);
  return best?.quote ?? null;
}

/** In an interview: whoever gives the answer that the words stand in. */
function answererAt({ answers, actors }: Draft, selected: Range): Found | null {
  const isAnswer = answers?.spans.some((span) => shared(span, selected) > 0);
  const actor = isAnswer ? actors.find(({ id }) => id === answers?.actor) : undefined;
  return actor ? { actor, why: 'whose answer the words stand in' } : null;
}

/** “I said”, and what is put down to nobody. */
function isOfSelf({ source }: DraftQuote): boolean {
  return source === null || /^(?:I|we)$/i.test(source.text);
}

/** Quoted, or said in the first person, as in “I think that …” of an answer. */
export function isInOwnWords(quote: DraftQuote): boolean {
  return quote.kind !== 'indirect' || (quote.source !== null && isOfSelf(quote));
}

function isNobodyKnown({ actors }: Draft, quote: DraftQuote): boolean {
  return !actors.some(({ id }) => id === quote.actor);
}

/** As the queue of statements takes it: whoever says that Finland supports it speaks, and not Finland. */
function isOfOneSpokenFor({ actors, attributions }: Draft, { source, actor }: DraftQuote): boolean {
  const typeOf = (id: string | null) => actors.find((each) => each.id === id)?.type;
  if (!source || typeOf(actor) === 'person') return false;
  return attributions.some(
    (other) =>
      typeOf(other.actor) === 'person' && other.content.some((said) => shared(said, source) > 0)
  );
}

/** Who says it, the word for saying, and what is said. */
function spansOf({ source, cue, content }: DraftQuote): readonly Span[] {
  return [...[source, cue].flatMap((span) => span ?? []), ...content];
}

/** Places hold no positions; whom neither draft nor briefing knows is filled in where the words are a name. */
function speakerOf(
  draft: Draft,
  text: string,
  quote: DraftQuote,
  selected: Range,
  actors: readonly Actor[]
): Speaker {
  const words = quote.source && inOneLine(quote.source.text);
  const drafted = draft.actors.find(({ id }) => id === quote.actor);
  if (drafted && drafted.type !== 'place') {
    const isOwnName = words === null || sameName(words, drafted.name);
    const why = isOwnName ? 'who is speaking' : `from ${quoted(words)}, who is speaking`;
    return speaking(draft, { actor: drafted, why }, quote, selected, actors);
  }
  const direct = isInOwnWords(quote);
  const known = words === null ? undefined : findActor({ actors }, words);
  const said = dayOf(draft, quote.time);
  const name =
    known?.name ?? (quote.source && !isSurelyPlace(drafted) ? nameIn(text, quote.source) : null);
  if (name !== null) return { ...nobody, name, why: 'who is speaking', direct, said };
  const isTold = words !== null && !namesNobody(words);
  const why = !isTold ? '' : `${quoted(words)} is speaking; who that is could not be read`;
  return { ...nobody, why, direct, said };
}

function speaking(
  draft: Draft,
  { actor, why }: Found,
  quote: DraftQuote | null,
  selected: Range,
  actors: readonly Actor[]
): Speaker {
  const position = positionAt(draft, actor.id, selected);
  return {
    name: findActor({ actors }, actor.name, actor)?.name ?? actor.name,
    why,
    drafted: actor,
    direct: quote !== null && isInOwnWords(quote),
    said: dayOf(draft, quote?.time ?? position?.time ?? null),
    position
  };
}

/** Of what somebody does and does not say, as in “the council closed the school”. */
function ownPosition(draft: Draft, selected: Range): Found | null {
  const position = draft.positions.find(({ evidence }) => isMostly(evidence, selected));
  const actor = draft.actors.find(({ id }) => id === position?.actor);
  return actor ? { actor, why: 'whose position the words tell' } : null;
}

function namedAt({ actors }: Draft, text: string, selected: Range): Found | null {
  const mentions = actors
    // Groups such as “victims” are spoken of.
    .filter(({ type }) => type !== 'place' && type !== 'group')
    .flatMap((actor) => actor.mentions.map((mention) => ({ actor, mention })))
    .sort((a, b) => a.mention.start - b.mention.start);
  return firstWhere(text, selected, (range) => {
    const found = mentions.find(({ mention }) => shared(mention, range) > 0);
    if (!found) return undefined;
    const { kind } = found.mention;
    const isNamed = kind !== 'pronoun' && kind !== 'anaphor';
    return { actor: found.actor, words: inOneLine(found.mention.text), isNamed };
  });
}

/** A name that is taken for a place for want of better may be a person's: “according to Fauci”. */
function isSurelyPlace(drafted: DraftActor | undefined): boolean {
  return drafted !== undefined && drafted.confidence >= surePlace;
}

/** Of names that are known as places; others have 0.7 at most. */
const surePlace = 0.8;

/**
 * “Fauci”, “Duke Energy”, “Fire Chief Michael Eheman”, without an article. `null` for “a clerk”, and for
 * “Officials” where only the sentence begins with it.
 */
function nameIn(text: string, source: Span): string | null {
  const words = inOneLine(source.text);
  const name = words.replace(/^the /i, '');
  if (namesNobody(words) || !/^\p{Lu}/u.test(name)) return null;
  const begins = /(?:^|[.!?:\n]["”’)]*\s*|(?<!\S)["“‘(])$/u.test(
    text.slice(Math.max(0, source.start - 4), source.start)
  );
  const capitals = name.match(/(?<!\p{L})\p{Lu}/gu) ?? [];
  const isTelling = capitals.length > 1 || /^\p{L}+['’]s /u.test(name);
  return begins && !isTelling ? null : name;
}

/** Of the briefing, where the draft names nobody. */
function knownAt(text: string, selected: Range, actors: readonly Actor[]) {
  return firstWhere(text, selected, ({ start, end }) => firstNamed(text.slice(start, end), actors));
}

interface Mentioned<T> {
  readonly actor: T;
  readonly words: string;
  /** Whether the words are a name or a title, and no “he” or “the minister”. */
  readonly isNamed: boolean;
}

/** UTF-16 units of “the ”, which may stand before the name that words begin with. */
const theLength = 4;

/** With which the selected words begin, else beside them in their sentence, else in them. */
function firstWhere<T>(
  text: string,
  selected: Range,
  find: (range: Range) => Mentioned<T> | undefined
): { readonly actor: T; readonly why: string } | null {
  const sentence = rangeOfSentence(text, selected);
  const opening = {
    start: selected.start,
    end: Math.min(selected.end, selected.start + theLength)
  };
  const here = find(selected);
  // Whom selected words begin with acts in them; others that they name may be spoken of.
  const others = [
    { start: sentence.start, end: selected.start },
    { start: selected.end, end: sentence.end }
  ];
  const around = find(opening) ? undefined : others.map(find).find((each) => each !== undefined);
  const found = around ?? here;
  if (!found) return null;
  const where = found === here ? 'in the selected words' : 'in the sentence';
  const how = found.isNamed ? 'named' : 'meant';
  return { actor: found.actor, why: `${how} ${where}, by ${quoted(found.words)}` };
}

function positionAt({ positions }: Draft, actor: string, selected: Range): DraftPosition | null {
  const own = positions.filter((each) => each.actor === actor && isMostly(each.evidence, selected));
  const [best] = own.sort((a, b) => shared(b.evidence, selected) - shared(a.evidence, selected));
  return best ?? null;
}

/** Whether most of the selection lies in the words, or most of the words in it. */
function isMostly(words: Range, selected: Range): boolean {
  const least = Math.min(words.end - words.start, selected.end - selected.start);
  return shared(words, selected) * 2 > least;
}

function dayOf({ dates }: Draft, time: Span | null): Speaker['said'] {
  const found = time && dates.find(({ start }) => start === time.start);
  const { success, data } = PartialDate.safeParse(found?.value);
  return time && success ? { date: data, words: inOneLine(time.text) } : null;
}

/** Of names within one another the longest is meant. */
function firstNamed(text: string, actors: readonly Actor[]) {
  const [first] = actors
    .flatMap((actor) => {
      const names = [actor.name, ...actor.aliases];
      return findMentions(text, names, actor.type).map(({ start, end }) => ({
        ...{ actor, start, words: text.slice(start, end), isNamed: true }
      }));
    })
    .sort((a, b) => a.start - b.start || b.words.length - a.words.length);
  return first;
}

function shared(one: Range, other: Range): number {
  return Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
}
