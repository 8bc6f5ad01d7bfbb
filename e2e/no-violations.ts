/** What axe objects to in the window as it is now. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const rulesOfColours = ['color-contrast', 'link-in-text-block'];

/**
 * @param where names the place in the message of a failure.
 * @param within selects the part that is looked at; all of it, where that is left out.
 */
export function expectNoViolations(page: Page, where: string, within = 'html'): Promise<void> {
  return expectNone(page, where, new AxeBuilder({ page }).include(within));
}

/** As `expectNoViolations` in light; in dark only what its colours can break. */
export async function expectNoViolationsInLightAndDark(
  page: Page,
  where: string,
  within = 'html'
): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await expectNoViolations(page, `${where}, light`, within);
  await page.emulateMedia({ colorScheme: 'dark' });
  const colours = new AxeBuilder({ page }).include(within).withRules(rulesOfColours);
  await expectNone(page, `${where}, dark`, colours);
}

async function expectNone(page: Page, where: string, axe: AxeBuilder): Promise<void> {
  // A colour that is still changing has no contrast yet to speak of.
  // Asked again and again: one whose element goes out of sight may never be told to have finished.
  await page.waitForFunction(() =>
    document.getAnimations().every((each) => each.effect?.getComputedTiming().endTime === Infinity)
  );
  // Legacy mode opens no page of its own, which Electron would refuse.
  const { violations } = await axe.setLegacyMode().analyze();
  const found = violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary ?? ''}`)
  }));
  expect(found, where).toEqual([]);
}
