/**
 * The print page: told to, it asks main what to print, lays it out, and says when every glyph and
 * picture stands. It is never shown to a person and holds one document at a time.
 */
import '../styles/tokens.css';
import '../styles/fonts.css';
import './print.css';
import { flushSync, mount, unmount } from 'svelte';
import type { Args, MethodName, Value } from '../../src-main/api.js';
import { fitsOnPage } from './fits-on-page.js';
import {
  composePublication,
  type Publication
} from '../../src-main/domain/publication/publication.js';
import { pageRule } from './page-rule.js';
import { PageNumbers } from './page-numbers.svelte.js';
import PrintedBrief from './PrintedBrief.svelte';
import PrintedBriefing from './PrintedBriefing.svelte';
import PrintedChanges from './PrintedChanges.svelte';

const pageNumbers = new PageNumbers();
let printed: ReturnType<typeof mount> | null = null;

window.standpoint.on('printJob', () => void print().catch(reportFailed));
window.standpoint.on('pageNumbers', (numbers) => {
  pageNumbers.set(numbers);
  flushSync();
  void reportReady().catch(reportFailed);
});
// It listens: the first document may come.
void call('print.ready');

async function print(): Promise<void> {
  pageNumbers.set({});
  if (printed) await unmount(printed);
  const { briefing, texts, edition } = await call('print.job');
  const publication = composePublication(briefing, texts, edition);
  document.title = publication.title;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(pageRule(edition.paper, publication.title, briefing.marking));
  document.adoptedStyleSheets = [sheet];
  if (edition.template === 'brief') await printBrief(publication);
  else if (publication.changes) {
    const { changes } = publication;
    printed = mount(PrintedChanges, { target: document.body, props: { publication, changes } });
    flushSync();
  } else {
    printed = mount(PrintedBriefing, {
      target: document.body,
      props: { publication, pageNumbers }
    });
    flushSync();
  }
  await reportReady();
}

/** With as much detail as fits on the page; where nothing does, main says what runs over. */
async function printBrief(publication: Publication): Promise<void> {
  for (const detail of [190, 100, 0]) {
    if (printed) await unmount(printed);
    printed = mount(PrintedBrief, { target: document.body, props: { publication, detail } });
    flushSync();
    document.body.getBoundingClientRect();
    await document.fonts.ready;
    if (fitsOnPage(document.querySelector('main'), publication.edition.paper)) return;
  }
}

async function reportReady(): Promise<void> {
  // Fonts begin to load when layout first needs them, and `ready` waits only for what has begun.
  document.body.getBoundingClientRect();
  await document.fonts.ready;
  await Promise.all([...document.images].map((image) => image.decode().catch(leaveBroken)));
  await call('print.ready');
}

async function reportFailed(fault: unknown): Promise<void> {
  await call(
    'print.failed',
    fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
  );
}

/** A picture that cannot be decoded prints as its alternative text; the document goes out without it. */
function leaveBroken(): void {}

async function call<M extends MethodName>(method: M, ...args: Args<M>): Promise<Value<M>> {
  const result = await window.standpoint.call(method, ...args);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}
