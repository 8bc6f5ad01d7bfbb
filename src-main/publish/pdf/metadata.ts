/** Gives a printed document the metadata of its briefing in place of the browser's. */
import { deflateSync } from 'node:zlib';
import { PDFHexString, PDFName, PDFRef, PDFString, type PDFDocument } from '@cantoo/pdf-lib';
import { hashOf } from './attached-bundle.js';
import { srgbProfile } from '../../typst/srgb-profile.js';
import { xmpPacket, type StandardClaims, type Facts } from './xmp.js';

/** That of the print page, which Chromium writes into the catalog. */
export function languageOfPage({ catalog }: PDFDocument): string {
  const language = catalog.lookup(PDFName.of('Lang'));
  const named =
    language instanceof PDFString || language instanceof PDFHexString ? language.decodeText() : '';
  return named || 'en';
}

/** The browser names itself, its version and the system as the creator: nobody's business. */
export function writeMetadata(document: PDFDocument, facts: Facts, claims: StandardClaims): void {
  document.setTitle(facts.title, { showInWindowTitleBar: true });
  document.setSubject(facts.description);
  // One by one they would be joined by spaces.
  document.setKeywords([facts.keywords.join(', ')]);
  document.setCreator(facts.program);
  document.setProducer(facts.program);
  document.setCreationDate(new Date(facts.createdAt));
  document.setModificationDate(new Date(facts.modifiedAt));
  document.setLanguage(facts.language);
  writePacket(document, facts, claims);
  const { context } = document;
  // By what it holds, so that the same briefing has the same identifier.
  const [only = '', ...more] = facts.bundleHashes;
  const whole = more.length > 0 ? hashOf(encoded(facts.bundleHashes.join(' '))) : only;
  const id = PDFHexString.of(whole.slice(0, 32).toUpperCase());
  context.trailerInfo.ID = context.obj([id, id]);
}

export function writePacket(
  { context, catalog }: PDFDocument,
  facts: Facts,
  claims: StandardClaims
): void {
  const packet = context.stream(encoded(xmpPacket(facts, claims)), {
    Type: 'Metadata',
    Subtype: 'XML'
  });
  const Metadata = PDFName.of('Metadata');
  const before = catalog.get(Metadata);
  if (before instanceof PDFRef) context.assign(before, packet);
  else catalog.set(Metadata, context.register(packet));
}

/** In which colours it is meant to be seen (ISO 19005-3, 6.2.3): those of a screen. */
export function putOutputIntent({ context, catalog }: PDFDocument): void {
  const profile = context.stream(deflateSync(srgbProfile()), { Filter: 'FlateDecode', N: 3 });
  const name = PDFString.of('sRGB IEC61966-2.1');
  const intent = context.obj({
    ...{ Type: 'OutputIntent', S: 'GTS_PDFA1', OutputConditionIdentifier: name, Info: name },
    DestOutputProfile: context.register(profile)
  });
  catalog.set(PDFName.of('OutputIntents'), context.obj([context.register(intent)]));
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
