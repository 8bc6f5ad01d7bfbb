/**
 * Makes `.tsbuild/pseudo`, a copy of the built program whose page speaks the pseudo-language of `pseudo.mjs`. What
 * main says by itself stays as it is. The usual build, which has to be there, is not touched.
 */
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { loadConfigFromFile } from 'electron-vite';
import { build } from 'vite';
import { root } from '../setup/root.mjs';
import { isCovered } from './covered-files.mjs';
import { rewriteTexts } from './pseudo.mjs';

const program = join(root, '.tsbuild/pseudo');

/** @returns {import('vite').Plugin} */
function speakPseudo() {
  return {
    name: 'standpoint:pseudo',
    enforce: 'pre',
    transform(code, id) {
      const path = relative(root, id).split(sep).join('/');
      return isCovered(path) ? { code: rewriteTexts(path, code), map: null } : null;
    }
  };
}

const { config } = await loadConfigFromFile({ command: 'build', mode: 'production' });
const { renderer } = /** @type {import('electron-vite').UserConfig} */ (config);
if (!renderer) throw new Error('electron.vite.config.ts has no renderer.');

rmSync(program, { recursive: true, force: true });
mkdirSync(program, { recursive: true });
for (const part of ['main', 'preload', 'fonts', 'licences.json'])
  cpSync(join(root, 'out', part), join(program, 'out', part), { recursive: true });
symlinkSync(join(root, 'resources'), join(program, 'resources'), 'junction');
writeFileSync(
  join(program, 'package.json'),
  JSON.stringify({ name: 'standpoint', version: '0.0.0', type: 'module', main: 'out/main/main.js' })
);
// The list of licences is of the whole program.
const plugins = [renderer.plugins]
  .flat(3)
  .filter((each) => !(each && 'name' in each && each.name === 'standpoint:record-packages'));
await build({
  ...renderer,
  configFile: false,
  logLevel: 'error',
  root: join(root, 'src-renderer'),
  plugins: [speakPseudo(), ...plugins],
  worker: { plugins: () => [speakPseudo()] },
  build: { ...renderer.build, outDir: join(program, 'out/renderer'), emptyOutDir: true }
});
