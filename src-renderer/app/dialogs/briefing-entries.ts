/** The briefings beside the open one, as a palette offers them. */
import { titleOf } from '../../../src-main/domain/briefing/briefing.js';
import type { PaletteEntry } from '../../ui/menus/find-entries.js';
import type { Session } from '../session/session.svelte.js';

export function otherBriefings({
  briefings,
  open
}: Pick<Session, 'briefings' | 'open'>): readonly PaletteEntry[] {
  return briefings
    .filter(({ id }) => id !== open?.briefing.id)
    .map(({ id, title, tags }) => ({
      id,
      label: titleOf({ title }),
      group: tags.slice(0, 3).join(', ')
    }));
}
