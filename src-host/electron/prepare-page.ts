/** Makes a fresh page one of the program's: watched, served by us, and with its preload. */
import type { Session } from '../chromium/browser.js';
import { BINDING, makeMainScript, makePreloadScript, WORLD } from '../chromium/page-scripts.js';
import { INTERCEPTED } from './protocol.js';

/** `preload` is the source text of the program's preload script. */
export async function preparePage(session: Session, preload: string): Promise<void> {
  await Promise.all([
    session.send('Page.enable'),
    session.send('Runtime.enable'),
    session.send('Inspector.enable'),
    session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
    session.send('Fetch.enable', { patterns: INTERCEPTED }),
    session.send('Runtime.addBinding', { name: BINDING, executionContextName: WORLD }),
    session.send('Page.addScriptToEvaluateOnNewDocument', { source: makeMainScript() }),
    session.send('Page.addScriptToEvaluateOnNewDocument', {
      worldName: WORLD,
      source: makePreloadScript(preload)
    }),
    session.send('Runtime.runIfWaitingForDebugger')
  ]);
}
