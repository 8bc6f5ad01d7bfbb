/** For the store's tests: a briefing with one source, whose text and file show whether they are kept as they are. */
import { createHash } from 'node:crypto';
import { type Briefing, emptyBriefing } from '../../domain/briefing/briefing.js';
import { newSource } from '../../domain/briefing/source.js';

export const text = '\uFEFFOne source, verbatim.\r\n';
export const hash = createHash('sha256').update(text).digest('hex');

/** Bytes that are no text, and among them all that a zip file divides its entries by. */
export const original = Buffer.from(
  '\x80\xffPK\x03\x04 PK\x01\x02 PK\x05\x06 PK\x07\x08\r\n',
  'latin1'
);
export const originalHash = createHash('sha256').update(original).digest('hex');

/** As `briefingWithSource`, read from a file: `original`, unless the test names another. */
export function briefingWithOriginal(title: string, bytes: Uint8Array = original): Briefing {
  const briefing = briefingWithSource(title);
  const kept = createHash('sha256').update(bytes).digest('hex');
  const facts = { hash: kept, name: 'One.pdf', bytes: bytes.length, mediaType: 'application/pdf' };
  return { ...briefing, sources: briefing.sources.map((s) => ({ ...s, original: facts })) };
}

export function briefingWithSource(title: string): Briefing {
  const briefing = emptyBriefing(title, new Date('2025-08-17T10:03:00Z'));
  const source: Briefing['sources'][number] = newSource({
    text: hash,
    importedAt: briefing.createdAt
  });
  return { ...briefing, sources: [source] };
}
