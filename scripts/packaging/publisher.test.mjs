import { expect, test } from 'vitest';
import { NO_ADDRESS, publisherOf } from './publisher.mjs';

test('the environment names who answers for a package; the sources give no address of anybody', () => {
  const named = {
    DEBFULLNAME: 'Ada',
    DEBEMAIL: 'ada@b.org',
    STANDPOINT_HOMEPAGE: 'https://b.org/x'
  };
  expect(publisherOf(named, 'The authors')).toEqual({
    maintainer: 'Ada <ada@b.org>',
    isNamed: true,
    homepage: 'https://b.org/x'
  });
  const unnamed = { maintainer: `The authors <${NO_ADDRESS}>`, isNamed: false, homepage: null };
  expect(publisherOf({}, 'The authors')).toEqual(unnamed);
  // As a build server gives variables that nobody has set.
  const empty = { DEBFULLNAME: '', DEBEMAIL: '', STANDPOINT_HOMEPAGE: '' };
  expect(publisherOf(empty, 'The authors')).toEqual(unnamed);
  expect(NO_ADDRESS).toMatch(/\.invalid$/);
});

test('a page that is no web address is refused', () => {
  expect(() => publisherOf({ STANDPOINT_HOMEPAGE: 'b.org' }, 'A')).toThrow('no web address');
});
