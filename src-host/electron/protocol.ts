/** The program's own URL schemes: who answers them, and how an answer reaches Chromium. */
import type { Protocol } from 'devtools-protocol';
import type { DevtoolsSession } from '../chromium/browser.js';
import { fromHostUrl, toHostUrl } from '../chromium/navigate.js';

type Handler = (request: Request) => Response | Promise<Response>;

const handlers = new Map<string, Handler>();
const schemes = new Set<string>();

export function handleScheme(scheme: string, handler: Handler): void {
  schemes.add(scheme);
  handlers.set(scheme, handler);
  // Node loads what makes a response with the first: better while Chromium starts than when it asks.
  setImmediate(() => void [new Request(`${scheme}://none/`), new Response('')]);
}

export function toChromiumUrl(url: string): string {
  return toHostUrl(url, schemes);
}

export function toProgramUrl(url: string): string {
  return fromHostUrl(url, schemes);
}

/** Which requests stop for `answerRequest`: ours, and every document, so that none loads unasked. */
export const INTERCEPTED: Protocol.Fetch.RequestPattern[] = [
  { urlPattern: 'https://*.invalid/*' },
  { urlPattern: '*', resourceType: 'Document' }
];

/** Answers from the scheme's handler, or lets the request go on to the network, which is shut. */
export async function answerRequest(
  session: DevtoolsSession,
  { requestId, request }: Protocol.Fetch.RequestPausedEvent
): Promise<void> {
  const url = toProgramUrl(request.url);
  const handler = handlers.get(url.slice(0, url.indexOf(':')));
  if (!handler) return void (await session.send('Fetch.continueRequest', { requestId }));
  const response = await handler(new Request(url, { method: request.method }));
  const body = Buffer.from(await response.arrayBuffer());
  await session.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
    body: body.toString('base64')
  });
}
