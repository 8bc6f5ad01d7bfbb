/** For the store's tests: a briefing with one source, whose text shows whether it is kept verbatim. */
import { createHash } from 'node:crypto';
import { type Briefing, emptyBriefing } from '../../domain/briefing/briefing.js';
import { newSource } from '../../domain/briefing/source.js';

export const text = '\uFEFFOne source, verbatim.\r\n';
export const hash = createHash('sha256').update(text).digest('hex');

export function briefingWithSource(title: string): Briefing {
  const briefing = emptyBriefing(title, new Date('2025-08-17T10:03:00Z'));
  const source: Briefing['sources'][number] = newSource({
    text: hash,
    importedAt: briefing.createdAt
  });
  return { ...briefing, sources: [source] };
}
