import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bySize } from '../../../scripts/testing/by-size.mjs';
import { renderMarkdown } from './render-markdown.js';
import { escapeMarkdown } from './portable-markdown.js';

/** What a reader sees of a paragraph that was escaped. */
function shown(paragraph: string): string {
  return renderMarkdown(escapeMarkdown(paragraph)).text;
}

test.each([
  '# no heading',
  '- no list',
  '+ no list',
  '* no list',
  '1. no list',
  '12) no list',
  '> no quotation',
  '=== no heading',
  '--- no rule',
  '*** all times local ***',
  '_no_ emphasis, **none**, __none__, ~~none~~, `none`',
  '[no link](https://example.org) and ![no image](x.png)',
  '<b>no markup</b> &amp; no entity &#65; AT&T & so on',
  'C:\\temp\\* and a \\ at the end \\',
  '| no | table |\n|---|---|\n| at | all |',
  'no heading\n---\n===',
  '[^1]: no footnote[^1]',
  '[no]: definition',
  '```\nno code\n```',
  '~~~ no code',
  'see https://a.example/one_two*three and www.a.example/x_y or a_b@c.example'
])('shows %j as it stands', (paragraph) => {
  expect(shown(paragraph)).toBe(paragraph);
});

test('shows any text as it stands', () => {
  const addresses = ['https://a.example/', 'www.a.example', 'a@b.example'];
  const tricky = fc.constantFrom(...'ab1 *_`~[]()<>#+-=.!|&;:\\/"^$%@{}\n', ...addresses);
  fc.assert(
    fc.property(fc.string({ unit: tricky, minLength: 1, maxLength: 60 }), (text) => {
      const paragraph = text
        .split('\n')
        .map((line) => line.trim().replace(/ {2,}/g, ' '))
        .filter(Boolean)
        .join('\n');
      expect(shown(paragraph)).toBe(paragraph);
    }),
    { numRuns: bySize({ usual: 2_000, full: 20_000 }) }
  );
});

test('wrapped lines flow again, short lines keep their breaks', () => {
  const wrapped =
    'The talks, which had stalled for two years, resumed on\nTuesday in the capital, and all sides took part in them.';
  expect(renderMarkdown(escapeMarkdown(wrapped)).html).not.toContain('<br>');
  expect(renderMarkdown(escapeMarkdown('Mon 04:12\nTue 04:58')).html).toContain('<br>');
});
