/** Libraries and backups that earlier versions wrote open without loss. `testing/frozen/README.md` says how they were made. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Library } from './library.js';
import { openLibrary } from './open-library.js';
import type { KeptRegister } from './register.js';
import { testFolder } from './testing/folder.js';
import {
  copyFrozenLibrary,
  entriesById,
  frozenPath,
  frozenVersions,
  readExpected
} from './testing/frozen.js';

describe.each(frozenVersions)('what %s wrote', (version) => {
  const { deleted, ferry, versions: kept, ...expected } = readExpected(version);
  let place: string;
  let folder: string;
  let library: Library;

  beforeEach(async () => {
    place = await testFolder('frozen');
    folder = join(place, 'library');
    await copyFrozenLibrary(version, folder);
    library = await openLibrary(folder);
  });
  afterEach(async () => {
    await library.close();
    await rm(place, { recursive: true, force: true });
  });

  async function reopen(): Promise<void> {
    await library.close();
    library = await openLibrary(folder);
  }

  /** Versions that were kept since come before those of then. */
  function expectVersions(versions: Contents['versions']): void {
    for (const [id, then] of entriesById(kept)) {
      const now = versions[id]!;
      expect(now.slice(now.length - then.length)).toMatchObject(then);
    }
  }

  async function expectNothingDamaged(): Promise<void> {
    expect(library.findings).toEqual([]);
    expect(await library.check()).toEqual([]);
  }

  /** Takes everything out of the bin. */
  async function expectWhatWasDeleted(): Promise<void> {
    for (const { summary } of await library.deleted()) await library.restore(summary.id);
    for (const [id, { briefing, texts }] of entriesById(deleted)) {
      expect(await library.open(id)).toMatchObject({ briefing, texts });
    }
  }

  test('its library holds everything that it read there itself, and nothing is damaged', async () => {
    expect(await contentsOf(library)).toMatchObject({ ...expected, versions: kept });
    await expectNothingDamaged();
    await library.checkpoint();
    await reopen();
    const { versions, ...rest } = await contentsOf(library);
    expect(rest).toMatchObject(expected);
    expectVersions(versions);
    await expectWhatWasDeleted();
    await expectNothingDamaged();
  });

  test('edits of all its briefings lose nothing else, also once the library was closed', async () => {
    for (const [id] of entriesById(expected.briefings)) {
      const { revision } = await library.visit(id);
      await library.save(id, revision, { fields: { title: 'Edited' } });
    }
    await reopen();
    const { briefings, versions, bin, register } = await contentsOf(library);
    expect({ bin, register }).toMatchObject({ bin: expected.bin, register: expected.register });
    for (const [id, was] of entriesById(expected.briefings)) {
      const { modifiedAt } = briefings[id]!.briefing;
      const edited = { ...was.briefing, title: 'Edited', modifiedAt };
      const { revision, texts } = was;
      expect(briefings[id]).toMatchObject({ briefing: edited, texts, revision: revision + 1 });
    }
    expectVersions(versions);
    // What stood there before the edit was kept, too.
    expect(versions[ferry]![0]!.briefing).toMatchObject(expected.briefings[ferry]!.briefing);
    await expectWhatWasDeleted();
    await expectNothingDamaged();
  });

  test('its backup restores everything into an empty library', async () => {
    await library.close();
    await rm(folder, { recursive: true });
    library = await openLibrary(folder);
    const restored = await library.restoreBackup(frozenPath(version, 'backup.zip'));
    const ids = [...Object.keys(expected.briefings), ...Object.keys(deleted)];
    expect(restored.added.toSorted()).toEqual(ids.toSorted());
    expect(restored).toMatchObject({ changed: [], same: 0, mended: [], left: [] });
    const { register, ...rest } = await contentsOf(library);
    const { register: then, ...others } = expected;
    expect(rest).toMatchObject({ ...others, versions: kept });
    expect(withNames(register)).toEqual(withNames(then));
    await expectWhatWasDeleted();
    await expectNothingDamaged();
  });
});

/** With the names of collections in the place of their ids, since a library gives those that it takes in ids of its own. */
function withNames({ register }: KeptRegister) {
  const names = new Map(register.collections.map(({ id, name }) => [id, name]));
  return {
    ...register,
    collections: register.collections.map((each) => ({ ...each, id: each.name })),
    searches: register.searches.map((each) => ({
      ...each,
      collection: each.collection && names.get(each.collection)
    }))
  };
}

type Contents = Awaited<ReturnType<typeof contentsOf>>;

async function contentsOf(library: Library) {
  const list = await library.list();
  const bin = await library.deleted();
  const opened = [];
  for (const { id } of list) {
    const { briefing, ...rest } = await library.open(id);
    for (const { original } of briefing.sources) {
      if (original) expect(await library.readOriginal(original.hash)).toHaveLength(original.bytes);
    }
    opened.push([id, { briefing, ...rest }] as const);
  }
  const versions = [];
  for (const id of [...list, ...bin.map(({ summary }) => summary)].map(({ id }) => id)) {
    const kept = await library.versions(id);
    versions.push([
      id,
      await Promise.all(kept.map(({ key }) => library.openVersion(id, key)))
    ] as const);
  }
  return {
    list,
    briefings: Object.fromEntries(opened),
    versions: Object.fromEntries(versions),
    bin: bin.map(({ summary }) => ({ summary })),
    register: await library.register()
  };
}
