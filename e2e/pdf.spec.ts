/** The PDFs themselves: the sample and a long briefing, against every promise that can be checked. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '../src-main/domain/base/values.js';
import { noSubmission } from '../src-main/domain/briefing/briefing.js';
import { Bundle } from '../src-main/domain/briefing/bundle.js';
import { newKeyJudgement } from '../src-main/domain/briefing/entries.js';
import { applyProfile } from '../src-main/domain/publication/profile.js';
import { bundleOf } from '../src-main/publish/bundle-json.js';
import { withPrivateWords } from '../src-main/publish/testing/private-words.js';
import { makeBundle, scripts } from '../src-main/publish/testing/bundle.js';
import { exportTo, importBytes, openBriefing, pagesOf, read, withoutSpace } from './export-pdf.js';
import { expect, root, test } from './fixtures.js';
import { PdfUnderTest } from './pdf-checks.js';
import { lintPdf } from './pdf-lint.js';
import { PdfObjects } from './pdf-objects.js';

const sample = Bundle.parse(
  JSON.parse(readFileSync(join(root, 'resources/samples/alaska-summit.json'), 'utf8'))
);
const { id } = sample.briefing;

test('the sample keeps every promise, and comes back from its own PDF', async ({
  electronApp,
  page,
  home
}) => {
  const pdf = join(home, 'sample.pdf');
  expect(await exportTo(electronApp, page, id, pdf)).toEqual({ ok: true, message: '' });
  // Its dates are those of the library's making.
  const { briefing } = await openBriefing(page, id);
  const made = new PdfUnderTest(pdf, { ...sample, briefing });
  await test.step('in its form', () => {
    made.isWellFormed();
    made.isSilent();
    made.embedsItsFonts();
    expect(read('pdfinfo', pdf)).toContain('595.276 x 841.89 pts (A4)');
  });
  await test.step('in its outline and contents', () => {
    made.hasOutline();
    made.hasContentsNumbers();
    made.endsOnAFullPage();
  });
  await test.step('in its highlights and its data', () => {
    made.hasHighlights();
    made.carriesItsBriefings();
  });
  await test.step('for those who hear it', async () => expect(await lintPdf(pdf)).toEqual([]));
  await test.step('byte for byte the same, when nothing has changed', async () => {
    const again = join(home, 'again.pdf');
    await exportTo(electronApp, page, id, again);
    expect(readFileSync(again).equals(readFileSync(pdf))).toBe(true);
  });
  await test.step('in large print', async () => {
    const large = join(home, 'large.pdf');
    await exportTo(electronApp, page, id, large, { largePrint: true });
    const printed = new PdfUnderTest(large, { ...sample, briefing });
    printed.hasOutline();
    printed.hasContentsNumbers();
    printed.endsOnAFullPage();
    expect(await lintPdf(large)).toEqual([]);
  });
  await test.step('and is known when it comes back', async () => {
    expect(await importBytes(page, 'sample.pdf', readFileSync(pdf))).toEqual([id]);
  });
});

test(
  'a hundred pages keep every promise, in every script',
  { tag: '@rest' },
  async ({ electronApp, page, home }) => {
    const { arabic, hebrew, cyrillic, greek, emoji, chinese } = scripts;
    // It comes from the system's fonts, and without one the document could not be kept as PDF/A.
    const hasChinese = read('fc-list', ':lang=zh') !== '';
    const made100 = makeBundle(100);
    const long: Bundle = {
      ...made100,
      briefing: {
        ...made100.briefing,
        cards: made100.briefing.cards.map((card) =>
          hasChinese
            ? card
            : { ...card, body: card.body.replace(chinese, 'x'.repeat(chinese.length)) }
        )
      }
    };
    const [imported = ''] = await importBytes(page, 'long.json', Buffer.from(JSON.stringify(long)));
    const pdf = join(home, 'long.pdf');
    const edition = { paper: 'Letter', archive: true } as const;
    expect(await exportTo(electronApp, page, imported, pdf, edition)).toEqual({
      ok: true,
      message: ''
    });
    const made = new PdfUnderTest(pdf, long);
    expect(Number(/^Pages: +(\d+)$/m.exec(read('pdfinfo', pdf))?.[1])).toBeGreaterThan(80);
    expect(read('pdfinfo', pdf)).toContain('612 x 792 pts (letter)');
    made.isWellFormed();
    made.isSilent();
    made.embedsItsFonts();
    made.hasOutline();
    made.hasContentsNumbers();
    made.hasHighlights(10);
    made.carriesItsBriefings();
    made.splitsNothing();
    made.endsOnAFullPage();
    expect(await lintPdf(pdf, ['ua', 'archive'])).toEqual([]);

    const letters = withoutSpace(pagesOf(pdf).join(''));
    for (const words of [arabic, hebrew, cyrillic, greek, emoji])
      expect(letters).toContain(withoutSpace(words));
    if (hasChinese) expect(letters).toContain(chinese);
  }
);

test(
  'no number of a table breaks, each figure has its unit, and every page bears the marking whole; a raw draft says so',
  { tag: '@rest' },
  async ({ electronApp, page, home }) => {
    const numbers = ['98.67', '12,345.67', '1,234,567'];
    const address = `https://example.org/${'long'.repeat(40)}`;
    const columns = [...numbers, ...numbers];
    const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
    const body = [
      row(['Country', 'Address', ...columns.map((_, index) => `Of quarter ${index + 1}`)]),
      row(['-', '-', ...columns.map(() => '-')]),
      row(['Aland', address, ...columns])
    ].join('\n');
    const marking = `OFFICIAL ${'and-be-kept '.repeat(11)}NOT FOR RELEASE`;
    const [first] = sample.briefing.cards;
    const briefing = {
      ...sample.briefing,
      id: makeBundle(2).briefing.id,
      language: 'en',
      marking,
      bottomLineReviewed: false,
      cards: [...sample.briefing.cards, { ...first!, id: newId(), body }].map((card) => ({
        ...card,
        reviewed: false,
        portionMark: 'U'
      })),
      submission: {
        ...noSubmission,
        to: 'The Minister',
        decideBy: '2025-08-18',
        recommendation: 'agree to ask in writing'
      },
      keyJudgements: [
        { ...newKeyJudgement(sample.briefing.outcomes[0]!.id), because: 'Nobody has moved.' }
      ],
      timelineTitle: 'Only one position moved that weekend'
    };
    const bundle = JSON.stringify({ ...sample, briefing });
    const [imported = ''] = await importBytes(page, 'b.json', Buffer.from(bundle));
    const pdf = join(home, 'numbers.pdf');
    await exportTo(electronApp, page, imported, pdf, { copyNumber: '3 of 12' });
    expect(await lintPdf(pdf)).toEqual([]);
    const printed = read('pdftotext', '-raw', pdf, '-');
    const made = new PdfUnderTest(pdf, { ...sample, briefing });
    made.hasOutline();
    // Language, submission and key judgements among it.
    made.carriesItsBriefings();
    const pageOne = read('pdftotext', '-raw', '-l', '1', pdf, '-').replace(/\s+/g, ' ');
    for (const words of [
      'Draft, not reviewed. 17 parts are unreviewed',
      '17 August 2025',
      'Copy 3 of 12',
      'The Minister',
      'Decide by',
      '18 August 2025',
      'agree to ask in writing',
      'Disagreement over territory continues',
      '55–80 %',
      'Because: Nobody has moved.'
    ]) {
      expect(pageOne).toContain(words);
    }
    expect(printed).toContain('What happened when\nOnly one position moved that weekend');
    expect(printed.match(/·\sunreviewed/gu)).toHaveLength(14);
    expect(printed).toContain('The order of steps is reversed (U)');
    for (const number of numbers) expect(printed.split(number)).toHaveLength(3);
    expect(printed.replace(/\s+/g, ' ')).toContain('approximately 1.6 million civilians who live');
    // At head and foot.
    const count = (words: string, word: string) => words.split(word).length - 1;
    // A line may end behind a hyphen.
    for (const words of printed.replace(/-\s+/g, '-').split('\f').slice(0, -1)) {
      expect([
        count(words, 'OFFICIAL'),
        count(words, 'and-be-kept'),
        count(words, 'RELEASE')
      ]).toEqual([2, 22, 2]);
    }
  }
);

test('an audience gets no private word, wherever one looks', async ({
  electronApp,
  page,
  home
}) => {
  const { bundle, words } = withPrivateWords({
    ...sample,
    // From right to left, which is to be kept as well as any.
    briefing: { ...sample.briefing, id: makeBundle(2).briefing.id, language: 'ar' }
  });
  const [imported = ''] = await importBytes(page, 'b.json', Buffer.from(JSON.stringify(bundle)));
  const [full, audience] = [join(home, 'full.pdf'), join(home, 'audience.pdf')];
  const whole = { ok: true, message: '' };
  expect(await exportTo(electronApp, page, imported, full)).toEqual(whole);
  const edition = { profile: 'audience', archive: true } as const;
  expect(await exportTo(electronApp, page, imported, audience, edition)).toEqual(whole);
  const found = (pdf: string) => {
    const everything = withoutSpace(new PdfObjects(pdf).everything() + read('pdftotext', pdf, '-'));
    return words.filter((word) => everything.includes(word));
  };
  // Texts that annotations stood on once are the library's, not the briefing's.
  expect(found(full)).toEqual(words.filter((word) => word !== 'PrivateBase'));
  expect(found(audience)).toEqual([]);
  // As it stands in the attached JSON.
  const everything = withoutSpace(new PdfObjects(audience).everything());
  const source = withoutSpace(JSON.stringify(Object.values(sample.texts)[0]!)).slice(-200, -1);
  expect(everything).not.toContain(source);
  new PdfUnderTest(audience, bundleOf(applyProfile(bundle, 'audience'))).carriesItsBriefings();
  expect(await importBytes(page, 'audience.pdf', readFileSync(audience))).toHaveLength(1);
  expect(await lintPdf(audience, ['ua', 'archive'])).toEqual([]);
});
