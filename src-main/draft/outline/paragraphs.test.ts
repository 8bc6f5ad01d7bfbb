import { expect, test } from 'vitest';
import { splitParagraphs } from './paragraphs.js';

const long =
  'A line that is far too long to have been wrapped by anyone, since it goes on and on beyond the margin of any page.';

function paragraphs(text: string): string[] {
  return splitParagraphs(text).map(({ start, end }) => text.slice(start, end));
}

test.each<[what: string, text: string, expected: string[]]>([
  ['a paragraph a line', 'One.\nTwo.\nThree.', ['One.', 'Two.', 'Three.']],
  ['blank lines between', 'One.\n\nTwo.\n \t\nThree.', ['One.', 'Two.', 'Three.']],
  [
    'lines wrapped between blank ones',
    'One goes\non here.\n\nTwo.',
    ['One goes\non here.', 'Two.']
  ],
  ['long lines that share a block', `${long}\n${long}\n\nEnd.`, [long, long, 'End.']],
  [
    'wrapped lines without a blank one',
    'One goes\non and on\nand on\nand ends.',
    ['One goes\non and on\nand on\nand ends.']
  ],
  ['CRLF', 'One.\r\n\r\nTwo.\r\n', ['One.', 'Two.']],
  ['old Mac line ends', 'One.\rTwo.', ['One.', 'Two.']],
  ['Unicode separators', 'One.\u2029Two.\u2028Three.', ['One.', 'Two.', 'Three.']],
  ['a byte order mark and spaces', '\ufeff  One.  \n\n  Two.', ['One.', 'Two.']],
  ['nothing', ' \r\n ', []]
])('splits %s', (_, text, expected) => {
  expect(paragraphs(text)).toEqual(expected);
});
