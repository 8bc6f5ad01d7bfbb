/** The program's page, once it has loaded. */
import type { ElectronApplication, Page } from '@playwright/test';

/** How long a window that loads may give no sign of it, in ms. */
const longestSilence = 75_000;

/**
 * The page of the first window, as soon as it is the program's and has loaded. Waits as long as the page
 * asks for files, is given them, or the program writes something; fails after a silence.
 *
 * The page itself is asked where it is. What waits for an event, as `waitForURL` does, waits for ever where
 * Chromium did not tell Playwright of the navigation, beside a window that has long been there.
 */
export async function firstPage(
  electronApp: ElectronApplication,
  silence = longestSilence
): Promise<Page> {
  const page = await electronApp.firstWindow({ timeout: silence });
  const { stdout, stderr } = electronApp.process();
  let timer: NodeJS.Timeout | undefined;
  let giveUp: (error: Error) => void = () => undefined;
  const silent = new Promise<never>((_resolve, reject) => (giveUp = reject));
  const hear = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const where = page.url().slice(0, 80);
      giveUp(new Error(`The window was silent for ${silence / 1000} s, and not loaded: ${where}`));
    }, silence);
  };
  hear();
  stdout?.on('data', hear);
  stderr?.on('data', hear);
  page.on('request', hear).on('response', hear);
  try {
    await Promise.race([silent, page.waitForFunction(isLoaded, null, { timeout: 0 })]);
    return page;
  } finally {
    clearTimeout(timer);
    stdout?.off('data', hear);
    stderr?.off('data', hear);
    page.off('request', hear).off('response', hear);
  }
}

/** Runs in the page. The Chromium host's window first shows a page of its own, whose address is `data:`. */
function isLoaded(): boolean {
  return /^(app|https?):$/.test(location.protocol) && document.readyState === 'complete';
}
