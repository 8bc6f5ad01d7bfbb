/** Protects that Obsidian's signs come in as what they mean, and that nobody else's Markdown is touched. */
import { expect, test } from 'vitest';
import { fromObsidian } from './obsidian.js';

test.each<[what: string, text: string, expected: string]>([
  ['a link', 'So [[Anna Berg]] said.', 'So Anna Berg said.'],
  [
    'a link with other words',
    '[[Anna Berg|Berg]] and [[Bo Ray\\|Ray]] left.',
    'Berg and Ray left.'
  ],
  ['a link to a part', '[[Anna Berg#Early life]], [[#Later]]', 'Anna Berg, Later'],
  ['an embedded file', 'Before ![[harbour.png]] after', 'Before  after'],
  ['a highlight', 'It is ==[[Toll|the toll]] that== counts.', 'It is the toll that counts.'],
  ['the id of a block', 'A sentence. ^q1\n\n^table-2\nMore.', 'A sentence.\n\n\nMore.'],
  ['a comment', 'Said%% check this %% so.', 'Said so.'],
  ['a quotation', '> [!quote] Lee\n> We go.\n', '> Lee\n> We go.\n'],
  ['line ends', 'A [[B]]\r\nC ^d\r\n', 'A B\r\nC\r\n'],
  [
    'code',
    '`[[a]] == b==`\n```\n[[a]] ==b== ^c\n```\n',
    '`[[a]] == b==`\n```\n[[a]] ==b== ^c\n```\n'
  ],
  [
    'a heading',
    'Title\n=====\n\na == b and c == d, x==y && z==w, 2^10 and x ^2',
    'Title\n=====\n\na == b and c == d, x==y && z==w, 2^10 and x ^2'
  ],
  ['a note of GitHub', '> [!NOTE]\n> Read this.\n', '> [!NOTE]\n> Read this.\n'],
  ['a link elsewhere', '[a](b) [c][d] [[e](f)]', '[a](b) [c][d] [[e](f)]'],
  [
    'authors in a row',
    '---\ntitle: T\nauthor: ["[[Jane Doe]]", "[[Bo Ray|Ray]]"]\n---\nText.',
    '---\ntitle: T\nauthor: Jane Doe, Ray\n---\nText.'
  ],
  [
    'authors in a list',
    '---\nauthor:\n  - "[[Jane Doe]]"\n  - Bo Ray\ntags:\n  - clippings\n---\nText.',
    '---\nauthor: Jane Doe, Bo Ray\ntags:\n  - clippings\n---\nText.'
  ]
])('%s', (_, text, expected) => {
  expect(fromObsidian(text)).toEqual({ text: expected, notes: 0 });
});

test('callouts of the reader are left out and counted', () => {
  const text =
    'One.\n\n> [!note] Mine\n> What I think.\n>\n> More.\n\n> Lee said so.\n\n> [!todo]- x\n';
  expect(fromObsidian(text)).toEqual({ text: 'One.\n\n\n> Lee said so.\n\n', notes: 2 });
});

test.each([
  ['[['.repeat(100_000)],
  ['=='.repeat(100_000)],
  [`${'a==b '.repeat(50_000)}`],
  ['%%'.repeat(99_999)],
  ['> [!note]\n'.repeat(20_000)],
  [`---\n${'a: b\n'.repeat(20_000)}`],
  ['^a '.repeat(50_000)],
  ['`[['.repeat(50_000)]
])('comes to an end', (text) => {
  expect(fromObsidian(text).text.length).toBeLessThanOrEqual(text.length);
});
