/** Puts annotations that came from elsewhere onto the texts of a briefing, and says what found no place. */
import { Annotation } from '../briefing/annotation.js';
import { describe, locate } from '../anchoring/locate.js';
import { type Range, splitsPair } from '../text/range.js';
import type { Briefing } from '../briefing/briefing.js';
import { maxEntries, maxListed } from '../base/limits.js';
import { mendedInWords, Mendings } from '../mend/mendings.js';
import { idsIn } from '../mend/unique-ids.js';
import { newId, type Id } from '../base/values.js';
import type { TextHash } from '../briefing/source.js';
import { annotatedTexts, type AnnotatedText } from './collect.js';
import { offsetOfCodePoint } from './code-points.js';
import type { ExchangedAnnotation, ReadAnnotations } from './exchanged.js';

export interface Placement {
  /** The briefing with what was new to it. */
  readonly briefing: Briefing;
  readonly placed: readonly Annotation[];
  /** New as well, but without a certain place: they are orphans, shown and kept. */
  readonly orphans: readonly Annotation[];
  /** How many the briefing had already; they were left as they are there. */
  readonly known: number;
  /** A sentence for each entry that could not become an annotation. */
  readonly refused: readonly string[];
  /** What of the others was mended, in words; `null` when nothing was. */
  readonly mended: string | null;
}

export function placeAnnotations(
  briefing: Briefing,
  texts: Readonly<Record<TextHash, string>>,
  read: ReadAnnotations,
  now = new Date()
): Placement {
  const targets = [...annotatedTexts(briefing, texts).values()];
  const present = new Set(briefing.annotations.map(({ id }) => id));
  const marks = new Set(briefing.annotations.map(markOf));
  const linkable = new Set<Id>(
    [...briefing.actors, ...briefing.issues, ...briefing.positions].map(({ id }) => id)
  );
  const mendings = new Mendings();
  const freeId = freeIds(briefing, mendings);
  const placed: Annotation[] = [];
  const orphans: Annotation[] = [];
  const refused = [...read.refused];
  const room = maxEntries.annotations - briefing.annotations.length;
  let known = 0;
  let beyond = 0;
  for (const exchanged of read.annotations) {
    const made = annotationOf(exchanged, targets, linkable, now.toISOString());
    if (typeof made === 'string') refused.push(made);
    else if (exchanged.id ? present.has(exchanged.id) : marks.has(markOf(made))) known++;
    else if (placed.length + orphans.length >= room) beyond++;
    else {
      mendings.add('links', exchanged.links.filter(({ id }) => !linkable.has(id)).length);
      const id = freeId(made.id);
      const replies = made.replies.map((reply) => ({ ...reply, id: freeId(reply.id) }));
      (made.target.selectors.position ? placed : orphans).push({ ...made, id, replies });
    }
  }
  if (beyond > 0) {
    refused.push(
      `${beyond.toLocaleString('en')} more were left out: a briefing may have up to ${maxEntries.annotations.toLocaleString('en')} annotations.`
    );
  }
  const fresh = [...placed, ...orphans];
  return {
    briefing:
      fresh.length > 0
        ? { ...briefing, annotations: [...briefing.annotations, ...fresh] }
        : briefing,
    placed,
    orphans,
    known,
    refused,
    mended: mendedInWords('The file', mendings.all())
  };
}

/** An id as it is, unless the briefing or the file has used it already: then a new one. */
function freeIds(briefing: Briefing, mendings: Mendings): (id: Id) => Id {
  const taken = new Set(idsIn(briefing));
  return (id) => {
    const free = taken.has(id) ? newId() : id;
    if (free !== id) mendings.add('same-id');
    taken.add(free);
    return free;
  };
}

/** What makes an annotation of another program, which has no id of ours, one that came before. */
function markOf({ kind, note, tags, target: { id, selectors } }: Annotation): string {
  const { quote, position } = selectors;
  return JSON.stringify([kind, note, tags, id, position?.start, quote.exact]);
}

