/** What a person does with a briefing that holds a hostile text, act by act in the real window. */
import type { CDPSession, Page } from '@playwright/test';
import { longer, noStop, watchThread, type Stop } from './watch-thread.js';

export interface Walked {
  /** Of showing, editing and leaving the card. */
  readonly card: Stop;
  /** Of showing, searching and annotating the source. */
  readonly source: Stop;
  /** In which act the thread stood still for the longest. */
  readonly act: string;
  /** What the page did not catch. */
  readonly errors: readonly string[];
}

/** Milliseconds after which an act counts as never ending. */
const limit = 120_000;

/** A page that stands still cannot be asked for anything: the program is to be ended. */
export class NeverEnds extends Error {
  constructor(
    readonly act: string,
    options?: ErrorOptions
  ) {
    super(`“${act}” took longer than ${limit / 1_000} seconds`, options);
  }
}

interface Act {
  readonly name: string;
  readonly text: 'card' | 'source';
  readonly run: (page: Page) => Promise<unknown>;
}

/** Workers look for words, faults and spelling once the person pauses; what they say comes to the page. */
const pause = 1_500;

const acts: readonly Act[] = [
  { name: 'scrolling the card', text: 'card', run: (page) => toEnd(page, '#view-brief') },
  { name: 'showing the source', text: 'source', run: showSource },
  { name: 'scrolling the source', text: 'source', run: (page) => toEnd(page, '#view-read') },
  { name: 'selecting a sentence', text: 'source', run: selectSentence },
  { name: 'annotating it', text: 'source', run: (page) => page.keyboard.press('1') },
  { name: 'switching the view', text: 'source', run: (page) => press(page, '4') },
  { name: 'switching back', text: 'card', run: (page) => press(page, '2') },
  { name: 'finding', text: 'card', run: find },
  { name: 'opening the card', text: 'card', run: openCard },
  { name: 'typing', text: 'card', run: type },
  { name: 'leaving the card', text: 'card', run: leaveCard },
  { name: 'undoing', text: 'card', run: (page) => press(page, 'z') },
  { name: 'emptying the card', text: 'card', run: emptyCard },
  { name: 'undoing that', text: 'card', run: (page) => press(page, 'z') }
];

/** The window shows another briefing at first, and that of `title` in the end. */
export async function walk(page: Page, session: CDPSession, title: string): Promise<Walked> {
  const errors: string[] = [];
  const note = ({ message }: Error) => void errors.push(message);
  page.on('pageerror', note);
  let worst = { act: '', stop: noStop };
  const stops = { card: noStop, source: noStop };
  const showing: Act = { name: 'showing the card', text: 'card', run: (p) => showCard(p, title) };
  for (const { name, text, run } of [showing, ...acts]) {
    const stop = await inTime(name, async () => {
      const end = await watchThread(session);
      await run(page);
      await settle(page);
      return end();
    });
    stops[text] = longer(stops[text], stop);
    if (stop.processor > worst.stop.processor) worst = { act: name, stop };
  }
  page.off('pageerror', note);
  return { ...stops, act: worst.act, errors };
}

async function inTime<T>(act: string, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new NeverEnds(act)), limit);
  });
  try {
    return await Promise.race([work(), over]);
  } finally {
    clearTimeout(timer);
  }
}

/** Until what was asked for is drawn. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((drawn) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn)));
      })
  );
}

const press = (page: Page, key: string) => page.keyboard.press(`ControlOrMeta+${key}`);

async function showCard(page: Page, title: string): Promise<void> {
  await page.getByRole('navigation').getByText(title, { exact: true }).first().click();
  await page.getByRole('tab', { name: 'Brief' }).click();
  await whenRendered(page, '[data-card]');
}

async function showSource(page: Page): Promise<void> {
  await press(page, '1');
  await whenRendered(page, '[data-text]');
}

/** A rendering may have no text at all. */
async function whenRendered(page: Page, place: string): Promise<void> {
  await page.waitForSelector(`${place} .text > *`, { state: 'attached', timeout: limit });
}

async function toEnd(page: Page, area: string): Promise<void> {
  await page.locator(area).evaluate((element) => element.scrollTo(0, element.scrollHeight));
}

async function selectSentence(page: Page): Promise<void> {
  await page.getByRole('article', { name: 'Text of the source' }).focus();
  await page.keyboard.press('s');
}

async function find(page: Page): Promise<void> {
  await press(page, 'f');
  await page.keyboard.type('a');
  await page.waitForTimeout(pause);
  await page.keyboard.press('Escape');
}

async function openCard(page: Page): Promise<void> {
  await page.locator('li[data-card]').focus();
  await page.keyboard.press('Enter');
  await page.locator('.cm-content').waitFor({ timeout: limit });
}

async function type(page: Page): Promise<void> {
  await page.keyboard.type('x');
  await page.waitForTimeout(pause);
}

async function leaveCard(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await whenRendered(page, '[data-card]');
  await page.waitForTimeout(pause);
}

/** All of its annotations lose their place. */
async function emptyCard(page: Page): Promise<void> {
  await openCard(page);
  await press(page, 'a');
  await page.keyboard.type('x');
  await page.keyboard.press('Escape');
  await whenRendered(page, '[data-card]');
  await page.waitForTimeout(pause);
}
