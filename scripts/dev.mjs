/**
 * `npm run dev`: Standpoint with hot reload, on either host.
 *
 * electron-vite watches, rebuilds and restarts; it is only told what to start in Electron's place.
 */
import { takeHost } from './setup/arguments.mjs';
import { ensureBuild } from './setup/build.mjs';
import { run } from './setup/child.mjs';
import { ensureHost, loadHosts } from './setup/host.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { packaged, root } from './setup/root.mjs';
import { runScript, say } from './setup/say.mjs';
import { forgetBuild } from './setup/stamp.mjs';

await runScript(async () => {
  const { host: wanted, rest } = takeHost(process.argv.slice(2));
  await ensurePackages();
  // The host itself is built once: a change to src-host needs a new start.
  await ensureBuild();
  const host = await ensureHost(wanted);
  const { hostCommand } = await loadHosts();
  // electron-vite starts `FILE ENTRY …ARGS`, so the command's first argument is its entry.
  const { file, args } = hostCommand(host, root);
  const [entry = root, ...others] = args;
  forgetBuild(root);
  say(`Hot reload on ${host.name} (${host.binary}) …`);
  const { code } = await run(
    process.execPath,
    [packaged('electron-vite/bin/electron-vite.js'), 'dev', '--watch', '--', ...others, ...rest],
    { cwd: root, env: { ELECTRON_EXEC_PATH: file, ELECTRON_ENTRY: entry } }
  );
  return code;
});
