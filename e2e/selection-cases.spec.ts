/**
 * Selection → selectors → highlight, case by case in a real Chromium: what is painted is what was
 * selected, character for character and pixel for pixel, in every script and kind of text.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, expect, test, type Page } from '@playwright/test';
import { build, type Rolldown } from 'vite';
import { findChromium } from '../src-host/facts/find-chromium.js';
import { root } from './fixtures.js';

interface Outcome {
  /** What the text nodes say, and what the renderer says that they do. */
  readonly dom: string;
  readonly rendered: string;
  readonly exact: string;
  readonly painted: string;
  readonly sameBoxes: boolean;
  /** Found again by the selectors alone, with its neighbourhood changed. */
  readonly foundAgain: string | null;
}

interface Annotating {
  select(source: string, words: string): Outcome;
  /** Extends by as many characters, as a person sees them, from the first of `words` on. */
  extend(source: string, words: string, characters: number): Outcome;
}
declare const window: Window & { annotating: Annotating };

const cases: readonly (readonly [name: string, source: string, words: string])[] = [
  ['plain words', 'The port reopens in June.', 'port reopens'],
  ['across emphasis and a link', 'It **must *now*** [be](https://a.example) so.', 'must now be'],
  ['half of an emphasised word', 'un**believ**able', 'nbelieva'],
  ['emoji', 'Yes 😀😀 no', '😀😀'],
  ['a family of emoji', 'The 👨‍👩‍👧‍👦 came', '👨‍👩‍👧‍👦'],
  ['flags', 'Both 🇺🇦🇫🇷 flew', '🇺🇦🇫🇷'],
  ['combining marks', 'Cafe\u0301 nai\u0308ve', 'Cafe\u0301'],
  ['Arabic', 'قال الرئيس إن المحادثات مستمرة.', 'الرئيس إن'],
  ['Arabic with Latin inside', 'قال NATO summit أمس هنا', 'NATO summit أمس'],
  ['Hebrew with Latin and figures inside', 'ב־2024 אמר UN את זה', 'אמר UN את'],
  ['Latin with Hebrew inside', 'The word שלום means peace', 'word שלום means'],
  ['Chinese without spaces', '部长表示港口将于六月重新开放。', '港口将于六月'],
  ['Japanese and Thai', '東京でการประชุมを開いた', 'でการประชุม'],
  ['Devanagari', 'मंत्री ने कहा कि', 'मंत्री ने'],
  ['a table, across cells', '| A | B |\n|--|--|\n| one | two |\n| three | four |', 'one\ttwo'],
  ['a table, across rows', '| A | B |\n|--|--|\n| one | two |\n| three | four |', 'two\nthree'],
  ['a code block', 'Before\n\n```\nlet a = 1;\n  let b = 2;\n```\n\nAfter', '1;\n  let b'],
  ['code in a line', 'Call `open()` now', 'open()'],
  ['nested lists', '- one\n  - two\n    1. three\n- four', 'two\nthree\nfour'],
  ['a task list', '- [x] done\n- [ ] open', '☑ done\n☐'],
  ['a quotation', '> said he\n>\n> - once\n\nafter', 'he\nonce\nafter'],
  ['soft line breaks', 'one\ntwo\nthree', 'one\ntwo\nth'],
  ['hard line breaks', 'one  \ntwo<br>three\\\nfour', 'two\nthree\nf'],
  ['headings and paragraphs', '# Head\n\nOne.\n\nTwo.', 'ad\nOne.\nTw'],
  ['a footnote', 'Said[^1] so.\n\n[^1]: By *whom*?', 'By whom?'],
  ['entities', 'A &amp; B &lt;C&gt; &copy; D', '& B <C> ©'],
  ['raw HTML, which is text', 'a <b>bold</b> b', '<b>bold</b>'],
  ['a no-break space', 'ten\u00a0per cent', 'ten\u00a0per'],
  ['soft hyphens and joiners', 'co\u00adoperation\u200dx', 'o\u00adop']
];

const steps: readonly (readonly [string, string, string, number, string])[] = [
  ['emoji', 'a 😀😀 b', '😀', 2, '😀😀'],
  ['a family', 'a 👨‍👩‍👧‍👦 b', '👨', 1, '👨‍👩‍👧‍👦'],
  ['combining marks', 'xe\u0301y', 'e', 1, 'e\u0301'],
  ['over a border of emphasis', 'a**b**c', 'a', 3, 'abc']
];

