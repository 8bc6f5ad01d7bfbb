/** What two people wrote apart in one place, to be settled: what is told of it, and what settling does. Pure. */
import { carryAcross } from '../anchoring/carry-across.js';
import { keepEntries, mapEntries } from '../base/map-entries.js';
import type { Id } from '../base/values.js';
import { orphaned } from '../briefing/annotation.js';
import { Briefing } from '../briefing/briefing.js';
import { type CollectionName, collectionNames } from '../briefing/collections.js';
import { type Card, type CardClash, newCard } from '../briefing/entries.js';
import { idBeside, labelOf, partOf, clashPlaceInWords } from './clash-card.js';
import { proseLimits } from './merge-fields.js';

/** A clash that nobody has settled, with the card that tells it. */
export interface OpenClash {
  readonly card: Id;
  /** Such as “text of the card “Harbour””. */
  readonly about: string;
  readonly clash: CardClash;
  /** Whether the entry is there still. */
  readonly isThere: boolean;
  /** Whether what stands there is as it was, so that other words can take its place. */
  readonly canReplace: boolean;
  /** Whether it is a text that has room for both. */
  readonly isText: boolean;
}

type Entry = Briefing[CollectionName][number];
type Fields = Readonly<Record<string, unknown>>;

export function openClashes(briefing: Briefing): readonly OpenClash[] {
  return briefing.cards.flatMap((card): readonly OpenClash[] => {
    const { id, clash } = card;
    if (!clash) return [];
    const entry = entryOfClash(briefing, clash);
    const label = entry && entry !== briefing ? labelOf(entry as Entry) : undefined;
    return [
      {
        ...{ card: id, clash },
        about: clashPlaceInWords(clash, label ?? ''),
        isThere: entry !== null,
        canReplace: replaced(briefing, clash, clash.other.words) !== null,
        isText: isLongText(clash)
      }
    ];
  });
}

/** Who wrote which side, such as “What stands there is by Ben, this by Anna”; empty where neither is known. */
export function clashSidesInWords({ stands, other }: CardClash): string {
  const [there, here] = [stands, other].map(({ by }) =>
    [...new Set(by.map(({ name }) => name.trim()).filter((name) => name !== ''))].join(' and ')
  );
  if (there && here) return `What stands there is by ${there}, this by ${here}`;
  if (there) return `What stands there is by ${there}`;
  return here ? `This is by ${here}` : '';
}

/** How a clash is settled: by what stands, the other, both of them, or words of one’s own. */
export type ClashChoice = 'stands' | 'other' | 'both' | { readonly words: string };

/**
 * The briefing itself where that cannot be, as where what stands has been changed since. Both stand one after
 * the other in a text; elsewhere what does not stand stays in an ordinary note card.
 */
export function settleClash(briefing: Briefing, id: Id, choice: ClashChoice): Briefing {
  const card = briefing.cards.find((each) => each.id === id);
  if (!card?.clash) return briefing;
  const { clash } = card;
  if (choice === 'stands') return without(briefing, card);
  if (choice === 'both' && !isLongText(clash)) {
    const note = newCard('note', {
      ...{ id: idBeside(id, 'kept'), heading: card.heading, body: card.body, by: card.by }
    });
    return {
      ...briefing,
      cards: mapEntries(briefing.cards, (each) => (each === card ? note : each)),
      annotations: mapEntries(briefing.annotations, (each) =>
        each.target.id === id ? { ...each, target: { ...each.target, id: note.id } } : each
      )
    };
  }
  const words =
    choice === 'other'
      ? (clash.value ?? clash.other.words)
      : choice === 'both'
        ? `${clash.stands.words}\n\n${clash.other.words}`
        : choice.words;
  const next = replaced(briefing, clash, words);
  return next ? without(next, card) : briefing;
}

function without(briefing: Briefing, card: Card): Briefing {
  return {
    ...briefing,
    cards: keepEntries(briefing.cards, (each) => each.id !== card.id),
    annotations: mapEntries(briefing.annotations, (each) =>
      each.target.id === card.id ? orphaned(each) : each
    )
  };
}

/** Long enough for two paragraphs. */
export function isLongText({ path }: Pick<CardClash, 'path'>): boolean {
  return partOf(path) in proseLimits;
}

/** What differs; `null` where it is gone. */
export function entryOfClash(
  briefing: Briefing,
  { list, entry }: CardClash
): Entry | Briefing | null {
  if (list === null) return briefing;
  const name = collectionNames.find((each) => each === list);
  const entries: readonly Entry[] = name ? briefing[name] : [];
  return entries.find(({ id }) => id === entry) ?? null;
}

/** What stands in the place of a clash, its entry being there. */
export function valueOfClash(briefing: Briefing, clash: CardClash): unknown {
  return clash.path
    .split('/')
    .reduce<unknown>(
      (whole, name) =>
        Array.isArray(whole)
          ? (whole as readonly Fields[]).find(({ id }) => id === name)
          : (whole as Fields | null | undefined)?.[name],
      entryOfClash(briefing, clash)
    );
}

/** `null` where what stood there does not stand there any more, or `words` cannot. */
function replaced(
  briefing: Briefing,
  clash: CardClash,
  words: string | number | boolean
): Briefing | null {
  const entry = entryOfClash(briefing, clash);
  if (!entry) return null;
  const changed = withPart(entry, clash.path.split('/'), (value) => {
    if (typeof words !== 'string' || clash.value !== undefined) return words;
    if (typeof value !== 'string') return undefined;
    const [before, after, ...more] = value.split(clash.stands.words);
    if (value === clash.stands.words) return words;
    if (clash.stands.words === '' || after === undefined || more.length > 0) return undefined;
    return `${before ?? ''}${words}${after}`;
  });
  if (changed === null) return null;
  if (clash.list === null) {
    return Briefing.unwrap().partial().safeParse(changed).success ? (changed as Briefing) : null;
  }
  const name = clash.list as CollectionName;
  const schema = Briefing.unwrap().shape[name].unwrap().element;
  if (!schema.safeParse(changed).success) return null;
  const entries: readonly Entry[] = briefing[name];
  const next = {
    ...briefing,
    [name]: mapEntries(entries, (each) => (each === entry ? (changed as Entry) : each))
  };
  return name === 'cards' ? carryAcross(next, [briefing]) : next;
}

/** `null` where there is no such part, or `change` gives none. */
function withPart(
  whole: object,
  [name = '', ...path]: readonly string[],
  change: (value: unknown) => unknown
): object | null {
  if (Array.isArray(whole)) {
    const items = whole as readonly Fields[];
    const at = items.findIndex((item) => item['id'] === name);
    const item = items[at];
    const next = item && withPart(item, path, change);
    return next ? items.with(at, next as Fields) : null;
  }
  const value = (whole as Fields)[name];
  if (path.length === 0) {
    const next = change(value);
    return next === undefined ? null : { ...whole, [name]: next };
  }
  if (typeof value !== 'object' || value === null) return null;
  const next = withPart(value, path, change);
  return next && { ...whole, [name]: next };
}
