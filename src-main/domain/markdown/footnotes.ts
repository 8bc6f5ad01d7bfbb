/**
 * Footnotes as an extension of marked: `[^label]` in text, `[^label]: …` as a block, its further
 * lines indented. Only finds them; numbering and placing is the renderer's.
 */
import type { MarkedExtension, Token, TokenizerThis, Tokens } from 'marked';

export interface FootnoteReference {
  readonly type: 'footnoteReference';
  readonly raw: string;
  readonly label: string;
}

export interface FootnoteDefinition {
  readonly type: 'footnoteDefinition';
  readonly raw: string;
  readonly label: string;
  readonly tokens: Token[];
}

const reference = /^\[\^([^\s\]]{1,100})\](?!:)/;
const definition = /^ {0,3}\[\^([^\s\]]{1,100})\]:[ \t]*([^\n]*(?:\n+ {2}[^\n]+)*)(?:\n+|$)/;

/**
 * Neither has marked's `start` hook, which would search the rest of the text at every token: marked
 * stops at each `[` anyway, and a definition does not interrupt a paragraph.
 */
export const footnotes: MarkedExtension = {
  extensions: [
    {
      name: 'footnoteDefinition',
      level: 'block',
      childTokens: ['tokens'],
      tokenizer(this: TokenizerThis, src): Tokens.Generic | undefined {
        const match = definition.exec(src);
        if (!match) return undefined;
        const [raw, label = '', body = ''] = match;
        const tokens = this.lexer.blockTokens(body.replace(/\n {2,4}/g, '\n'), []);
        return { type: 'footnoteDefinition', raw, label, tokens };
      }
    },
    {
      name: 'footnoteReference',
      level: 'inline',
      tokenizer(src): Tokens.Generic | undefined {
        const match = reference.exec(src);
        return match
          ? { type: 'footnoteReference', raw: match[0], label: match[1] ?? '' }
          : undefined;
      }
    }
  ]
};
