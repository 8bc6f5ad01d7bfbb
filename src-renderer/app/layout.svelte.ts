/** How the window is arranged: theme, whether the library is shown, and which dialog is open. */
import type { Theme } from '../../src-main/domain/program/settings.js';
import { type AcrossQuery, everyPosition } from '../../src-main/domain/ledger/across-briefings.js';
import type { Id } from '../../src-main/domain/base/values.js';
import type { VersionKey } from '../../src-main/domain/briefing/version.js';
import { call } from './session/client.js';
import type { DroppedFiles, PastedArticle } from './session/dropped-and-pasted.js';

export type DialogName =
  | 'palette'
  | 'versions'
  | 'bin'
  | 'libraries'
  | 'switch'
  | 'keys'
  | 'guide'
  | 'news'
  | 'updates'
  | 'add'
  | 'source-from'
  | 'export'
  | 'compare'
  | 'matrix'
  | 'report'
  | 'share'
  | 'join'
  | 'people'
  | 'recovery'
  | 'settings'
  | 'log'
  | 'licences';

/** What an article is added from: files that were dropped, else a text. */
export interface GivenArticles {
  readonly dropped: DroppedFiles | null;
  readonly pasted: PastedArticle;
}

const nothing: GivenArticles = { dropped: null, pasted: { text: '', format: 'text' } };

/** Below 1100 CSS pixels the library lies over the briefing instead of beside it. */
const roomForBoth = '(width >= 68.75rem)';

/** CSS pixels of briefing and page together, below which the page lies over the briefing. */
const roomForPage = 860;
/** Of that width, either keeps at least this share. */
const leastShare = 0.3;

export class Layout {
  #theme = $state<Theme>('system');
  dialog = $state<DialogName | null>(null);
  /** The recovery sheet is that of a library which is shared since a moment ago. */
  isSheetNew = $state(false);
  /** The section that the settings begin with; `null` for the first. */
  settingsAt = $state<string | null>(null);
  /** Which briefings are to be printed or exported; `null` is the open one. */
  exported = $state.raw<readonly Id[] | null>(null);
  /** With which version the open briefing is to be compared at once; `null`: the person says. */
  compareWith = $state.raw<VersionKey | null>(null);
  /** Who stands where, as the page that lies over the briefing begins with it; `null` while it is closed. */
  question = $state.raw<AcrossQuery | null>(null);
  /** The briefings of the matrix over several. */
  matrix = $state.raw<{ readonly title: string; readonly briefings: readonly Id[] }>({
    title: '',
    briefings: []
  });
  /** What the dialog that adds an article begins with. */
  given = $state.raw(nothing);
  /** CSS pixels. */
  libraryWidth = $state(304);
  libraryShown = $state(matchMedia(roomForBoth).matches);

  /** Of the briefing and what stands beside it, in CSS pixels. */
  workWidth = $state(0);
  #pageShown = $state(false);
  /** How much of the width the briefing has beside its page. */
  #pageShare = $state(0.5);

  /** Whether it was, when there was room for both last. */
  #shownBeside = true;

  constructor(theme: Theme) {
    this.#show(theme);
    // A window that is made narrow keeps the briefing in sight, and has the library again when it grows.
    matchMedia(roomForBoth).addEventListener('change', ({ matches }) => {
      if (!matches) this.#shownBeside = this.libraryShown;
      this.libraryShown = matches && this.#shownBeside;
    });
  }

  get theme(): Theme {
    return this.#theme;
  }

  async setTheme(theme: Theme): Promise<void> {
    this.#show(theme);
    await call('settings.setTheme', theme);
  }

  /** From what is seen now to the other, whatever the system says. */
  async switchTheme(): Promise<void> {
    const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
    const seen = this.#theme === 'system' ? system : this.#theme;
    await this.setTheme(seen === 'dark' ? 'light' : 'dark');
  }

  toggleLibrary(): void {
    this.libraryShown = !this.libraryShown;
  }

  /** Where the printed page stands; `null` while it is not wanted. */
  get pagePlace(): 'beside' | 'over' | null {
    if (!this.#pageShown) return null;
    return this.workWidth >= roomForPage ? 'beside' : 'over';
  }

  /** What the text has of the width beside the page, in CSS pixels, and within which bounds. */
  get pageSplit(): { readonly width: number; readonly min: number; readonly max: number } {
    const [width, min, max] = [this.#pageShare, leastShare, 1 - leastShare].map((share) =>
      Math.round(share * this.workWidth)
    ) as [number, number, number];
    return { width, min, max };
  }

  splitPage(width: number): void {
    this.#pageShare = width / this.workWidth;
  }

  togglePage(): void {
    this.#pageShown = !this.#pageShown;
  }

  /** The library lies over the briefing. */
  get libraryCovers(): boolean {
    return this.libraryShown && !matchMedia(roomForBoth).matches;
  }

  /** A library that covers the briefing makes way; `false` where none does. */
  uncover(): boolean {
    const covered = this.libraryCovers;
    if (covered) this.libraryShown = false;
    return covered;
  }

  /** What lies over the text of the briefing makes way. */
  showText(): void {
    this.question = null;
    if (this.pagePlace === 'over') this.#pageShown = false;
  }

  /** A briefing was chosen: so does the library. */
  showBriefing(): void {
    this.showText();
    this.uncover();
  }

  /** Who stands where. */
  ask(question: Partial<AcrossQuery>): void {
    this.uncover();
    this.dialog = null;
    this.question = { ...everyPosition, ...question };
  }

  showMatrix(title: string, briefings: readonly Id[]): void {
    this.matrix = { title, briefings };
    this.dialog = 'matrix';
  }

  addArticle(given: Partial<GivenArticles> = {}): void {
    this.given = { ...nothing, ...given };
    this.dialog = 'add';
  }

  /** Of these briefings; `null` is the open one. */
  export(ids: readonly Id[] | null = null): void {
    this.exported = ids;
    this.dialog = 'export';
  }

  compare(version: VersionKey): void {
    this.compareWith = version;
    this.dialog = 'compare';
  }

  showRecovery(isNew: boolean): void {
    this.isSheetNew = isNew;
    this.dialog = 'recovery';
  }

  /** At a section of them. */
  showSettings(section: string): void {
    this.settingsAt = section;
    this.dialog = 'settings';
  }

  closeDialog(): void {
    this.dialog = null;
    this.settingsAt = null;
  }

  #show(theme: Theme): void {
    this.#theme = theme;
    const { dataset } = document.documentElement;
    if (theme === 'system') delete dataset['theme'];
    else dataset['theme'] = theme;
  }
}
