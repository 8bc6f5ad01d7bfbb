/** The message that something was deleted, with its way back. It goes away with the briefing, and once undo has gone that way. */
import type { Toasts } from '../../ui/toasts/toasts.svelte.js';
import type { OpenBriefing, WayBack } from './open-briefing.svelte.js';

/** What the desk needs of the toasts. */
export type Messages = Pick<Toasts, 'show' | 'dismiss'>;

export function offerWayBack(
  open: OpenBriefing,
  messages: Messages,
  text: string,
  wayBack: WayBack
): void {
  const toast = messages.show(text, { label: 'Undo', run: wayBack.take });
  open.closed.addEventListener('abort', () => messages.dismiss(toast));
  wayBack.onUndone(() => messages.dismiss(toast));
}
