/** What is used of turndown. Its own types bring a browser's DOM along, which the domain has none of. */
declare module 'turndown' {
  /** A node as turndown shows it. */
  export interface TurndownNode {
    readonly nodeName: string;
    readonly textContent: string | null;
    readonly previousSibling: TurndownNode | null;
    readonly nextSibling: TurndownNode | null;
    readonly childNodes: ArrayLike<TurndownNode>;
    readonly parentNode: TurndownNode | null;
    getAttribute?(name: string): string | null;
  }
  export interface Rule {
    readonly filter: readonly string[] | string | ((node: TurndownNode) => boolean);
    readonly replacement: (content: string, node: TurndownNode) => string;
  }
  export default class TurndownService {
    constructor(options: Readonly<Record<string, string>>);
    escape: (text: string) => string;
    use(plugin: Plugin): this;
    addRule(name: string, rule: Rule): this;
    turndown(html: string | TurndownNode): string;
  }
  export type Plugin = (service: TurndownService) => void;
}

declare module '@truto/turndown-plugin-gfm' {
  import type { Plugin } from 'turndown';
  export const highlightedCodeBlock: Plugin;
  export const strikethrough: Plugin;
  export const taskListItems: Plugin;
}
