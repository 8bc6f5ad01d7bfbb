/** The rules of PDF/UA-1 and PDF/A-3u (src-main/publish/pdf/lint), put to a file as it was written. */
import { readFileSync } from 'node:fs';
import { PDFDocument } from '@cantoo/pdf-lib';
import { read } from './export-pdf.js';
import { expect } from './fixtures.js';
import { lintDocument, type Standard } from '../src-main/publish/pdf/lint/lint.js';
import { LookedAt } from '../src-main/publish/pdf/lint/looked-at.js';
import { inspectPdf } from '../src-main/publish/pdf/opened-pdf.js';

/** A sentence for each rule that the file breaks; an empty list is a clean document. */
export async function lintPdf(
  path: string,
  standards: readonly Standard[] = ['ua']
): Promise<readonly string[]> {
  const bytes = readFileSync(path);
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  return lintDocument(new LookedAt(inspectPdf(document), bytes), standards);
}

/**
 * What is right of a document with Chinese in it, which comes from the system's fonts: without one
 * its letters are boxes, and no claim is made.
 */
export function faultsWithChinese(): readonly unknown[] {
  if (read('fc-list', ':lang=zh') !== '') return [];
  return [expect.stringMatching(/^5 /), expect.stringMatching(/^7\.21\.8 /)];
}
