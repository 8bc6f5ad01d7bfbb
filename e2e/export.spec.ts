/** What leaves the program on paper, read back with the tools that other people use. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Bundle } from '../src-main/domain/bundle.js';
import { composePublication } from '../src-main/domain/publication/publication.js';
import { exportTo, flat, read, withoutSpace } from './export-pdf.js';
import { expect, root, test } from './fixtures.js';

const sample = Bundle.parse(
  JSON.parse(readFileSync(join(root, 'resources/samples/alaska-summit.json'), 'utf8'))
);

test('the sample as a document holds all of the briefing', async ({ electronApp, page, home }) => {
  const pdf = join(home, 'out.pdf');
  expect(await exportTo(electronApp, page, sample.briefing.id, pdf)).toEqual({
    ok: true,
    message: ''
  });
  checkWords(pdf);
});

test('hostile words print as words, and reach for nothing', async ({ electronApp, page, home }) => {
  const canary = join(home, 'canary.txt');
  writeFileSync(canary, 'the-canary-sings');
  const hostile = [
    '<script>document.body.textContent = "taken over"</script>',
    `<iframe src="file://${canary}"></iframe>`,
    '<style>body { display: none }</style>',
    '<img src="https://tracker.invalid/pixel.png" onerror="document.title = 1">',
    '![remote](https://tracker.invalid/other.png)',
    '[run](javascript:alert(1))',
    'Угода про мир και ασφάλεια'
  ].join('\n\n');
  const imported = await page.evaluate(async (text) => {
    const result = await window.standpoint.call(
      'article.importText',
      `Hostile words\n\n${text}`,
      'text'
    );
    return result.ok ? result.value.ids : [];
  }, hostile);
  const pdf = join(home, 'out.pdf');
  expect((await exportTo(electronApp, page, imported[0] ?? '', pdf)).ok).toBe(true);
  const letters = withoutSpace(wordsOf(pdf));
  expect(letters).toContain(withoutSpace('<script>document.body.textContent = "taken over"'));
  expect(letters).toContain('<iframe');
  expect(letters).not.toContain('the-canary-sings');
  expect(letters).toContain('Угодапромирκαιασφάλεια');
  expect(readFileSync(pdf).includes('javascript:')).toBe(false);
});

test('a folder that is not there gets one sentence, and nothing is left behind', async ({
  electronApp,
  page,
  home
}) => {
  const folder = join(home, 'exports');
  mkdirSync(folder);
  const gone = join(folder, 'gone/out.pdf');
  expect(await exportTo(electronApp, page, sample.briefing.id, gone)).toEqual({
    ok: false,
    message: `There is no folder “${join(folder, 'gone')}”. Nothing was written, and what was there before is as it was.`
  });
  expect(readdirSync(folder)).toEqual([]);
});

/** The words of a PDF. A word that was divided at a line's end stays divided. */
function wordsOf(pdf: string): string {
  return flat(read('pdftotext', '-layout', pdf, '-')).replaceAll('­', '');
}

function checkWords(pdf: string): void {
  const letters = withoutSpace(wordsOf(pdf));
  const { cards, actors, issues, annotations, positions } = sample.briefing;
  for (const { heading } of cards) expect(letters).toContain(withoutSpace(heading));
  for (const { name } of actors.filter(({ id }) => positions.some(({ actor }) => actor === id)))
    expect(letters).toContain(withoutSpace(name));
  for (const { wording } of issues) expect(letters).toContain(withoutSpace(wording));
  for (const { note } of annotations) expect(letters).toContain(withoutSpace(note));
  expect(letters).toMatch(/Page1of\d+/);

  // A number right behind its words: so the words are marked where they stand, not only listed.
  const asDrawn = withoutSpace(read('pdftotext', '-raw', pdf, '-'));
  for (const { number, annotation } of composePublication(sample.briefing, sample.texts).notes)
    expect(asDrawn).toContain(withoutSpace(`${annotation.target.selectors.quote.exact}${number}`));
}
