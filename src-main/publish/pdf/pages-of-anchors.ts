/** On which page of a finished document each of its anchors stands. */
import { PDFDocument } from '@cantoo/pdf-lib';
import { destinationsOf } from './opened-pdf.js';

/** Pages count from 1. */
export async function pagesOfAnchors(pdf: Uint8Array): Promise<Readonly<Record<string, number>>> {
  return Object.fromEntries(destinationsOf(await PDFDocument.load(pdf, { updateMetadata: false })));
}
