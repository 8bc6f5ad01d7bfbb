import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'electron-vite';
import { recordPackages } from './scripts/building/record-packages.js';
import { fontPackages } from './scripts/building/unpack-fonts.mjs';

const root = import.meta.dirname;
// Typst is asked for by `require`, and its fonts are unpacked after the bundling.
const packages = recordPackages(root, ['@myriaddreamin/typst-ts-node-compiler', ...fontPackages]);
/** Comments and white space are read at every start; names stay, for whoever reads a stack. */
const minify = { compress: false, mangle: false, codegen: true } as const;

/** What stands in the page's body is painted before the styles that follow it have come. */
const stylesAfterFirstFrame = () => ({
  name: 'styles-after-first-frame',
  transformIndexHtml: {
    order: 'post' as const,
    handler(html: string, { path }: { path: string }) {
      if (path !== '/index.html') return html;
      const styles = html.match(/^ *<link rel="stylesheet".*\n/gm) ?? [];
      const rest = styles.reduce((page, line) => page.replace(line, ''), html);
      return rest.replace('</body>', () => `${styles.join('')}  </body>`);
    }
  }
});

/** Fonts name an older format too, for browsers that no host is. */
const woff2Only = {
  postcssPlugin: 'woff2-only',
  Declaration: {
    src(declaration: { value: string }) {
      declaration.value = declaration.value.replace(/, *url\([^)]*\.woff\) format\('woff'\)/g, '');
    }
  }
};

export default defineConfig({
  main: {
    plugins: [packages()],
    // Its build for Node makes a `require` for itself, beside that which electron-vite gives a module.
    resolve: { alias: [{ find: /^fflate$/, replacement: 'fflate/browser' }] },
    define: {
      RELEASES_PAGE: JSON.stringify(process.env['STANDPOINT_RELEASES_PAGE'] ?? ''),
      // The optional native part of `pg`, which is not bundled, cannot be asked for.
      'process.env.NODE_PG_FORCE_NATIVE': 'undefined'
    },
    build: {
      // Electron's default target emits syntax that Node 20, which runs the Chromium host, rejects.
      target: 'node20.19',
      outDir: 'out/main',
      rolldownOptions: {
        input: {
          main: resolve(root, 'src-main/main.ts'),
          standpoint: resolve(root, 'src-main/cli/standpoint.ts')
        },
        output: {
          minify,
          format: 'es',
          entryFileNames: '[name].js',
          // Beside the entries, so that a module's own folder is the same wherever it was bundled.
          chunkFileNames: '[name]-[hash].js'
        }
      }
    }
  },
  preload: {
    plugins: [packages()],
    build: {
      // electron-vite takes only a version of Node here; the page's browser is newer than this one.
      target: 'node20.19',
      outDir: 'out/preload',
      lib: { entry: 'src-main/preload/index.ts', formats: ['cjs'] },
      rolldownOptions: { output: { entryFileNames: 'index.cjs' } }
    }
  },
  renderer: {
    root: 'src-renderer',
    base: './',
    plugins: [svelte(), packages(), stylesAfterFirstFrame()],
    worker: { plugins: () => [packages()] },
    css: { postcss: { plugins: [woff2Only] } },
    // Replaced at each load (src-main/edge/protocol.ts).
    html: { cspNonce: 'STYLE-NONCE' },
    build: {
      target: 'chrome138',
      outDir: 'out/renderer',
      // The page loads fonts from its own origin only, so none may become a data address.
      assetsInlineLimit: 0,
      rolldownOptions: {
        output: { minify },
        input: {
          index: resolve(root, 'src-renderer/index.html')
        }
      }
    }
  }
});
