/** An annotation on its way between programs: what every format of exchange is written from and read into. */
import type { AnnotationKind, AnnotationLink, TextQuoteSelector } from '../briefing/annotation.js';
import type { Id } from '../base/values.js';

/** Where a quote stood. W3C counts code points, browsers and Standpoint count UTF-16 units. */
export interface ExchangedPosition {
  readonly start: number;
  readonly end: number;
  readonly unit: 'utf16' | 'codePoint';
}

export interface ExchangedReply {
  readonly id: Id | null;
  /** Markdown. */
  readonly note: string;
  readonly createdAt: string | null;
  readonly modifiedAt: string | null;
}

/** The card or source, as far as the other program names it. */
interface ExchangedTarget {
  readonly id: Id | null;
  readonly title: string;
  /** A web address; empty for none. */
  readonly address: string;
}

export interface ExchangedAnnotation {
  /** Ours; `null` when another program made it. */
  readonly id: Id | null;
  /** `null` where the other program knows no kinds. */
  readonly kind: AnnotationKind | null;
  /** Markdown; empty for a bare highlight. */
  readonly note: string;
  readonly tags: readonly string[];
  readonly replies: readonly ExchangedReply[];
  readonly links: readonly AnnotationLink[];
  /** `null` for a note on a whole document. */
  readonly quote: TextQuoteSelector | null;
  readonly position: ExchangedPosition | null;
  readonly target: ExchangedTarget;
  /** ISO 8601. */
  readonly createdAt: string | null;
  readonly modifiedAt: string | null;
}

/** What was read from a file. */
export interface ReadAnnotations {
  readonly annotations: readonly ExchangedAnnotation[];
  /** A sentence for every entry that is no annotation of words. */
  readonly refused: readonly string[];
}
