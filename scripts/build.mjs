/** `npm run build`: the program into out/, and a stamp that says of which sources. */
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { unpackFonts } from './building/unpack-fonts.mjs';
import { run } from './setup/child.mjs';
import { packaged, root } from './setup/root.mjs';
import { runScript, say } from './setup/say.mjs';
import { fingerprint, forgetBuild, rememberBuild } from './setup/stamp.mjs';

const STEPS = [
  [packaged('electron-vite/bin/electron-vite.js'), 'build'],
  [packaged('typescript/bin/tsc'), '-b', '--force', 'src-host']
];

await runScript(async () => {
  forgetBuild(root);
  const sources = fingerprint(root);
  for (const step of STEPS) {
    const { code } = await run(process.execPath, step, { cwd: root });
    if (code !== 0) return code;
  }
  const { files, bytes } = await unpackFonts(join(root, 'out/fonts'));
  say(`out/fonts: ${files} fonts for Typst, ${(bytes / 1e6).toFixed(1)} MB.`);
  // Playwright starts a host as one executable file, as it would Electron.
  chmodSync(join(root, 'out/host/bin.js'), 0o755);
  rememberBuild(root, sources);
  return 0;
});
