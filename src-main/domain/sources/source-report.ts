/** The sources of a briefing with what rests on each: for the list in the window and for the command line. */
import type { Briefing } from '../briefing/briefing.js';
import { type Claims, entriesWithEvidence } from '../briefing/evidence.js';
import { gradeOf, Source } from '../briefing/source.js';
import { Id } from '../base/values.js';
import { z } from '../base/zod.js';

const { id, title, publisher, author, published, url, accessed, language, unnamedPeople } =
  Source.unwrap().shape;
const { updates, importedAt } = Source.unwrap().shape;

export const ReportedSource = z
  .strictObject({
    id,
    title,
    publisher,
    author,
    published,
    url,
    accessed,
    language,
    unnamedPeople,
    /** Admiralty, such as `B2`. */
    grade: z.string(),
    /** `name` is empty where nobody named it; `null`: it shares its origin with no other source. */
    origin: z.strictObject({ id: Id, name: z.string() }).nullable(),
    updates,
    /** Sources that are newer versions of it. */
    updatedBy: z.array(Id).readonly(),
    importedAt,
    /** How many annotations stand on its text. */
    annotations: z.int(),
    /** How many positions, statements, events, figures and outcomes rest on these. */
    claims: z.int()
  })
  .readonly();
export type ReportedSource = z.infer<typeof ReportedSource>;

/** In the order of the briefing. */
export function reportSources(
  briefing: Claims & Pick<Briefing, 'annotations' | 'origins' | 'sources'>
): readonly ReportedSource[] {
  const sourceOf = new Map(
    briefing.annotations
      .filter(({ target }) => target.type === 'source')
      .map((annotation) => [annotation.id, annotation.target.id])
  );
  const annotations = new Map<Id, number>();
  for (const source of sourceOf.values()) {
    annotations.set(source, (annotations.get(source) ?? 0) + 1);
  }
  const claims = new Map<Id, number>();
  for (const { evidence } of entriesWithEvidence(briefing)) {
    for (const source of new Set(evidence.map((each) => sourceOf.get(each)))) {
      if (source) claims.set(source, (claims.get(source) ?? 0) + 1);
    }
  }
  const newer = new Map<Id, Id[]>();
  for (const { id: update, updates: earlier } of briefing.sources) {
    if (earlier !== null) newer.set(earlier, [...(newer.get(earlier) ?? []), update]);
  }
  const origins = new Map(briefing.origins.map((origin) => [origin.id, origin]));
  return briefing.sources.map((source) => {
    const origin = source.origin === null ? undefined : origins.get(source.origin);
    return {
      id: source.id,
      title: source.title,
      publisher: source.publisher,
      author: source.author,
      published: source.published,
      url: source.url,
      accessed: source.accessed,
      language: source.language,
      unnamedPeople: source.unnamedPeople,
      grade: gradeOf(source),
      origin: origin ? { id: origin.id, name: origin.name } : null,
      updates: source.updates,
      updatedBy: newer.get(source.id) ?? [],
      importedAt: source.importedAt,
      annotations: annotations.get(source.id) ?? 0,
      claims: claims.get(source.id) ?? 0
    };
  });
}
