/** A library as its team may use it, and no more of it. */
import type { Events } from '../domain/api.js';
import type { Library } from '../store/library.js';
import type { LocalLibrary } from '../team/team.js';

/**
 * @param library tells of what changes in it.
 * @param onBriefing told of a change that was made elsewhere, once it is safe here.
 * @param onRegister so is this, of the register.
 * @param onBroughtBack told of a briefing that came out of the bin by what others did.
 */
export function localLibrary(
  library: Library,
  onBriefing: (changed: Events['briefingChanged']) => void = () => undefined,
  onRegister: () => void = () => undefined,
  onBroughtBack: (briefing: Events['broughtBack']) => void = () => undefined
): LocalLibrary {
  return {
    folder: library.folder,
    revisions: () => library.revisions(),
    binned: async () => new Set((await library.deleted()).map(({ summary }) => summary.id)),
    untouchedSamples: () => library.untouchedSamples(),
    open: (id) => library.open(id),
    create: (briefing, texts) => library.create(briefing, texts),
    async saveFromElsewhere(id, baseRevision, change, { authors, modifiedAt }) {
      const revision = await library.save(id, baseRevision, change, modifiedAt);
      onBriefing({ id, revision, change, authors });
      return revision;
    },
    addTexts: (texts) => library.addTexts(texts),
    originals: () => library.originals(),
    readOriginal: (hash) => library.readOriginal(hash),
    addOriginals: (originals) => library.addOriginals(originals),
    delete: (id) => library.delete(id),
    async bringBack(id, why) {
      await library.restore(id);
      const { title } = (await library.open(id)).briefing;
      onBroughtBack({ id, title, ...why });
    },
    register: () => library.register(),
    async saveRegisterFromElsewhere(baseRevision, register) {
      const revision = await library.saveRegister(baseRevision, register);
      onRegister();
      return revision;
    }
  };
}
