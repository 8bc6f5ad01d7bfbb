/** Markdown into marked's tokens, within limits. The one module that runs marked. */
import {
  Marked,
  type MarkedToken,
  type Token,
  Tokenizer,
  type MarkedExtension,
  type TokenizerThis,
  type Tokens
} from 'marked';
import {
  maxMarkdownLength,
  maxElements,
  maxNesting,
  maxReadAhead,
  maxTableColumns
} from '../base/limits.js';
import { BeyondLimit } from './html-writer.js';
import { cellsOf } from './table-cells.js';

/** Every token that the lexer can yield; a switch over `type` is exhaustive. */
export type MarkdownToken = MarkedToken | FootnoteReference | FootnoteDefinition;

export interface LexedMarkdown {
  readonly tokens: readonly MarkdownToken[];
  /** By label. Of several with one label the first counts, as in GitHub's dialect. */
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
}

/** Throws `BeyondLimit` when the source is too long, too wide or too deep. */
export function lexMarkdown(source: string): LexedMarkdown {
  if (source.length > maxMarkdownLength) {
    throw new BeyondLimit(`it is longer than ${maxMarkdownLength / 1_000_000} million characters`);
  }
  try {
    const tokens = marked.lexer(source.replaceAll('\0', '\uFFFD'), {
      ...marked.defaults,
      tokenizer: new BoundedTokenizer(source.length)
    });
    return { tokens: known(tokens), footnotes: collectFootnotes(tokens) };
  } catch (error) {
    // Marked recurses, so other extreme nesting ends in a stack overflow.
    if (error instanceof RangeError) throw tooDeep();
    throw error;
  }
}

/** Marked types every token as possibly some extension's; here the extensions are known. */
export function known(tokens: readonly Token[]): readonly MarkdownToken[] {
  return tokens as readonly MarkdownToken[];
}

function collectFootnotes(tokens: Token[]): Map<string, FootnoteDefinition> {
  const definitions = new Map<string, FootnoteDefinition>();
  void marked.walkTokens(tokens, (token) => {
    const { type, label } = token as FootnoteDefinition;
    if (type === 'footnoteDefinition' && !definitions.has(label)) {
      definitions.set(label, token as FootnoteDefinition);
    }
  });
  return definitions;
}

/**
 * Marked's tokenizer with the limits that must hold before a token is built, since building it is
 * what costs: wide tables are padded row by row, deep nesting is lexed anew at every level, and some
 * patterns read on to the end of a paragraph at each sign in it.
 */

/** What an element is made of: the words in it, what sets it apart from the next, the signs around it. */
const tokensOfElement = 5;

/** For one text; every method throws `BeyondLimit` instead of going deeper, wider or on. */
export class BoundedTokenizer extends Tokenizer {
  readonly #maxTokens: number;
  #tokens = 0;
  #depth = 0;
  /** Units read ahead so far: counted, not timed, so that a text renders the same on every machine. */
  #readAhead = 0;

  /** @param length of the text. */
  constructor(length: number) {
    super();
    this.#maxTokens = tokensOfElement * maxElements(length);
  }

