import { expect, test } from 'vitest';
import {
  control,
  copyright,
  debianChangelog,
  debianVersion,
  metainfo,
  mimeType
} from './debian-texts.mjs';

const facts = {
  version: '1.2.0-rc.1',
  date: 1_700_000_000,
  maintainer: 'A <a@b.org>',
  homepage: null
};

test('a version that is to come sorts before it', () => {
  expect(debianVersion('1.2.0-rc.1')).toBe('1.2.0~rc.1');
  expect(debianVersion('1.2.0')).toBe('1.2.0');
});

test('each field of the control file is one line, and the description goes on indented', () => {
  for (const line of control(facts, 12).trimEnd().split('\n')) {
    expect(line).toMatch(/^(?:[A-Z][A-Za-z-]+: \S| \S)/);
  }
  expect(control(facts, 12)).toContain('\nInstalled-Size: 12\n');
});

test('a homepage is named where there is one', () => {
  const named = { ...facts, homepage: 'https://b.org/?x&y' };
  expect(control(named, 12)).toContain('\nHomepage: https://b.org/?x&y\nDescription: ');
  expect(metainfo(named)).toContain('\n  <url type="homepage">https://b.org/?x&amp;y</url>\n');
  expect(control(facts, 12) + metainfo(facts)).not.toMatch(/homepage/i);
});

test('the changelog tells this version in lines that fit, or else what is unreleased', () => {
  const long = 'word '.repeat(40).trim();
  const markdown = `# Changelog\n\n## [Unreleased]\n\n- New, see [the guide](docs/x.md).\n\n## [1.0.0]\n\n### Added\n\n- ${long}\n- Second\n`;
  const unreleased = debianChangelog(markdown, facts);
  expect(unreleased).toMatch(
    /^standpoint \(1\.2\.0~rc\.1\) unstable; urgency=medium\n\n {2}\* New/
  );
  expect(unreleased).toContain('  * New, see the guide.\n');
  expect(unreleased).toMatch(/\n -- A <a@b\.org> {2}Tue, 14 Nov 2023 22:13:20 \+0000\n$/);
  const lines = debianChangelog(markdown, { ...facts, version: '1.0.0' }).split('\n');
  expect(lines.every((line) => line.length <= 78)).toBe(true);
  expect(lines.join(' ').replace(/\s+/g, ' ')).toContain(`* ${long} * Second`);
  expect(lines.join('\n')).not.toContain('guide');
});

test('licences that Debian has are named by their file, and what stands before them stays', () => {
  const apache =
    'Copyright A\n\n   Apache License\n   Version 2.0, January 2004\n many words\n END OF TERMS AND CONDITIONS\n\n   APPENDIX';
  const text = copyright('MIT, ours', [
    { name: 'a', version: '1', licence: 'Apache-2.0', text: apache },
    { name: 'b', version: '2', licence: 'MIT', text: 'Same words' },
    { name: 'c', version: '3', licence: 'MIT', text: 'Same words' },
    { name: 'd', version: '4', licence: 'MIT', text: '' }
  ]);
  expect(text).toContain(
    'Copyright A\n\nOn Debian its words stand in /usr/share/common-licenses/Apache-2.0.'
  );
  expect(text).not.toContain('many words');
  expect(text.match(/Same words/g)).toHaveLength(1);
  expect(text).toContain('b 2 (MIT)\nc 3 (MIT)');
  expect(text).toContain('d 4 (MIT)\n\nIts package holds no text');
});

test('a Standpoint file is known by what it holds, and nothing else is claimed', () => {
  expect(mimeType().match(/<glob/g)).toHaveLength(1);
  expect(mimeType()).toContain('value="PK\\003\\004" offset="0"');
});
