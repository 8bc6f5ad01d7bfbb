/** The documents that are not the full briefing: what each holds, and what it says when it cannot be made. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '../src-main/domain/base/values.js';
import { Bundle, bundleSchema } from '../src-main/domain/briefing/bundle.js';
import { makeBundle } from '../src-main/publish/testing/bundle.js';
import { ordinarySubmission } from '../src-main/publish/testing/ordinary-submission.js';
import {
  exportTo,
  flat,
  importBytes,
  outlineOf,
  pagesOf,
  read,
  withoutSpace
} from './export-pdf.js';
import { expect, root, test } from './fixtures.js';
import { lintPdf } from './pdf-lint.js';
import { whenOpen } from './window.js';

const sample = Bundle.parse(
  JSON.parse(readFileSync(join(root, 'resources/samples/alaska-summit.json'), 'utf8'))
);
const { id, title, cards, positions, annotations, sources, outcomes } = sample.briefing;

test('a brief is one page, or says what to cut and leaves what was there', async ({
  electronApp,
  page,
  home
}) => {
  for (const paper of ['A4', 'Letter'] as const) {
    const pdf = join(home, `${paper}.pdf`);
    const edition = { template: 'brief', paper, archive: true } as const;
    expect(await exportTo(electronApp, page, id, pdf, edition)).toEqual({ ok: true, message: '' });
    const pages = pagesOf(pdf);
    expect(pages).toHaveLength(1);
    const words = withoutSpace(pages.join('')).replaceAll('­', '');
    for (const { kind, heading } of cards)
      if (kind !== 'note') expect(words).toContain(withoutSpace(heading));
    for (const { statement } of outcomes)
      expect(words).toContain(withoutSpace(statement).replace(/\.$/, ''));
    expect(words).toContain('18August2025');
    for (const source of sources) expect(words).toContain(withoutSpace(source.title));
    expect(outlineOf(pdf)).toMatchObject([
      {
        title,
        kids: [
          { title: 'Bottom line' },
          { title: 'Key points' },
          { title: 'Next date' },
          { title: 'What could happen' },
          ...(words.includes('Intheirwords') ? [{ title: 'In their words' }] : []),
          { title: 'Who stands where' }
        ]
      }
    ]);
    expect(await lintPdf(pdf, ['ua', 'archive'])).toEqual([]);
  }

  await test.step('a submission says on it what is asked, with boxes that are whole', async () => {
    const asked = {
      ...{ to: 'The Minister', decideBy: '2025-08-20', recommendation: 'Agree to talks.' },
      ...{ options: ['Wait.'], handling: 'Not before Monday.' }
    };
    const briefing = {
      ...{ ...sample.briefing, id: newId(), language: 'de' },
      ...{ cards: cards.slice(0, 2), outcomes: [], keyJudgements: [] },
      submission: { ...sample.briefing.submission, ...asked }
    };
    const bytes = Buffer.from(JSON.stringify({ ...sample, briefing }));
    const [own = ''] = await importBytes(page, 'submission.json', bytes);
    const pdf = join(home, 'submission.pdf');
    const made = await exportTo(electronApp, page, own, pdf, { template: 'brief' });
    expect(made).toEqual({ ok: true, message: '' });
    const words = flat(read('pdftotext', '-raw', pdf, '-'));
    for (const word of ['The Minister', '20. August 2025', 'Agree to talks.', 'Wait.', 'Monday.'])
      expect(words).toContain(word);
    const box = /<page width="([\d.]+)"[\s\S]*?xMax="([\d.]+)"[^>]*>Nein</;
    const [, width, end] = box.exec(read('pdftotext', '-bbox', pdf, '-')) ?? [];
    // Within the margin.
    expect(Number(end)).toBeLessThan(Number(width) - 40);
  });

  await test.step('an ordinary submission fits', async () => {
    const part = Buffer.from(JSON.stringify({ schema: bundleSchema, ...ordinarySubmission() }));
    const [own = ''] = await importBytes(page, 'ordinary.json', part);
    const pdf = join(home, 'ordinary.pdf');
    const made = await exportTo(electronApp, page, own, pdf, { template: 'brief' });
    expect(made).toEqual({ ok: true, message: '' });
    const words = flat(read('pdftotext', '-raw', pdf, '-'));
    for (const word of ['To: The Minister', 'Decide by 29 August 2025', 'Signed Date'])
      expect(words).toContain(word);
    expect(words).toContain('Court of auditors');
  });

  const folder = join(home, 'exports');
  mkdirSync(folder);
  const target = join(folder, 'long.pdf');
  writeFileSync(target, 'old');
  const long = JSON.stringify(makeBundle(60));
  const [imported = ''] = await importBytes(page, 'long.json', Buffer.from(long));
  const { ok, message } = await exportTo(electronApp, page, imported, target, {
    template: 'brief'
  });
  expect(ok).toBe(false);
  expect(message).toMatch(
    /^The brief does not fit on one page of A4\. What runs over: “.+” and \d+ more\. Leave out as much: .+ Nothing was written\.$/
  );
  expect(readFileSync(target, 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['long.pdf']);
});

test(
  'a key point is written by keys, stands at its card, and is what the brief says of it',
  { tag: '@rest' },
  async ({ electronApp, page, home }) => {
    await whenOpen(page);
    const card = page.getByRole('listitem', { name: 'What we do not know' });
    const field = card.getByRole('textbox', { name: 'Key point' });
    await card.focus();
    await page.keyboard.press('Alt+Shift+K');
    await expect(field).toBeFocused();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('Nobody knows what was asked for.');
    await page.keyboard.press('Enter');
    await expect(card).toBeFocused();
    await expect(field).toHaveValue('Nobody knows what was asked for.');
    await expect(page.getByRole('status', { name: 'Save state' })).toHaveText('Saved');
    const pdf = join(home, 'brief.pdf');
    await exportTo(electronApp, page, id, pdf, { template: 'brief' });
    const words = flat(read('pdftotext', '-raw', pdf, '-'));
    expect(words).toContain('What we do not know: Nobody knows what was asked for.');
    // Of a card without one its first whole sentence.
    await card.focus();
    await page.keyboard.press('Alt+Shift+K');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Escape');
    await expect(field).toHaveCount(0);
  }
);

test(
  'a report of positions is the ledger with its quotes, and nothing else',
  { tag: '@rest' },
  async ({ electronApp, page, home }) => {
    const pdf = join(home, 'positions.pdf');
    const edition = { template: 'positions', paper: 'Letter', archive: true } as const;
    expect(await exportTo(electronApp, page, id, pdf, edition)).toEqual({ ok: true, message: '' });
    // Cell by cell, as they were drawn.
    const words = withoutSpace(read('pdftotext', '-raw', pdf, '-')).replaceAll('­', '');
    for (const { statement } of positions) expect(words).toContain(withoutSpace(statement));
    const evidence = new Set(positions.flatMap((position) => position.evidence));
    for (const { id: annotation, target } of annotations.filter((each) => evidence.has(each.id)))
      expect(words, annotation).toContain(withoutSpace(target.selectors.quote.exact));
    const [document] = outlineOf(pdf);
    expect(document?.title).toBe(flat(title));
    const headings = document?.kids.map((entry) => entry.title) ?? [];
    expect(headings).toContain('Who stands where');
    expect(headings).toContain('Position ledger');
    expect(headings).toContain('Evidence and notes');
    for (const { heading } of cards) expect(headings).not.toContain(flat(heading));
    expect(await lintPdf(pdf, ['ua', 'archive'])).toEqual([]);
  }
);
