/**
 * The briefing inside its PDF: attached as JSON, marked as what the pages were made from (PDF 2.0,
 * 14.13, `AFRelationship` Source), its hash in the attachment's description and in the metadata.
 */
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
  type PDFRef
} from '@cantoo/pdf-lib';
import type { Profile } from '../../domain/publication/edition.js';
import { bundleHashesIn, profileIn } from './xmp.js';

const fileNames = /^standpoint-briefing(?:-\d+)?\.json$/;

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A bundle as bytes, and the moment of its last change. */
export interface BundleFile {
  readonly bytes: Uint8Array;
  readonly modifiedAt: string;
}

/** Numbered where there are several, so that their names stand in order. `index` counts from 0. */
export function nameOfBundle(index: number, count: number): string {
  const number = count > 1 ? `-${String(index + 1).padStart(String(count).length, '0')}` : '';
  return `standpoint-briefing${number}.json`;
}

export function describeBundle(bytes: Uint8Array): string {
  return `This briefing as data. SHA-256: ${hashOf(bytes)}`;
}

/** One file a briefing; numbered where there are several, so that their names stand in order. */
export function attachBundles(document: PDFDocument, bundles: readonly BundleFile[]): void {
  const { context, catalog } = document;
  const files = bundles.map((bundle, index) => {
    const name = nameOfBundle(index, bundles.length);
    return { name, specification: attach(document, bundle, name) };
  });
  // A name tree is in the order of its names.
  const names = files.flatMap((file) => [PDFHexString.fromText(file.name), file.specification]);
  catalog.set(PDFName.of('Names'), context.obj({ EmbeddedFiles: { Names: names } }));
  catalog.set(PDFName.of('AF'), context.obj(files.map(({ specification }) => specification)));
}

function attach({ context }: PDFDocument, { bytes, modifiedAt }: BundleFile, name: string): PDFRef {
  const date = PDFString.fromDate(new Date(modifiedAt));
  const file = context.stream(deflateSync(bytes), {
    Filter: 'FlateDecode',
    Type: 'EmbeddedFile',
    Subtype: 'application/json',
    Params: {
      Size: bytes.length,
      CreationDate: date,
      ModDate: date,
      // The standard asks for MD5 here.
      CheckSum: PDFHexString.of(createHash('md5').update(bytes).digest('hex'))
    }
  });
  const ref = context.register(file);
  return context.register(
    context.obj({
      Type: 'Filespec',
      F: PDFString.of(name),
      UF: PDFHexString.fromText(name),
      EF: { F: ref, UF: ref },
      Desc: PDFHexString.fromText(describeBundle(bytes)),
      AFRelationship: 'Source'
    })
  );
}

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
  return bundlesIn(catalog);
}

/** Where a document keeps what `bundlesIn` looks at. */
export const carryingEntries = ['Names', 'Metadata'] as const;

/** The same of a document that is open already. */
export function bundlesIn(catalog: PDFDict): readonly AttachedBundle[] {
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