  /** More of them than the elements that may be shown are only held in memory, which is what they cost. */
  count(tokens: number): void {
    this.#tokens += tokens;
    if (this.#tokens > this.#maxTokens) throw tooManySigns();
  }

  override blockquote(...args: Parameters<Tokenizer['blockquote']>) {
    return this.#nest(() => super.blockquote(...args));
  }

  override list(...args: Parameters<Tokenizer['list']>) {
    return this.#nest(() => super.list(...args));
  }

  override emStrong(...args: Parameters<Tokenizer['emStrong']>) {
    // An opening sign looks for its closing one.
    if (/^[*_]/.test(args[0])) this.#spend(args[0].length);
    return this.#nest(() => super.emStrong(...args));
  }

  override del(...args: Parameters<Tokenizer['del']>) {
    return this.#nest(() => super.del(...args));
  }

  override url(source: string) {
    // A word is read to its end in search of the @ of an address.
    this.#spend(/^[\w.+-]*/.exec(source)?.[0].length ?? 0);
    // Of an address, the end is then taken back sign by sign and read again.
    const address = /^(?:(?:https?|ftp):\/\/|www\.)[^\s<]*/i.exec(source)?.[0].length ?? 0;
    this.#spend(address ** 2 / 50);
    return super.url(source);
  }

  override table(source: string): Tokens.Table | undefined {
    const columns = countColumns(source);
    if (columns > maxTableColumns) {
      throw new BeyondLimit(`a table has ${columns} columns, more than ${maxTableColumns}`);
    }
    if (columns === 0) return undefined;
    // Rows are read until a blank line, also when the header then turns out not to fit them.
    this.#spend(3 * lengthOfBlock(source));
    const match = this.rules.block.table.exec(source);
    if (!match) return undefined;
    const [raw, header = '', delimiters = '', body = ''] = match;
    const table = super.table(`${header}\n${delimiters}\n`);
    return table && { ...table, raw: raw.replace(/\n+$/, ''), rows: this.#readRows(body, table) };
  }

  /**
   * Rows that are short are filled up with empty cells, as long as these are no more than what was
   * written: a few long rows over many short ones would make a text of some letters a table of
   * hundreds of thousands of cells.
   */
  #readRows(body: string, { header, align }: Tokens.Table): Tokens.TableCell[][] {
    if (body.trim() === '') return [];
    const rows = body
      .replace(/\n[ \t]*$/, '')
      .split('\n')
      .map((row) =>
        cellsOf(row)
          .slice(0, header.length)
          .map(({ start, end }) => row.slice(start, end).replaceAll('\\|', '|'))
      );
    const written = rows.reduce((sum, cells) => sum + cells.length, 0);
    this.count(written);
    const fills = rows.length * header.length <= 2 * written;
    return rows.map((cells) =>
      Array.from({ length: fills ? header.length : cells.length }, (_, i) => ({
        text: cells[i] ?? '',
        tokens: cells[i] ? this.lexer.inline(cells[i]) : [],
        header: false,
        align: align[i] ?? null
      }))
    );
  }

  #spend(units: number): void {
    this.#readAhead += units;
    if (this.#readAhead > maxReadAhead) throw tooManySigns();
  }

  #nest<T>(tokenize: () => T): T {
    // The deepest level allowed still asks, in vain, for one more.
    if (++this.#depth > maxNesting + 1) throw tooDeep();
    const token = tokenize();
    this.#depth--;
    return token;
  }
}

/** Marked asks its extensions before each token: these take none, but count. */
const countTokens: MarkedExtension = {
  extensions: (['block', 'inline'] as const).map((level) => ({
    name: `${level}Count`,
    level,
    tokenizer(this: TokenizerThis) {
      const { tokenizer } = this.lexer.options;
      if (tokenizer instanceof BoundedTokenizer) tokenizer.count(1);
      return undefined;
    }
  }))
};

function tooManySigns(): BeyondLimit {
  return new BeyondLimit('it has too many signs that could be formatting');
}

function tooDeep(): BeyondLimit {
  return new BeyondLimit(`it nests more than ${maxNesting} levels deep`);
}

function lengthOfBlock(source: string): number {
  const end = source.search(/\n[ \t]*\n/);
  return end < 0 ? source.length : end;
}

/** Of the table that may begin here, by its delimiter row; 0 when none begins. */
function countColumns(source: string): number {
  const start = source.indexOf('\n') + 1;
  if (start === 0) return 0;
  const end = source.indexOf('\n', start);
  const row = source.slice(start, end < 0 ? source.length : end);
  if (!/^[\s|:-]+$/.test(row)) return 0;
  return row.split('|').filter((cell) => cell.includes('-')).length;
}

/**
 * Footnotes as an extension of marked: `[^label]` in text, `[^label]: …` as a block, its further
 * lines indented. Only finds them; numbering and placing is the renderer's.
 */
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

const marked = new Marked({ gfm: true, breaks: false }, footnotes, countTokens);
