/** What the desk says: in messages with a way back, and to those who hear the program. */
import type { Toasts } from '../../ui/toasts/toasts.svelte.js';
import {
  namesInWords,
  type Touched,
  touchedIn,
  touchedInWords,
  touchedTogether
} from '../open/change-in-words.js';
import type { WayBack } from '../open/moved-step.js';
import type { OpenBriefing } from '../open/open-briefing.svelte.js';
import type { TakenIn } from '../open/take-in.js';
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

/** Milliseconds within which one who goes on changing the same is not told of again. */
const knownFor = 60_000;

/** Tells of what others change in the open briefing: one line for all that comes while it is shown. */
export function tellCameIn(
  open: OpenBriefing,
  messages: Messages & Pick<Toasts, 'shown' | 'reword'>,
  now: () => number = Date.now
): void {
  let told: { id: number; authors: string; touched: Touched; at: number } | null = null;
  open.onCameIn((cameIn) => {
    const authors = namesInWords(cameIn.authors);
    const latest = touchedIn(cameIn.from, cameIn.to);
    const before = told?.authors === authors ? told : null;
    const isKnown =
      before !== null &&
      now() - before.at < knownFor &&
      latest.added.size + latest.deleted.size === 0 &&
      [...latest.changed].every(
        (key) => before.touched.changed.has(key) || before.touched.added.has(key)
      );
    const more = ownPart(cameIn);
    if (isKnown && more === '') return;
    const isShown = before !== null && messages.shown.some(({ id }) => id === before.id);
    const touched = isShown ? touchedTogether(before.touched, latest) : latest;
    const text = `${touchedInWords(touched, cameIn.authors)}${more}`;
    if (isShown) messages.reword(before.id, text);
    const id = isShown ? before.id : messages.show(text);
    told = { id, authors, touched, at: now() };
  });
  open.closed.addEventListener('abort', () => told && messages.dismiss(told.id));
}

/** What became of one's own part. */
function ownPart({ clashes, isKept }: TakenIn): string {
  const both =
    clashes === 0
      ? ''
      : ` Where you changed the same words, yours stand, and the others are in ${clashes === 1 ? 'a note card' : 'note cards'} at the end.`;
  return isKept ? `${both} What you are working on was deleted there. It stays here.` : both;
}

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
