/** The Chromium host's own dialogs as tests see and use them: their root is closed to the page. */
import type { CDPSession, Page } from '@playwright/test';

interface Found {
  /** Role, name and value. */
  readonly words: string;
  readonly backendNodeId: number | undefined;
}

/** Role, name and value of all that a screen reader finds in the dialog. */
export async function readDialog(page: Page): Promise<string[]> {
  return (await findAll(await sessionOf(page))).map((found) => found.words);
}

/** Clicks in the middle of what is so called, as `readDialog` says it. */
export async function clickInDialog(page: Page, words: string, clickCount = 1): Promise<void> {
  const session = await sessionOf(page);
  const found = (await findAll(session)).find((each) => each.words === words);
  if (found?.backendNodeId === undefined) throw new Error(`The dialog has no “${words}”.`);
  const { model } = await session.send('DOM.getBoxModel', { backendNodeId: found.backendNodeId });
  const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
  await page.mouse.click((left + right) / 2, (top + bottom) / 2, { clickCount });
}

/** Types over the whole path. */
export async function typePath(page: Page, path: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(path);
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/**
 * One session for as long as the page lives. To attach and detach for every look made Chromium build the
 * accessibility tree and throw it away each time, and its page crashed in about one run of six.
 */
function sessionOf(page: Page): Promise<CDPSession> {
  let session = sessions.get(page);
  if (!session) sessions.set(page, (session = startSession(page)));
  return session;
}

async function startSession(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Accessibility.enable');
  return session;
}

async function findAll(session: CDPSession): Promise<Found[]> {
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const dialog = nodes.find((node) => node.role?.value === 'dialog');
  const found: Found[] = [];
  const queue = dialog ? [dialog] : [];
  for (let node = queue.shift(); node; node = queue.shift()) {
    const words = [node.role?.value, node.name?.value, node.value?.value] as (string | undefined)[];
    const { backendDOMNodeId: backendNodeId } = node;
    if (!node.ignored) found.push({ words: words.filter(Boolean).join(' '), backendNodeId });
    queue.unshift(...(node.childIds ?? []).flatMap((id) => byId.get(id) ?? []));
  }
  return found;
}
