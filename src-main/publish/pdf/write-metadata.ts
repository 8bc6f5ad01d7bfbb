/** Gives a printed document the metadata of its briefing in place of the browser's. */
import { PDFHexString, PDFName, type PDFDocument } from '@cantoo/pdf-lib';
import { hashOf } from './attached-bundle.js';
import { xmpPacket, type Facts } from './xmp.js';

/** The browser names itself, its version and the system as the creator: nobody's business. */
export function writeMetadata(document: PDFDocument, facts: Facts): void {
  document.setTitle(facts.title, { showInWindowTitleBar: true });
  document.setSubject(facts.description);
  document.setKeywords([...facts.keywords]);
  document.setCreator(facts.program);
  document.setProducer(facts.program);
  document.setCreationDate(new Date(facts.createdAt));
  document.setModificationDate(new Date(facts.modifiedAt));
  document.setLanguage(facts.language);
  const { context } = document;
  const packet = context.stream(encoded(xmpPacket(facts)), {
    Type: 'Metadata',
    Subtype: 'XML'
  });
  document.catalog.set(PDFName.of('Metadata'), context.register(packet));
  // By what it holds, so that the same briefing has the same identifier.
  const [only = '', ...more] = facts.bundleHashes;
  const whole = more.length > 0 ? hashOf(encoded(facts.bundleHashes.join(' '))) : only;
  const id = PDFHexString.of(whole.slice(0, 32).toUpperCase());
  context.trailerInfo.ID = context.obj([id, id]);
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
