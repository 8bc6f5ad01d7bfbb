/** Says that a briefing was opened otherwise than it was stored. */
import { mendedInWords } from '../../../src-main/domain/mend/mendings.js';
import type { Messages } from './offer-way-back.js';
import type { OpenBriefing } from './open-briefing.svelte.js';

export function tellMended({ mended, closed }: OpenBriefing, messages: Messages): void {
  // A dismissal goes with what it was about: that is no news.
  const news = mended.filter(({ kind }) => kind !== 'dismissal');
  const told = mendedInWords('This briefing', news);
  if (told === null) return;
  const toast = messages.show(`${told} Nothing else of it is changed.`);
  closed.addEventListener('abort', () => messages.dismiss(toast));
}
