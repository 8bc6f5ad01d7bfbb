import { expect, test } from 'vitest';
import { countChanges } from './count-changes.js';

test.each([
  ['nothing, though it is set otherwise', 'One.\n\nTwo.', 'One.\nTwo. \n', 0],
  ['one that was edited', 'One.\nTwo.', 'One.\nTwo and a half.', 1],
  ['one that was edited and one that came', 'One.\nTwo.', 'One.\nTwo and a half.\nThree.', 2],
  ['one that was left out', 'One.\nTwo.', 'One.', 1]
])('%s', (_, earlier, later, expected) => {
  expect(countChanges(earlier, later)).toBe(expected);
});
