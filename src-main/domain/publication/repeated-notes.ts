/**
 * An update of a source has copies of what was noted on the source. A document tells such a note once.
 * Pure; the briefing keeps both.
 */
import type { Annotation } from '../briefing/annotation.js';
import type { Briefing } from '../briefing/briefing.js';
import { entriesWithEvidence } from '../briefing/evidence.js';
import type { Source } from '../briefing/source.js';
import type { Id } from '../base/values.js';
import { mapEntries } from '../base/map-entries.js';

/**
 * The note stays where a claim rests on the words, else on the newest version of the source that has
 * them. The others become bare highlights. One that says something else keeps its note.
 */
export function withoutRepeatedNotes(briefing: Briefing): Briefing {
  const sources = new Map(briefing.sources.map((source) => [source.id, source]));
  if (!briefing.sources.some(({ updates }) => updates !== null)) return briefing;
  const evidence = new Set(entriesWithEvidence(briefing).flatMap((claim) => claim.evidence));
  const repeated = new Set<Annotation>();
  for (const copies of copiesOfOne(briefing.annotations, sources)) {
    const told = toldOf(copies, evidence);
    for (const each of copies) {
      if (each !== told && says(each) === says(told)) repeated.add(each);
    }
  }
  const annotations = mapEntries(briefing.annotations, (each) =>
    repeated.has(each) ? { ...each, note: '', replies: [] } : each
  );
  return annotations === briefing.annotations ? briefing : { ...briefing, annotations };
}

/** Those that were carried from version to version, each with its copies, the oldest version first. */
function copiesOfOne(
  annotations: readonly Annotation[],
  sources: ReadonlyMap<Id, Source>
): readonly (readonly Annotation[])[] {
  const byPlace = new Map<string, Annotation>();
  for (const each of annotations) {
    byPlace.set(placeOf(each, each.target.id, each.target.selectors), each);
  }
  const earlierOf = (each: Annotation): Annotation | undefined => {
    const updated = sources.get(each.target.id)?.updates;
    // A copy keeps when it was made, and the place that it was copied from.
    return updated ? byPlace.get(placeOf(each, updated, each.target.original)) : undefined;
  };
  const chains = new Map<Annotation, Annotation[]>();
  for (const each of annotations) {
    const chain = [each];
    for (let earlier = earlierOf(each); earlier; earlier = earlierOf(earlier)) {
      // Versions that name one another in a circle.
      if (chain.includes(earlier)) break;
      chain.unshift(earlier);
    }
    const [oldest = each] = chain;
    const known = chains.get(oldest) ?? [];
    chains.set(oldest, [...known, ...chain.filter((one) => !known.includes(one))]);
  }
  return [...chains.values()].filter(({ length }) => length > 1);
}

function placeOf(
  { createdAt }: Annotation,
  target: Id,
  selectors: Annotation['target']['selectors']
): string {
  return JSON.stringify([target, createdAt, selectors.quote, selectors.position]);
}

function toldOf(copies: readonly Annotation[], evidence: ReadonlySet<Id>): Annotation {
  const cited = copies.filter(({ id }) => evidence.has(id));
  // Other words stand in the place of those that were noted.
  const sure = copies.filter(
    ({ flag, target }) => flag !== 'replaced' && target.selectors.position !== null
  );
  return (cited.at(-1) ?? sure.at(-1) ?? copies.at(-1)) as Annotation;
}

function says({ note, replies }: Annotation): string {
  return JSON.stringify([note.trim(), replies.map((reply) => reply.note.trim())]);
}
