/** `npm start`: sets itself up, then opens Standpoint, or without a display prints the samples. */
import { takeHost } from './setup/arguments.mjs';
import { ensureBuild } from './setup/build.mjs';
import { run } from './setup/child.mjs';
import { ensureHost, loadHosts } from './setup/host.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { root } from './setup/root.mjs';
import { runScript, say } from './setup/say.mjs';
import { printSamples } from './starting/print-samples.mjs';

await runScript(async () => {
  const { host: wanted, rest } = takeHost(process.argv.slice(2));
  await ensurePackages();
  await ensureBuild();
  const hosts = await loadHosts();
  const folder = process.env.INIT_CWD ?? process.cwd();
  if (!hosts.hasDisplay()) return printSamples(folder, rest);

  const host = await ensureHost(wanted);
  say(`Starting Standpoint on ${host.name === 'electron' ? 'Electron' : host.binary} …`);
  const { file, args } = hosts.hostCommand(host, root);
  const { code } = await run(file, [...args, ...rest], { cwd: folder });
  return code;
});
