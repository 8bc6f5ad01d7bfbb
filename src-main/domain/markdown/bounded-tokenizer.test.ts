/** Protects that the limits change nothing of what Markdown within them means, and that tables grow with their text alone. */
import fc from 'fast-check';
import { Marked, type Token, type Tokens } from 'marked';
import { describe, expect, it } from 'vitest';
import { bySize } from '../../../scripts/testing/by-size.mjs';
import { footnotes, lexMarkdown } from './lex-markdown.js';

const marked = new Marked({ gfm: true, breaks: false }, footnotes);

const tableOf = (source: string) => lexMarkdown(source).tokens[0] as Tokens.Table;
const widths = ({ rows }: Tokens.Table) => rows.map((row) => row.length);

/** The tokens with the cells that marked adds to short rows taken off again. */
function bare(tokens: readonly unknown[]): unknown {
  return JSON.parse(
    JSON.stringify(tokens, (key, value: unknown) => {
      if (key !== 'rows') return value;
      return (value as Tokens.TableCell[][]).map((row) =>
        row.slice(0, row.findLastIndex(({ text }) => text !== '') + 1)
      );
    })
  );
}

describe('BoundedTokenizer', () => {
  it('reads Markdown as marked does', () => {
    const pieces = fc.constantFrom(
      ...'| || |a |*b* \\| \\\\| |- |-| :-: -|- a b `|` `a|b` * ** - 1. > # [a] [a]: http://a.example'.split(
        ' '
      ),
      ' ',
      '\n',
      '\n',
      '\n|-|-|\n',
      '\n|-|-|-|\n|a\n',
      '\t',
      '\u00a0'
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const source = parts.join('');
        const expected: Token[] = marked.lexer(source);
        expect(bare(lexMarkdown(source).tokens)).toEqual(bare([...expected]));
      }),
      { numRuns: bySize({ usual: 1_000, full: 20_000 }) }
    );
  });

  it('fills short rows up, as long as that at most doubles the cells', () => {
    expect(widths(tableOf('|a|b|c|\n|-|-|-|\n|1\n|1|2\n|1|2|3\n'))).toEqual([3, 3, 3]);
    expect(widths(tableOf('|a|b|c|\n|-|-|-|\n|1\n|1\n|1|2\n'))).toEqual([1, 1, 2]);
  });

  it('has no more cells than a table of short rows is long', () => {
    const source = `${'|a'.repeat(64)}|\n${'|-'.repeat(64)}|\n${'|b\n'.repeat(5_000)}`;
    const table = tableOf(source);
    expect(table.rows).toHaveLength(5_000);
    expect(widths(table).reduce((sum, width) => sum + width, 0)).toBe(5_000);
  });
});
