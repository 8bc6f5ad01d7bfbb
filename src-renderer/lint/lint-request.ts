/** What page and worker say to each other about one check of a briefing. */
import type { Briefing } from '../../src-main/domain/briefing/briefing.js';
import type { Change } from '../../src-main/domain/briefing/change.js';
import type { Finding } from '../../src-main/domain/lint/finding.js';
import type { PartialDate } from '../../src-main/domain/base/partial-date.js';
import type { TextHash } from '../../src-main/domain/briefing/source.js';

/** Of the sources, by hash. */
export type SourceTexts = Readonly<Record<TextHash, string>>;

/** A briefing crosses whole once; after that, what an edit changed. */
export type LintRequest = { readonly today: PartialDate } & (
  | { readonly kind: 'whole'; readonly briefing: Briefing; readonly texts: SourceTexts }
  | { readonly kind: 'change'; readonly change: Change }
);

export type LintAnswer =
  | { readonly kind: 'found'; readonly findings: readonly Finding[] }
  | {
      readonly kind: 'failed';
      /** A sentence for the person. */
      readonly reason: string;
    };
