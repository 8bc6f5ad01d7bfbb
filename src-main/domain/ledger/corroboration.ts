/**
 * How well a position is corroborated: the one place that counts. Copies and rewrites of one report
 * are several reports of one origin, and say no more than it does.
 */
import type { Annotation } from '../briefing/annotation.js';
import type { Briefing } from '../briefing/briefing.js';
import type { Position } from '../briefing/entries.js';
import type { Source } from '../briefing/source.js';
import { z } from '../base/zod.js';
import type { Id } from '../base/values.js';
import { counted } from '../text/joined-words.js';

export const Corroboration = z
  .strictObject({
    /** Sources in which its evidence stands. */
    reports: z.int().nonnegative(),
    /** Where these come from in the end; never more than `reports`. */
    origins: z.int().nonnegative()
  })
  .readonly();
export type Corroboration = z.infer<typeof Corroboration>;

/** What of a source counts. One without an origin is one of its own. */
type CountedSource = Pick<Source, 'id' | 'origin'>;

/** Of one briefing. */
export class Corroborations {
  /** By annotation, of those that lie in a source. */
  readonly #sources: ReadonlyMap<Id, CountedSource>;
  /** Whether there are several sources, so that anything can rest on more than one. */
  readonly canBeSeveral: boolean;

  constructor({ annotations, sources }: CountedBriefing) {
    const byId = new Map(sources.map((source) => [source.id, source]));
    this.canBeSeveral = sources.length > 1;
    this.#sources = new Map(
      annotations.flatMap(({ id, target }) => {
        const source = target.type === 'source' ? byId.get(target.id) : undefined;
        return source ? [[id, source] as const] : [];
      })
    );
  }

  /** Of what several say together. Words of a card corroborate nothing. */
  of(...entries: readonly Pick<Position, 'evidence'>[]): Corroboration {
    return countOrigins(
      entries.flatMap(({ evidence }) => evidence.flatMap((id) => this.#sources.get(id) ?? []))
    );
  }

  /** Empty where there is nothing to tell: no source holds evidence, or the briefing has only one. */
  inWords(corroboration: Corroboration, words?: CountWords): string {
    return this.canBeSeveral ? corroborationInWords(corroboration, words) : '';
  }
}

interface CountedBriefing {
  readonly annotations: readonly Pick<Annotation, 'id' | 'target'>[];
  readonly sources: readonly CountedSource[];
}

/** A source that comes several times counts once. */
export function countOrigins(sources: readonly CountedSource[]): Corroboration {
  const [reports, origins] = [
    new Set(sources.map(({ id }) => id)),
    new Set(sources.map(({ id, origin }) => origin ?? id))
  ];
  return { reports: reports.size, origins: origins.size };
}

/** Such as “3 sources”, each with an origin of its own, or “4 reports, 2 origins”; empty for none. */
export function corroborationInWords(
  { reports, origins }: Corroboration,
  words: CountWords = english
): string {
  if (reports === 0) return '';
  if (reports === origins) return words.sources(reports);
  return `${words.reports(reports)}${words.comma} ${words.origins(origins)}`;
}

/** What the counts are worded with. */
interface CountWords {
  readonly sources: (count: number) => string;
  readonly reports: (count: number) => string;
  readonly origins: (count: number) => string;
  readonly comma: string;
}

const english: CountWords = {
  sources: (count) => counted(count, 'source'),
  reports: (count) => counted(count, 'report'),
  origins: (count) => counted(count, 'origin'),
  comma: ','
};

/** How many sources a briefing has, and of how many origins where some share one. */
export function sourcesInWords(
  { sources }: Pick<Briefing, 'sources'>,
  words: CountWords = english
): string {
  const { reports, origins } = countOrigins(sources);
  const told = words.sources(reports);
  return reports === origins ? told : `${told}${words.comma} ${words.origins(origins)}`;
}
