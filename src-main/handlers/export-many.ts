/** Writes several briefings into one folder, each under a name of its own. */
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExportEnding } from '../domain/api.js';
import { bundleSchema } from '../domain/briefing/bundle.js';
import type { Id } from '../domain/base/id.js';
import { titleOf } from '../domain/briefing/briefing.js';
import { ExpectedFailure } from '../domain/base/result.js';
import { fileNameFor } from '../publish/file-name.js';
import { exportBriefing, type ExportOptions } from '../publish/formats.js';
import { carriesBriefing, keepIfPossible } from '../publish/shared-states.js';
import type { Library } from '../store/library.js';
import { readWrittenFor } from './written-states.js';

/** As of one briefing, and told which one's turn it is, from 1. Throws there to stop. */
export interface ManyOptions extends ExportOptions {
  readonly beforeEach?: (number: number) => void;
}

/**
 * A file that is there already is never written over: the new one gets a number. What keeps one from
 * being written ends the work; its sentence then says how many were written before it.
 */
export async function exportMany(
  library: Library,
  ids: readonly Id[],
  folder: string,
  ending: ExportEnding,
  options: ManyOptions
): Promise<void> {
  const taken = new Set(await namesIn(folder));
  for (const [done, id] of ids.entries()) {
    try {
      options.beforeEach?.(done + 1);
      const { briefing, texts } = await library.open(id);
      const name = freeName(fileNameFor(titleOf(briefing)), ending, taken);
      const target = join(folder, name);
      const bundle = { schema: bundleSchema, briefing, texts };
      const written = await readWrittenFor(library, briefing, options.edition);
      await exportBriefing(bundle, target, { ...options, written });
      taken.add(name.toLowerCase());
      if (carriesBriefing(target)) await keepIfPossible(library.folder, briefing);
    } catch (error) {
      if (done === 0 || !(error instanceof ExpectedFailure)) throw error;
      throw new ExpectedFailure(
        error.code,
        `${done} of ${ids.length} briefings ${done === 1 ? 'was' : 'were'} exported, the next was not. ${error.message}`
      );
    }
  }
}

/** Makes the folder when it is not there. */
async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    await mkdir(folder, { recursive: true });
    return (await readdir(folder)).map((name) => name.toLowerCase());
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new ExpectedFailure(
      'no-folder',
      `${folder} cannot be used as a folder (${String(error.code)}). Nothing was exported; choose another name.`
    );
  }
}

/** Names that differ in case only are one on some disks. */
function freeName(base: string, ending: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n += 1) {
    const name = `${base}${n === 1 ? '' : ` ${n}`}.${ending}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
