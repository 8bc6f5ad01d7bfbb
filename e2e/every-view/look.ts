/**
 * Looks at one state of the window: with axe, at several sizes, and at what it says to a screen reader.
 *
 * A view is looked at as a whole, in every colour scheme and at every size. What is only a part of a view, or lies
 * over it as a dialog, is looked at alone, in light, and at the two sizes that leave it the least room. Either
 * way all rules run again in the smallest window, which has other parts, in dark. With STANDPOINT_THOROUGH=1
 * every state is looked at as a view is.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { isFullSize } from '../../scripts/testing/by-size.mjs';
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
  const isWhole = isFullSize || (over ?? part) === null;
  const within = over ?? (isWhole ? page.locator('html') : part!);
  await whenStill(page);
  await expectSameTree(page, name, part ?? over ?? page.getByRole('main'));

  await expectNoViolations(within, `${name}, light`);
  for (const [scheme, media] of isWhole ? Object.entries({ dark, forced }) : []) {
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

function findLayer(page: Page): Promise<Layer | null> {
  return page.evaluate(() => {
    const layers: readonly Layer[] = ['dialog:modal', '[popover]:popover-open'];
    return layers.find((layer) => document.querySelector(layer)) ?? null;
  });
}

/** A colour that is still changing has no contrast yet to speak of, and a part that moves no place. */
async function whenStill(page: Page): Promise<void> {
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
  // What is written in prose is left out. Texts of cards and sources are shown unformatted where that takes long.
  const hideTexts = (hidden: boolean) =>
    page.evaluate((to) => {
      const prose =
        '.text:not(:has(button)), .words, .guide, [aria-label=Versions] > *, .version, pre';
      for (const text of document.querySelectorAll(prose)) text.ariaHidden = to ? 'true' : null;
    }, hidden);
  await hideTexts(true);
  const read = async () => withoutRun(`${await compared.ariaSnapshot()}\n`);
  if (test.info().config.updateSnapshots === 'all') writeFileSync(path, await read());
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  await softly.poll(read, { message: name, timeout: 15_000 }).toBe(before);
  await hideTexts(false);
}

/** Without what differs from run to run: the folder of the test, the day and the time, and how much is kept. */
function withoutRun(tree: string): string {
  const today = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(new Date());
  return tree
    .replaceAll(new RegExp(`${tmpdir()}/[\\w-]+`, 'g'), 'HOME')
    .replaceAll(new RegExp(`${today}(, \\d\\d:\\d\\d)?`, 'g'), 'today')
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
