/** An e-mail becomes its text, whatever program wrote it; what cannot be read gets a sentence. */
import { expect, test } from 'vitest';
import { maxMailParts } from '../../domain/base/limits.js';
import { attachment, mail, message, multipart, textPart } from './testing/make-mail.js';
import { readMail } from './read-mail.js';

const words = 'The sides met in Genève and parted – without “any result”.';
const html = `<p>The sides <b>met</b> &amp; parted.</p><p>${words}</p>`;

test('plain text stays as it is, under its subject', async () => {
  const read = await readMail(
    'a.eml',
    mail(textPart('text/plain', `${words}\r\n\r\n> quoted\r\n`))
  );
  expect(read).toEqual({
    format: 'text',
    text: `Where talks stand\n\n${words}\n\n> quoted`,
    facts: {
      title: 'Where talks stand',
      publisher: '',
      author: 'Ann Lee',
      published: '2025-08-16',
      made: null,
      url: ''
    },
    missing: []
  });
});

test('formatted text becomes Markdown, and the plain one beside it is left', async () => {
  const both = [textPart('text/plain', 'See the other part.'), textPart('text/html', html)];
  const { format, text } = await readMail('a.eml', mail(multipart('alternative', both)));
  expect(format).toBe('markdown');
  expect(text).toBe(`# Where talks stand\n\nThe sides **met** & parted.\n\n${words}`);
});

test('all of a short formatted mail is taken, its replies too', async () => {
  const reply = `<div>Agreed.</div><blockquote><p>${words}</p></blockquote><div>Ann</div>`;
  const { text } = await readMail('a.eml', mail(textPart('text/html', reply)));
  expect(text).toBe(`# Where talks stand\n\nAgreed.\n\n> ${words}\n\nAnn`);
});

test('a forwarded mail is read with the one that brings it', async () => {
  const inner = Buffer.from(mail(textPart('text/plain', words), { Subject: 'First' })).toString();
  const parts = [
    textPart('text/plain', 'See below.'),
    message({ 'Content-Type': 'message/rfc822' }, inner)
  ];
  const { text, missing } = await readMail('a.eml', mail(multipart('mixed', parts)));
  expect(text).toMatch(/^Where talks stand\n\nSee below\./);
  expect(text).toContain(words);
  expect(missing).toEqual([]);
});

test.each([
  ['=?UTF-8?B?VmVyaGFuZGx1bmdlbiDDvGJlciBHZW5m?=', 'Verhandlungen über Genf'],
  ['=?iso-8859-1?Q?N=E9gociations_=E0_Gen=E8ve?=', 'Négociations à Genève'],
  ['=?utf-8?Q?Talks_?=\r\n =?utf-8?Q?resume?=', 'Talks resume'],
  ['=?windows-1251?B?z+Xw5ePu4u7w+w==?=', 'Переговоры'],
  ['Talks\u202eresume\u0007', 'Talks resume']
])('reads the subject %j', async (Subject, title) => {
  const { facts } = await readMail('a.eml', mail(textPart('text/plain', words), { Subject }));
  expect(facts.title).toBe(title);
});

test.each([
  ['"Lee, Ann" <ann@desk.example>', 'Lee, Ann'],
  ['ann@desk.example', 'ann@desk.example'],
  ['=?utf-8?Q?Zo=C3=AB?= <z@desk.example>', 'Zoë'],
  ['Desk: ann@desk.example, Bo <bo@desk.example>;', 'Desk']
])('takes the author from %s', async (From, author) => {
  expect(
    (await readMail('a.eml', mail(textPart('text/plain', words), { From }))).facts.author
  ).toBe(author);
});

test.each([
  ['iso-8859-1', 'quoted-printable', 'Gen=E8ve est pr=EAte.', 'Genève est prête.'],
  [
    'koi8-r',
    'base64',
    Buffer.from([0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4]).toString('base64'),
    'Привет'
  ],
  ['gb18030', 'base64', Buffer.from([0xcc, 0xb8, 0xc5, 0xd0]).toString('base64'), '谈判']
])('reads a text in %s, sent as %s', async (charset, encoding, body, said) => {
  const bytes = mail(
    message(
      {
        'Content-Type': `text/plain; charset=${charset}`,
        'Content-Transfer-Encoding': encoding
      },
      body
    )
  );
  expect((await readMail('a.eml', bytes)).text).toBe(`Where talks stand\n\n${said}`);
});

test('names the attachments that it did not read, however many', async () => {
  const text = textPart('text/plain', words);
  const named = async (...parts: string[]) =>
    (await readMail('a.eml', mail(multipart('mixed', [text, ...parts])))).missing;
  expect(await named(attachment('report.pdf'))).toEqual([
    'The attachment of a.eml was not read: “report.pdf”. Save it and open it to take it in.'
  ]);
  const seven = Array.from({ length: 7 }, (_, i) => attachment(i === 0 ? '' : `${i}.pdf`));
  expect(await named(...seven)).toEqual([
    '7 attachments of a.eml were not read: one without a name (application/octet-stream), “1.pdf”, “2.pdf”, “3.pdf”, “4.pdf” and 2 more. Save and open those that you want to take in.'
  ]);
  const signature = attachment('signature.asc', 'application/pgp-signature');
  expect(await named(signature)).toEqual([]);
});

test('pictures of the text are no attachments', async () => {
  const picture = message(
    {
      'Content-Type': 'image/png; name="logo.png"',
      'Content-ID': '<logo>',
      'Content-Transfer-Encoding': 'base64'
    },
    'iVBORw0KGgo='
  );
  const page = textPart('text/html', `${html}<img src="cid:logo">`);
  const { text, missing } = await readMail('a.eml', mail(multipart('related', [page, picture])));
  expect(text).toContain(words);
  expect(missing).toEqual([]);
});

const failures: readonly (readonly [what: string, content: string | Uint8Array, code: string])[] = [
  ['other words', new Uint8Array(Buffer.from(words)), 'not-a-mail'],
  ['noise', Uint8Array.from({ length: 500 }, (_, i) => (i * 7) % 256), 'not-a-mail'],
  ['no text', multipart('mixed', [attachment('a.pdf')]), 'empty-file'],
  [
    'an encrypted text',
    message({ 'Content-Type': 'application/pkcs7-mime; name="smime.p7m"' }, 'TUlN'),
    'encrypted'
  ],
  [
    'parts without end',
    multipart('mixed', Array<string>(maxMailParts + 1).fill('\r\na')),
    'too-large'
  ],
  ['headers without end', `X: ${'a'.repeat(1_100_000)}\r\n\r\nwords`, 'too-large'],
  [
    'parts within parts',
    Array.from({ length: 40 }, (_, i) => i).reduce(
      (inner, i) => multipart('mixed', [inner], `level-${i}`),
      textPart('text/plain', words)
    ),
    'too-large'
  ]
];
test.each(failures)('refuses %s with a sentence', async (_what, content, code) => {
  const bytes = typeof content === 'string' ? mail(content) : content;
  await expect(readMail('a.eml', bytes)).rejects.toMatchObject({ name: 'ExpectedFailure', code });
});
