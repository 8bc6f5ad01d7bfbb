/** The linter on an outcome that is not yet a judgement: told beside it, and gone as it becomes one. */
import { expect, test } from './fixtures.js';
import { whenOpen, registers } from './window.js';

test(
  '“very likely maybe”, without likelihood and evidence, is found until it is mended',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await page.keyboard.press('ControlOrMeta+5');
    const judgement = registers(page);
    const findings = judgement.getByRole('list', { name: 'Findings' });
    await expect(findings).toContainText('A vague word for a likelihood');
    await judgement.getByRole('button', { name: 'Add outcome' }).click();
    await page.keyboard.type('A ceasefire is very likely maybe');
    for (const [title, standard] of [
      ['A likelihood with a hedge', 'ICD 203, Analytic Standards, D.6.e.(8)'],
      ['An outcome without a likelihood', 'ICD 203, Analytic Standards, D.6.e.(2)'],
      ['A judgement without evidence', 'ICD 203, Analytic Standards, D.6.e.(6)']
    ] as const) {
      const finding = findings.getByRole('listitem').filter({ hasText: title });
      await finding.getByText(title).click();
      await expect(finding).toContainText(standard);
    }

    // By keys: the likelihood is the next field but one.
    const likelihood = judgement.getByRole('combobox', { name: 'Likelihood' }).last();
    await likelihood.focus();
    await page.keyboard.type('unlikely');
    await expect(findings).not.toContainText('An outcome without a likelihood');
    await expect(findings).toContainText(
      'The statement says “very likely”, and “unlikely” was chosen.'
    );
  }
);
