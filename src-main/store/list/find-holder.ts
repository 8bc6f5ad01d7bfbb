/** Which briefing has a text as its source, told by the list instead of by reading all briefings. */
import type { TextHash } from '../../domain/briefing/source.js';
import { isThere } from '../../disk/file-system.js';
import type { HeldText } from '../library.js';
import { entryFor, textMark } from './list-rows.js';
import type { Parts } from '../open-parts.js';
import { keptPath } from '../paths.js';
import { readable } from './scan-shard.js';

export async function findHolder(
  { folder, files, turns, summaries }: Parts,
  text: TextHash
): Promise<HeldText | null> {
  // Of most articles nothing is there yet, and nothing else needs to be looked at.
  if (!(await isThere(keptPath(folder.root, 'texts', text), folder.fs))) return null;
  const mark = textMark(text);
  for (const { summary, texts } of await summaries.entries()) {
    if (texts && !texts.includes(mark)) continue;
    const { id } = summary;
    const stored = await turns.run(id, () => readable(files, id));
    // A row of an older Standpoint does not say; from now on it does.
    if (stored && !texts) summaries.put(entryFor(stored.revision, stored.briefing));
    const source = stored?.briefing.sources.find((each) => each.text === text);
    if (stored && source) {
      return { id, title: stored.briefing.title, importedAt: source.importedAt };
    }
  }
  return null;
}
