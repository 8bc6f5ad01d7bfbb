#!/usr/bin/env node
/** Starts a program written for Electron's main process on Node, with an installed Chromium as its windows. */
import inspector from 'node:inspector';
import Module from 'node:module';
import { pathToFileURL } from 'node:url';
import { facts } from './facts/host-facts.js';

/** The exit code that says that no Chromium was found. */
const NO_CHROMIUM = 3;

if (facts.chromium === null) {
  const chosen = process.env.STANDPOINT_CHROMIUM;
  console.error(
    chosen
      ? `STANDPOINT_CHROMIUM names ${chosen}, which is not there or is a snap.`
      : 'No Chromium, Chrome or Edge was found. Install one, or set STANDPOINT_CHROMIUM to its executable.'
  );
  process.exit(NO_CHROMIUM);
}
if (facts.inspect !== null) inspector.open(facts.inspect, '127.0.0.1');
// The program is to take a host that imitates Electron for Electron.
if (facts.likeElectron) delete process.env.STANDPOINT_HOST;
else process.env.STANDPOINT_HOST = 'chromium';
process.argv = [process.execPath, facts.target, ...facts.rest];

const { app, default: electron } = await import('./electron/electron.js');
// Only `require` is answered, which works in both kinds of module. Hooks for `import` would cost
// every start a thread, and every module a question to it.
const commonJs = Module as unknown as { _load: (request: string, ...rest: unknown[]) => unknown };
const load = commonJs._load;
commonJs._load = (request, ...rest) => (request === 'electron' ? electron : load(request, ...rest));

await import(pathToFileURL(facts.entry).href);
app.becomeReady();
