/** A briefing whose one card and one source hold the same hostile text, a few words of each annotated. */
import { newCard } from '../../src-main/domain/briefing/entries.js';
import { createHash } from 'node:crypto';
import { describe } from '../../src-main/domain/anchoring/locate.js';
import {
  type Annotation,
  type Target,
  newAnnotation
} from '../../src-main/domain/briefing/annotation.js';
import { emptyBriefing } from '../../src-main/domain/briefing/briefing.js';
import { bundleSchema, type Bundle } from '../../src-main/domain/briefing/bundle.js';
import { newId, type Id } from '../../src-main/domain/base/values.js';
import { renderMarkdown } from '../../src-main/domain/markdown/render-markdown.js';
import { newSource } from '../../src-main/domain/briefing/source.js';

/** Of each text. */
const annotated = 8;
const now = new Date(0).toISOString();

export function hostileBundle(title: string, text: string): Bundle {
  const hash = createHash('sha256').update(text).digest('hex');
  const [card, source] = [newId(), newId()];
  return {
    schema: bundleSchema,
    briefing: {
      ...emptyBriefing(title, new Date(0)),
      cards: [newCard('note', { id: card, heading: title, body: text })],
      sources: [newSource({ id: source, title, text: hash, format: 'markdown', importedAt: now })],
      annotations: [...annotate('card', card, text), ...annotate('source', source, text)]
    },
    texts: { [hash]: text }
  };
}

/** From the first words to the last. */
function annotate(type: Target['type'], id: Id, source: string): Annotation[] {
  const { text } = renderMarkdown(source);
  const length = Math.min(20, text.length);
  if (length === 0) return [];
  return Array.from({ length: annotated }, (_, n) => {
    const start = Math.floor((n * (text.length - length)) / (annotated - 1));
    const selectors = describe(text, start, start + length);
    return newAnnotation({ type, id, selectors }, now);
  });
}
