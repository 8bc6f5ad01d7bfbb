/** For tests of Standpoint files: what is sent in one. */
import { createHash } from 'node:crypto';
import { type Briefing, emptyBriefing } from '../../domain/briefing/briefing.js';
import { newSource } from '../../domain/briefing/source.js';

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

export interface Sent {
  readonly briefing: Briefing;
  readonly texts: Readonly<Record<string, string>>;
  readonly originals: Readonly<Record<string, Uint8Array>>;
}

/** A briefing whose sources have these texts, read from these files. */
export function sent(
  sources: readonly (readonly [string, Uint8Array | null])[],
  title = 'Sent'
): Sent {
  const base = emptyBriefing(title, new Date('2025-08-17T10:03:00Z'));
  const texts: Record<string, string> = {};
  const originals: Record<string, Uint8Array> = {};
  const made = sources.map(([text, file], i) => {
    const hash = sha256(Buffer.from(text));
    texts[hash] = text;
    if (file) originals[sha256(file)] = file;
    const facts = file && { hash: sha256(file), name: `${i}.pdf`, bytes: file.length };
    const original = facts && { ...facts, mediaType: 'application/pdf' };
    return newSource({ text: hash, importedAt: base.createdAt, title: `Source ${i}`, original });
  });
  return { briefing: { ...base, sources: made }, texts, originals };
}
