/** The window is to close: what is written is made safe first, and main is told whether it is. */
import { holdsUnfinished } from '../keys/window-events.js';
import { call } from './client.js';
import type { Session } from './session.svelte.js';

/** @param isEnding the program has been told to end: what cannot be saved is kept for the next start. */
export async function flush(session: Session, isEnding: boolean): Promise<void> {
  const { open } = session;
  let isSafe = (await open?.flush()) ?? true;
  if (open && !isSafe && isEnding) {
    await call('briefing.rescue', open.briefing, open.texts);
    isSafe = true;
  }
  await call('flush.done', isSafe && !holdsUnfinished());
}
