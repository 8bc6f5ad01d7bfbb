/** Reads from a printed document on which page each linked anchor stands. */
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRef } from '@cantoo/pdf-lib';

/**
 * Chromium lacks `target-counter`, but names a destination for every anchor that a link leads to.
 * Pages count from 1. An anchor without a destination is missing from the result.
 */
export async function destinationPages(pdf: Uint8Array): Promise<Readonly<Record<string, number>>> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const destinations = document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  const numbers = new Map(document.getPages().map(({ ref }, index) => [ref, index + 1]));
  const found: Record<string, number> = {};
  for (const [name, destination] of destinations?.entries() ?? []) {
    const page = document.context.lookup(destination, PDFArray).get(0);
    const number = page instanceof PDFRef ? numbers.get(page) : undefined;
    if (number !== undefined) found[name.decodeText()] = number;
  }
  return found;
}
