/** A copy for an audience accuses nobody of texts that it was not given, and shows them once a whole copy came. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '../src-main/domain/base/values.js';
import { Bundle } from '../src-main/domain/briefing/bundle.js';
import { applyProfile } from '../src-main/domain/publication/profile.js';
import { bundleOf } from '../src-main/publish/bundle-json.js';
import { expect, root, test } from './fixtures.js';
import { dropFiles, openTitle, whenOpen } from './window.js';

const sample = Bundle.parse(
  JSON.parse(readFileSync(join(root, 'resources/samples/alaska-summit.json'), 'utf8'))
);
const whole: Bundle = { ...sample, briefing: { ...sample.briefing, id: newId(), title: 'Copy' } };
const text = sample.texts[sample.briefing.sources[0]!.text]!;
const file = (name: string, bundle: object) => ({ name, text: JSON.stringify(bundle) });

test(
  'the open source of an audience’s copy says that its text was left out, and has it after a merge',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await dropFiles(page, [file('audience.json', bundleOf(applyProfile(whole, 'audience')))]);
    await expect(openTitle(page)).toHaveValue('Copy');
    const source = page.getByRole('article', { name: 'Text of the source' });
    await page.getByRole('tab', { name: /^New/ }).click();
    await expect(source).toHaveText(/was left out of this copy/);
    await expect(
      page.getByText('There is nothing to read, since the text of this source is not here.')
    ).toBeVisible();
    await expect(page.getByText('There are too few words')).toHaveCount(0);
    await expect(page.getByText('A quote that differs from its source')).toHaveCount(0);
    await expect(page.getByText('Evidence for 1 position').first()).toBeVisible();
    await expect(page.getByText('These words are no longer in the text')).toHaveCount(0);
    await dropFiles(page, [file('whole.json', whole)]);
    await expect(source).toContainText(text.trim().slice(-60));
    // And its draft begins by itself.
    await expect(page.getByRole('button', { name: 'Read again' })).toBeVisible();
    await page.getByRole('tab', { name: /^Read/ }).click();
    await expect(source).toContainText(text.trim().slice(-60));
    await expect(page.getByText('Evidence for 1 position').first()).toBeVisible();
    await expect(page.getByText('These words are no longer in the text')).toHaveCount(0);
  }
);
