/**
 * The frame of the host's own dialogs: a modal in a closed shadow root, out of the page's reach and
 * of its styles. Sent to the page's isolated world as source text, so it stands alone.
 */
interface DialogFrame {
  readonly form: HTMLFormElement;
  /** Adds an element to `parent`, at first the form. */
  add<T extends keyof HTMLElementTagNameMap>(
    tag: T,
    className: string,
    text?: string,
    parent?: Element
  ): HTMLElementTagNameMap[T];
  /** The element with the focus. */
  focused(): Element | null;
  /** Shows the dialog; `onCancel` is for the Escape key. */
  show(onCancel: () => void): void;
  close(): void;
}

export function createDialogFrame(label: string, size: '' | 'wide' = ''): DialogFrame {
  // The page's own colour for controls, which CSS lets anyone ask for.
  const { accentColor } = getComputedStyle(document.documentElement);
  const accent = accentColor === 'auto' ? 'light-dark(#1c1c1e, #f2f2f4)' : accentColor;
  const style = `
    dialog {
      --accent: ${accent}; --on-accent: light-dark(#fff, #1c1c1e);
      box-sizing: border-box; width: min(32rem, calc(100vw - 4rem)); margin: 16vh auto auto; padding: 1.5rem;
      border: 1px solid light-dark(#d8d6d0, #4a4a4d); border-radius: 0.75rem;
      background: light-dark(#ffffff, #2a2a2c); color: light-dark(#1c1c1e, #f2f2f4);
      font-size: 0.9375rem; line-height: 1.5;
      box-shadow: 0 1.25rem 3.5rem rgb(0 0 0 / 0.3);
    }
    dialog.wide { width: min(40rem, calc(100vw - 2rem)); margin-top: 8vh; }
    dialog::backdrop { background: rgb(0 0 0 / 0.4); }
    form { display: grid; grid-template-columns: auto 1fr; margin: 0; }
    form > * { grid-column: 2; overflow-wrap: anywhere; }
    .icon {
      grid-column: 1; grid-row: 1 / span 3; width: 2.25rem; height: 2.25rem; border-radius: 50%; margin-inline-end: 1rem;
      display: grid; place-items: center; font-weight: 700; font-size: 1.25rem; line-height: 1;
      background: light-dark(#e8eef7, #33414f); color: light-dark(#1f4f86, #a9cdf5);
    }
    .icon.warning { background: light-dark(#fbeccd, #4b3c1b); color: light-dark(#7a4d00, #f4cf82); }
    .icon.error { background: light-dark(#fbe0dd, #522a27); color: light-dark(#9c1f14, #ffb4aa); }
    h2 { margin: 0; font-weight: 600; font-size: 1.0625rem; line-height: 1.4; }
    .caption { margin: 0; font-size: 0.8125rem; color: light-dark(#5f5f64, #b4b4ba); }
    .detail { margin: 0.5rem 0 0; white-space: pre-wrap; color: light-dark(#3f3f44, #d2d2d8); }
    label { margin-top: 1rem; font-size: 0.8125rem; font-weight: 600; }
    .bar { display: flex; gap: 0.5rem; margin-top: 0.25rem; }
    .bar button { flex: none; }
    .bar.naming { margin-top: 0.75rem; }
    [hidden] { display: none !important; }
    input {
      box-sizing: border-box; width: 100%; height: 2.5rem; padding: 0 0.75rem; font: inherit;
      color: inherit; background: light-dark(#faf9f7, #1e1e20);
      border: 1px solid light-dark(#8a8a90, #85858c); border-radius: 0.5rem;
    }
    [role='listbox'] {
      list-style: none; margin: 0.25rem 0 0; padding: 0.25rem; max-height: 12.5rem; overflow: auto;
      border: 1px solid light-dark(#d8d6d0, #4a4a4d); border-radius: 0.5rem;
    }
    [role='listbox']:empty { display: none; }
    [role='listbox'].tall { height: min(16rem, 30vh); max-height: none; margin-top: 0.5rem; }
    [role='listbox'].tall:empty { display: block; }
    .tall [role='option'] { display: flex; justify-content: space-between; gap: 1rem; }
    .kind, .more { font-size: 0.8125rem; color: light-dark(#5f5f64, #b4b4ba); }
    [aria-selected='true'] .kind { color: inherit; }
    .more { padding: 0.25rem 0.5rem; }
    .about { min-height: 1.5em; margin: 0.5rem 0 0; color: light-dark(#3f3f44, #d2d2d8); }
    [role='option'] { padding: 0.25rem 0.5rem; border-radius: 0.375rem; cursor: default; }
    [role='option']:hover { background: light-dark(#f1efea, #3a3a3d); }
    [aria-selected='true'] { background: var(--accent) !important; color: var(--on-accent); }
    .problem { margin: 0.5rem 0 0; color: light-dark(#9c1f14, #ffb4aa); }
    .problem:empty { display: none; }
    .buttons { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 0.5rem; margin-top: 1.5rem; }
    button {
      min-height: 2.25rem; padding: 0.25rem 1rem; font: inherit; font-weight: 500; border-radius: 0.5rem;
      color: inherit; background: light-dark(#f4f2ee, #3a3a3d); border: 1px solid light-dark(#b9b6af, #6a6a70);
    }
    button.first { margin-inline-end: auto; }
    button:disabled { opacity: 0.5; }
    button:hover { background: light-dark(#e9e6e0, #47474b); }
    button.primary { color: var(--on-accent); background: var(--accent); border-color: transparent; }
    button.primary:hover { background: color-mix(in srgb, var(--accent) 85%, light-dark(#fff, #000)); }
    input:focus-visible, button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
    input:focus-visible { outline-offset: -1px; }
  `;

  const host = document.createElement('host-dialog');
  const root = host.attachShadow({ mode: 'closed' });
  // An inline style would break the page's policy; a constructed sheet does not.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];

  const dialog = document.createElement('dialog');
  const form = document.createElement('form');
  dialog.setAttribute('aria-label', label);
  dialog.className = size;
  form.noValidate = true;
  dialog.append(form);
  root.append(dialog);
  // The page's shortcuts rest while it is asked something.
  for (const type of ['keydown', 'keyup', 'paste', 'copy', 'cut', 'drop'])
    host.addEventListener(type, (event) => event.stopPropagation());

  return {
    form,
    add(tag, className, text = '', parent = form) {
      const element = document.createElement(tag);
      element.className = className;
      element.textContent = text;
      element.dir = 'auto';
      parent.append(element);
      return element;
    },
    focused: () => root.activeElement,
    show(onCancel) {
      dialog.addEventListener('cancel', (event) => {
        event.preventDefault();
        onCancel();
      });
      // Where the page sets its font, which the dialog takes over.
      document.body.append(host);
      dialog.showModal();
    },
    close() {
      dialog.close();
      host.remove();
    }
  };
}
