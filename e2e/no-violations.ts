/** What axe objects to in the window as it is now. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * @param where names the place in the message of a failure.
 * @param within selects the part that is looked at; all of it, where that is left out.
 */
export async function expectNoViolations(
  page: Page,
  where: string,
  within = 'html'
): Promise<void> {
  // A colour that is still changing has no contrast yet to speak of.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((a) => a.finished)));
  // Legacy mode opens no page of its own, which Electron would refuse.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include(within).analyze();
  const found = violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary ?? ''}`)
  }));
  expect(found, where).toEqual([]);
}
