/** For tests: a PDF that carries a briefing, without a browser to print its pages. */
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Bundle } from '../../domain/bundle.js';
import type { Profile } from '../../domain/publication/profile.js';
import { attachBundles, hashOf } from './attached-bundle.js';
import { writeMetadata } from './write-metadata.js';

/** `attached` stands in for the bundle's own bytes, as in a file that was tampered with. */
export async function pdfCarrying(
  bundle: Bundle,
  profile: Profile = 'full',
  attached?: Uint8Array
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage();
  const bytes = new TextEncoder().encode(JSON.stringify(bundle));
  const { createdAt, modifiedAt, title, tags } = bundle.briefing;
  attachBundles(document, [{ bytes: attached ?? bytes, modifiedAt }]);
  writeMetadata(document, {
    ...{ title, description: '', language: 'en', keywords: tags, createdAt, modifiedAt },
    ...{ program: 'Standpoint', bundleHashes: [hashOf(bytes)], profile }
  });
  return document.save();
}
