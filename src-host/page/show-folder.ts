/**
 * Asks in the page for a folder: its path in a field, and below it the folders that continue the path.
 * Sent to the isolated world as source text, so it stands alone; `invoke` reaches the host, which
 * knows the disk.
 */
import type { createDialogFrame } from './dialog-frame.js';

export interface FolderQuestion {
  readonly title: string;
  readonly message: string;
  readonly button: string;
  /** An absolute path, with a separator at its end where the folders inside are to be shown. */
  readonly start: string;
  /** What the host marks; it is handed back with each question about the disk. */
  readonly kind: { readonly buttonLabel: string } | null;
  /** A button makes a folder. */
  readonly mayMake: boolean;
  /** A folder that is not there may be chosen: whoever asked will make it. */
  readonly mayBeNew: boolean;
}

export interface ListedFolder {
  readonly path: string;
  readonly name: string;
  /** The name of its kind; `null` for an ordinary folder. */
  readonly kind: string | null;
}

/** The host's view of what was typed. */
export interface FolderView {
  readonly path: string;
  readonly kind: string | null;
  /** What the folder is or holds, as a sentence; empty where there is a problem. */
  readonly about: string;
  /** Why it cannot be chosen, as a sentence; `null` when it can. */
  readonly problem: string | null;
  /** The folder that `folders` lie in, with a separator at its end; as is the one `above`, if there is one. */
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
export function showFolder(
  create: typeof createDialogFrame,
  asked: FolderQuestion,
  invoke: (channel: string, ...args: unknown[]) => Promise<unknown>
): Promise<string | null> {
  const frame = create(asked.title, 'wide');
  frame.add('h2', '', asked.title);
  if (asked.message) frame.add('p', 'detail', asked.message);
  const label = frame.add('label', '', 'Folder');
  const bar = frame.add('div', 'bar');
  const input = frame.add('input', '', '', bar);
  const up = frame.add('button', '', 'Up', bar);
  const list = frame.add('ul', 'tall');
  const about = frame.add('p', 'about');
  const naming = frame.add('div', 'bar naming');
  const row = frame.add('div', 'buttons');
  const fresh = frame.add('button', 'first', 'New folder…', row);
  const cancel = frame.add('button', '', 'Cancel', row);
  const choose = frame.add('button', 'primary', asked.button, row);
  const name = frame.add('input', '', '', naming);
  const make = frame.add('button', '', 'Make folder', naming);
  let view: FolderView | null = null;
  let active = -1;
  /** What the field held before an option was put into it. */
  let typed = asked.start;

  input.id = 'path';
  input.value = asked.start;
  input.dir = 'ltr';
  input.spellcheck = false;
  input.autocomplete = 'off';
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-expanded', 'true');
  input.setAttribute('aria-controls', 'folders');
  input.setAttribute('aria-describedby', 'about');
  label.htmlFor = input.id;
  up.title = 'Up one folder (Alt+Up)';
  up.setAttribute('aria-label', 'Up one folder');
  list.id = 'folders';
  list.tabIndex = -1;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Folders');
  about.id = 'about';
  about.setAttribute('role', 'status');
  naming.hidden = true;
  name.setAttribute('aria-label', 'Name of the new folder');
  name.placeholder = 'Name of the new folder';
  name.setAttribute('aria-describedby', 'about');
  fresh.hidden = !asked.mayMake;
  for (const button of [up, make, fresh, cancel]) button.type = 'button';

  function look(path: string): Promise<FolderView> {
    return invoke('host:look-at-folder', path, asked.kind, asked.mayBeNew) as Promise<FolderView>;
  }

  function tell(seen: Pick<FolderView, 'kind' | 'about' | 'problem'>): void {
    about.textContent = seen.problem ?? seen.about;
    about.className = seen.problem === null ? 'about' : 'about problem';
    choose.textContent = seen.kind === null ? asked.button : asked.kind!.buttonLabel;
  }

  function offer(seen: FolderView): void {
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
        void activate(index);
      });
      option.addEventListener('dblclick', () => void take(folder));
    }
    const rest = seen.unlisted.toLocaleString('en');
    if (seen.unlisted > 0)
      frame.add('li', 'more', `and ${rest} more: type how their names begin`, list);
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

  /** The field shows what would be chosen now; `-1` gives back what was typed. */
  async function activate(index: number): Promise<void> {
    mark(index);
    input.value = view?.folders[index]?.path ?? typed;
    const shown = input.value;
    const seen = await look(shown);
    if (input.value === shown) tell(seen);
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
    // At once, not when the folders arrive: Enter after a fast next letter means what was typed.
    mark(-1);
    const seen = await look(typed);
    if (typed !== input.value) return;
    offer(seen);
    tell(seen);
  }

  function nameFolder(shown: boolean): void {
    naming.hidden = !shown;
    name.value = '';
    (shown ? name : input).focus();
  }

  async function makeFolder(): Promise<void> {
    const made = (await invoke('host:make-folder', view?.inside, name.value)) as MadeFolder;
    if (made.path === null) return tell({ kind: null, about: '', problem: made.problem });
    const inside = made.path + view!.inside.slice(-1);
    nameFolder(false);
    await goTo(inside);
  }

  let end: (path: string | null) => void;

  async function submit(path: string): Promise<void> {
    const seen = await look(path);
    if (seen.problem === null) end(seen.path);
    else tell(seen);
  }

  function onArrow(step: number): void {
    const options = view?.folders.length ?? 0;
    // One place more than there are options: none is active.
    if (options > 0) void activate(((active + step + 1 + options + 1) % (options + 1)) - 1);
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
      } else if (step !== 0 && frame.focused() !== name) {
        input.focus();
        onArrow(step);
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
    input.setSelectionRange(input.value.length, input.value.length);
    void change();
  });
}
