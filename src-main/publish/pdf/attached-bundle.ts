/**
 * The briefing inside its PDF: attached as JSON, marked as what the pages were made from (PDF 2.0,
 * 14.13, `AFRelationship` Source), its hash in the attachment's description and in the metadata.
 */
import {
  decodePDFRawStream,
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString
} from '@cantoo/pdf-lib';
import type { Profile } from '../../domain/publication/edition.js';
import { hashOf } from './bundle-file.js';
import { bundleHashesIn, profileIn } from './xmp.js';

const fileNames = /^standpoint-briefing(?:-\d+)?\.json$/;

export interface AttachedBundle {
  readonly bytes: Uint8Array;
  /** Whether these are the bytes that Standpoint attached: both places that name their hash agree. */
  readonly genuine: boolean;
  /** For whom the document was made; `null` when that is not said. */
  readonly profile: Profile | null;
}

/** In their order; none for a PDF without a briefing. Throws what pdf-lib throws for a file that is no PDF. */
export async function readAttachedBundles(pdf: Uint8Array): Promise<readonly AttachedBundle[]> {
  const { catalog } = await PDFDocument.load(pdf, {
    updateMetadata: false,
    ignoreEncryption: true,
    // Nothing else is to be done in between.
    parseSpeed: ParseSpeeds.Fastest
  });
  const names = catalog
    .lookupMaybe(PDFName.of('Names'), PDFDict)
    ?.lookupMaybe(PDFName.of('EmbeddedFiles'), PDFDict);
  const packet = catalog.lookup(PDFName.of('Metadata'));
  const metadata =
    packet instanceof PDFRawStream
      ? new TextDecoder().decode(decodePDFRawStream(packet).decode())
      : '';
  const stated = bundleHashesIn(metadata);
  const found: AttachedBundle[] = [];
  for (const specification of names ? specificationsIn(names) : []) {
    if (!fileNames.test(nameOf(specification))) continue;
    const file = specification.lookupMaybe(PDFName.of('EF'), PDFDict)?.lookup(PDFName.of('F'));
    if (!(file instanceof PDFRawStream)) continue;
    const bytes = decodePDFRawStream(file).decode();
    const described = /SHA-256: ([0-9a-f]{64})/.exec(textOf(specification, 'Desc'))?.[1] ?? null;
    const hash = hashOf(bytes);
    found.push({
      bytes,
      genuine: described === hash && (stated.length === 0 || stated.includes(hash)),
      profile: profileIn(metadata)
    });
  }
  return found;
}

/** A name tree may be split over several nodes by other programs. */
function* specificationsIn(node: PDFDict, depth = 0): Generator<PDFDict> {
  const names = node.lookupMaybe(PDFName.of('Names'), PDFArray);
  for (let i = 1; i < (names?.size() ?? 0); i += 2) {
    const specification = names?.lookup(i);
    if (specification instanceof PDFDict) yield specification;
  }
  const kids = depth < 16 ? node.lookupMaybe(PDFName.of('Kids'), PDFArray) : undefined;
  for (let i = 0; i < (kids?.size() ?? 0); i += 1) {
    const kid = kids?.lookup(i);
    if (kid instanceof PDFDict) yield* specificationsIn(kid, depth + 1);
  }
}

function nameOf(specification: PDFDict): string {
  return textOf(specification, 'UF') || textOf(specification, 'F');
}

function textOf(dict: PDFDict, key: string): string {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';
}