/** A sentence when there is no text to put it on, or its fields do not fit. */
function annotationOf(
  exchanged: ExchangedAnnotation,
  targets: readonly AnnotatedText[],
  linkable: ReadonlySet<Id>,
  now: string
): Annotation | string {
  const words = `“${(exchanged.quote?.exact ?? exchanged.note).slice(0, 60)}”`;
  const target = targetOf(exchanged, targets);
  if (!target) return `The briefing has no text on which ${words} could stand.`;
  const createdAt = exchanged.createdAt ?? now;
  const annotation = Annotation.safeParse({
    id: exchanged.id ?? newId(),
    kind: exchanged.kind ?? 'key',
    note: exchanged.note,
    tags: [...new Set(exchanged.tags)],
    replies: exchanged.replies.map((reply) => ({
      id: reply.id ?? newId(),
      note: reply.note,
      createdAt: reply.createdAt ?? createdAt,
      modifiedAt: reply.modifiedAt ?? reply.createdAt ?? createdAt,
      by: null
    })),
    links: linksTo(linkable, exchanged.links),
    flag: null,
    target,
    createdAt,
    modifiedAt: exchanged.modifiedAt ?? createdAt,
    by: null
  });
  if (annotation.success) {
    const { tags, replies, links } = annotation.data;
    const longest = Math.max(tags.length, replies.length, links.length);
    if (longest <= maxListed) return annotation.data;
    return `${words} was left out: it has ${longest.toLocaleString('en')} tags, replies or links of a kind; an annotation may have up to ${maxListed.toLocaleString('en')}.`;
  }
  const [issue] = annotation.error.issues;
  return `${words} was left out: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}.`;
}

/** Those that lead somewhere, each once. */
function linksTo(
  linkable: ReadonlySet<Id>,
  links: ExchangedAnnotation['links']
): ExchangedAnnotation['links'] {
  const byId = new Map(links.filter(({ id }) => linkable.has(id)).map((link) => [link.id, link]));
  return [...byId.values()];
}

function targetOf(
  exchanged: ExchangedAnnotation,
  targets: readonly AnnotatedText[]
): Annotation['target'] | null {
  const named = namedBy(exchanged.target, targets);
  for (const { type, id, text } of named.length > 0 ? named : targetsWith(exchanged, targets)) {
    const range = text === null ? null : findIn(text, exchanged);
    if (text === null || !range) continue;
    const selectors = describe(text, range.start, range.end);
    return { type, id, selectors, original: selectors, base: null };
  }
  const home = named[0] ?? targets.find(({ type }) => type === 'source') ?? targets[0];
  if (!home || !exchanged.quote) return null;
  const selectors = { quote: exchanged.quote, position: null };
  return { type: home.type, id: home.id, selectors, original: selectors, base: null };
}

/** By its id, else by its address, else by its title. */
function namedBy(
  { id, address, title }: ExchangedAnnotation['target'],
  targets: readonly AnnotatedText[]
): readonly AnnotatedText[] {
  const tests: ((target: AnnotatedText) => boolean)[] = [
    (target) => target.id === id,
    (target) => address !== '' && target.address === address,
    (target) => title !== '' && target.title === title
  ];
  for (const test of tests) {
    const named = targets.filter(test);
    if (named.length > 0) return named;
  }
  return [];
}

/** Without a name only words that stand in one single text say which is meant; sources go first. */
function targetsWith(
  exchanged: ExchangedAnnotation,
  targets: readonly AnnotatedText[]
): readonly AnnotatedText[] {
  for (const type of ['source', 'card'] as const) {
    const holding = targets.filter(
      (target) => target.type === type && target.text !== null && findIn(target.text, exchanged)
    );
    if (holding.length > 0) return holding.length === 1 ? holding : [];
  }
  return [];
}

/** At its own place if the quote stands there, else where `locate` is certain of it. */
function findIn(text: string, { quote, position }: ExchangedAnnotation): Range | null {
  const place = position && inUnits(text, position);
  if (!quote) return place;
  const stands =
    place &&
    text.slice(place.start, place.end) === quote.exact &&
    text.slice(0, place.start).endsWith(quote.prefix) &&
    text.startsWith(quote.suffix, place.end);
  if (stands) return place;
  const found = locate(text, { quote, position: place });
  if (found || quote.prefix !== '' || quote.suffix !== '') return found;
  // Written without context: then occurring once is all that can be asked.
  const start = text.indexOf(quote.exact);
  const isUnique = start >= 0 && text.indexOf(quote.exact, start + 1) < 0;
  return isUnique ? { start, end: start + quote.exact.length } : null;
}

/** `null` for a place outside the text, or one that parts the two halves of a character. */
function inUnits(
  text: string,
  { start, end, unit }: NonNullable<ExchangedAnnotation['position']>
): Range | null {
  const range =
    unit === 'utf16'
      ? { start, end }
      : { start: offsetOfCodePoint(text, start), end: offsetOfCodePoint(text, end) };
  const isWhole = !splitsPair(text, range.start) && !splitsPair(text, range.end);
  return isWhole && range.start < range.end && range.end <= text.length ? range : null;
}
