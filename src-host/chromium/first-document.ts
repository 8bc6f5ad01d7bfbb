/** Waits until a new page shows the document that Chromium opened it with. */
import type { DevtoolsSession } from './browser.js';

/** In ms. To go on then is what a person is served best by: the page may still come. */
const LIMIT = 5_000;

/** The address of the empty document that a page begins with, before its first navigation. */
const EMPTY = ['', ':'];

/**
 * Whoever navigates before that replaces the empty document, and Chromium does not always tell its debuggers
 * of such a navigation (about 1 in 60): neither we nor Playwright would learn where the page has gone.
 * Asks again at every event instead of waiting for one, since that one may be what is not told.
 */
export async function waitForFirstDocument(
  session: Pick<DevtoolsSession, 'send' | 'on' | 'off'>,
  limit = LIMIT
): Promise<void> {
  let happened: () => void = () => undefined;
  const note = () => happened();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), limit);
  });
  session.on('Page.frameNavigated', note);
  session.on('Page.lifecycleEvent', note);
  try {
    for (;;) {
      const event = new Promise<void>((resolve) => (happened = resolve));
      const answer = await Promise.race([session.send('Page.getFrameTree'), late]);
      if (answer === 'late' || !EMPTY.includes(answer.frameTree.frame.url)) return;
      if ((await Promise.race([event, late])) === 'late') return;
    }
  } finally {
    clearTimeout(timer);
    session.off('Page.frameNavigated', note);
    session.off('Page.lifecycleEvent', note);
  }
}