let page: Page;
let close: () => Promise<void>;

test.beforeAll(async () => {
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : []
  });
  close = () => browser.close();
  page = await browser.newPage();
  await page.setContent(
    '<!doctype html><style>body { font: 20px/1.5 serif; width: 300px }</style>'
  );
  await page.evaluate(await bundleAnnotating(test.info().outputPath('entry.js')));
});
test.afterAll(() => close());

test('what is selected is what is painted, and is found again', { tag: '@rest' }, async () => {
  for (const [name, source, words] of cases) {
    const outcome = await page.evaluate(
      ([markdown, selected]) => window.annotating.select(markdown, selected),
      [source, words] as const
    );
    expect(outcome.dom, name).toBe(outcome.rendered);
    expect({ name, ...outcome }).toMatchObject({
      name,
      exact: words,
      painted: words,
      sameBoxes: true,
      foundAgain: words
    });
  }
});

test('a selection grows by whole characters, and is painted so', { tag: '@rest' }, async () => {
  for (const [name, source, words, characters, expected] of steps) {
    const outcome = await page.evaluate(
      ([markdown, start, count]) => window.annotating.extend(markdown, start, count),
      [source, words, characters] as const
    );
    expect({ name, ...outcome }).toMatchObject({
      name,
      exact: expected,
      painted: expected,
      sameBoxes: true
    });
  }
});

/** A script that puts the program's own modules, and the walk through them, on `window.annotating`. */
async function bundleAnnotating(entryFile: string): Promise<string> {
  const from = (path: string) => JSON.stringify(join(root, path));
  const entry = `
    import { describe } from ${from('src-main/domain/anchoring/locate.ts')};
    import { locate } from ${from('src-main/domain/anchoring/locate.ts')};
    import { renderMarkdown } from ${from('src-main/domain/markdown/render-markdown.ts')};
    import { HighlightPainter } from ${from('src-renderer/annotations/text/paint-highlights.ts')};
    import { Surfaces } from ${from('src-renderer/annotations/text/surfaces.ts')};
    import { selectedIn, selectSpan } from ${from('src-renderer/annotations/text/watch-selection.ts')};
    import { sanitise } from ${from('src-renderer/ui/sanitise.ts')};

    const painter = new HighlightPainter();
    const surfaces = new Surfaces();
    const boxesOf = (range) => JSON.stringify([...range.getClientRects()]);

    function show(source) {
      const { html, text } = renderMarkdown(source);
      const root = document.createElement('div');
      root.dir = 'auto';
      root.append(sanitise(html));
      document.body.replaceChildren(root);
      return surfaces.put({ type: 'card', id: 'one' }, root, text);
    }
    function outcomeOf(surface) {
      const selection = selectedIn(surfaces);
      const { quote, position } = describe(surface.text, selection.span.start, selection.span.end);
      const mark = { id: 'mark', kind: 'key', active: false, ...position };
      painter.paint('one', surface.nodes, [mark], (span) => surface.nodes.rangeOf(span));
      const [range] = CSS.highlights.get('key');
      const chosen = getSelection().getRangeAt(0);
      const later = 'A new beginning of the text, put before all. ' + surface.text;
      const found = locate(later, { quote, position });
      return {
        dom: surface.root.textContent,
        rendered: surface.text,
        exact: quote.exact,
        painted: range.toString(),
        sameBoxes: boxesOf(range) === boxesOf(chosen),
        foundAgain: found && later.slice(found.start, found.end)
      };
    }
    export function select(source, words) {
      const surface = show(source);
      const start = surface.text.indexOf(words);
      selectSpan(surface, { start, end: start + words.length });
      return outcomeOf(surface);
    }
    export function extend(source, words, characters) {
      const surface = show(source);
      const start = surface.text.indexOf(words);
      const range = surface.nodes.rangeOf({ start, end: start + 1 });
      const selection = getSelection();
      selection.collapse(range.startContainer, range.startOffset);
      for (let i = 0; i < characters; i++) selection.modify('extend', 'forward', 'character');
      return outcomeOf(surface);
    }`;
  writeFileSync(entryFile, entry);
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: entryFile, formats: ['iife'], name: 'annotating' }
    }
  })) as Rolldown.RolldownOutput[];
  return `(() => { ${built[0]?.output[0].code ?? ''}; window.annotating = annotating; })()`;
}
