/** What later days bring reaches the text: offered at its card, taken in one step, and told where it supersedes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bundle } from '../src-main/domain/briefing/bundle.js';
import { newId } from '../src-main/domain/base/values.js';
import { expect, root, test } from './fixtures.js';
import { dropFiles, openTitle, whenOpen } from './window.js';

test.use({ newArticle: null });

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

const tuesday = `Ferry council backs a lower toll

12 May 2026

The council voted by nine to two on Tuesday to lower the toll to £2 from June. "We have listened," council leader Ann Lee told the chamber.

Ferry owner Cy Dahl said he would have to sell one of the two boats. The old toll of £3 had paid for both since 2019, he added.`;
const thursday = `Minister stops the lower ferry toll

14 May 2026

Transport minister Bo Ek stopped the lower ferry toll on Thursday and said that he would decide by July. "Nobody has shown me the accounts," Mr Ek told reporters.

Ann Lee said that the council would go to court. Two thousand people cross the strait every day.`;

test(
  'the draft of a later article leads the text in one step, and undo brings the page back',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await dropFiles(page, [{ name: 'tuesday.txt', text: tuesday }]);
    await expect(openTitle(page)).toHaveValue('Ferry council backs a lower toll');
    await dropFiles(page, [{ name: 'thursday.txt', text: thursday }], 'source');
    await expect(page.getByText('“Minister stops the lower ferry toll” was added.')).toBeVisible();
    // So that the keys of the queue go there, and not to the button that brought the article.
    await expect(page.locator('#view-new:focus-within')).toBeVisible();
    await page.keyboard.press('ControlOrMeta+2');
    const later = page.getByRole('region', { name: 'A later article' });
    await expect(later).toContainText(
      'stops the lower ferry toll”, 14 May 2026 is not in the brief'
    );
    await later.getByRole('button', { name: 'Draft it in' }).click();
    await expect(openTitle(page)).toHaveValue('Minister stops the lower ferry toll');
    const line = page.getByRole('region', { name: 'Bottom line' });
    await expect(line).toContainText('Transport minister Bo Ek stopped');
    await expect(line).toContainText('Unreviewed');
    await expect(later).toBeHidden();
    const said = page.getByRole('listitem', { name: /: Who says what, / });
    await expect(said).toContainText(
      /Reported 14 May 2026: Ann Lee.*go to court.*Reported 12 May 2026.*sell one/su
    );
    await page.keyboard.press('ControlOrMeta+z');
    await expect(openTitle(page)).toHaveValue('Ferry council backs a lower toll');
    await expect(line).toContainText('The council voted');
    await expect(later).toBeVisible();
    await later.getByRole('button', { name: 'Not needed' }).click();
    await expect(later).toBeHidden();
  }
);
