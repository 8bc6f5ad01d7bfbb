/** What the drawing of a timeline needs to know, in CSS pixels. */

interface DrawnMark {
  readonly id: string;
  readonly kind: 'event' | 'position';
  /** Names its colours; `null` for an event. */
  readonly stance: string | null;
  readonly sign: string;
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly reach: { readonly from: number; readonly to: number } | null;
  readonly clipped: boolean;
}

export interface DrawnTimeline {
  readonly width: number;
  readonly height: number;
  readonly gutter: number;
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
  readonly lanes: readonly {
    readonly title: string;
    readonly y: number;
    readonly height: number;
    readonly marks: readonly DrawnMark[];
  }[];
}
