/**
 * The sanitiser alone, in a real browser and on a page without any policy, against HTML that never
 * went through Markdown: what it lets through must be harmless by itself.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import { build, type Rolldown } from 'vite';
import { findChromium } from '../src-host/facts/find-chromium.js';
import { root } from './fixtures.js';
import { payloads } from './hostile-payloads.js';

declare const window: Window & {
  sanitiser: { sanitise: (html: string) => DocumentFragment };
  runs: number;
  ran: () => void;
};

const allowedTags =
  'A BLOCKQUOTE BR CODE DEL EM H3 H4 H5 H6 HR IMG LI OL P PRE STRONG SUP TABLE TBODY TD TH THEAD TR UL';
const allowedAttributes = 'align alt href src start';

test('lets nothing run, nothing out, and nothing through that is not on its list', async () => {
  const hits: string[] = [];
  const server = createServer((request, response) => {
    hits.push(request.url ?? '');
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>Empty</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const sink = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : []
  });
  try {
    const page = await browser.newPage();
    await page.goto(`${sink}/empty`);
    await page.evaluate(await bundleSanitiser());
    hits.length = 0;

    const found = await page.evaluate(
      ([hostile, tags, attributes]) => {
        window.runs = 0;
        window.ran = () => window.runs++;
        const through: string[] = [];
        for (const html of hostile) {
          const place = document.createElement('div');
          place.append(window.sanitiser.sanitise(html));
          document.body.append(place);
          for (const element of place.querySelectorAll('*')) {
            if (!tags.includes(element.tagName)) through.push(`<${element.tagName}> of ${html}`);
            for (const { name, value } of element.attributes) {
              const isFine =
                attributes.includes(name) &&
                (name !== 'href' || /^(https?|mailto):/.test(value)) &&
                (name !== 'src' || /^data:image\/(png|jpeg|gif|webp);base64,/.test(value));
              if (!isFine) through.push(`${name}="${value}" of ${html}`);
            }
          }
        }
        return through;
      },
      [
        payloads.map(({ html }) => html.replaceAll('SINK', sink)),
        allowedTags.split(' '),
        allowedAttributes.split(' ')
      ] as const
    );
    expect(found).toEqual([]);

    // What the browser sends it sends in order: once this has come, all before it would have.
    await page.evaluate(
      (address) =>
        new Promise((resolve) => {
          const last = new Image();
          last.onerror = resolve;
          last.src = address;
        }),
      `${sink}/last`
    );
    expect(hits).toEqual(['/last']);
    const after = await page.evaluate(() => ({
      runs: window.runs,
      ids: document.querySelectorAll('[id], [name]').length,
      body: document.body instanceof HTMLBodyElement,
      create: typeof document.createElement,
      address: location.pathname
    }));
    expect(after).toEqual({ runs: 0, ids: 0, body: true, create: 'function', address: '/empty' });
  } finally {
    await browser.close();
    server.close();
  }
});

/** A script that puts the module's exports on `window.sanitiser`. */
async function bundleSanitiser(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: {
        entry: join(root, 'src-renderer/ui/sanitise.ts'),
        formats: ['iife'],
        name: 'sanitiser'
      }
    }
  })) as Rolldown.RolldownOutput[];
  // A declaration at the top of a script, which `evaluate` would keep to itself.
  return `(() => { ${built[0]?.output[0].code ?? ''}; window.sanitiser = sanitiser; })()`;
}
