/** Standpoint's own library. */
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Briefing } from '../../src-main/domain/briefing/briefing.js';
import { diffBriefing } from '../../src-main/domain/change/change.js';
import { currentSchema } from '../../src-main/domain/briefing/migrations.js';
import type { FileSystem } from '../../src-main/disk/file-system.js';
import type { Library } from '../../src-main/store/library.js';
import { openLibrary } from '../../src-main/store/open-library.js';
import { briefingPath } from '../../src-main/store/paths.js';
import { backupOf } from '../../src-main/disk/write-durably.js';
import { encodeBriefing } from '../../src-main/store/stored-briefing.js';
import { type OpenRival, type Rival, withBody } from './rival.js';

export function standpoint(folder: string): Rival {
  return {
    name: 'Standpoint',
    async fill(briefings) {
      await (await openLibrary(folder)).close();
      for (const briefing of briefings) {
        const path = briefingPath(folder, 'b', briefing.id);
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        const bytes = encodeBriefing({ revision: 1, schema: currentSchema, briefing });
        for (const each of [path, backupOf(path)]) await writeFile(each, bytes, { mode: 0o600 });
      }
      const library = await openLibrary(folder);
      await library.list();
      await library.close();
    },
    open: async () => serve(await openLibrary(folder))
  };
}

export async function openOn(folder: string, fs: FileSystem): Promise<OpenRival> {
  return serve(await openLibrary(folder, { fs }));
}

/** Edits a library as a rival is edited. */
export function serve(library: Library): OpenRival {
  const states = new Map<string, { readonly briefing: Briefing; readonly revision: number }>();
  return {
    list: async () => (await library.list()).length,
    async edit({ id }, body) {
      const known = states.get(id) ?? (await library.open(id));
      const briefing = withBody(known.briefing, body);
      const change = diffBriefing(known.briefing, briefing);
      states.set(id, { briefing, revision: await library.save(id, known.revision, change) });
    },
    async bytes() {
      const names = (await readdir(library.folder)).filter((name) => name.startsWith('wal-'));
      const sizes = await Promise.all(
        names.map(async (name) => (await stat(join(library.folder, name))).size)
      );
      return sizes.reduce((sum, size) => sum + size, 0);
    },
    close: () => library.close()
  };
}
