/**
 * Loaded beside the Chromium host (`node --import`): says on stdout how far the window has come, one line
 * each time that it is further, and last that the cards are shown. It asks the program itself, so that no
 * debugger is there.
 */
import Module, { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
/** The host replaces it to answer for the module `electron`; npm's own would fetch Electron. */
const npmLoad = loaderOfModules();
/** What is shown as the last of all that a start does. */
export const shown = 'the cards are shown';
/** Milliseconds between two looks. */
const interval = 100;
let said = '';

/** @param {string} step */
function tell(step) {
  if (step !== said) process.stdout.write(`start: ${step}\n`);
  said = step;
}

async function look() {
  const [window] = findWindows();
  if (!window) return 'no window yet';
  const page = await window.webContents.executeJavaScript(
    `[location.protocol, document.readyState, document.querySelector('[data-card]') !== null]`
  );
  const [scheme, state, hasCards] = page;
  return hasCards ? shown : `its page (${scheme}) is ${state}`;
}

/** None before the host answers for the module `electron`; then its windows. */
function findWindows() {
  return loaderOfModules() === npmLoad ? [] : require('electron').BrowserWindow.getAllWindows();
}

function loaderOfModules() {
  return /** @type {{ _load?: unknown }} */ (Module)._load;
}

async function lookOn() {
  tell(await look().catch((error) => String(error)));
  if (said !== shown) setTimeout(lookOn, interval).unref();
}

if (process.argv[1]?.includes('host')) setTimeout(lookOn, interval).unref();
