/** The rules of PDF/UA-1 and PDF/A-3u (src-main/publish/pdf/lint), put to a file as it was written. */
import { readFileSync } from 'node:fs';
import { read } from './export-pdf.js';
import { expect } from './fixtures.js';
import { lintPdf as lintBytes, type Standard } from '../src-main/publish/pdf/lint/lint.js';

/** A sentence for each rule that the file breaks; an empty list is a clean document. */
export function lintPdf(
  path: string,
  standards: readonly Standard[] = ['ua']
): Promise<readonly string[]> {
  return lintBytes(readFileSync(path), standards);
}

/**
 * What is right of a document with Chinese in it, which comes from the system's fonts: without one
 * its letters are boxes, no claim is made, and Typst names the characters of joined letters no more.
 */
export function faultsWithChinese(): readonly unknown[] {
  if (read('fc-list', ':lang=zh') !== '') return [];
  return [/^5 /, /^7\.21\.7 .*Devanagari/, /^7\.21\.8 /].map((rule) =>
    expect.stringMatching(rule)
  ) as readonly unknown[];
}
