/**
 * The briefing inside its PDF: attached as JSON, marked as what the pages were made from (PDF 2.0,
 * 14.13, `AFRelationship` Source), its hash in the attachment's description and in the metadata.
 */
import { createHash } from 'node:crypto';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString
} from '@cantoo/pdf-lib';
import type { Profile } from '../../domain/publication/profile.js';
import { bundleHashIn, profileIn } from './xmp.js';

const fileName = 'standpoint-briefing.json';

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function attachBundle(document: PDFDocument, bundle: Uint8Array, at: string): void {
  const { context, catalog } = document;
  const date = PDFString.fromDate(new Date(at));
  const file = context.flateStream(bundle, {
    Type: 'EmbeddedFile',
    Subtype: 'application/json',
    Params: {
      Size: bundle.length,
      CreationDate: date,
      ModDate: date,
      // The standard asks for MD5 here.
      CheckSum: PDFHexString.of(createHash('md5').update(bundle).digest('hex'))
    }
  });
  const ref = context.register(file);
  const specification = context.register(
    context.obj({
      Type: 'Filespec',
      F: PDFString.of(fileName),
      UF: PDFHexString.fromText(fileName),
      EF: { F: ref, UF: ref },
      Desc: PDFHexString.fromText(`This briefing as data. SHA-256: ${hashOf(bundle)}`),
      AFRelationship: 'Source'
    })
  );
  catalog.set(
    PDFName.of('Names'),
    context.obj({
      EmbeddedFiles: { Names: [PDFHexString.fromText(fileName), specification] }
    })
  );
  catalog.set(PDFName.of('AF'), context.obj([specification]));
}

export interface AttachedBundle {
  readonly bytes: Uint8Array;
  /** Whether these are the bytes that Standpoint attached: both places that name their hash agree. */
  readonly genuine: boolean;
  /** For whom the document was made; `null` when that is not said. */
  readonly profile: Profile | null;
}

/** `null` for a PDF without a briefing. Throws what pdf-lib throws for a file that is no PDF. */
export async function readAttachedBundle(pdf: Uint8Array): Promise<AttachedBundle | null> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false, ignoreEncryption: true });
  const { catalog } = document;
  const names = catalog
    .lookupMaybe(PDFName.of('Names'), PDFDict)
    ?.lookupMaybe(PDFName.of('EmbeddedFiles'), PDFDict);
  for (const specification of names ? specificationsIn(names) : []) {
    if (nameOf(specification) !== fileName) continue;
    const file = specification.lookupMaybe(PDFName.of('EF'), PDFDict)?.lookup(PDFName.of('F'));
    if (!(file instanceof PDFRawStream)) continue;
    const bytes = decodePDFRawStream(file).decode();
    const described = /SHA-256: ([0-9a-f]{64})/.exec(textOf(specification, 'Desc'))?.[1] ?? null;
    const packet = catalog.lookup(PDFName.of('Metadata'));
    const metadata =
      packet instanceof PDFRawStream
        ? new TextDecoder().decode(decodePDFRawStream(packet).decode())
        : '';
    const stated = bundleHashIn(metadata);
    const hash = hashOf(bytes);
    return {
      bytes,
      genuine: described === hash && (stated === null || stated === hash),
      profile: profileIn(metadata)
    };
  }
  return null;
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
