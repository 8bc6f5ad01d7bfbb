import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

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
  // It gives another `electron` to modules that the tests of these give theirs to.
  'src-main/handlers/team-handlers.test.ts',
  // They count the threads that a module started.
  '{src-main,src-renderer}/**/*-in-worker.test.ts'
];

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
        // One after the other in the same threads, so that dictionaries and models are loaded once.
        extends: true,
        test: {
          name: 'together',
          isolate: false,
          include: ['{src-main,src-renderer,src-host,bench}/**/*.test.ts', 'scripts/**/*.test.mjs'],
          exclude: alone,
          setupFiles: ['vitest.together.ts'],
          globalSetup: ['vitest.postgres.ts']
        }
      }
    ],
    environment: 'node',
    setupFiles: ['vitest.setup.ts'],
    // Property tests and kills take their time on a busy machine; a hang still ends.
    testTimeout: 60_000,
    // A build server is shared and slow by turns; at a desk a test that fails once has failed.
    retry: process.env.CI ? 2 : 0,
    hookTimeout: 60_000
  }
});
