/** The printed page of changes: one page for the sample, by the ledger and by what was written. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Bundle } from '../src-main/domain/briefing/bundle.js';
import { fullEdition } from '../src-main/domain/publication/edition.js';
import { composePublication } from '../src-main/domain/publication/publication.js';
import { exportTo, openBriefing, pagesOf, read, withoutSpace } from './export-pdf.js';
import { expect, root, test } from './fixtures.js';
import { lintPdf } from './pdf-lint.js';

const sample = Bundle.parse(
  JSON.parse(readFileSync(join(root, 'resources/samples/alaska-summit.json'), 'utf8'))
);
const { id } = sample.briefing;
const edition = { template: 'changes', since: '2025-08-14' } as const;

/** Ligatures and soft hyphens aside, as a reader takes it in. */
function wordsOf(pdf: string): string {
  return withoutSpace(read('pdftotext', '-raw', pdf, '-')).replaceAll('­', '');
}

test(
  'what changed since Alaska is one page, with every quote on it',
  { tag: '@rest' },
  async ({ electronApp, page, home }) => {
    const { briefing } = await openBriefing(page, id);
    const { notes, changes } = composePublication(briefing, sample.texts, {
      ...fullEdition,
      ...edition
    });
    for (const paper of ['A4', 'Letter'] as const) {
      const pdf = join(home, `${paper}.pdf`);
      expect(await exportTo(electronApp, page, id, pdf, { ...edition, paper })).toEqual({
        ok: true,
        message: ''
      });
      expect(pagesOf(pdf)).toHaveLength(1);
      const words = wordsOf(pdf);
      expect(words).toContain('Changessince14August2025');
      expect(words).toContain('1changeofposition,17newpositions');
      for (const { changes: told } of changes!.positions)
        for (const { actorName } of told) expect(words).toContain(withoutSpace(actorName));
      for (const { annotation } of notes)
        expect(words).toContain(withoutSpace(annotation.target.selectors.quote.exact));
      expect(await lintPdf(pdf)).toEqual([]);
    }

    await test.step('as a part of the full briefing, by the numbers of its notes', async () => {
      const pdf = join(home, 'full.pdf');
      await exportTo(electronApp, page, id, pdf, { since: '2025-08-14' });
      const [first = '', ...rest] = pagesOf(pdf);
      expect(withoutSpace(first)).toContain('Whatchanged');
      expect(withoutSpace(rest.join(''))).toContain(withoutSpace('Evidence and notes'));
      expect(await lintPdf(pdf)).toEqual([]);
    });
  }
);
