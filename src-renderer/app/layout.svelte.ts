/** How the window is arranged: theme, whether the library is shown, and which dialog is open. */
import type { Theme } from '../../src-main/domain/program/settings.js';
import type { NameKind } from '../../src-main/domain/ledger/register.js';
import type { Id } from '../../src-main/domain/base/values.js';
import type { Edition } from '../../src-main/domain/publication/edition.js';
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
  | 'paste'
  | 'source-from'
  | 'drop'
  | 'export'
  | 'preview'
  | 'compare'
  | 'across'
  | 'name'
  | 'matrix'
  | 'report'
  | 'share'
  | 'join'
  | 'people'
  | 'recovery'
  | 'settings'
  | 'log'
  | 'licences';

/** What the preview shows first. */
interface Previewed {
  /** `null` is what was chosen last. */
  readonly edition: Edition | null;
  /** `null` is the open briefing. */
  readonly book: { readonly ids: readonly Id[]; readonly title: string } | null;
}

const openBriefing: Previewed = { edition: null, book: null };
const nothingPasted: PastedArticle = { text: '', format: 'text' };

/** Below this width in CSS pixels the library lies over the briefing instead of beside it. */
const roomForBoth = '(width >= 48rem)';

export class Layout {
  #theme = $state<Theme>('system');
  dialog = $state<DialogName | null>(null);
  /** The tour is being given. */
  touring = $state(false);
  /** The recovery sheet is that of a library which is shared since a moment ago. */
  isSheetNew = $state(false);
  /** The section that the settings begin with; `null` for the first. */
  settingsAt = $state<string | null>(null);
  /** The format that the export dialog begins with. */
  exportEnding = $state('pdf');
  previewed = $state.raw<Previewed>(openBriefing);
  /** With which version the open briefing is to be compared at once; `null`: the person says. */
  compareWith = $state.raw<VersionKey | null>(null);
  /** Whose page the dialog of a name begins with; an empty name leaves it to the person. */
  shownName = $state.raw<{
    readonly kind: NameKind;
    readonly name: string;
    readonly on: string | null;
  }>({
    kind: 'actor',
    name: '',
    on: null
  });
  /** The briefings of the matrix over several. */
  matrix = $state.raw<{ readonly title: string; readonly briefings: readonly Id[] }>({
    title: '',
    briefings: []
  });
  /** What the paste dialog begins with. */
  pasted = $state.raw<PastedArticle>(nothingPasted);
  /** What was dropped while a briefing was open; `null` once the person has said what it becomes. */
  dropped = $state.raw<DroppedFiles | null>(null);
  /** CSS pixels. */
  libraryWidth = $state(304);
  libraryShown = $state(matchMedia(roomForBoth).matches);

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

  /** A briefing was chosen: a library that covers it makes way. */
  uncover(): void {
    if (!matchMedia(roomForBoth).matches) this.libraryShown = false;
  }

  /** With `on`, of the pair alone. */
  showName(kind: NameKind, name: string, on: string | null = null): void {
    this.shownName = { kind, name, on };
    this.dialog = 'name';
  }

  showMatrix(title: string, briefings: readonly Id[]): void {
    this.matrix = { title, briefings };
    this.dialog = 'matrix';
  }

  paste(article: PastedArticle = nothingPasted): void {
    this.pasted = article;
    this.dialog = 'paste';
  }

  drop(dropped: DroppedFiles): void {
    this.dropped = dropped;
    this.dialog = 'drop';
  }

  export(ending: string): void {
    this.exportEnding = ending;
    this.dialog = 'export';
  }

  preview(previewed: Previewed = openBriefing): void {
    this.previewed = previewed;
    this.dialog = 'preview';
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
