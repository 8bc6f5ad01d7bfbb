/**
 * What somebody else opens: a hostile briefing in every format that a program shows, in a plain
 * Chromium without any of our policies. Nothing runs, nothing is asked for, nothing leads astray.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { unpackDocx } from '../src-main/article/docx/read-docx.js';
import { findChromium } from '../src-host/facts/find-chromium.js';
import { expect, root, test as base } from './fixtures.js';
import { hostileBundle } from './hostile-briefing.js';
import { PdfObjects } from './pdf-objects.js';

interface Exports {
  /** Of the file with that ending. */
  readonly fileOf: (ending: string) => string;
  /** What came to the address that the briefing names. */
  readonly hits: readonly string[];
}

const test = base.extend<{ exported: Exports }>({
  exported: async ({ home, host }, use) => {
    const hits: string[] = [];
    const server = createServer((request, response) => {
      hits.push(request.url ?? '');
      response.end('ran()');
    });
    server.on('connection', () => hits.push('connection'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const sink = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const bundle = join(home, 'hostile.json');
    writeFileSync(bundle, JSON.stringify(hostileBundle(sink)));
    const env = { ...process.env, STANDPOINT_HOME: home, STANDPOINT_HOST: host };
    const standpoint = (...args: readonly string[]) => {
      const program = join(root, 'out/main/standpoint.js');
      const { status, stderr, stdout } = spawnSync(process.execPath, [program, ...args], {
        env,
        encoding: 'utf8'
      });
      // Some of its signs no font holds; nothing else is remarked.
      expect({ status, stderr }).toEqual({
        status: 0,
        stderr: expect.stringMatching(
          /^(standpoint: A screen reader passes over .*\nRules .*: 7\.21\.8 [^;]*\n)?$/u
        )
      });
      return stdout.trim();
    };
    const id = standpoint('import', bundle);
    const fileOf = (ending: string) => {
      const file = join(home, `out.${ending}`);
      standpoint('export', id, '--to', file);
      return file;
    };
    await use({ fileOf, hits });
    server.closeAllConnections();
    server.close();
  }
});

interface Opened {
  /** Addresses asked for, beside the document itself. */
  readonly requests: readonly string[];
  readonly dialogs: readonly string[];
  readonly runs: number;
  /** Of links and whatever else carries an address, those that are of no web or mail and in no document. */
  readonly astray: readonly string[];
  /** Elements that no document of words needs. */
  readonly strange: readonly string[];
  readonly text: string;
}

/** Opened from the disk, as somebody who was handed the file opens it. */
async function open(file: string): Promise<Opened> {
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: ['--no-sandbox']
  });
  try {
    const page = await browser.newPage();
    const address = pathToFileURL(file).href;
    const requests: string[] = [];
    const dialogs: string[] = [];
    page.on('request', (request) => {
      const url = request.url();
      if (url !== address && !/^data:image\/png;/.test(url)) requests.push(url);
    });
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await page.addInitScript(() =>
      Object.assign(window, { runs: 0, ran: () => (window as never as { runs: number }).runs++ })
    );
    await page.goto(address);
    // Handlers and timers that were going to run have run once the page has drawn twice.
    await page.evaluate(
      () =>
        new Promise<void>((drawn) => {
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn)));
        })
    );
    const found = await page.evaluate(() => {
      const all = [...document.querySelectorAll('body *')];
      const addresses = all.flatMap((element) =>
        ['href', 'src', 'srcset', 'action', 'formaction', 'data', 'poster', 'xlink:href'].flatMap(
          (name) => element.getAttribute(name) ?? []
        )
      );
      return {
        runs: (window as never as { runs: number }).runs,
        astray: addresses.filter((one) =>
          /^\s*(?!https?:|mailto:|data:image\/png;)[\w+.-]+:/i.test(one)
        ),
        strange: [
          ...new Set(
            all
              .filter((element) =>
                element.matches(
                  'script, style, link, meta, base, iframe, object, embed, form, svg, math, video, audio, template'
                )
              )
              .map(({ localName }) => localName)
          )
        ],
        text: document.body.textContent
      };
    });
    return { requests, dialogs, ...found };
  } finally {
    await browser.close();
  }
}

