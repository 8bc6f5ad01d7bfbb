/**
 * Asks in the page where a file is to be saved: a path, with folders offered as it is typed. Sent to
 * the isolated world as source text, so it stands alone; `invoke` reaches the host, which knows the
 * disk.
 */
import type { createDialogFrame } from './dialog-frame.js';

export interface SaveQuestion {
  readonly title: string;
  readonly message: string;
  readonly button: string;
  /** An absolute path; its file name starts selected. */
  readonly path: string;
  /** Completed to a name that has none of these endings; without dots. */
  readonly extensions: readonly string[];
}

/** The host's view of what was typed. `problem` is a sentence, or `null` when it can be written. */
export interface SaveTarget {
  readonly path: string;
  readonly problem: string | null;
  readonly exists: boolean;
}

/** Resolves to the chosen path, or to `null` when the question was dismissed. */
export function showSave(
  create: typeof createDialogFrame,
  asked: SaveQuestion,
  invoke: (channel: string, ...args: unknown[]) => Promise<unknown>
): Promise<string | null> {
  const frame = create(asked.title);
  frame.add('h2', '', asked.title);
  if (asked.message) frame.add('p', 'detail', asked.message);
  const label = frame.add('label', '', 'Folder and file name');
  const field = frame.add('div', 'field');
  const input = frame.add('input', '', '', field);
  const folders = frame.add('ul', '', '', field);
  const problem = frame.add('p', 'problem');
  const row = frame.add('div', 'buttons');
  const cancel = frame.add('button', '', 'Cancel', row);
  const save = frame.add('button', 'primary', asked.button, row);
  let active = -1;
  let replacing: string | null = null;

  input.id = 'path';
  input.value = asked.path;
  input.dir = 'ltr';
  input.spellcheck = false;
  input.autocomplete = 'off';
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', 'folders');
  input.setAttribute('aria-describedby', 'problem');
  label.htmlFor = input.id;
  folders.id = 'folders';
  folders.setAttribute('role', 'listbox');
  folders.setAttribute('aria-label', 'Folders');
  problem.id = 'problem';
  problem.setAttribute('role', 'alert');
  cancel.type = 'button';

  function offer(paths: readonly string[]): void {
    folders.replaceChildren();
    for (const [index, path] of paths.entries()) {
      const option = frame.add('li', '', path, folders);
      option.id = `folder-${index}`;
      option.dir = 'ltr';
      option.setAttribute('role', 'option');
      // Not click: the field is to keep the focus.
      option.addEventListener('mousedown', (event) => {
        event.preventDefault();
        void enter(path);
      });
    }
    input.setAttribute('aria-expanded', String(paths.length > 0));
    activate(-1);
  }

  function activate(index: number): void {
    active = index;
    input.removeAttribute('aria-activedescendant');
    for (const [at, option] of [...folders.children].entries()) {
      option.setAttribute('aria-selected', String(at === index));
      if (at !== index) continue;
      option.scrollIntoView({ block: 'nearest' });
      input.setAttribute('aria-activedescendant', option.id);
    }
  }

  /** What was typed of the folder's name is completed by it. */
  function enter(folder: string): Promise<void> {
    input.value = folder;
    return change();
  }

  function complain(sentence: string, button: string): void {
    problem.textContent = sentence;
    save.textContent = button;
  }

  async function change(): Promise<void> {
    replacing = null;
    complain('', asked.button);
    // At once, not when the folders arrive: Enter after a fast next letter means what was typed.
    activate(-1);
    const typed = input.value;
    const paths = (await invoke('host:list-folders', typed)) as string[];
    if (typed === input.value) offer(paths);
  }

  return new Promise((resolve) => {
    function end(path: string | null): void {
      frame.close();
      resolve(path);
    }

    async function submit(): Promise<void> {
      const target = (await invoke(
        'host:check-target',
        input.value,
        asked.extensions
      )) as SaveTarget;
      if (target.problem !== null) return complain(target.problem, asked.button);
      if (!target.exists || replacing === target.path) return end(target.path);
      replacing = target.path;
      complain(`${target.path} exists already. Replace it?`, 'Replace');
    }

    input.addEventListener('input', () => void change());
    input.addEventListener('keydown', (event) => {
      const options = folders.children.length;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0;
      if (step !== 0 && options > 0) {
        event.preventDefault();
        // One place more than there are options: none is active.
        activate(((active + step + 1 + options + 1) % (options + 1)) - 1);
      } else if ((event.key === 'Enter' || event.key === 'Tab') && active >= 0) {
        event.preventDefault();
        void enter(folders.children[active]!.textContent);
      }
    });
    frame.form.addEventListener('submit', (event) => {
      event.preventDefault();
      void submit();
    });
    cancel.addEventListener('click', () => end(null));
    frame.show(() => end(null));
    input.focus();
    const name = Math.max(input.value.lastIndexOf('/'), input.value.lastIndexOf('\\')) + 1;
    const dot = input.value.lastIndexOf('.');
    input.setSelectionRange(name, dot > name ? dot : input.value.length);
  });
}
