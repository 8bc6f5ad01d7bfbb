/**
 * Serves the built renderer as `app://bundle/…`, with the security headers of every page.
 * Knows no feature: a file of the bundle, or 404.
 */
import { contentSecurityPolicy } from './content-security-policy.js';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { protocol, session } from './electron.js';
import type { Theme } from '../domain/program/settings.js';

export const bundleOrigin = 'app://bundle';

/** The one session, kept in memory only: no cache, cookie or storage of a page outlives the program. */
export const sessionName = 'standpoint';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json'
};

/** Stands in the built pages where the nonce of each load goes (`html.cspNonce` in electron.vite.config.ts). */
const noncePlaceholder = 'STYLE-NONCE';
/** Stands where the window's page has its theme, so that its first frame is light or dark already. */
const themePlaceholder = 'PERSONS-THEME';

/** Must run before the app is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }
  ]);
}

/** Serves `folder`, in the theme that the person wants then, and denies the session every permission and every download. */
export function serveBundle(folder: string, theme: () => Theme): void {
  const root = resolve(folder) + sep;
  const ours = session.fromPartition(sessionName);
  ours.protocol.handle('app', (request) => respond(root, new URL(request.url), theme()));
  ours.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  ours.setPermissionCheckHandler(() => false);
  ours.on('will-download', (event) => event.preventDefault());
}

async function respond(root: string, url: URL, theme: Theme): Promise<Response> {
  const file = resolve(join(root, decodeURIComponent(url.pathname)));
  const type = types[extname(file)];
  if (url.host !== 'bundle' || !file.startsWith(root) || !type) return missing();
  let body: Buffer | string;
  try {
    body = await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return missing();
    throw error;
  }
  const headers = new Headers({
    'Content-Type': type,
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer'
  });
  const nonce = randomBytes(16).toString('base64');
  headers.set('Content-Security-Policy', contentSecurityPolicy(nonce));
  if (type.startsWith('text/html'))
    body = body
      .toString('utf8')
      .replaceAll(noncePlaceholder, nonce)
      .replace(themePlaceholder, theme);
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), { headers });
}

function missing(): Response {
  return new Response('Not found', { status: 404 });
}
