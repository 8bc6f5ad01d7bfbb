import { PDFDocument } from '@cantoo/pdf-lib';
import { lintDocument, type Standard } from '../lint/lint.js';
import { LookedAt } from '../lint/looked-at.js';
import { inspectPdf } from '../opened-pdf.js';

/** A sentence for each rule that a written file breaks; an empty list is a clean document. */
export async function lintBytes(
  bytes: Uint8Array,
  standards: readonly Standard[]
): Promise<readonly string[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  return lintDocument(new LookedAt(inspectPdf(document), bytes), standards);
}
