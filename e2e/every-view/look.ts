/**
 * Looks at one state of the window: with axe, at several sizes, and at what a screen reader is told.
 *
 * All of axe's rules run in light, and those about colours also in dark and in the colours of the system. A view
 * as a whole is checked at every size; a part of a view, and a dialog over it, at the two that leave it the least
 * room. In the smallest window all rules run again, in dark, because that window has other parts.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { findLayoutFaults, type Layer } from './layout-faults.js';

type ViewportSize = NonNullable<ReturnType<Page['viewportSize']>>;
type Media = NonNullable<Parameters<Page['emulateMedia']>[0]>;

/** A walk goes on after a fault, to tell all that there are. */
const softly = expect.configure({ soft: true });

/** The only rules whose outcome depends on colours. */
const rulesOfColours = ['color-contrast', 'link-in-text-block'];
const light: Media = { colorScheme: 'light', forcedColors: 'none' };
const dark: Media = { colorScheme: 'dark', forcedColors: 'none' };
const forced: Media = { colorScheme: 'dark', forcedColors: 'active' };

export const usualSize = { width: 1440, height: 900 };
/** As `src-main/edge/window.ts` has it. */
const smallestSize = { width: 640, height: 480 };
/** The usual one at 200 %. */
const enlarged = { width: 720, height: 450 };

/**
 * @param name of the state, in the message of a failure and of the file with its tree.
 * @param part of a view; left out for a view as a whole, and for what lies over the window, unless its tree is to
 *   be compared only in part.
 */
export async function look(page: Page, name: string, part: Locator | null = null): Promise<void> {
  const layer = await findLayer(page);
  const over = layer === null ? null : page.locator(layer).last();
  const isWhole = (over ?? part) === null;
  const within = over ?? (isWhole ? page.locator('html') : part!);
  await whenStill(page);
  // Suggestions are counted over all sources, of which some are still being read.
  await expect(page.getByText(/^Reading \d+ of/)).toHaveCount(0);
  // Elsewhere keys have other names.
  if (process.platform === 'linux')
    await expectSameTree(page, name, part ?? over ?? page.getByRole('main'));

  await expectNoViolations(within, `${name}, light`);
  for (const [scheme, media] of Object.entries({ dark, forced })) {
    await page.emulateMedia(media);
    await expectNoViolations(within, `${name}, ${scheme}`, rulesOfColours);
  }
  await page.emulateMedia(light);
  for (const size of sizesFor(layer, isWhole)) {
    if (size) await page.setViewportSize(size);
    await whenStill(page);
    const faults = await page.evaluate(findLayoutFaults, await findLayer(page));
    softly(faults, `${name} at ${size?.width ?? 'its size'}`).toEqual([]);
  }
  await page.emulateMedia(dark);
  // Where there is no room, a part can be put away.
  const isLeft = (await within.count()) > 0;
  await expectNoViolations(isLeft ? within : page.locator('html'), `${name}, small and dark`);
  await page.emulateMedia(light);
  await page.setViewportSize(usualSize);
  await whenStill(page);
}

/** The smallest last. `null` is the present one: a menu is placed as it opens, and does not follow the window. */
function sizesFor(layer: Layer | null, isWhole: boolean): readonly (ViewportSize | null)[] {
  if (layer === '[popover]:popover-open') return [null];
  const more = isWhole ? [usualSize, { width: 900, height: 650 }] : [];
  return [...more, enlarged, smallestSize];
}

export function findLayer(page: Page): Promise<Layer | null> {
  return page.evaluate(() => {
    const layers: readonly Layer[] = ['dialog:modal', '[popover]:popover-open'];
    return layers.find((layer) => document.querySelector(layer)) ?? null;
  });
}

/** A colour that is still changing has no contrast yet to speak of, and a part that moves no place. */
export async function whenStill(page: Page): Promise<void> {
  // Asked again and again: one whose element goes out of sight may never be told to have finished.
  await page.waitForFunction(() =>
    document.getAnimations().every((each) => each.effect?.getComputedTiming().endTime === Infinity)
  );
}

/**
 * Compares what is said to a screen reader with what was said before, line by line. The matcher that Playwright
 * has for this lets pass what has come in anew, and its strict modes do not match what they write themselves.
 */
async function expectSameTree(page: Page, name: string, compared: Locator): Promise<void> {
  const path = join(import.meta.dirname, 'snapshots', `${name.replaceAll(' ', '-')}.yml`);
  // Long texts are left out: those of cards and sources are shown unformatted until they are rendered, and those
  // of the print preview come in page by page.
  const hideTexts = (hidden: boolean) =>
    page.evaluate((to) => {
      const prose = '.text, .picture + .words, .guide, [aria-label=Versions] > *, .version, pre';
      for (const each of document.querySelectorAll(prose))
        each.ariaHidden = to && !each.matches('.text:has(button)') ? 'true' : null;
    }, hidden);
  const read = async () => {
    // Anew each time: a text that is rendered meanwhile may have a button, which is to be read.
    await hideTexts(true);
    return withoutRun(`${await compared.ariaSnapshot()}\n`);
  };
  if (test.info().config.updateSnapshots === 'all') writeFileSync(path, await read());
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  await softly.poll(read, { message: name }).toBe(before);
  await hideTexts(false);
}

/**
 * Without what differs from run to run: the folder of the test, the day of the run, how long ago something was, and
 * how much is kept. All that the walk itself brings is of 2025, so a later day is that of the run. The page has a day
 * of its own, which `ways.ts` sets.
 */
function withoutRun(tree: string): string {
  return tree
    .replaceAll(new RegExp(`${tmpdir()}/[\\w-]+`, 'g'), 'HOME')
    .replaceAll(/\b\d{1,2} [A-Z][a-z]+ (?!2025)20\d\d(, \d\d:\d\d)?/g, 'today')
    .replaceAll(/\b1 September 2025(, \d\d:\d\d)?/g, 'today')
    .replaceAll(/\b\d+ (min|hr)\. ago\b/g, 'just now')
    .replaceAll(/\b\d+ kB\b/g, 'some kB');
}

interface Axe {
  run(within: Element, options: object): Promise<{ violations: readonly Violation[] }>;
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

async function expectNoViolations(
  within: Locator,
  where: string,
  only: readonly string[] | null = null
): Promise<void> {
  const page = within.page();
  await whenStill(page);
  if (!(await page.evaluate(() => 'axe' in window))) await bringAxe(page);
  const violations = await within.evaluate(async (element, rules) => {
    const { axe } = window as unknown as { axe: Axe };
    const found = await axe.run(element, {
      ...(rules ? { runOnly: rules } : {}),
      // What passes is not told, which takes half of the time.
      resultTypes: ['violations'],
      selectors: false,
      preload: false
    });
    return found.violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary ?? ''}`)
    }));
  }, only);
  softly(violations, where).toEqual([]);
}

/** Once into a page: each run of `AxeBuilder` would bring it anew, which takes as long as a dialog’s rules. */
async function bringAxe(page: Page): Promise<void> {
  // Legacy mode opens no page of its own, which Electron would refuse.
  await new AxeBuilder({ page }).setLegacyMode().withRules(['document-title']).analyze();
}
