/** Web pages, e-mails, Word documents and PDFs by the command line: import, and drafts of the extracted text. */
import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { coreProperties, makeDocx, paragraph } from '../article/docx/testing/make-docx.js';
import {
  attachment,
  mail,
  multipart,
  textPart,
  webArchive
} from '../article/mail/testing/make-mail.js';
import { column, makePdf } from '../article/pdf/testing/make-pdf.js';
import { Draft } from '../domain/suggestions/draft.js';
import { type Desk, openDesk } from './testing/desk.js';

const words = 'The government said on Monday that it rejects any deal which gives up land.';
const page = `<html><head><meta property="og:site_name" content="The Gazette"><link rel="canonical"
  href="https://gazette.example/talks"><meta name="author" content="Ann Lee">
  <meta name="date" content="2025-08-16"><title>Talks stall</title></head>
  <body><nav>Menu</nav><article><h1>Talks stall</h1>${`<p>${words}</p>`.repeat(5)}</article></body></html>`;

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
  await writeFile(join(desk.place, 'talks.html'), page);
  await writeFile(
    join(desk.place, 'talks.docx'),
    makeDocx(paragraph('Talks stall', 'Heading1') + paragraph(words), {
      'docProps/core.xml': coreProperties('Talks', 'Ann Lee', '2025-08-16T10:00:00Z')
    })
  );
  const lines = [
    { text: 'Talks stall', x: 72, y: 760, size: 20 },
    ...column([words], { top: 720 })
  ];
  await writeFile(
    join(desk.place, 'talks.pdf'),
    makePdf([lines, 'picture'], { Author: 'Ann Lee', CreationDate: 'D:20250816' })
  );
});
beforeEach(async () => {
  await writeFile(join(desk.place, 'talks.mhtml'), webArchive(page));
  const parts = [textPart('text/plain', words), attachment('terms.pdf')];
  const Subject = 'Talks stall';
  await writeFile(join(desk.place, 'talks.eml'), mail(multipart('mixed', parts), { Subject }));
});
afterEach(() => desk.clear());

test.each([
  ['talks.html', 'markdown', 'The Gazette', 'https://gazette.example/talks', '2025-08-16'],
  ['talks.mhtml', 'markdown', 'The Gazette', 'https://gazette.example/talks', '2025-08-16'],
  ['talks.eml', 'text', '', '', '2025-08-16'],
  // The day of the file is not that of the article.
  ['talks.docx', 'markdown', '', '', null],
  ['talks.pdf', 'markdown', '', '', null]
])(
  '%s becomes a briefing whose source is what was extracted',
  async (file, format, publisher, url, published) => {
    const [id = ''] = await desk.imported(file);
    const whole = JSON.parse((await desk.standpoint('show', id, '--json')).out) as {
      title: string;
      sources: { text: string }[];
      texts: Record<string, string>;
    };
    expect(whole).toMatchObject({
      title: 'Talks stall',
      sources: [{ format, publisher, url, author: 'Ann Lee', published }]
    });
    const text = whole.texts[whole.sources[0]!.text];
    expect(text).toContain(words);
    expect(text).not.toContain('Menu');
  }
);

interface Sources {
  readonly sources: readonly { readonly original: { readonly hash: string } | null }[];
}

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe('the file of', () => {
  const other = 'A report of its own kind says that the ferry crossed the strait in forty minutes.';
  const originals = () => join(desk.place, 'home/library/originals');
  const sourcesOf = async (id: string) =>
    (JSON.parse((await desk.standpoint('show', id, '--json')).out) as Sources).sources;

  test.each([
    ['talks.html', 'text/html'],
    ['talks.mhtml', 'multipart/related'],
    ['talks.eml', 'message/rfc822'],
    ['talks.docx', word],
    ['talks.pdf', 'application/pdf']
  ])('%s is kept as it was, of a new briefing and of an added source', async (name, mediaType) => {
    const bytes = await readFile(join(desk.place, name));
    const hash = createHash('sha256').update(bytes).digest('hex');
    const original = { hash, name, bytes: bytes.length, mediaType };
    const [id = ''] = await desk.imported(name);
    expect(await sourcesOf(id)).toMatchObject([{ original }]);
    expect(await readFile(join(originals(), hash))).toEqual(bytes);

    await rm(join(desk.place, 'home/library'), { recursive: true });
    await writeFile(join(desk.place, 'other.txt'), other);
    const [first = ''] = await desk.imported('other.txt');
    await desk.standpoint('add', first, name);
    expect(await sourcesOf(first)).toMatchObject([{ original: null }, { original }]);
    expect(await readFile(join(originals(), hash))).toEqual(bytes);
  });

  test('text and Markdown is not: it is the text, to the byte', async () => {
    await writeFile(join(desk.place, 'other.txt'), `\uFEFF${other}\r\n`);
    await writeFile(join(desk.place, 'other.md'), `# Ferry\n\n${other} By night too.`);
    for (const id of await desk.imported('other.txt', 'other.md')) {
      expect(await sourcesOf(id)).toMatchObject([{ original: null }]);
    }
    expect(await readdir(originals())).toEqual([]);
  });

  test.each([
    ['import', (_id: string) => ['import', 'talks.pdf']],
    ['add', (id: string) => ['add', id, 'talks.pdf']]
  ])('a source that has lost it comes back by %s of the same file', async (_how, again) => {
    const [id = ''] = await desk.imported('talks.pdf');
    const [hash = ''] = await readdir(originals());
    await rm(join(originals(), hash));
    await desk.standpoint(...again(id));
    expect(await readFile(join(originals(), hash))).toEqual(
      await readFile(join(desk.place, 'talks.pdf'))
    );
    expect(await sourcesOf(id)).toHaveLength(1);
  });
});

test('says which pages of a PDF are missing, and imports the rest', async () => {
  const { code, err } = await desk.standpoint('import', 'talks.pdf');
  expect(code).toBe(0);
  expect(err).toBe(
    'standpoint: Page 2 of 2 of talks.pdf is a picture without text, and missing here. Text recognition (OCR) would bring it.'
  );
});

test('names the attachment of an e-mail, which it does not read', async () => {
  const { code, err } = await desk.standpoint('import', 'talks.eml');
  expect(code).toBe(0);
  expect(err).toBe(
    'standpoint: The attachment of talks.eml was not read: “terms.pdf”. Save it and open it to take it in.'
  );
});

test.each(['talks.html', 'talks.mhtml', 'talks.eml', 'talks.docx', 'talks.pdf'])(
  'a draft of %s brings along the text that its offsets refer to',
  async (file) => {
    const { code, out } = await desk.standpoint('draft', file, '--json');
    const draft = Draft.parse(JSON.parse(out));
    const { text = '' } = draft.source;
    expect(code).toBe(0);
    expect(draft.source).toMatchObject({ path: file, length: text.length });
    expect(text).toContain(words);
    const spans = [...draft.summary, ...draft.cards.flatMap(({ spans }) => spans), draft.title!];
    for (const { start, end, text: said } of spans) expect(text.slice(start, end)).toBe(said);
  }
);
