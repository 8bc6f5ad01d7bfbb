/** The message that something was deleted, with its way back, which goes away with the briefing. */
import type { Toasts } from '../ui/toasts.svelte.js';
import type { OpenBriefing } from './open-briefing.svelte.js';

/** What the desk needs of the toasts. */
export type Messages = Pick<Toasts, 'show' | 'dismiss'>;

export function offerWayBack(
  open: OpenBriefing,
  messages: Messages,
  text: string,
  takeBack: () => void
): void {
  const toast = messages.show(text, { label: 'Undo', run: takeBack });
  open.closed.addEventListener('abort', () => messages.dismiss(toast));
}
