/** Says that a briefing was opened with fewer references than it was stored with. */
import type { Messages } from './offer-way-back.js';
import type { OpenBriefing } from './open-briefing.svelte.js';

export function tellMended({ mended, closed }: OpenBriefing, messages: Messages): void {
  if (mended === 0) return;
  const references = mended === 1 ? '1 reference' : `${mended} references`;
  const toast = messages.show(
    `${references} of this briefing led to entries that it does not hold. They are left out from now on; nothing else of it is changed.`
  );
  closed.addEventListener('abort', () => messages.dismiss(toast));
}
