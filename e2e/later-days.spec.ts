/** What later days bring reaches the text: offered at its card, taken in one step, and told where it supersedes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bundle } from '../src-main/domain/briefing/bundle.js';
import { newId } from '../src-main/domain/base/values.js';
import { expect, root, test } from './fixtures.js';
import { dropFiles, openTitle, whenOpen } from './window.js';

const sample = JSON.parse(
  readFileSync(join(root, 'resources/samples/alaska-summit.json'), 'utf8')
) as Bundle;
const said =
  'Several European leaders said on Sunday that they would travel to Washington with him.';
const before = 'He has let it be known that he supports a ceasefire as the first step.';

/** The sample, as if its last source had come a day later, and with a card that quotes what was superseded. */
function laterDay(): string {
  const { briefing } = sample;
  const [first, ...cards] = briefing.cards;
  const [last] = briefing.sources.slice(-1);
  return JSON.stringify({
    ...sample,
    briefing: {
      ...briefing,
      ...{ id: newId(), title: 'Later days' },
      cards: [{ ...first!, body: `As it was:\n\n> ${before}` }, ...cards],
      sources: briefing.sources.with(-1, { ...last!, importedAt: '2025-08-18T08:00:00.000Z' })
    }
  });
}

test(
  'words of a later source are offered at their card, added in one step and undone; a superseded quote leads to the history',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await dropFiles(page, [{ name: 'later.json', text: laterDay() }]);
    await expect(openTitle(page)).toHaveValue('Later days');
    await page.keyboard.press('ControlOrMeta+2');
    const card = page.getByRole('listitem', { name: /: Monday, 18 August: the White House, / });
    const offer = card.getByRole('group', { name: 'From a later source' });
    await expect(offer).toContainText('New, 17 Aug 2025, European leaders: “');
    await offer.getByRole('button', { name: 'Add here' }).click();
    await expect(offer).toBeHidden();
    await expect(card).toContainText(said);
    await expect(card.getByText('Unreviewed')).toBeVisible();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(card.getByText('Unreviewed')).toBeHidden();
    await offer.getByRole('button', { name: 'Not needed' }).click();
    await expect(offer).toBeHidden();

    await page.getByRole('button', { name: /^Superseded 15 August 2025 by United States/ }).click();
    await expect(page.getByRole('tab', { name: 'Positions' })).toHaveAttribute(
      'aria-selected',
      'true'
    );
    await expect(page.locator('[data-cell-history]')).toContainText('temporary ceasefire');

    // What was taken as a position goes into a card that the person chooses.
    await page.keyboard.press('ControlOrMeta+K');
    await page.getByRole('dialog').getByRole('combobox').fill('Add to a card');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Add to a card' });
    await expect(dialog).toContainText('go directly to a Peace Agreement');
    await expect(dialog.getByRole('listbox', { name: 'Card' })).toBeFocused();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await page.keyboard.press('ControlOrMeta+2');
    const first = page.getByRole('listitem', { name: /: The order of steps is reversed, / });
    await expect(first).toContainText('United States, 15 Aug 2025: “the best way');
    // The newer words stand beside the older now.
    await expect(page.getByRole('button', { name: /^Superseded/ })).toHaveCount(0);
  }
);
