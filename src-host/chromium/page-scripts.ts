/** Puts together the source text that runs in a page: functions of page/ and the program's preload. */
import { createPageBase64, createCodec } from '../page/codec.js';
import { denyPrinting } from '../page/deny-printing.js';
import { createDialogFrame } from '../page/dialog-frame.js';
import { guardWindow, type GuardOptions } from '../page/guard-window.js';
import { joinMainWorld } from '../page/main-world.js';
import { createMembrane } from '../page/membrane.js';
import { startPreloadWorld, type HostMessage } from '../page/preload-world.js';
import { showMessage, type Message } from '../page/show-message.js';
import { showPath, type PathQuestion } from '../page/show-path.js';
import { facts } from '../facts/host-facts.js';

/** The isolated world's name, and names in it that no page can see. */
export const WORLD = 'standpoint-host';
const BINDING = 'hostBinding';
const GLOBAL = 'hostPreload';
const HANDSHAKE = 'host-handshake';

/** Only the top frame of a served page meets the program; a frame inside gets nothing. */
const ONLY_TOP = `if (window !== window.top || !location.protocol.startsWith('http')) return;`;

export { BINDING };

export function makeMainScript(): string {
  return `(${denyPrinting.toString()})();
(() => { ${ONLY_TOP} (${joinMainWorld.toString()})('${HANDSHAKE}', ${createMembrane.toString()}, ${facts.likeElectron}); })();`;
}

/** `preload` is the source of the program's preload script, a CommonJS module. */
export function makePreloadScript(preload: string): string {
  const guard: GuardOptions = {
    mac: process.platform === 'darwin',
    devTools: facts.devServer !== null,
    bare: facts.likeElectron
  };
  const exposed = { platform: process.platform, versions: process.versions };
  return `(() => {
  ${ONLY_TOP}
  const codec = (${createCodec.toString()})((${createPageBase64.toString()})());
  const world = (${startPreloadWorld.toString()})('${HANDSHAKE}', ${BINDING}, codec, ${createMembrane.toString()});
  globalThis.${GLOBAL} = world;
  (${guardWindow.toString()})(world.post, ${JSON.stringify(guard)});
  const module = { exports: {} };
  (function (require, module, exports, process) {
${preload}
  })(world.require, module, module.exports, Object.freeze(${JSON.stringify(exposed)}));
})();`;
}

export function makeReceive(message: HostMessage): string {
  return `${GLOBAL}.receive(${JSON.stringify(message)})`;
}

export function makeMessageBox(asked: Message): string {
  return makeDialog(showMessage, asked);
}

export function makePathDialog(asked: PathQuestion): string {
  return makeDialog(showPath, asked);
}

function makeDialog<T>(
  show: (create: never, asked: T, invoke: never) => unknown,
  asked: T
): string {
  return `(${show.toString()})(${createDialogFrame.toString()}, ${JSON.stringify(asked)}, ${GLOBAL}.invoke)`;
}
