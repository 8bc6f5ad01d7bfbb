/** The guide in the window: its sections, the links between them, and the keys as they are now. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandIds, factsOf, menus } from '../../../../src-main/domain/commands.js';
import { shownKey } from '../../../../src-main/domain/keys.js';
import { fixedKeys } from '../../keys/fixed-keys.js';
import { readGuide, sectionOfLink } from './read-guide.js';

const docs = join(import.meta.dirname, '../../../../docs');
const guide = readFileSync(join(docs, 'guide/README.md'), 'utf8');
const documents = [
  { file: 'README.md', markdown: guide, isParted: true },
  ...['export.md', 'command-line.md'].map((file) => ({
    file,
    markdown: readFileSync(join(docs, file), 'utf8'),
    isParted: false
  }))
];
const hrefs = (html: string) => [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!);

describe('readGuide', () => {
  it('makes a section of each heading of a parted document, and one of another', () => {
    const sections = readGuide(
      [
        { file: 'a.md', markdown: '# A\n\nOpening.\n\n## One two\n\nText.\n', isParted: true },
        { file: 'b.md', markdown: '# B\n\n## Part\n\nText.\n', isParted: false }
      ],
      (key) => key
    );
    expect(sections.map(({ id, name }) => [id, name])).toEqual([
      ['this-guide', 'This guide'],
      ['one-two', 'One two'],
      ['b', 'B']
    ]);
    expect(sections[2]?.html).toContain('<h4>Part</h4>');
  });

  it('leads from one to another, and nowhere that is not there', () => {
    const markdown =
      '# A\n\n[b](../b.md) [here](#two) [gone](#gone) [c](c.md)\n\n## Two\n\nText.\n';
    const [first] = readGuide(
      [
        { file: 'a.md', markdown, isParted: true },
        { file: 'b.md', markdown: '# The B\n\nText.\n', isParted: false }
      ],
      (key) => key
    );
    expect(hrefs(first!.html).map(sectionOfLink)).toEqual(['the-b', 'two']);
    expect(sectionOfLink('https://example.org/two')).toBeNull();
  });

  it('tells keys as they are now', () => {
    const markdown = '# A\n\n**Ctrl+K** and **F1**, **F** and **Find**.\n';
    const [section] = readGuide([{ file: 'a.md', markdown, isParted: true }], (key) => `<${key}>`);
    expect(section!.html).toContain('&lt;Ctrl+K&gt;');
    expect(section!.html).toContain('&lt;F1&gt;');
    expect(section!.html).toContain('<strong>F</strong>');
    expect(section!.html).toContain('<strong>Find</strong>');
  });
});

describe('the guide of the program', () => {
  const sections = readGuide(documents, (key) => key);

  it('has words in every section, and no name twice', () => {
    expect(sections.length).toBeGreaterThan(12);
    for (const { html } of sections) expect(html.length).toBeGreaterThan(40);
    expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length);
  });

  it('leads to sections that are there, also to those of other documents', () => {
    const ids = new Set(sections.map(({ id }) => id));
    const led = sections.flatMap(({ html }) => hrefs(html).map(sectionOfLink));
    expect(led).toContain('the-command-line');
    for (const id of led) if (id !== null) expect(ids).toContain(id);
  });

  it('names no item of a menu that is not there', () => {
    const there = menus.flatMap(({ name, parts }) =>
      parts.flat().map((id) => `${name} › ${factsOf(id).title.replace('…', '')}`)
    );
    const named = [...guide.matchAll(/[A-Z][a-z]+ › .{1,40}/g)].map(([path]) => path);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((path) => !there.some((item) => path.startsWith(item)))).toEqual([]);
  });

  it('names no key of a command that has another', () => {
    const given = commandIds.flatMap((id) => factsOf(id).key ?? []);
    const fixed = fixedKeys(false).flatMap(({ list }) =>
      list.flatMap(({ keys }) => keys.split(/[,;] /))
    );
    const known = new Set([...given.map((key) => shownKey(key, false)), ...fixed, 'F10']);
    const keys = [...guide.matchAll(/\*\*((?:(?:Ctrl|Alt|Shift)\+)+[^*\s]+|F\d+)\*\*/g)];
    const written = keys.map(([, key]) => key!).filter((key) => !/^Shift\+[A-Z]$/.test(key));
    expect(written.filter((key) => !known.has(key))).toEqual([]);
  });
});
