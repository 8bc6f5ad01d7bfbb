/**
 * The points of PDF/UA-1 (ISO 14289-1) and PDF/A-3u (ISO 19005-3) that a program can check. Each rule
 * names its clause. What only a person can tell (whether an order of reading makes sense, whether
 * words describe a picture) is no rule here, nor what a reader of any PDF would refuse already.
 */
import { annotationRules } from './annotation-rules.js';
import { documentRules } from './document-rules.js';
import { fontRules } from './font-rules.js';
import type { LookedAt, PdfRule } from './looked-at.js';
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
 * A sentence for each broken rule, its clause first; none for a document that keeps all. Before the
 * file is written what is about to be written is checked, which makes no claim yet.
 */
export function lintDocument(looked: LookedAt, standards: readonly Standard[]): readonly string[] {
  const faults: string[] = [];
  for (const rule of pdfRules) {
    const clauses = standards.flatMap((standard) => rule[standard] ?? []);
    if (clauses.length === 0 || (rule.ofFile && !looked.bytes)) continue;
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
