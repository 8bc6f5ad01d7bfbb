/** How time runs across a timeline. Lengths in CSS pixels. */
import type { TimelineItem } from './timeline-items.js';

export interface PlacedInTime {
  /** The middle of its sign. */
  readonly x: number;
  /** How far its date reaches, for one that lasts or is known roughly; `null` for a day. */
  readonly reach: { readonly from: number; readonly to: number } | null;
  /** It begins before what is shown. */
  readonly clipped: boolean;
}

export interface TimelineAxis {
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
  /** `null` for what has no date, or lies outside of what is shown. */
  place(item: Pick<TimelineItem, 'date' | 'until'>): PlacedInTime | null;
}

export interface AxisEnds {
  readonly gutter: number;
  readonly right: number;
}
