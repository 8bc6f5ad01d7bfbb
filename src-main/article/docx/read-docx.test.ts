import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { maxArchiveEntries } from '../../domain/base/limits.js';
import { coreProperties, makeDocx, paragraph } from './testing/make-docx.js';
import { readDocx } from './read-docx.js';

const table =
  '<w:tbl><w:tr><w:tc>' +
  paragraph('Side') +
  '</w:tc><w:tc>' +
  paragraph('View') +
  '</w:tc></w:tr>' +
  '<w:tr><w:tc>' +
  paragraph('North') +
  '</w:tc><w:tc>' +
  paragraph('For') +
  '</w:tc></w:tr></w:tbl>';

test('becomes Markdown that opens with its own heading, with what its properties say', async () => {
  const bytes = makeDocx(
    paragraph('Where things stand', 'Heading1') +
      paragraph('1. The sides met &amp; talked.') +
      table,
    { 'docProps/core.xml': coreProperties('Talks &amp; terms', 'Ann Lee', '2025-08-16T10:00:00Z') }
  );
  expect(await readDocx('a.docx', bytes)).toEqual({
    format: 'markdown',
    text:
      '# Where things stand\n\n1\\. The sides met & talked.\n\n' +
      '| Side | View |\n| --- | --- |\n| North | For |',
    facts: {
      title: 'Talks & terms',
      publisher: '',
      author: 'Ann Lee',
      published: null,
      made: '2025-08-16',
      url: ''
    },
    missing: []
  });
});

function archive(entries: Record<string, string | Uint8Array>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(entries).map(([name, data]) => [
        name,
        typeof data === 'string' ? strToU8(data) : data
      ])
    )
  );
}

/** The size that its archive's directory states for an entry, made another. */
function withStatedSize(bytes: Uint8Array, entry: string, size: number): Uint8Array {
  const copy = Buffer.from(bytes);
  let found = 0;
  for (let at = copy.indexOf(entry); at >= 0; at = copy.indexOf(entry, at + 1)) {
    if (at >= 46 && copy.readUInt32LE(at - 46) === 0x02014b50)
      copy.writeUInt32LE(size, at - 46 + 24);
    else if (copy.readUInt32LE(at - 30) === 0x04034b50) copy.writeUInt32LE(size, at - 30 + 22);
    else continue;
    found += 1;
  }
  if (found !== 2) throw new Error(`The archive names ${entry} ${found} times`);
  return new Uint8Array(copy);
}

describe('hostile documents get a sentence', () => {
  const many = Object.fromEntries(
    Array.from({ length: maxArchiveEntries + 1 }, (_, i) => [`word/${i}`, ''])
  );
  const zeros = new Uint8Array(101_000_000);
  test.each([
    ['no archive', strToU8('words'), /a\.docx is no Word document: its archive is damaged/],
    ['an archive cut short', makeDocx(paragraph('x')).subarray(0, 200), /its archive is damaged/],
    ['no text part', archive({ 'a.txt': 'x' }), /it has no text part/],
    [
      'a name that leaves the folder',
      makeDocx('', { '../evil.xml': 'x' }),
      /named “\.\.\/evil\.xml”/
    ],
    ['an absolute name', makeDocx('', { '/etc/x': 'x' }), /named “\/etc\/x”/],
    ['a name of another drive', makeDocx('', { 'C:\\x': 'x' }), /named “C:\\x”/],
    ['too many parts', archive(many), /more than 2,000 parts/],
    [
      'a bomb',
      archive({ 'word/document.xml': zeros }),
      /more than 100 MB when unpacked.*Nothing of it/
    ],
    ['text that is no XML', makeDocx('<w:p>'), /no Word document that can be read/],
    ['no words', makeDocx(paragraph('')), /a\.docx holds no words/]
  ])('%s', async (_, bytes, sentence) => {
    await expect(readDocx('a.docx', bytes)).rejects.toThrow(
      expect.objectContaining({
        name: 'ExpectedFailure',
        message: expect.stringMatching(sentence) as string
      })
    );
  });

  test('an entry that unpacks to more than it states is not unpacked further', async () => {
    const liar = withStatedSize(
      archive({ 'word/document.xml': zeros.subarray(0, 50_000_000) }),
      'word/document.xml',
      1_000
    );
    const before = process.memoryUsage().arrayBuffers;
    await expect(readDocx('a.docx', liar)).rejects.toThrow(/no Word document/);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
  });
});
