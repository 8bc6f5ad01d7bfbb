/**
 * The print page: told to, it asks main what to print, lays it out, and says when every glyph and
 * picture stands. It is never shown to a person and holds one document at a time.
 */
import '../styles/tokens.css';
import '../styles/fonts.css';
import './print.css';
import { flushSync, mount, unmount } from 'svelte';
import type { Args, MethodName, Value } from '../../src-main/api.js';
import { composePublication } from '../../src-main/domain/publication/publication.js';
import { pageRule } from './page-rule.js';
import { PageNumbers } from './page-numbers.svelte.js';
import PrintedBriefing from './PrintedBriefing.svelte';

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
  const publication = composePublication(briefing, texts);
  document.title = publication.title;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(pageRule(edition.paper, publication.title, briefing.marking));
  document.adoptedStyleSheets = [sheet];
  printed = mount(PrintedBriefing, { target: document.body, props: { publication, pageNumbers } });
  flushSync();
  await reportReady();
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
