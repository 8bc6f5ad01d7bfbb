/** A library as a team uses it. */
import type { Library } from '../store/library.js';
import type { LocalLibrary } from '../team/team.js';

export function sharedLibrary(
  library: Library,
  saveFromElsewhere: LocalLibrary['saveFromElsewhere'] = (id, revision, change) =>
    library.save(id, revision, change)
): LocalLibrary {
  return {
    folder: library.folder,
    revisions: () => library.revisions(),
    binned: async () => new Set((await library.deleted()).map(({ summary }) => summary.id)),
    untouchedSamples: () => library.untouchedSamples(),
    open: (id) => library.open(id),
    create: (briefing, texts) => library.create(briefing, texts),
    saveFromElsewhere,
    addTexts: (texts) => library.addTexts(texts),
    delete: (id) => library.delete(id),
    restore: (id) => library.restore(id)
  };
}
