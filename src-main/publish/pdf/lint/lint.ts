/**
 * The points of PDF/UA-1 (ISO 14289-1) and PDF/A-3u (ISO 19005-3) that a program can check. Each rule
 * names its clause. What only a person can tell (whether an order of reading makes sense, whether
 * words describe a picture) is no rule here, nor what a reader of any PDF would refuse already.
 */
import { PDFDocument } from '@cantoo/pdf-lib';
import { annotationRules } from './annotation-rules.js';
import { documentRules } from './document-rules.js';
import { fontRules } from './font-rules.js';
import { LookedAt, type PdfRule } from './looked-at.js';
import { pageRules } from './page-rules.js';
import { structureRules } from './structure-rules.js';

export type Standard = 'ua' | 'archive';

export const pdfRules: readonly PdfRule[] = [
  ...documentRules,
  ...structureRules,
  ...annotationRules,
  ...fontRules,
  ...pageRules
];

/**
 * A sentence for each rule that a file breaks, its clause first; none for a document that keeps all. Throws
 * what pdf-lib throws for a file that is no PDF.
 */
export async function lintPdf(
  bytes: Uint8Array,
  standards: readonly Standard[]
): Promise<readonly string[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  return lintDocument(new LookedAt(document, bytes), standards);
}

/** The same of a document that is open. */
export function lintDocument(looked: LookedAt, standards: readonly Standard[]): readonly string[] {
  const faults: string[] = [];
  for (const rule of pdfRules) {
    const clauses = standards.flatMap((standard) => rule[standard] ?? []);
    if (clauses.length === 0) continue;
    const found = [...rule.find(looked)].map(String);
    if (found.length === 0) continue;
    const more = found.length > shown ? ` and ${found.length - shown} more` : '';
    const places = found.slice(0, shown).join(', ') + more;
    faults.push(`${clauses.join(', ')} ${rule.says}. Broken by: ${places}.`);
  }
  return faults;
}

/** Places that one sentence names. */
const shown = 3;
