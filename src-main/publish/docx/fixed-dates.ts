/** A Word document that tells when its briefing was made, not when it was written: the same briefing gives the same bytes. */
import { type Book, descriptionOf, keywordsOf, momentsOf } from '../../domain/publication/book.js';
import type { DocumentJob } from '../../domain/publication/document-job.js';
import { escapedForXml } from '../escape.js';

/** What takes the place of the library's own part, which tells the moment of writing (ECMA-376, part 2, 11). */
export function coreProperties(book: Book, job: DocumentJob): { path: string; data: string } {
  const { createdAt, modifiedAt } = momentsOf(job);
  const names = [
    'cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    'dc="http://purl.org/dc/elements/1.1/"',
    'dcterms="http://purl.org/dc/terms/"',
    'xsi="http://www.w3.org/2001/XMLSchema-instance"'
  ].map((name) => ` xmlns:${name}`);
  const parts = [
    ['dc:title', book.title],
    ['dc:creator', 'Standpoint'],
    ['cp:keywords', keywordsOf(book).join(', ')],
    ['dc:description', descriptionOf(book)],
    ['cp:lastModifiedBy', 'Standpoint'],
    ['cp:revision', '1'],
    ['dcterms:created', createdAt],
    ['dcterms:modified', modifiedAt]
  ].map(([name = '', words = '']) => {
    const type = name.startsWith('dcterms:') ? ' xsi:type="dcterms:W3CDTF"' : '';
    return `<${name}${type}>${escapedForXml(words)}</${name}>`;
  });
  const data = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties${names.join('')}>${parts.join('')}</cp:coreProperties>`;
  return { path: 'docProps/core.xml', data };
}

/** 1 January 1980, the first day that a zip file knows, as its time and date. */
const firstDay = 0x0021_0000;
const endOfDirectory = 0x0605_4b50;
const inDirectory = 0x0201_4b50;

/** Sets the day of every entry, in place (APPNOTE.TXT, 4.3.7 and 4.3.12). Throws where it is no zip file. */
export function withoutTimes(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  let end = zip.byteLength - 22;
  while (end >= 0 && view.getUint32(end, true) !== endOfDirectory) end -= 1;
  if (end < 0) throw new Error('A Word document without a directory was written');
  let at = view.getUint32(end + 16, true);
  while (at < end && view.getUint32(at, true) === inDirectory) {
    view.setUint32(at + 12, firstDay, true);
    view.setUint32(view.getUint32(at + 42, true) + 10, firstDay, true);
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return zip;
}
