/** Verifies the index's file, and takes a spoilt one away: the next search makes it anew. */
import { existsSync, rmSync } from 'node:fs';
import { openIndexFile } from './index-file.js';

/** A sentence on what was wrong; `null` when nothing was. The caller holds the library's lock. */
export function mendIndex(file: string): string | null {
  if (!existsSync(file)) return null;
  const database = openIndexFile(file);
  let isWhole: boolean;
  try {
    isWhole = database.get('PRAGMA integrity_check')?.['integrity_check'] === 'ok';
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    isWhole = false;
  }
  database.close();
  if (isWhole) return null;
  rmSync(file, { force: true });
  return 'The search index was damaged. It was taken away, and is made anew by the next search; it holds nothing that the briefings do not.';
}
