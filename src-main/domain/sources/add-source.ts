/**
 * An article that comes into a briefing which has sources already: what it is to them, and what comes
 * into the briefing with it. Pure, so that window and command line do the same.
 */
import { Annotation, orphaned } from '../briefing/annotation.js';
import type { Briefing } from '../briefing/briefing.js';
import { Source, type TextHash, titleOfSource } from '../briefing/source.js';
import { Id } from '../base/values.js';
import { z } from '../base/zod.js';
import { keepEntries, mapEntries } from '../base/map-entries.js';
import { renderedSource } from '../markdown/render-markdown.js';
import { OriginFinder } from '../origins/find-origins.js';
import { joinCopies, joinOrigins } from '../origins/join-origins.js';
import { readNumbers } from '../text/numbers.js';
import { counted } from '../text/joined-words.js';
import { quoted } from '../terms/terms.js';
import { carryToUpdate } from '../anchoring/carry-to-update.js';
import { followSources } from './day-of-sources.js';
import { type ComparedSource, knownBefore } from './known-before.js';

/** A pair of sources of which one is nearly all a copy of the other; as `SharedPair`. */
const CopiedPair = z
  .strictObject({
    one: Id,
    other: Id,
    ofOne: z.number(),
    ofOther: z.number(),
    verdict: z.literal('copy'),
    agencies: z.array(z.string()).readonly(),
    /** Whether numbers stand in one that the other lacks, or other numbers. */
    hasOtherFigures: z.boolean()
  })
  .readonly();

/** A source that is to be added, with all that follows from its text. */
export const SourceAddition = z
  .strictObject({
    source: Source,
    text: z.string(),
    /** An earlier source that this one shows to be the newer version of another; `null` for none. */
    isUpdatedBy: Id.nullable(),
    /** Copies of the annotations of the source that it updates. */
    annotations: z.array(Annotation).readonly(),
    /** Of these, how many stand on words that were changed. */
    changed: z.int(),
    /** How many annotations of that source have no words in this one. */
    gone: z.int(),
    copies: z.array(CopiedPair).readonly()
  })
  .readonly();
export type SourceAddition = z.infer<typeof SourceAddition>;

/** `same`: the briefing has these very words already, in the source of this id. */
export const SourceArrival = z.union([
  z.strictObject({ is: z.literal('same'), source: Id }).readonly(),
  z
    .strictObject({
      is: z.literal('addition'),
      addition: SourceAddition,
      /** A sentence for each part of the article that could not be taken in. */
      missing: z.array(z.string()).readonly()
    })
    .readonly()
]);
export type SourceArrival = z.infer<typeof SourceArrival>;

/**
 * Compares articles with the sources of one briefing after the other. What was read of a source is
 * kept as long as the same briefing is asked about, so that the next article costs little.
 */
export class SourceComparison {
  #briefing: Id | null = null;
  #compared = new Map<string, ComparedSource>();
  #finder = new OriginFinder();

  /**
   * @param texts of the briefing's sources by hash; one that is missing is not compared.
   * @param source of the article, not in the briefing yet.
   * @param text of the article, verbatim.
   */
  arrive(
    briefing: Briefing,
    texts: Readonly<Record<TextHash, string>>,
    source: Source,
    text: string,
    now = new Date()
  ): { readonly is: 'same'; readonly source: Id } | SourceAddition {
    const there = this.#hold(briefing, texts);
    const known = knownBefore(comparedOf(source, text), there);
    if (known.is === 'same') return { is: 'same', source: known.source as Id };
    const earlier =
      known.is === 'update' ? briefing.sources.find(({ id }) => id === known.source) : undefined;
    const isOlder = known.is === 'update' && known.isEarlier;
    const added = earlier && !isOlder ? { ...source, updates: earlier.id } : source;
    const before = earlier && !isOlder ? texts[earlier.text] : undefined;
    const carried =
      earlier && before !== undefined
        ? carryToUpdate(
            briefing,
            { id: earlier.id, text: renderedSource(earlier, before) },
            { id: source.id, text: renderedSource(source, text) },
            now
          ).carried
        : [];
    return {
      source: added,
      text,
      isUpdatedBy: isOlder && earlier ? earlier.id : null,
      annotations: carried.flatMap(({ to }) => to ?? []),
      changed: carried.filter(({ became }) => became === 'changed').length,
      gone: carried.filter(({ became }) => became === 'gone').length,
      copies: this.#copiesOf(source, text, there)
    };
  }

