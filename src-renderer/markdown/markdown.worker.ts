/** Renders Markdown off the page's thread. One answer a request, in order. */
import { renderMarkdown } from '../../src-main/domain/markdown/render-markdown.js';

addEventListener('message', ({ data }: MessageEvent<string>) => {
  postMessage(renderMarkdown(data));
});
