/** The guide as it is read in the window: the documents of `docs/`, in sections that lead to one another. Pure. */
import { renderMarkdown } from '../../../../src-main/domain/markdown/render-markdown.js';

export interface GuideDocument {
  /** As other documents link to it, such as `export.md`. */
  readonly file: string;
  readonly markdown: string;
  /** Whether each of its headings begins a section; else it is one. */
  readonly isParted: boolean;
}

export interface GuideSection {
  readonly id: string;
  readonly name: string;
  /** For paper: it has no links. */
  readonly markdown: string;
  /** Sanitised where it is shown. Its links to sections are those of `sectionOfLink`. */
  readonly html: string;
}

/** Links within the window must look like addresses to pass the sanitiser. This one nobody can reach. */
const inside = 'https://guide.invalid/';

/** The section that a link of the guide leads to; `null` for a link that leads elsewhere. */
export function sectionOfLink(url: string): string | null {
  return url.startsWith(inside) ? url.slice(inside.length) : null;
}

/** @param keyNow what a key of the program, as the documents write it, is now. */
export function readGuide(
  documents: readonly GuideDocument[],
  keyNow: (written: string) => string
): readonly GuideSection[] {
  const parts = documents.flatMap(({ markdown, isParted, file }) => {
    const [, title = '', body = ''] = /^# (.+)\n([\s\S]*)$/.exec(markdown) ?? [];
    if (!isParted) return [{ name: title, file, body }];
    const [opening = '', ...rest] = body.split(/^## /m);
    return [
      { name: 'This guide', file, body: opening },
      ...rest.map((part) => {
        const end = part.indexOf('\n');
        return { name: part.slice(0, end), file: null, body: part.slice(end) };
      })
    ];
  });
  const byFile = new Map(parts.flatMap(({ file, name }) => (file ? [[file, idOf(name)]] : [])));
  const ids = new Set(parts.map(({ name }) => idOf(name)));
  const leadInside = (link: string, words: string, target: string) => {
    const [path = '', place = ''] = target.split('#');
    const id = path === '' ? place : byFile.get(path.split('/').at(-1) ?? '');
    return id !== undefined && ids.has(id) ? `[${words}](${inside}${id})` : link;
  };
  return parts.map(({ name, body }) => {
    const text = body
      // Pictures are for whoever reads it outside of the window.
      .replace(/^(!\[.*|<img .*)$/gm, '')
      .replace(/\*\*((?:(?:Ctrl|Alt|Shift)\+)+[^*\s]+|F\d+)\*\*/g, (_all, written: string) => {
        return `**${keyNow(written)}**`;
      });
    const link = /\[([^\]]+)\]\(([^)\s]+)\)/g;
    const { html } = renderMarkdown(text.replace(link, leadInside), 3);
    return { id: idOf(name), name, markdown: text.replace(link, '$1').trim(), html };
  });
}

/** As the places of a document on the web are named. */
function idOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s+/g, '-');
}
