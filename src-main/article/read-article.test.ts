import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { maxArticleBytes } from '../domain/base/limits.js';
import { readArticleFile, readArticle, readPlainText } from './read-article.js';

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

test.each([
  ['a byte order mark', '\ufeffTalks resume'],
  ['CRLF line ends', 'Talks\r\nresume\r\n'],
  ['emoji and combining marks', 'Talks 👨‍👩‍👧 re\u0301sume'],
  ['right-to-left script', 'اتفاق على المحادثات'],
  ['a NUL between words', 'Talks\0resume']
])('keeps %s verbatim, under the hash of its bytes', (_, text) => {
  const sha256 = createHash('sha256').update(bytesOf(text)).digest('hex');
  expect(readArticle('a.txt', bytesOf(text))).toEqual({
    name: 'a.txt',
    format: 'text',
    text,
    sha256
  });
});

const french = 'L’Élysée « dément » — 20 € œuvre\r\n';
const inWindows1252 = Uint8Array.from(
  'L\x92\xc9lys\xe9e \xab d\xe9ment \xbb \x97 20 \x80 \x9cuvre\r\n',
  (byte) => byte.charCodeAt(0)
);

test('text of older programs is read as Western European, said so, and its file kept', () => {
  const read = readArticle('note.md', inWindows1252);
  expect(read).toMatchObject({
    text: french,
    sha256: createHash('sha256').update(french).digest('hex'),
    missing: [expect.stringMatching(/Western European \(Windows-1252\)\. If letters look wrong/)]
  });
  expect(read.original?.content).toEqual(inWindows1252);
});

test.each(['utf16le', 'utf16be'] as const)('%s is read by its byte order mark', (encoding) => {
  const little = Buffer.from(`\ufeff${french}`, 'utf16le');
  const bytes = encoding === 'utf16le' ? little : little.swap16();
  const read = readArticle('note.txt', bytes);
  expect(read.text).toBe(`\ufeff${french}`);
  expect(read.sha256).toBe(createHash('sha256').update(read.text).digest('hex'));
  expect(read.missing).toBeUndefined();
  expect(read.original?.content).toEqual(Uint8Array.from(bytes));
});

test('Obsidian’s Markdown comes in as what it means, and its file is kept', () => {
  const bytes = bytesOf(
    '---\nauthor: ["[[Jane Doe]]"]\n---\n[[Anna Berg|Berg]] left. ^q1\n\n> [!note] Why?\n'
  );
  const read = readArticle('talks.md', bytes);
  expect(read.text).toBe('---\nauthor: Jane Doe\n---\nBerg left.\n\n');
  expect(read.missing).toEqual([
    'talks.md holds 1 note of a reader (callouts), which did not come in.'
  ]);
  expect(read.original?.content).toEqual(Uint8Array.from(bytes));
  expect(readArticle('talks.md', bytesOf('Berg left.')).original).toBeUndefined();
  expect(readArticle('talks.txt', bytes).text).toContain('[[Anna Berg|Berg]]');
});

test.each([
  ['news.txt', 'text'],
  ['NEWS.TXT', 'text'],
  ['news', 'text'],
  ['Dr. Smith’s notes', 'text'],
  ['news.md', 'markdown'],
  ['news.v2.markdown', 'markdown']
])('takes the format of %s to be %s', (name, format) => {
  expect(readArticle(name, bytesOf('x')).format).toBe(format);
});

const refusals: readonly (readonly [
  what: string,
  name: string,
  bytes: Uint8Array,
  code: string,
  sentence: RegExp
])[] = [
  ['an unknown ending', 'a.odt', bytesOf('x'), 'unsupported-format', /a\.odt.*\.txt.*\.md/],
  ['an empty file', 'a.txt', bytesOf(''), 'empty-file', /a\.txt is empty/],
  ['only white space', 'a.txt', bytesOf('\ufeff \r\n\t'), 'empty-file', /holds no words/],
  ['only NULs', 'a.txt', new Uint8Array(100), 'empty-file', /holds no words/],
  ['a PDF', 'a.txt', bytesOf('%PDF-1.7 text'), 'binary-file', /binary file \(PDF\)/],
  ['a PNG', 'a.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10), 'binary-file', /PNG/],
  [
    'noise',
    'a.txt',
    Uint8Array.of(...Array.from({ length: 200 }, (_, i) => i)),
    'binary-file',
    /binary/
  ],
  [
    'valid UTF-8 that is mostly controls',
    'a.txt',
    bytesOf('a\u0001\u0002'.repeat(50)),
    'binary-file',
    /binary/
  ],
  [
    'Western letters among control characters',
    'a.txt',
    Uint8Array.of(0x61, 0xe9, 0x01, 0x63),
    'binary-file',
    /not text/
  ],
  ['a byte of no letter', 'a.txt', Uint8Array.of(0x61, 0xe9, 0x81), 'binary-file', /not text/],
  [
    'a character cut off by the end',
    'a.txt',
    bytesOf('a\néé').subarray(0, 5),
    'damaged-text',
    /damaged: line 2/
  ],
  [
    'UTF-16 cut off by the end',
    'a.txt',
    Uint8Array.of(0xff, 0xfe, 0x61, 0, 0x62),
    'damaged-text',
    /damaged: line 1/
  ],
  [
    'one byte too many',
    'a.txt',
    new Uint8Array(maxArticleBytes + 1).fill(97),
    'too-large',
    /5\.1 MB.*5 MB/
  ]
];
test.each(refusals)('refuses %s with one sentence', (_, name, bytes, code, sentence) => {
  expect(() => readArticle(name, bytes)).toThrow(
    expect.objectContaining({ code, message: expect.stringMatching(sentence) as string })
  );
});

test('takes an article of exactly the limit', () => {
  expect(readArticle('a.txt', new Uint8Array(maxArticleBytes).fill(97)).text).toHaveLength(
    maxArticleBytes
  );
});

test.each(['', '\ufeff', '\0\0\0'])(
  'readText also takes %j, of which no briefing can be made',
  (text) => {
    expect(readPlainText('a.txt', bytesOf(text)).text).toBe(text);
  }
);

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'article-'));
  await mkdir(join(folder, 'folder.txt'));
  await writeFile(join(folder, 'news.txt'), 'Talks resume');
  await writeFile(join(folder, 'locked.txt'), 'Talks resume');
  await chmod(join(folder, 'locked.txt'), 0o000);
});
afterAll(() => rm(folder, { recursive: true }));

test('reads a file from the disk', async () => {
  expect(await readArticleFile(join(folder, 'news.txt'))).toMatchObject({
    name: 'news.txt',
    text: 'Talks resume'
  });
});

test.each([
  ['folder.txt', 'is-a-folder'],
  ['missing.txt', 'not-found'],
  ['news.txt/inside.txt', 'not-found']
])('refuses %s as %s', async (name, code) => {
  await expect(readArticleFile(join(folder, name))).rejects.toMatchObject({ code });
});

// Nothing is locked to the superuser.
test.runIf(process.getuid?.() !== 0)('refuses a file without permission', async () => {
  await expect(readArticleFile(join(folder, 'locked.txt'))).rejects.toMatchObject({
    code: 'unreadable'
  });
});

test('refuses a device, which could keep it waiting for ever', async () => {
  await expect(readArticleFile('/dev/null')).rejects.toMatchObject({ code: 'not-a-file' });
});