  #hold(briefing: Briefing, texts: Readonly<Record<TextHash, string>>): readonly ComparedSource[] {
    if (this.#briefing !== briefing.id) {
      this.#briefing = briefing.id;
      this.#compared = new Map();
      this.#finder = new OriginFinder();
    }
    const next = new Map<string, ComparedSource>();
    for (const source of briefing.sources) {
      const text = texts[source.text];
      if (text === undefined) continue;
      const fresh = comparedOf(source, text);
      const old = this.#compared.get(source.id);
      const isSame =
        old?.hash === fresh.hash &&
        old.url === fresh.url &&
        old.title === fresh.title &&
        old.publisher === fresh.publisher &&
        old.published === fresh.published;
      next.set(source.id, isSame ? old : fresh);
    }
    this.#compared = next;
    return [...next.values()];
  }

  #copiesOf(source: Source, text: string, there: readonly ComparedSource[]) {
    const all = [...there, comparedOf(source, text)];
    this.#finder.hold(
      all.map((each) => ({ id: each.id as Id, text: each.hash, words: each.text }))
    );
    return this.#finder.pairsOf(source).flatMap((pair) => {
      if (pair.verdict !== 'copy') return [];
      const other = pair.one === source.id ? pair.other : pair.one;
      const words = there.find(({ id }) => id === other)?.text ?? '';
      const hasOtherFigures = numbersIn(words) !== numbersIn(text);
      return [{ ...pair, verdict: pair.verdict, hasOtherFigures }];
    });
  }
}

/** In any order, since a copy may have its parts in another. Small ones in words may be “first” or “one”. */
function numbersIn(text: string): string {
  return readNumbers(text)
    .flatMap(({ digits, values: [value = 0] }) => (digits || value > 12 ? value : []))
    .sort((a, b) => a - b)
    .join(' ');
}

function comparedOf(source: Source, text: string): ComparedSource {
  const { id, title, publisher, url, published } = source;
  return { id, hash: source.text, text, title, publisher, url, published };
}

/** The briefing with it; copies and versions share an origin with what they are copies or versions of. */
export function addSource(briefing: Briefing, addition: SourceAddition): Briefing {
  const { source, isUpdatedBy, annotations, copies } = addition;
  const sources = mapEntries(briefing.sources, (each) =>
    each.id === isUpdatedBy && each.updates === null ? { ...each, updates: source.id } : each
  );
  const added = {
    ...briefing,
    sources: [...sources, source],
    annotations:
      annotations.length > 0 ? [...briefing.annotations, ...annotations] : briefing.annotations
  };
  const versions = [source.updates, isUpdatedBy].filter((id) => id !== null);
  const joined = joinCopies(joinOrigins(added, [source.id, ...versions]), copies);
  return followSources(briefing, joined);
}

/**
 * The briefing without it. Its annotations stay, as orphans that keep their words: positions may rest
 * on them. What it updated or was updated by stands for itself.
 */
export function removeSource(briefing: Briefing, id: Id): Briefing {
  const gone = briefing.sources.find((source) => source.id === id);
  if (!gone) return briefing;
  const sources = briefing.sources.filter((source) => source !== gone);
  const shares = (origin: Id) => sources.filter((each) => each.origin === origin).length > 1;
  return {
    ...briefing,
    sources: sources.map((source) => {
      const origin = source.origin !== null && shares(source.origin) ? source.origin : null;
      const updates = source.updates === id ? null : source.updates;
      const isSame = origin === source.origin && updates === source.updates;
      return isSame ? source : { ...source, origin, updates };
    }),
    origins: keepEntries(briefing.origins, (origin) => shares(origin.id)),
    annotations: mapEntries(briefing.annotations, (annotation) =>
      annotation.target.id === id ? orphaned(annotation) : annotation
    ),
    dismissals: keepEntries(
      briefing.dismissals,
      ({ about, with: other }) => about !== id && other !== id
    )
  };
}

/** What came in, in sentences. `briefing` has the source already. */
export function additionInWords(briefing: Briefing, addition: SourceAddition): string {
  const { source, isUpdatedBy, annotations, changed, gone } = addition;
  const titled = (id: Id | null | undefined): string | null => {
    const found = briefing.sources.find((each) => each.id === id);
    return found ? quoted(titleOfSource(found)) : null;
  };
  const own = quoted(titleOfSource(source));
  const [updated, newer] = [titled(source.updates), titled(isUpdatedBy)];
  const sentences = [
    updated
      ? `${own} was added as an update of ${updated}; both stay.`
      : newer
        ? `${own} was added; ${newer} is a newer version of it.`
        : `${own} was added.`
  ];
  if (annotations.length > 0) {
    const edited = changed > 0 ? `, ${changed} of them on words that were edited` : '';
    sentences.push(`${counted(annotations.length, 'annotation')} came along${edited}.`);
  }
  if (gone > 0) {
    const isAre = gone === 1 ? 'has' : 'have';
    sentences.push(`${counted(gone, 'annotation')} ${isAre} no words in it any more.`);
  }
  const [copied] = addition.copies
    .map(({ one, other, hasOtherFigures }) => {
      return { title: titled(one === source.id ? other : one), hasOtherFigures };
    })
    .filter(({ title }) => title !== null && title !== updated && title !== newer);
  if (copied?.hasOtherFigures) {
    sentences.push(`It repeats ${copied.title} with other figures: both are one origin.`);
  } else if (copied) {
    sentences.push(`It is a copy of ${copied.title}: both count as one origin.`);
  }
  return sentences.join(' ');
}