const calm = { requests: [], dialogs: [], runs: 0, astray: [], strange: [] };
const shownAsWords = '<ScRiPt src=';

test(
  'a hostile briefing as a web page only shows its words',
  { tag: '@rest' },
  async ({ exported }) => {
    const { text, ...rest } = await open(exported.fileOf('html'));
    expect(rest).toEqual(calm);
    expect(text).toContain(shownAsWords);
    expect(exported.hits).toEqual([]);
  }
);

test(
  'a hostile briefing as a web page needs no policy to be harmless',
  { tag: '@rest' },
  async ({ exported }) => {
    const file = exported.fileOf('html');
    const html = readFileSync(file, 'utf8');
    const policy = /<meta http-equiv="Content-Security-Policy"[^>]*>/;
    expect(html).toMatch(policy);
    writeFileSync(file, html.replace(policy, ''));
    const { text, ...rest } = await open(file);
    expect(rest).toEqual(calm);
    expect(text).toContain(shownAsWords);
    expect(exported.hits).toEqual([]);
  }
);

test(
  'a hostile briefing as Markdown only shows its words, in a program that cleans nothing',
  { tag: '@rest' },
  async ({ exported, home }) => {
    const file = exported.fileOf('md');
    const page = join(home, 'markdown.html');
    const html = execFileSync(join(root, 'node_modules/.bin/marked'), ['-i', file], {
      encoding: 'utf8'
    });
    writeFileSync(page, `<!doctype html><meta charset="utf-8"><body>${html}`);
    const { text, ...rest } = await open(page);
    expect(rest).toEqual(calm);
    expect(text).toContain(shownAsWords);
    expect(exported.hits).toEqual([]);
  }
);

test(
  'a hostile briefing as a Word document holds no field, object or foreign part',
  { tag: '@rest' },
  ({ exported }) => {
    const parts = Object.entries(unpackDocx('out.docx', readFileSync(exported.fileOf('docx')))).map(
      ([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')] as const
    );
    const all = parts.map(([, xml]) => xml).join('\n');
    expect(all).toContain('&lt;ScRiPt src=');
    const fields = [...all.matchAll(/<w:(?:instrText|fldSimple)\b[^>]*>([^<]*)/g)];
    expect(
      fields
        .map(([, words]) => words)
        .filter((words) => !/^\s*(?:PAGE|NUMPAGES)\s*$/.test(words ?? ''))
    ).toEqual([]);
    expect(all).not.toMatch(
      /<(?:w:altChunk|w:object|o:OLEObject|w:attachedTemplate|v:imagedata)\b|<!DOCTYPE/
    );
    const relations = parts
      .filter(([name]) => name.endsWith('.rels'))
      .flatMap(([, xml]) => xml.match(/<Relationship\b[^>]*>/g) ?? []);
    for (const relation of relations)
      expect(relation).not.toMatch(
        /\/(?:oleObject|package|aFChunk|attachedTemplate|control|vbaProject)"/
      );
    const outside = relations.filter((relation) => relation.includes('TargetMode="External"'));
    expect(outside.length).toBeGreaterThan(0);
    for (const relationship of outside) {
      expect(relationship).toMatch(/Type="[^"]*\/hyperlink"/);
      expect(relationship).toMatch(/Target="(?:https?:|mailto:)/);
    }
    expect(exported.hits).toEqual([]);
  }
);

test('a hostile briefing as a PDF holds nothing that acts', { tag: '@rest' }, ({ exported }) => {
  const pdf = exported.fileOf('pdf');
  const objects = new PdfObjects(pdf).everything();
  expect(objects).not.toMatch(
    /\/(?:JavaScript|JS|Launch|OpenAction|AA|SubmitForm|ImportData|GoToR|RichMedia)\b(?!["(])/
  );
  const words = execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' });
  expect(words).toContain(shownAsWords);
  expect(exported.hits).toEqual([]);
});
