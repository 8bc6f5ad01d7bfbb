/**
 * Marked's tokenizer with the limits that must hold before a token is built, since building it is
 * what costs: wide tables are padded row by row, deep nesting is lexed anew at every level.
 */
import { Tokenizer, type Tokens } from 'marked';
import { maxNesting, maxTableColumns } from '../limits.js';
import { BeyondLimit } from './beyond-limit.js';

/** For one text; every method throws `BeyondLimit` instead of going deeper or wider. */
export class BoundedTokenizer extends Tokenizer {
  #depth = 0;

  override blockquote(...args: Parameters<Tokenizer['blockquote']>) {
    return this.#nest(() => super.blockquote(...args));
  }

  override list(...args: Parameters<Tokenizer['list']>) {
    return this.#nest(() => super.list(...args));
  }

  override emStrong(...args: Parameters<Tokenizer['emStrong']>) {
    return this.#nest(() => super.emStrong(...args));
  }

  override del(...args: Parameters<Tokenizer['del']>) {
    return this.#nest(() => super.del(...args));
  }

  override table(source: string): Tokens.Table | undefined {
    const columns = countColumns(source);
    if (columns > maxTableColumns) {
      throw new BeyondLimit(`a table has ${columns} columns, more than ${maxTableColumns}`);
    }
    return super.table(source);
  }

  #nest<T>(tokenize: () => T): T {
    // The deepest level allowed still asks, in vain, for one more.
    if (++this.#depth > maxNesting + 1) throw tooDeep();
    const token = tokenize();
    this.#depth--;
    return token;
  }
}

export function tooDeep(): BeyondLimit {
  return new BeyondLimit(`it nests more than ${maxNesting} levels deep`);
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
