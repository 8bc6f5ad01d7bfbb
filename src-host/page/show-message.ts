/** A message box in the page. Sent to its isolated world as source text, so it stands alone. */
import type { createDialogFrame } from './dialog-frame.js';

export interface Message {
  readonly type: 'none' | 'info' | 'question' | 'warning' | 'error';
  readonly title: string;
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
  readonly defaultId: number;
  readonly cancelId: number;
}

/** Resolves to the index of the pressed button; Escape presses `cancelId`. */
export function showMessage(create: typeof createDialogFrame, asked: Message): Promise<number> {
  const frame = create(asked.title || asked.message);
  const sign = { none: '', info: 'i', question: '?', warning: '!', error: '×' }[asked.type];
  if (sign) frame.add('div', `icon ${asked.type}`, sign).setAttribute('aria-hidden', 'true');
  if (asked.title) frame.add('p', 'caption', asked.title);
  frame.add('h2', '', asked.message);
  if (asked.detail) frame.add('p', 'detail', asked.detail);
  const row = frame.add('div', 'buttons');
  return new Promise((resolve) => {
    function answer(index: number): void {
      frame.close();
      resolve(index);
    }
    asked.buttons.forEach((label, index) => {
      const isDefault = index === asked.defaultId;
      const button = frame.add('button', isDefault ? 'primary' : '', label, row);
      button.type = 'button';
      button.autofocus = isDefault;
      button.addEventListener('click', () => answer(index));
    });
    frame.show(() => answer(asked.cancelId));
  });
}
