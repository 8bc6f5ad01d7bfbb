/** How the views of the open briefing share the width that there is. */
import type { DeskState } from '../desk/desk.svelte.js';
import { isText } from '../open/view.js';

/** CSS pixels from which there is room for the source beside the briefing, for it beside what is new, and for the outline. */
const [forTwo, forReview, forOutline] = [880, 700, 1_088];
/** Of the width that either of two keeps. */
const leastShare = 0.25;

export class DeskRoom {
  /** Of all views together, in CSS pixels. */
  width = $state(0);
  readonly canBeside: boolean = $derived.by(() => this.width >= forTwo);
  /** Briefing and source stand side by side. */
  readonly both: boolean = $derived.by(
    () => this.desk.beside && this.canBeside && isText(this.desk.view)
  );
  /** What is new in a source stands beside it. */
  readonly reviewing: boolean = $derived.by(
    () => this.desk.view === 'new' && this.desk.news.by === 'source' && this.width >= forReview
  );
  /** It is coded, so the source stands after it, as evidence does after a claim. */
  readonly coding: boolean = $derived.by(
    () => this.reviewing && this.desk.suggestions.kind === 'coding'
  );
  /** Whether there is room for the outline beside the briefing. */
  readonly canOutline: boolean = $derived.by(() => !this.both && this.width >= forOutline);
  /** The outline is seen, beside the briefing or over it. */
  readonly outlined: boolean = $derived.by(() => {
    const { outline, view } = this.desk;
    return view === 'briefing' && (this.canOutline ? outline.beside : outline.over);
  });

  constructor(private readonly desk: DeskState) {}

  /** What the briefing has of the width beside its source, in CSS pixels, and within which bounds. */
  get split(): { readonly width: number; readonly min: number; readonly max: number } {
    const [width, min, max] = [this.desk.share, leastShare, 1 - leastShare].map((share) =>
      Math.round(share * this.width)
    ) as [number, number, number];
    return { width, min, max };
  }

  /** Gives the briefing so many CSS pixels beside its source. */
  resize(to: number): void {
    this.desk.share = Math.max(leastShare, Math.min(to / this.width, 1 - leastShare));
  }

  toggleOutline(): void {
    const { outline } = this.desk;
    this.desk.outline = this.canOutline
      ? { beside: !this.outlined, over: false }
      : { ...outline, over: !this.outlined };
    this.desk.show('briefing');
  }
}
