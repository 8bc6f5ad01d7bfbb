/** What the desk says: in messages with a way back, and to those who hear the program. */
import type { Toasts } from '../../ui/toasts/toasts.svelte.js';
import type { OpenBriefing, WayBack } from '../open/open-briefing.svelte.js';
import { mendedInWords } from '../../../src-main/domain/mend/mendings.js';

/** Tells those who hear the program what the others see happen. */
export class Voice {
  #heard = $state('');

  get heard(): string {
    return this.#heard;
  }

  say(message: string): void {
    this.#heard = message;
  }
}

/** What the desk needs of the toasts. */
export type Messages = Pick<Toasts, 'show' | 'dismiss'>;

/** That something was deleted. It goes with the briefing, and once undo has gone that way. */
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

/** That the briefing was opened otherwise than it was stored. */
export function tellMended({ mended, closed }: OpenBriefing, messages: Messages): void {
  // A dismissal goes with what it was about: that is no news.
  const news = mended.filter(({ kind }) => kind !== 'dismissal');
  const told = mendedInWords('This briefing', news);
  if (told === null) return;
  const toast = messages.show(`${told} Nothing else of it is changed.`);
  closed.addEventListener('abort', () => messages.dismiss(toast));
}
