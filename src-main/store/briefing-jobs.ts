/** What a library does with one briefing: making, reading, changing, deleting it. */
import { applyChange } from '../domain/change/change.js';
import type { Id } from '../domain/base/values.js';
import { currentSchema } from '../domain/briefing/migrations.js';
import { ExpectedFailure } from '../domain/base/result.js';
import type { TextHash } from '../domain/briefing/source.js';
import { moveOutOfBin, moveToBin } from './versions/bin-moves.js';
import type { Library } from './library.js';
import * as failures from './library-failures.js';
import { entryFor } from './list/list-rows.js';
import type { Parts } from './open-parts.js';
import { markSample } from './samples.js';
import { isOn } from './shelf.js';
import { keep, keptHashes, readKept, readText } from './kept-by-hash.js';

type Jobs = Pick<
  Library,
  | 'create'
  | 'createSample'
  | 'addTexts'
  | 'addOriginals'
  | 'originals'
  | 'readOriginal'
  | 'open'
  | 'visit'
  | 'save'
  | 'delete'
  | 'restore'
>;

export function briefingJobs(parts: Parts): Jobs {
  const { folder, files, log, versions, turns, summaries, now, reading, writing, isHere } = parts;

  /** A file that somebody took away from outside. */
  const notListed =
    (id: Id) =>
    (error: unknown): never => {
      if (error instanceof ExpectedFailure && error.code === 'no-briefing') summaries.remove(id);
      throw error;
    };

  const create: Library['create'] = (briefing, texts) =>
    writing(briefing.id, 'the briefing was not saved', async () => {
      if ((await isHere(briefing.id)) || (await isOn(folder, 'bin', briefing.id))) {
        throw failures.taken(briefing.id);
      }
      const valid = failures.validBriefing(briefing);
      for (const { text } of valid.sources) {
        const verbatim = texts[text];
        if (verbatim === undefined) throw new Error(`The source text ${text} was not given`);
        await turns.run(text, () => keep(folder, 'texts', text, Buffer.from(verbatim)));
      }
      await files.write(valid.id, { revision: 1, schema: currentSchema, briefing: valid });
      summaries.put(entryFor(1, valid));
    });

  const open: Library['open'] = (id) =>
    reading('the briefing could not be read', async () => {
      const { briefing, revision } = await turns.run(id, () => files.read(id)).catch(notListed(id));
      const texts: Record<TextHash, string> = {};
      for (const { text } of briefing.sources) {
        const verbatim = await readText(folder, text);
        if (verbatim !== null) texts[text] = verbatim;
      }
      return { briefing, revision, texts };
    });

  return {
    create,

    async createSample(briefing, texts) {
      await writing('samples', 'the sample was not saved', () => markSample(folder, briefing.id));
      await create(briefing, texts);
    },

    addTexts: async (texts) => {
      for (const [hash, text] of Object.entries(texts)) {
        const bytes = Buffer.from(text);
        await writing(hash, 'the text was not saved', () => keep(folder, 'texts', hash, bytes));
      }
    },

    addOriginals: async (originals) => {
      for (const [hash, bytes] of Object.entries(originals)) {
        const what = 'the original file was not kept';
        await writing(hash, what, () => keep(folder, 'originals', hash, bytes));
      }
    },

    originals: () =>
      reading(
        'the original files could not be listed',
        async () => new Set(await keptHashes(folder, 'originals'))
      ),

    readOriginal: (hash) =>
      reading('the original file could not be read', () => readKept(folder, 'originals', hash)),

    open,

    async visit(id) {
      const opened = await open(id);
      versions.beginVisit(id);
      return opened;
    },

    save: (id, baseRevision, change, modifiedAt) =>
      writing(id, 'the change was not saved', async () => {
        const stored = await files.read(id);
        const { briefing, revision } = stored;
        failures.refuseUnlessLatest(stored, baseRevision);
        const valid = failures.validChange(briefing, change);
        const next = applyChange(
          briefing,
          valid,
          modifiedAt === undefined ? now() : new Date(modifiedAt)
        );
        if (versions.isVisitNew(id)) {
          await log?.append({ id, touched: true });
          await versions.beforeSave(id, stored);
        }
        const saved = { revision: revision + 1, schema: currentSchema, briefing: next };
        await files.write(id, saved, valid);
        summaries.put(entryFor(revision + 1, next));
        return revision + 1;
      }),

    delete: (id) => writing(id, 'the briefing was not deleted', () => moveToBin(parts, id)),

    restore: (id) => writing(id, 'the briefing was not restored', () => moveOutOfBin(parts, id))
  };
}
