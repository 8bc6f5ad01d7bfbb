/** Finds off the page's thread. One answer a request, in order. */
import { findInTexts } from '../../src-main/domain/finding/find-in-texts.js';
import { renderMarkdown } from '../../src-main/domain/markdown/render-markdown.js';
import type { FindAnswer, FindRequest, SearchedText } from './find-in-worker.js';

/** The rendered texts of the last request: most stay the same while words are typed. */
let rendered = new Map<string, string>();

addEventListener('message', ({ data }: MessageEvent<FindRequest>) => {
  postMessage(answer(data));
});

function answer({ texts, query }: FindRequest): FindAnswer {
  try {
    const next = new Map<string, string>();
    const shown = texts.map((text) => shownText(text, next));
    rendered = next;
    return { kind: 'found', ...findInTexts(shown, query) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { kind: 'failed', reason: 'This is no regular expression yet.' };
  }
}

function shownText({ format, source }: SearchedText, next: Map<string, string>): string {
  if (format === 'text') return source;
  const text = rendered.get(source) ?? renderMarkdown(source).text;
  next.set(source, text);
  return text;
}
