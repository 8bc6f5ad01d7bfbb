/** For tests: a PDF that carries a briefing, without pages to be set for it. */
import { AFRelationship, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import type { Bundle } from '../../../domain/briefing/bundle.js';
import type { Profile } from '../../../domain/publication/edition.js';
import { describeBundle, hashOf, nameOfBundle } from '../bundle-file.js';
import { xmpPacket } from '../xmp.js';

/** `attached` stands in for the bundle's own bytes, as in a file that was tampered with. */
export function pdfCarrying(
  bundle: Bundle,
  profile: Profile = 'full',
  attached?: Uint8Array
): Promise<Uint8Array> {
  return pdfWith([attached ?? bytesOf(bundle)], profile, [hashOf(bytesOf(bundle))]);
}

/** A book of several. */
export function pdfCarryingAll(
  bundles: readonly Bundle[],
  attached = bundles.map(bytesOf)
): Promise<Uint8Array> {
  return pdfWith(attached, 'full', bundles.map(bytesOf).map(hashOf));
}

/** `stated`: the hashes that its metadata name. */
export async function pdfWith(
  attached: readonly Uint8Array[],
  profile: Profile = 'full',
  stated = attached.map(hashOf)
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage();
  for (const [index, bytes] of attached.entries()) {
    await document.attach(bytes, nameOfBundle(index, attached.length), {
      mimeType: 'application/json',
      description: describeBundle(bytes),
      afRelationship: AFRelationship.Source
    });
  }
  const at = '2025-08-17T09:00:00Z';
  const packet = xmpPacket(
    {
      ...{ title: 'Talks', description: '', language: 'en', keywords: [], program: 'Standpoint' },
      ...{ createdAt: at, modifiedAt: at, profile, bundleHashes: stated }
    },
    { ua: false, archive: false }
  );
  const { context, catalog } = document;
  const entries = { Type: 'Metadata', Subtype: 'XML' };
  const stream = context.stream(new TextEncoder().encode(packet), entries);
  catalog.set(PDFName.of('Metadata'), context.register(stream));
  return document.save();
}

function bytesOf(bundle: Bundle): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(bundle));
}
