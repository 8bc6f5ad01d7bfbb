/**
 * Keeps Chromium's own behaviour out of the program's window: its shortcuts, its link menu, its way
 * of opening windows and of closing without a question. Sent to the page's isolated world as source
 * text, so it stands alone.
 */
import type { PageMessage } from './preload-world.js';

export interface GuardOptions {
  /** Alt moves through words on a Mac, and through history elsewhere. */
  readonly mac: boolean;
  readonly devTools: boolean;
  /** Nothing zooms, fills the screen or shows a menu by itself, as in Electron. */
  readonly bare: boolean;
}

export function guardWindow(post: (message: PageMessage) => void, options: GuardOptions): void {
  /**
   * Everything with Ctrl, Cmd or Alt, and every function key, belongs to Chromium unless it edits
   * text, zooms or fills the screen. Naming what may pass outlives new shortcuts of Chromium.
   */
  function isBrowserShortcut(event: KeyboardEvent): boolean {
    const key = event.key.toLowerCase();
    const chord = (event.ctrlKey || event.metaKey) && !event.getModifierState('AltGraph');
    if (options.devTools && (key === 'f12' || (chord && event.shiftKey && key === 'i')))
      return false;
    if (/^f\d+$/.test(key)) return options.bare || key !== 'f11';
    if (options.bare && chord && '+-=0'.includes(key)) return true;
    if (chord && event.shiftKey)
      return (key.length === 1 && !'vz+-'.includes(key)) || key === 'delete';
    if (chord) return (key.length === 1 && !'acvxyz+-=0'.includes(key)) || key === 'tab';
    if (event.altKey && !options.mac) return /^([a-z]|arrowleft|arrowright|home)$/.test(key);
    return event.shiftKey && key === 'escape';
  }

  function refuse(event: KeyboardEvent): void {
    if (isBrowserShortcut(event)) event.preventDefault();
  }

  // The page must see its keys unprevented, so the refusal has to come last: it is added anew, as the
  // window's last listener, whenever a key begins its way down. The host's dialogs keep their keys.
  window.addEventListener(
    'keydown',
    (event) => {
      if ((event.target as Element).localName === 'host-dialog') return refuse(event);
      window.removeEventListener('keydown', refuse);
      window.addEventListener('keydown', refuse);
    },
    true
  );

  function openElsewhere(event: MouseEvent): void {
    const link = event
      .composedPath()
      .find((part) => part instanceof HTMLAnchorElement || part instanceof HTMLAreaElement);
    if (event.defaultPrevented || !link?.href) return;
    const newWindow = event.type === 'auxclick' || event.ctrlKey || event.metaKey || event.shiftKey;
    if (!newWindow && link.target !== '_blank' && /^https?:$/.test(link.protocol)) return;
    event.preventDefault();
    post({ type: 'open', url: link.href });
  }
  window.addEventListener('click', openElsewhere);
  window.addEventListener('auxclick', openElsewhere);

  window.addEventListener('contextmenu', (event) => {
    const [target] = event.composedPath();
    const isEditable =
      target instanceof HTMLElement &&
      (target.isContentEditable || target.closest('input, textarea') !== null);
    if (options.bare && !event.defaultPrevented) {
      post({ type: 'menu', isEditable, selectionText: String(getSelection()) });
    }
    if (options.bare || !isEditable) event.preventDefault();
  });
  if (options.bare) {
    const zooms = (event: WheelEvent) => event.ctrlKey && event.preventDefault();
    window.addEventListener('wheel', zooms, { passive: false });
  }

  // Always asks: the host answers without showing Chromium's question.
  window.addEventListener('beforeunload', (event) => event.preventDefault());

  for (const type of ['focus', 'blur', 'resize'] as const)
    window.addEventListener(type, (event) => {
      if (event.target === window) post({ type });
    });
}
