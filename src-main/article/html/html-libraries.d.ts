/**
 * What is used of the libraries that read HTML. Their own types bring a browser's whole DOM along,
 * which the main process has none of.
 */
declare module 'linkedom' {
  export interface HtmlDocument {
    readonly body: HtmlElement;
    readonly documentElement: HtmlElement;
    querySelector(selector: string): HtmlElement | null;
    querySelectorAll(selector: string): Iterable<HtmlElement>;
    createElement(name: string): HtmlElement;
    createTextNode(text: string): unknown;
  }
  export interface HtmlElement {
    readonly textContent: string | null;
    readonly childNodes: Iterable<HtmlElement>;
    /** As HTML, its own tags included. */
    toString(): string;
    getAttribute(name: string): string | null;
    setAttribute(name: string, value: string): void;
    querySelector(selector: string): HtmlElement | null;
    querySelectorAll(selector: string): Iterable<HtmlElement>;
    append(...nodes: readonly unknown[]): void;
    remove(): void;
    replaceChildren(): void;
    before(...nodes: readonly unknown[]): void;
  }
  export function parseHTML(html: string): { readonly document: HtmlDocument };
}

declare module '@mozilla/readability' {
  import type { HtmlDocument } from 'linkedom';
  export class Readability {
    constructor(page: HtmlDocument, options: { readonly keepClasses: boolean });
    /** Changes the page. `null` when it finds no text. */
    parse(): {
      readonly title: string | null;
      readonly byline: string | null;
      readonly siteName: string | null;
      readonly publishedTime: string | null;
      readonly content: string | null;
    } | null;
  }
}
