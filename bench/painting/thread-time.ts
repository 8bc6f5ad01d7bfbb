/** How long the page's main thread has worked, in milliseconds of processor time, as Chromium counts it. */
import type { CDPSession } from '@playwright/test';

/** The session has `Performance.enable`. */
export async function threadTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1_000 * (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? NaN);
}
