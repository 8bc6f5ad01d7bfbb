/** How much memory a process holds that has opened and listed a library; each rival in one of its own. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { rivals } from './sqlite.js';

export interface Memory {
  readonly standpoint: number;
  readonly sqlite: number;
}

/** In bytes, resident, after the rest has been collected. */
export async function measureMemory(library: string, database: string): Promise<Memory> {
  const place = mkdtempSync(join(rivals, 'memory-'));
  try {
    await build({
      configFile: false,
      logLevel: 'silent',
      ssr: { noExternal: true },
      build: {
        ssr: join(import.meta.dirname, '../../src-main/store/open-library.ts'),
        outDir: join(place, 'built'),
        rolldownOptions: { output: { entryFileNames: 'library.mjs' } }
      }
    });
    return {
      standpoint: run(
        place,
        `const { openLibrary } = await import('./built/library.mjs');
         const library = await openLibrary(${JSON.stringify(library)});
         globalThis.kept = await library.list();`
      ),
      sqlite: run(
        place,
        `const { default: Sqlite } = await import('better-sqlite3');
         const database = new Sqlite(${JSON.stringify(database)});
         globalThis.kept = database.prepare('SELECT id, title, bottomLine, tags, cards, annotations, positions, createdAt, modifiedAt FROM briefings ORDER BY modifiedAt DESC').all();`
      )
    };
  } finally {
    rmSync(place, { recursive: true });
  }
}

function run(place: string, code: string): number {
  const file = join(place, 'measured.mjs');
  writeFileSync(
    file,
    `${code}\nglobalThis.gc();\nprocess.stdout.write(String(process.memoryUsage().rss));process.exit();`
  );
  return Number(execFileSync(process.execPath, ['--expose-gc', file], { encoding: 'utf8' }));
}
