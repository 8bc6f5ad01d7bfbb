/** A web archive becomes the article of its page, with the address that it was saved from. */
import { describe, expect, test } from 'vitest';
import { readHtml } from '../html/read-html.js';
import { mail, message, multipart, textPart, webArchive } from './testing/make-mail.js';
import { readWebArchive } from './read-web-archive.js';

const words = 'The sides met in Genève, talked at length, and parted – without “any result”.';
const page = `<html><head><meta charset="utf-8"><meta name="author" content="Ann Lee">
<meta name="date" content="2025-08-16"><title>Talks stall</title></head>
<body><nav>Menu</nav><article><h1>Talks stall</h1>${`<p>${words}</p>`.repeat(5)}</article></body></html>`;
const frame = message(
  { 'Content-Type': 'text/html', 'Content-Location': 'cid:frame-2@mhtml.blink' },
  '<p>Buy our things.</p>'
);
const picture = message(
  { 'Content-Type': 'image/png', 'Content-Transfer-Encoding': 'base64' },
  'iVBORw0KGgo='
);

test('is read as the page alone would be, without frames and pictures', async () => {
  const alone = readHtml('a.html', new Uint8Array(Buffer.from(page)));
  const read = await readWebArchive('a.mhtml', webArchive(page, [frame, picture]));
  expect(read).toEqual({
    ...alone,
    facts: { ...alone.facts, url: 'https://gazette.example/talks' }
  });
  expect(read.text).toContain(words);
  expect(read.facts).toMatchObject({ title: 'Talks stall', author: 'Ann Lee' });
});

test('takes no address but one of the web', async () => {
  const { facts } = await readWebArchive('a.mhtml', webArchive(page, [], 'file:///home/a.html'));
  expect(facts.url).toBe('');
});

describe('finds the page', () => {
  const html = textPart('text/html', page);
  test.each([
    ['that is all there is', mail(html)],
    ['behind a picture', mail(multipart('related', [picture, html]))],
    ['in an alternative', mail(multipart('related', [multipart('alternative', [html]), picture]))],
    ['when the end was cut off', mail(multipart('related', [html, picture]).slice(0, -30))],
    [
      'that the archive names',
      mail(
        message(
          { 'Content-Type': 'multipart/related; boundary=b; start="<main>"' },
          [frame, textPart('text/html', page, { 'Content-ID': '<main>' })],
          'b'
        )
      )
    ]
  ])('%s', async (_, bytes) => {
    expect((await readWebArchive('a.mhtml', bytes)).text).toContain(words);
  });
});

test('the header names the encoding before the page does', async () => {
  const latin = message(
    {
      'Content-Type': 'text/html; charset="iso-8859-1"',
      'Content-Transfer-Encoding': 'quoted-printable'
    },
    `<meta charset=3Dutf-8><title>Talks</title>${'<p>Gen=E8ve est pr=EAte et attend.</p>'.repeat(9)}`
  );
  expect((await readWebArchive('a.mhtml', mail(latin))).text).toContain('Genève est prête');
});

test.each([
  ['words', 'The sides met.', 'not-an-archive'],
  ['a page', page, 'not-an-archive'],
  ['no page', multipart('related', [picture]), 'not-an-archive'],
  ['a page without words', textPart('text/html', '<p></p>'), 'empty-file']
])('refuses %s with a sentence', async (_, content, code) => {
  await expect(
    readWebArchive('a.mhtml', new Uint8Array(Buffer.from(content)))
  ).rejects.toMatchObject({ name: 'ExpectedFailure', code });
});
