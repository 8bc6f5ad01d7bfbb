/** The rendering of a text together with its source map, kept for the few texts asked for last. */
import {
  mapMarkdown,
  type MappedMarkdown
} from '../../src-main/domain/markdown/render-markdown.js';

/** An open editor, the states around an undo and a neighbour to merge with ask for no more. */
const capacity = 4;
const known = new Map<string, MappedMarkdown>();

export function mapOf(body: string): MappedMarkdown {
  const mapped = known.get(body) ?? mapMarkdown(body);
  known.delete(body);
  known.set(body, mapped);
  const [oldest] = known.keys();
  if (known.size > capacity && oldest !== undefined) known.delete(oldest);
  return mapped;
}
