import { expect, test } from 'vitest';
import { cutToLength } from '../../../src-main/domain/text/cut-to-length.js';
import { chapterRule, pageRule } from './page-rule.js';
import { ar } from '../../../src-main/domain/terms/printed/ar.js';
import { en } from '../../../src-main/domain/terms/printed/en.js';

test.each(['"; } body { display: none } @page {', 'a\\', 'line\nbreak', '\u{1F30D} "é"'])(
  'a title cannot end its string in the page rule: %j',
  (title) => {
    const rule = pageRule('A4', title, title, { words: en, direction: 'ltr' });
    const strings = [...rule.matchAll(/content: "((?:[^"\\\n]|\\[0-9a-f]+ )*)";/g)];
    expect(strings.length).toBe(3);
    const words = title.replace(/\s+/g, ' ').trim();
    const read = (css: string) =>
      css.replace(/\\([0-9a-f]+) /g, (_, code: string) => String.fromCodePoint(parseInt(code, 16)));
    for (const [, css] of strings) expect(read(css ?? '')).toBe(words);
  }
);

test('a marking stands whole at head and foot, however long, and takes no place where there is none', () => {
  const marking = `${'OFFICIAL '.repeat(20)}NOT FOR RELEASE`;
  expect(
    pageRule('A4', 'Title', marking, { words: en, direction: 'ltr' }).split('NOT FOR RELEASE')
  ).toHaveLength(3);
  expect(pageRule('A4', 'Title', ' ', { words: en, direction: 'ltr' })).not.toContain(
    'bottom-left'
  );
});

test('head and foot change sides with the direction, and the pages have its digits', () => {
  const left = pageRule('A4', 'Title', 'Secret', { words: en, direction: 'ltr' });
  const right = pageRule('A4', 'Title', 'Secret', { words: ar, direction: 'rtl' });
  const titleIn = /@top-(left|right) \{\s*content: "Title"/u;
  const pagesIn = /@bottom-(left|right) \{\s*content: [^;]*counter\(page/u;
  expect([titleIn.exec(left)?.[1], pagesIn.exec(left)?.[1]]).toEqual(['left', 'right']);
  expect([titleIn.exec(right)?.[1], pagesIn.exec(right)?.[1]]).toEqual(['right', 'left']);
  expect(right).toContain('counter(pages, arabic-indic)');
  expect(left).toContain('"Page " counter(page) " of " counter(pages)');
});

test('in a book the pages of a briefing bear its own marking, or none', () => {
  expect(chapterRule('A4', 'b1-', 'Title', 'SECRET', 'ltr').split('SECRET')).toHaveLength(5);
  const unmarked = chapterRule('A4', 'b2-', 'Title', ' ', 'ltr');
  expect(unmarked.split('@bottom-left { content: none; }')).toHaveLength(3);
});

test('a long title is cut to one line', () => {
  expect(pageRule('Letter', 'word '.repeat(60), '', { words: en, direction: 'ltr' })).toMatch(
    /content: "(word )+wo?r?d?\\2026 ";/
  );
});

test.each([
  ['short enough', 20, { text: 'short enough', cut: false }],
  ['cut at a word', 8, { text: 'cut at', cut: true }],
  ['没有空格的文本', 4, { text: '没有空格', cut: true }],
  ['\u{1F30D}\u{1F30D}', 3, { text: '\u{1F30D}', cut: true }]
])('%j is cut to %d units', (text, length, expected) => {
  expect(cutToLength(text, length)).toEqual(expected);
});
