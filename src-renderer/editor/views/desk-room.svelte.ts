/** How the views of the open briefing share the width that there is. */
import type { DeskState } from '../desk/desk.svelte.js';
import { isText } from '../open/view.js';

/** CSS pixels from which there is room for the source beside the briefing, for it beside what is new, and for the outline. */
const [forTwo, forReview, forOutline] = [880, 900, 1_088];
/** Of the width that either of two keeps. */
const leastShare = 0.25;

/** How far the first steps are, also while another view is shown. */
export class StepsBegun {
  isDayAsked = $state(true);
  /** The words of the lines that are offered; `null` before the first are. */
  lines: readonly string[] | null = null;
}

export class DeskRoom {
  /** Of all views together, in CSS pixels. */
  width = $state(0);
  readonly canBeside: boolean = $derived.by(() => this.width >= forTwo);
  /** Briefing and source stand side by side. */
  readonly both: boolean = $derived.by(
    () => this.desk.beside && this.canBeside && isText(this.desk.view)
  );
  /** A briefing has just been made of an article: what is done first stands beside its text; else `null`. */
  steps = $state.raw<StepsBegun | null>(null);
  readonly stepping: boolean = $derived.by(() => {
    const { view, open } = this.desk;
    return (
      this.steps !== null && !this.both && view === 'read' && open.briefing.sources.length === 1
    );
  });
  /** The source of the current suggestion stands beside what is new. */
  readonly reviewing: boolean = $derived.by(
    () => this.desk.view === 'new' && this.desk.source !== null && this.width >= forReview
  );
  /** Whether there is room for the outline beside the briefing. */
  readonly canOutline: boolean = $derived.by(() => !this.both && this.width >= forOutline);
  /** The outline is seen, beside the briefing or over it. */
  readonly outlined: boolean = $derived.by(() => {
    const { outline, view } = this.desk;
    return view === 'brief' && (this.canOutline ? outline.beside : outline.over);
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
    this.desk.show('brief');
  }
}
