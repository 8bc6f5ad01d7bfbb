import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readChangelog } from './changelog.js';

const root = join(import.meta.dirname, '../../..');

it('reads versions with their days, groups and entries, also wrapped ones', () => {
  const text = `# Changelog

All of it.

## [Unreleased]

### Added

- One thing
  on two lines.
- Another.

## [0.2.0] - 2027-01-02

### Fixed

- A fault.

## 0.1.0
`;
  expect(readChangelog(text)).toEqual([
    {
      version: null,
      date: null,
      groups: [{ name: 'Added', entries: ['One thing on two lines.', 'Another.'] }]
    },
    {
      version: '0.2.0',
      date: '2027-01-02',
      groups: [{ name: 'Fixed', entries: ['A fault.'] }]
    },
    { version: '0.1.0', date: null, groups: [] }
  ]);
  expect(readChangelog('')).toEqual([]);
});

it('the program’s own list tells of the version that it has', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const versions = readChangelog(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'));
  expect(versions.map((each) => each.version)).toContain(version);
  for (const { groups } of versions) {
    for (const { name, entries } of groups) {
      expect(['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security']).toContain(name);
      expect(entries.length).toBeGreaterThan(0);
    }
  }
});
