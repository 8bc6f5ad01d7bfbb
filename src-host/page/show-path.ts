/**
 * Asks in the page for a folder, or for where a file is to be saved: a path in a field, and below it the
 * folders that continue it. Sent to the isolated world as source text, so it stands alone; `invoke`
 * reaches the host, which knows the disk.
 */
import type { createDialogFrame } from './dialog-frame.js';

/** Of what is asked for. The host is given it with each question about the disk. */
export type Wanted =
  | {
      readonly what: 'folder';
      /** What the host marks. */
      readonly kind: { readonly buttonLabel: string } | null;
      /** A button makes a folder. */
      readonly mayMake: boolean;
      /** A folder that is not there may be chosen: whoever asked will make it. */
      readonly mayBeNew: boolean;
    }
  | {
      readonly what: 'file';
      /** Completed to a name that has none of these endings; without dots. */
      readonly extensions: readonly string[];
    };

export interface PathQuestion {
  readonly title: string;
  readonly message: string;
  readonly button: string;
  /** Absolute. A separator at its end shows the folders inside; the name of a file starts selected. */
  readonly start: string;
  readonly wanted: Wanted;
}

export interface ListedFolder {
  readonly path: string;
  readonly name: string;
  /** The name of its kind; `null` for an ordinary folder. */
  readonly kind: string | null;
}

/** The host's view of what was typed. */
export interface PathView {
  readonly path: string;
  /** A file is there, which would be replaced. */
  readonly exists: boolean;
  readonly kind: string | null;
  /** What the folder is or holds, as a sentence; empty for a file, and where there is a problem. */
  readonly about: string;
  /** Why it cannot be chosen, as a sentence; `null` when it can. */
  readonly problem: string | null;
  /**
   * The folder that `folders` lie in, with a separator at its end; as is the one `above`, if there is one.
   * Empty for a file, whose `folders` have paths with a separator.
   */
  readonly inside: string;
  readonly above: string | null;
  readonly folders: readonly ListedFolder[];
  /** How many more there are than in `folders`. */
  readonly unlisted: number;
}

/** Where a folder was made, or why it was not. */
export type MadeFolder =
  | { readonly path: string; readonly problem: null }
  | { readonly path: null; readonly problem: string };

