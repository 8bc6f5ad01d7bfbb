/** A release tells exactly what the changelog says of it, and is refused without. */
import { expect, it } from 'vitest';
import { changesOf } from './changes-of.mjs';

const changelog = `# Changelog

## [Unreleased]

- Not yet.

## [0.2.0] - 2026-11-29

### Added

- A package.

## [0.1.0] - 2026-08-01

- The first.

[0.1.0]: https://example.org
`;

it('gives the lines of one version and its day', () => {
  expect(changesOf(changelog, '0.2.0')).toEqual({
    day: '2026-11-29',
    text: '### Added\n\n- A package.'
  });
  expect(changesOf(changelog, '0.1.0')).toEqual({ day: '2026-08-01', text: '- The first.' });
});

it('knows nothing of a version that is not there, or has no day yet', () => {
  expect(changesOf(changelog, '0.3.0')).toBeNull();
  expect(changesOf(changelog, 'Unreleased')).toBeNull();
});
