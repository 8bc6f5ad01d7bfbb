/** For tests: a PDF that carries a briefing, without a browser to print its pages. */
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Bundle } from '../../../domain/briefing/bundle.js';
import type { Profile } from '../../../domain/publication/edition.js';
import { attachBundles, hashOf } from '../attached-bundle.js';
import { writeMetadata } from '../metadata.js';

/** `attached` stands in for the bundle's own bytes, as in a file that was tampered with. */
export function pdfCarrying(
  bundle: Bundle,
  profile: Profile = 'full',
  attached?: Uint8Array
): Promise<Uint8Array> {
  return made([bundle], [attached ?? bytesOf(bundle)], profile);
}

/** A book of several. */
export function pdfCarryingAll(
  bundles: readonly Bundle[],
  attached = bundles.map(bytesOf)
): Promise<Uint8Array> {
  return made(bundles, attached, 'full');
}

async function made(
  bundles: readonly Bundle[],
  attached: readonly Uint8Array[],
  profile: Profile
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage();
  const { createdAt, modifiedAt, title, tags } = bundles[0]!.briefing;
  attachBundles(
    document,
    attached.map((bytes) => ({ bytes, modifiedAt }))
  );
  writeMetadata(
    document,
    {
      ...{ title, description: '', language: 'en', keywords: tags, createdAt, modifiedAt },
      ...{ program: 'Standpoint', profile },
      bundleHashes: bundles.map((bundle) => hashOf(bytesOf(bundle)))
    },
    { ua: false, archive: false }
  );
  return document.save();
}

function bytesOf(bundle: Bundle): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(bundle));
}