/** Resolves to the chosen path, or to `null` when the question was dismissed. */
export function showPath(
  create: typeof createDialogFrame,
  asked: PathQuestion,
  invoke: (channel: string, ...args: unknown[]) => Promise<unknown>
): Promise<string | null> {
  const { wanted } = asked;
  const forFile = wanted.what === 'file';
  const frame = create(asked.title, forFile ? '' : 'wide');
  frame.add('h2', '', asked.title);
  if (asked.message) frame.add('p', 'detail', asked.message);
  const label = frame.add('label', '', forFile ? 'Folder and file name' : 'Folder');
  const bar = frame.add('div', 'bar');
  const input = frame.add('input', '', '', bar);
  const up = frame.add('button', '', 'Up', bar);
  const list = frame.add('ul', forFile ? '' : 'tall');
  const about = frame.add('p', forFile ? 'problem' : 'about');
  const naming = frame.add('div', 'bar naming');
  const row = frame.add('div', 'buttons');
  const fresh = frame.add('button', 'first', 'New folder…', row);
  const cancel = frame.add('button', '', 'Cancel', row);
  const choose = frame.add('button', 'primary', asked.button, row);
  const name = frame.add('input', '', '', naming);
  const make = frame.add('button', '', 'Make folder', naming);
  let view: PathView | null = null;
  let active = -1;
  /** The file whose name was confirmed once: again, and it is replaced. */
  let replacing: string | null = null;
  /** What the field held before an option was put into it. */
  let typed = asked.start;

  input.id = 'path';
  input.value = asked.start;
  input.dir = 'ltr';
  input.spellcheck = false;
  input.autocomplete = 'off';
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-expanded', String(!forFile));
  input.setAttribute('aria-controls', 'folders');
  input.setAttribute('aria-describedby', 'about');
  label.htmlFor = input.id;
  up.hidden = forFile;
  up.title = 'Up one folder (Alt+Up)';
  up.setAttribute('aria-label', 'Up one folder');
  list.id = 'folders';
  list.tabIndex = -1;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Folders');
  about.id = 'about';
  about.setAttribute('role', forFile ? 'alert' : 'status');
  naming.hidden = true;
  name.setAttribute('aria-label', 'Name of the new folder');
  name.placeholder = 'Name of the new folder';
  name.setAttribute('aria-describedby', 'about');
  fresh.hidden = wanted.what === 'file' || !wanted.mayMake;
  for (const button of [up, make, fresh, cancel]) button.type = 'button';

  function look(path: string): Promise<PathView> {
    return invoke('host:look-at-path', path, wanted) as Promise<PathView>;
  }

  function tell(sentence: string, isProblem: boolean, button = asked.button): void {
    about.textContent = sentence;
    // Of a file nothing is told but problems, so that no room is kept for it.
    if (!forFile) about.className = isProblem ? 'about problem' : 'about';
    choose.textContent = button;
  }

  function judge({ problem, about: what, kind }: PathView): void {
    if (wanted.what === 'file') return;
    const button = kind === null ? asked.button : wanted.kind!.buttonLabel;
    tell(problem ?? what, problem !== null, button);
  }

  function offer(seen: PathView): void {
    view = seen;
    up.disabled = seen.above === null;
    list.replaceChildren();
    for (const [index, folder] of seen.folders.entries()) {
      const option = frame.add('li', '', folder.name, list);
      option.id = `folder-${index}`;
      option.setAttribute('role', 'option');
      if (folder.kind !== null) frame.add('span', 'kind', folder.kind, option);
      // Not click: the field is to keep the focus.
      option.addEventListener('mousedown', (event) => {
        event.preventDefault();
        void (forFile ? take(folder) : activate(index));
      });
      if (forFile) option.dir = 'ltr';
      else option.addEventListener('dblclick', () => void take(folder));
    }
    const rest = seen.unlisted.toLocaleString('en');
    if (seen.unlisted > 0)
      frame.add('li', 'more', `and ${rest} more: type how their names begin`, list);
    input.setAttribute('aria-expanded', String(!forFile || seen.folders.length > 0));
    mark(-1);
  }

  function mark(index: number): void {
    active = index;
    input.removeAttribute('aria-activedescendant');
    for (const [at, option] of [...list.querySelectorAll('[role=option]')].entries()) {
      option.setAttribute('aria-selected', String(at === index));
      if (at !== index) continue;
      option.scrollIntoView({ block: 'nearest' });
      input.setAttribute('aria-activedescendant', option.id);
    }
  }

  /** The field shows which folder would be chosen now; `-1` gives back what was typed. */
  async function activate(index: number): Promise<void> {
    mark(index);
    if (forFile) return;
    input.value = view?.folders[index]?.path ?? typed;
    const shown = input.value;
    const seen = await look(shown);
    if (input.value === shown) judge(seen);
  }

  /** Into a folder; one of the kind that is asked for is chosen. */
  function take(folder: ListedFolder): Promise<void> | void {
    if (folder.kind !== null) return submit(folder.path);
    // The separator of this system stands at the end of `inside`.
    return goTo(folder.path + view!.inside.slice(-1));
  }

  function goTo(path: string): Promise<void> {
    input.value = path;
    input.focus();
    return change();
  }

  async function change(): Promise<void> {
    typed = input.value;
    replacing = null;
    if (forFile) tell('', false);
    // At once, not when the folders arrive: Enter after a fast next letter means what was typed.
    mark(-1);
    const seen = await look(typed);
    if (typed !== input.value) return;
    offer(seen);
    judge(seen);
  }

  function nameFolder(shown: boolean): void {
    naming.hidden = !shown;
    name.value = '';
    (shown ? name : input).focus();
  }

  async function makeFolder(): Promise<void> {
    const made = (await invoke('host:make-folder', view?.inside, name.value)) as MadeFolder;
    if (made.path === null) return tell(made.problem, true);
    const inside = made.path + view!.inside.slice(-1);
    nameFolder(false);
    await goTo(inside);
  }

  let end: (path: string | null) => void;

  async function submit(path: string): Promise<void> {
    const seen = await look(path);
    if (seen.problem !== null) return tell(seen.problem, true);
    if (!seen.exists || replacing === seen.path) return end(seen.path);
    replacing = seen.path;
    tell(`${seen.path} exists already. Replace it?`, true, 'Replace');
  }

  return new Promise((resolve) => {
    end = (path) => {
      frame.close();
      resolve(path);
    };
    const dismiss = (): void => (naming.hidden ? end(null) : nameFolder(false));

    input.addEventListener('input', () => void change());
    frame.form.addEventListener('keydown', (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0;
      const folder = view?.folders[active];
      const inField = frame.focused() === input;
      if (event.key === 'ArrowUp' && event.altKey) {
        if (view?.above) void goTo(view.above);
      } else if (step !== 0 && frame.focused() !== name && view?.folders.length) {
        input.focus();
        // One place more than there are options: none is active.
        const places = view.folders.length + 1;
        void activate(((active + step + 1 + places) % places) - 1);
      } else if (event.key === 'Enter' && frame.focused() === name) {
        void makeFolder();
      } else if (event.key === 'Enter' && inField && folder) {
        void take(folder);
      } else if (event.key === 'Tab' && !event.shiftKey && inField && folder) {
        void goTo(folder.path + view!.inside.slice(-1));
      } else return;
      event.preventDefault();
    });
    frame.form.addEventListener('submit', (event) => {
      event.preventDefault();
      void submit(input.value);
    });
    up.addEventListener('click', () => view?.above && void goTo(view.above));
    fresh.addEventListener('click', () => nameFolder(true));
    make.addEventListener('click', () => void makeFolder());
    cancel.addEventListener('click', () => end(null));
    frame.show(dismiss);
    input.focus();
    const { length } = input.value;
    const file = Math.max(input.value.lastIndexOf('/'), input.value.lastIndexOf('\\')) + 1;
    const dot = input.value.lastIndexOf('.');
    if (forFile) return input.setSelectionRange(file, dot > file ? dot : length);
    input.setSelectionRange(length, length);
    void change();
  });
}
