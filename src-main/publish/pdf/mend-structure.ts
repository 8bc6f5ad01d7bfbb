/** Makes the structure one that readers aloud can follow (ISO 14289-1): Chromium leaves a few gaps. */
import { PDFName, PDFNumber } from '@cantoo/pdf-lib';
import type { OpenedPdf } from './opened-pdf.js';

/** Structure types of PDF 2.0 and HTML, by the nearest that PDF 1.7 knows. */
const roles = { Em: 'Span', Strong: 'Span', Aside: 'Sect' };

export function mendStructure({ pages, tree }: OpenedPdf): void {
  tree.setRoles(roles);
  tree.giveListBodies();
  for (const { page, ref, content, disowned } of pages) {
    const parents = page.node.lookupMaybe(PDFName.of('StructParents'), PDFNumber)?.asNumber();
    if (parents === undefined) continue;
    for (const { mcid, onlyShapes } of content.sequences) {
      if (!onlyShapes) continue;
      // Rules, boxes and tints are ornament; in a picture lines are what there is to see.
      const owner = tree.ownerOfSequence(parents, mcid);
      const types = owner ? [...tree.ancestry(owner)].map((each) => tree.typeOf(each)) : [];
      if (types.includes('Figure')) continue;
      disowned.add(mcid);
      tree.disown(ref, parents, mcid);
    }
  }
}
