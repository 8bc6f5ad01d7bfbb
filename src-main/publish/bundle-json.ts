/** Briefings as their bundles: everything, and importable again. */
import { bundleSchema, type Bundle } from '../domain/briefing/bundle.js';
import type { DocumentPart } from '../domain/publication/document-job.js';
import type { Format } from './format.js';

declare module './format.js' {
  interface FormatsByEnding {
    readonly json: Format;
  }
}

export const bundle: Format = {
  name: 'Standpoint bundle',
  label: 'Standpoint bundle',
  shows: 'data',
  holds:
    'the bundle: `{ schema, briefing, texts, behind }`, the texts of sources by their SHA-256; all of it, unless for an audience; comes back',
  book: { name: 'Standpoint bundles', holds: 'a list of bundles' },
  make: ({ title, parts }) => asJson(title === null ? parts.map(bundleOf)[0] : parts.map(bundleOf))
};

export function bundleOf({
  briefing,
  texts,
  behind
}: Pick<DocumentPart, 'briefing' | 'texts' | 'behind'>): Bundle {
  return { schema: bundleSchema, briefing, texts, ...(behind && { behind }) };
}

/** A bundle, or a list of them. */
export function asJson(bundles: unknown): string {
  return `${JSON.stringify(bundles, null, 2)}\n`;
}
