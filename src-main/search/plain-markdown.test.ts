import { expect, test } from 'vitest';
import { plainMarkdown } from './briefing-rows.js';

test.each([
  ['**Bold**, *slanted*, _so_ and `code`', 'Bold, slanted, so and code'],
  ['snake_case_name and 2 * 3', 'snake_case_name and 2  3'],
  ['[words](https://example.org "title") ![alt](data:x)', 'words alt'],
  ['## Heading\n> quoted\n- one\n- two', 'Heading\nquoted\none\ntwo'],
  ['| a | b |\n|---|:-:|\n| c | d |', '  a   b  \n\n  c   d  '],
  ['5 \\* 3 \\[sic\\]', '5 * 3 [sic]'],
  ['Nothing to take away', 'Nothing to take away']
])('%s', (markdown, plain) => {
  expect(plainMarkdown(markdown)).toBe(plain);
});
