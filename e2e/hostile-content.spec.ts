/**
 * Hostile text in the real window: in a card and in a note it is shown as words, nothing runs, nothing
 * leaves, nothing shadows the page. And the text that selectors refer to is the document's.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { describe as describeRange } from '../src-main/domain/anchoring/locate.js';
import { emptyBriefing, type Briefing } from '../src-main/domain/briefing/briefing.js';
import { bundleSchema } from '../src-main/domain/briefing/bundle.js';
import { type Card, newCard } from '../src-main/domain/briefing/entries.js';
import { newId } from '../src-main/domain/base/values.js';
import { renderedCases } from '../src-main/domain/markdown/testing/rendered-cases.js';
import { renderMarkdown } from '../src-main/domain/markdown/render-markdown.js';
import { expect, root, test as base } from './fixtures.js';
import { hostileMarkdown, payloads } from './hostile-payloads.js';
import { newAnnotation } from '../src-main/domain/briefing/annotation.js';

interface Sink {
  readonly address: string;
  readonly hits: string[];
}

const test = base.extend<{ sink: Sink }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright wants a pattern here.
  sink: async ({}, use) => {
    const hits: string[] = [];
    const server = createServer((request, response) => {
      hits.push(request.url ?? '');
      response.end();
    });
    server.on('connection', () => hits.push('connection'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await use({ address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, hits });
    server.close();
  }
});

function makeCard(heading: string, body: string): Card {
  return newCard('note', { heading, body });
}

/** Puts a briefing into the library of a program that does not run yet. */
function seed(home: string, briefing: Briefing): void {
  const file = join(home, 'hostile.json');
  writeFileSync(file, JSON.stringify({ schema: bundleSchema, briefing, texts: {} }));
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, 'out/main/standpoint.js'), 'import', file],
    { env: { ...process.env, STANDPOINT_HOME: home }, encoding: 'utf8' }
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
}

async function openBriefing(page: Page, title: string): Promise<void> {
  await page.getByRole('navigation').getByText(title).first().click();
}

/** Text nodes in order, which `textContent` is; `innerText` would follow the layout. */
function textOf(page: Page, card: Card): Promise<string | null> {
  return page.locator(`[data-card="${card.id}"] .text > :last-child`).textContent();
}

test('hostile text in a card and in a note is only text', async ({ home, launch, sink }) => {
  const hostile = [...payloads.map(({ html }) => html), ...hostileMarkdown].map((text) =>
    text.replaceAll('SINK', sink.address)
  );
  const cards = hostile.map((body, index) => makeCard(`Payload ${index}`, body));
  const noted = makeCard('Noted', 'These words have notes.');
  const annotations = hostile.map((note) => {
    const selectors = describeRange(noted.body, 0, noted.body.length);
    return newAnnotation({ type: 'card', id: noted.id, selectors }, new Date().toISOString(), {
      kind: 'doubt' as const,
      note,
      tags: ['<img src=x onerror=ran()>']
    });
  });
  const title = 'Hostile <img src=x onerror=ran()>';
  seed(home, {
    ...emptyBriefing(title),
    bottomLine: hostile[0] ?? '',
    cards: [...cards, noted],
    annotations
  });

  const app = await launch();
  const page = await app.firstWindow();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  await page.waitForURL(/^(app|https?):/);
  await page.evaluate(() =>
    Object.assign(window, { runs: 0, ran: () => (window as never as { runs: number }).runs++ })
  );
  const address = page.url();
  await openBriefing(page, title);

  for (const card of cards) {
    await expect.poll(() => textOf(page, card)).toBe(renderMarkdown(card.body).text);
  }
  await expect(page.locator('[data-annotation] .written .text > *')).toHaveCount(
    annotations.filter(({ note }) => note.trim() !== '').length
  );

  const state = await page.evaluate(() => {
    const texts = [...document.querySelectorAll('.text *')];
    return {
      runs: (window as never as { runs: number }).runs,
      tags: [...new Set(texts.map((element) => element.localName))],
      sources: texts.flatMap((element) => element.getAttribute('src') ?? []),
      addresses: texts.flatMap((element) => element.getAttribute('href') ?? []),
      named: texts.filter((element) => element.id || element.hasAttribute('name')).length,
      body: document.body instanceof HTMLBodyElement,
      create: typeof document.createElement
    };
  });
  expect(state).toMatchObject({ runs: 0, named: 0, body: true, create: 'function' });
  const allowed =
    'div a blockquote br code del em h3 h4 h5 h6 hr img li ol p pre strong sup table tbody td th thead tr ul';
  expect(state.tags.filter((tag) => !allowed.split(' ').includes(tag))).toEqual([]);
  expect(state.sources.filter((source) => !source.startsWith('data:image/png;'))).toEqual([]);
  expect(state.addresses.filter((href) => !/^(https?|mailto):/.test(href))).toEqual([]);
  expect(page.url()).toBe(address);
  expect(sink.hits).toEqual([]);
  // Nothing was even tried that the page's policy had to refuse.
  expect(complaints).toEqual([]);
});

test(
  'a card that shows no words keeps its orphaned annotation in the margin, and its place',
  { tag: '@rest' },
  async ({ home, launch }) => {
    // Markdown that renders to nothing: there is no place left for a range to begin at.
    const empty = makeCard('Empty', '[a]: https://a.example/');
    const others = Array.from({ length: 30 }, (_, n) =>
      makeCard(`Card ${n}`, 'Words. '.repeat(80))
    );
    const once = describeRange('Words that stood here', 6, 10);
    const moment = new Date().toISOString();
    const orphan = {
      id: newId(),
      kind: 'doubt' as const,
      note: 'Kept after all',
      tags: [],
      replies: [],
      links: [],
      flag: null,
      target: {
        type: 'card' as const,
        id: empty.id,
        selectors: { ...once, position: null },
        original: once,
        base: null
      },
      createdAt: moment,
      modifiedAt: moment,
      by: null
    };
    seed(home, {
      ...emptyBriefing('No words'),
      cards: [empty, ...others],
      annotations: [orphan]
    });
    const page = await (await launch()).firstWindow();
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.waitForURL(/^(app|https?):/);
    await openBriefing(page, 'No words');
    await expect(page.locator('[data-annotation]').getByText('Kept after all')).toBeVisible();
    expect(errors).toEqual([]);
  }
);

test(
  'the text of a card is the text of its document',
  { tag: '@rest' },
  async ({ home, launch }) => {
    const cards = renderedCases.map(({ name, source }) => makeCard(name, source));
    seed(home, { ...emptyBriefing('Every case'), cards });
    const page = await (await launch()).firstWindow();
    await page.waitForURL(/^(app|https?):/);
    await openBriefing(page, 'Every case');
    for (const [index, card] of cards.entries()) {
      const expected = renderedCases[index]!;
      if (expected.text === '') continue;
      await expect.poll(() => textOf(page, card), expected.name).toBe(expected.text);
    }
  }
);
