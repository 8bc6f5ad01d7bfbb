import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { bySize } from './scripts/testing/by-size.mjs';

/** What electron-vite does with `?nodeWorker` in the build: the module is bundled and runs in a real thread. */
function nodeWorker(): Plugin {
  const suffix = '?nodeWorker';
  return {
    name: 'node-worker',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(suffix)) return null;
      const entry = id.slice(0, -suffix.length);
      const outDir = join(import.meta.dirname, '.tsbuild/workers');
      await build({
        configFile: false,
        logLevel: 'silent',
        // Finds its binary beside itself, so it is not bundled.
        ssr: { noExternal: true, external: ['node-sqlite3-wasm'] },
        build: {
          ssr: entry,
          outDir,
          emptyOutDir: false,
          rolldownOptions: { output: { entryFileNames: '[name].mjs' } }
        }
      });
      const built = pathToFileURL(join(outDir, `${basename(entry, '.ts')}.mjs`)).href;
      return `import { Worker } from 'node:worker_threads';
        export default (options) => new Worker(new URL('${built}'), options);`;
    }
  };
}

/** Tests that change what all of their thread shares: the system's own modules, its classes, its clock. */
const alone = [
  'src-host/**/*.test.ts',
  // pdf.js is tamed by changing the thread's own classes.
  'src-main/article/**/*.test.ts',
  // They give another `electron`, and one the paths of another system, to modules that other tests use too.
  'src-main/handlers/{export-from-library,team-handlers,write-chosen}.test.ts',
  // They count the threads that a module started.
  '{src-main,src-renderer}/**/*-in-worker.test.ts'
];

/** What several projects have in common whose tests run one after the other in the same process. */
const together = {
  isolate: false,
  exclude: alone,
  setupFiles: ['vitest.together.ts']
};

export default defineConfig({
  plugins: [nodeWorker(), svelte()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'alone',
          include: alone
        }
      },
      {
        extends: true,
        resolve: { conditions: ['browser', 'svelte', 'node', 'module'] },
        test: {
          ...together,
          name: 'page',
          environment: './vitest.page.ts',
          include: ['src-renderer/**/*.test.ts']
        }
      },
      {
        // Each opening of a library begins a process (`flock`), which costs a small process a tenth of what it
        // costs one that holds dictionaries and models.
        extends: true,
        test: {
          ...together,
          name: 'libraries',
          include: ['src-main/{store,team}/**/*.test.ts'],
          globalSetup: ['vitest.postgres.ts']
        }
      },
      {
        // So that dictionaries and models are loaded once.
        extends: true,
        test: {
          ...together,
          name: 'together',
          include: ['{src-main,bench}/**/*.test.ts', 'scripts/**/*.test.{mjs,ts}'],
          exclude: [...alone, 'src-main/{store,team}/**']
        }
      }
    ],
    environment: 'node',
    setupFiles: ['vitest.setup.ts'],
    // On two cores Vitest would use one, though its own work is done soon.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // No test measures the machine. These end what hangs, however busy the machine is.
    testTimeout: bySize({ usual: 300_000, full: 3_600_000 }),
    hookTimeout: 300_000
  }
});
