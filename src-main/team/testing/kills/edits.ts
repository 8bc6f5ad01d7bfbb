/**
 * What a member does to a briefing while faults go on. Each edit brings a word that stands nowhere else; which
 * words it takes out is told with it, so that every other word must be found in the end. Pure.
 */
import type { Briefing } from '../../../domain/briefing/briefing.js';
import type { Change } from '../../../domain/change/change.js';
import { newActor, newCard, newIssue, type Position } from '../../../domain/briefing/entries.js';
import { newSource } from '../../../domain/briefing/source.js';
import { newId } from '../../../domain/base/values.js';
import { sha256 } from '../../../store/kept-by-hash.js';
import { between, type Chance, oneOf } from './random.js';

export interface Edit {
  /** What was done, for whoever looks for a word that was lost. */
  readonly deed: string;
  readonly change: Change;
  readonly texts: Readonly<Record<string, string>>;
  /** Words that others may have seen and that stand in it no more. */
  readonly gone: readonly string[];
}

/** As `wordOf` makes them, also behind the `\\n` of JSON. */
const wordPattern = /w[a-z]+\d+x\d+z/g;
/** UTF-16 units from which a text is written anew and not added to. */
const longText = 3_000;

/** @param life of that member's program, from 1 */
export function wordOf(member: string, life: number, n: number): string {
  return `w${member.toLowerCase()}${life}x${n}z`;
}

export function wordsIn(text: string): readonly string[] {
  return text.match(wordPattern) ?? [];
}

type Made = Omit<Edit, 'deed'>;
type Maker = (briefing: Briefing, word: string, chance: Chance, at: string) => Made | null;

const makers: readonly (readonly [weight: number, Maker])[] = [
  [8, typeInto],
  [4, writeAnew],
  [2, bottomLine],
  [2, retitle],
  [2, addCard],
  [1, removeCard],
  [1, moveCard],
  [3, takePosition],
  [1, addSource]
];

/** An edit that brings `word`. @param at the moment by the member's clock */
export function anEdit(briefing: Briefing, word: string, chance: Chance, at: string): Edit {
  const all = makers.flatMap(([weight, maker]) => Array<Maker>(weight).fill(maker));
  const maker = oneOf(chance, all);
  const made = maker(briefing, word, chance, at);
  return made ? { ...made, deed: maker.name } : { ...addCard(briefing, word), deed: addCard.name };
}

function plain(
  change: Omit<Change, 'fields'> & Partial<Change>,
  gone: readonly string[] = []
): Made {
  return { change: { fields: {}, ...change }, texts: {}, gone };
}

/** Between two words of a card, where somebody else may be typing. */
function typeInto({ cards }: Briefing, word: string, chance: Chance): Made | null {
  const short = cards.filter(({ body }) => body.length < longText);
  if (short.length === 0) return null;
  const card = oneOf(chance, short);
  const words = card.body.split(' ');
  const body = words.toSpliced(between(chance, 0, words.length), 0, word).join(' ');
  return plain({ cards: { put: [{ ...card, body }], removed: [], order: null } });
}

/** In the place of another word, which somebody else may be replacing. */
function writeAnew({ cards }: Briefing, word: string, chance: Chance): Made | null {
  const written = cards.filter(({ body }) => wordsIn(body).length > 0);
  if (written.length === 0) return null;
  const card = oneOf(chance, written);
  const old = oneOf(chance, wordsIn(card.body));
  const body = card.body.replace(old, word);
  return plain({ cards: { put: [{ ...card, body }], removed: [], order: null } }, [old]);
}

function bottomLine({ bottomLine: before }: Briefing, word: string, chance: Chance): Made {
  const words = before.length < longText ? before.split(' ') : [];
  const next = words.toSpliced(between(chance, 0, words.length), 0, word).join(' ');
  return plain({ fields: { bottomLine: next } }, words.length > 0 ? [] : wordsIn(before));
}

function retitle({ title }: Briefing, word: string): Made {
  return plain({ fields: { title: `Title ${word}` } }, wordsIn(title));
}

function addCard({ cards }: Briefing, word: string): Made {
  const card = newCard('context', { heading: word, body: 'one two three four' });
  const order = [...cards, card].map(({ id }) => id);
  return plain({ cards: { put: [card], removed: [], order } });
}

function removeCard({ cards }: Briefing, word: string, chance: Chance): Made | null {
  if (cards.length < 4) return null;
  const card = oneOf(chance, cards);
  const next = newCard('context', { heading: word, body: 'instead' });
  const left = cards.filter(({ id }) => id !== card.id);
  const order = [...left, next].map(({ id }) => id);
  const gone = wordsIn(JSON.stringify(card));
  return plain({ cards: { put: [next], removed: [card.id], order } }, gone);
}

function moveCard({ cards, title }: Briefing, word: string, chance: Chance): Made | null {
  if (cards.length < 2) return null;
  const ids = cards.map(({ id }) => id);
  const [first, ...rest] = ids;
  const order = rest.toSpliced(between(chance, 1, rest.length), 0, first!);
  const fields = { title: `Title ${word}` };
  return plain({ fields, cards: { put: [], removed: [], order } }, wordsIn(title));
}

/** Of the same actor on the same issue, so that two who do so at once fork the cell. */
function takePosition(briefing: Briefing, word: string, chance: Chance, at: string): Made {
  const actor = briefing.actors[0] ?? newActor('The ministry', 'organisation');
  const issue = briefing.issues[0] ?? newIssue('The ferry');
  const { positions } = briefing;
  const position: Position = {
    id: newId(),
    actor: actor.id,
    issue: issue.id,
    stance: oneOf(chance, ['supports', 'opposes', 'neutral'] as const),
    condition: '',
    statement: word,
    said: null,
    effective: null,
    reported: null,
    attribution: [],
    status: 'stated',
    confidence: null,
    evidence: [],
    supersedes: positions.slice(-1).map(({ id }) => id),
    contested: [],
    reviewBy: null,
    recordedAt: at,
    by: null
  };
  const order = [...positions, position].map(({ id }) => id);
  return plain({
    ...(briefing.actors.length === 0 && { actors: alone(actor) }),
    ...(briefing.issues.length === 0 && { issues: alone(issue) }),
    positions: { put: [position], removed: [], order }
  });
}

/** Of a list that was empty. */
function alone<T extends { readonly id: Position['id'] }>(one: T) {
  return { put: [one], removed: [], order: [one.id] };
}

function addSource({ sources }: Briefing, word: string, chance: Chance, at: string): Made {
  const text = `A source with the word ${word}. ${'More of it. '.repeat(between(chance, 1, 400))}`;
  const hash = sha256(Buffer.from(text));
  const source = newSource({ text: hash, title: word, importedAt: at });
  const order = [...sources, source].map(({ id }) => id);
  const edit = plain({ sources: { put: [source], removed: [], order } });
  return { ...edit, texts: { [hash]: text } };
}
