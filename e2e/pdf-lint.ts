/** The rules of PDF/UA-1 and PDF/A-3u (src-main/publish/pdf/lint), put to a file as it was written. */
import { readFileSync } from 'node:fs';
import { PDFDocument } from '@cantoo/pdf-lib';
import { lint, type Standard } from '../src-main/publish/pdf/lint/lint.js';
import { LookedAt } from '../src-main/publish/pdf/lint/looked-at.js';
import { inspectPdf } from '../src-main/publish/pdf/opened-pdf.js';

/** A sentence for each rule that the file breaks; an empty list is a clean document. */
export async function lintPdf(
  path: string,
  standards: readonly Standard[] = ['ua']
): Promise<readonly string[]> {
  const bytes = readFileSync(path);
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  return lint(new LookedAt(inspectPdf(document), bytes), standards);
}
