/** Files that are not what they seem: each is read, or gets the sentence that says what is wrong with it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDocx, paragraph } from '../src-main/article/docx/testing/make-docx.js';
import { column, makePdf } from '../src-main/article/pdf/testing/make-pdf.js';
import { expect, root, test } from './fixtures.js';
import { openTitle, rows, whenOpen } from './window.js';

const words = 'The government said on Monday that it rejects any deal which gives up land.';
const page = column([words], { top: 720 });
const locked = /is locked with a password\. Save it without one and try again\.$/;
const damaged = /is damaged, or was cut short, and cannot be read\. Get it anew and try again\.$/;

/** Made by other people's program, as files are that people get. */
function encrypt(place: string, name: string, ...how: readonly string[]): void {
  const [from, to] = [join(place, 'plain.pdf'), join(place, name)];
  execFileSync('qpdf', ['--allow-weak-crypto', '--encrypt', ...how, '--', from, to]);
}

function makeFiles(place: string): void {
  const write = (name: string, bytes: Uint8Array | string) =>
    writeFileSync(join(place, name), bytes);
  const pdf = makePdf([page, page]);
  const docx = makeDocx(paragraph(words));
  write('plain.pdf', pdf);
  for (const bits of ['40', '128', '256']) {
    encrypt(place, `user ${bits}.pdf`, 'secret', 'owner', bits);
    encrypt(place, `owner ${bits}.pdf`, '', 'owner', bits);
  }
  encrypt(place, 'no copying.pdf', '', 'owner', '256', '--extract=n', '--print=none');
  const objects = join(place, 'objects.pdf');
  execFileSync('qpdf', ['--object-streams=generate', join(place, 'plain.pdf'), objects]);
  write('half.pdf', pdf.subarray(0, pdf.length / 2));
  write('half objects.pdf', readFileSync(objects).subarray(0, -600));
  write('half locked.pdf', readFileSync(join(place, 'user 256.pdf')).subarray(0, 900));
  write('without end.pdf', pdf.subarray(0, -20));
  write('head.pdf', '%PDF-1.7\n');
  write('scan.pdf', makePdf(['picture', 'picture']));
  write('blank.pdf', makePdf(['blank']));
  write('no pages.pdf', makePdf([]));
  for (const ending of ['pdf', 'docx', 'html', 'eml', 'mhtml', 'txt', 'md', 'json'])
    write(`zero.${ending}`, '');
  write('word.pdf', docx);
  write('pdf.docx', pdf);
  write('pdf.txt', pdf);
  write('pdf.html', pdf);
  write('pdf.eml', pdf);
  write('words.eml', words);
  write('words.mhtml', words);
  write('words.pdf', words);
  write('words.docx', words);
  write('locked.docx', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
  write('picture.png', 'PNG');
  mkdirSync(join(place, 'folder.pdf'));
}

const readable = ['owner 40', 'owner 128', 'owner 256', 'no copying', 'without end', 'objects'];
const refused: readonly (readonly [name: string, sentence: RegExp])[] = [
  ['user 40.pdf', locked],
  ['user 128.pdf', locked],
  ['user 256.pdf', locked],
  ['half.pdf', damaged],
  ['half objects.pdf', damaged],
  ['half locked.pdf', damaged],
  ['head.pdf', damaged],
  ['scan.pdf', /is scanned: its 2 pages are pictures, without text\. Run text recognition \(OCR\)/],
  ['blank.pdf', /holds no words\.$/],
  ['no pages.pdf', /has no pages\.$/],
  ['zero.pdf', /is empty\.$/],
  ['zero.docx', /is empty\.$/],
  ['zero.html', /is empty\.$/],
  ['zero.eml', /is empty\.$/],
  ['zero.mhtml', /is empty\.$/],
  ['zero.txt', /is empty\.$/],
  ['zero.md', /is empty\.$/],
  ['zero.json', /is empty\.$/],
  ['word.pdf', /\(ZIP archive or Office document\), not a PDF\. If it is a Word document, give it/],
  ['pdf.docx', /\(PDF\), not a Word document\. Give it the ending \.pdf and try again\.$/],
  ['pdf.txt', /\(PDF\), not text\. Give it the ending \.pdf and try again\.$/],
  ['pdf.html', /\(PDF\), not text\. Give it the ending \.pdf and try again\.$/],
  ['pdf.eml', /\(PDF\), not an e-mail\. Give it the ending \.pdf and try again\.$/],
  ['words.eml', /is no e-mail: it does not begin with a sender, a subject or a date\.$/],
  ['words.mhtml', /is no web archive: it has no part that is a page\.$/],
  ['words.pdf', /is no PDF, although its name ends like one\.$/],
  ['words.docx', /is no Word document: its archive is damaged\.$/],
  ['locked.docx', /old or locked Office document.*save it as \.docx without a password/],
  ['picture.png', /is not supported: articles can be text \(\.txt\)/],
  ['folder.pdf', /is a folder, not a PDF\.$/],
  ['missing.pdf', /^standpoint: There is no file /]
];

test('at the command line', { tag: '@rest' }, ({ home, host }) => {
  makeFiles(home);
  const names = [...readable.map((name) => `${name}.pdf`), ...refused.map(([name]) => name)];
  const onUnix = process.platform !== 'win32';
  // It would keep whoever waits for its end for ever.
  if (onUnix) execFileSync('mkfifo', [join(home, 'pipe.pdf')]);
  const all = onUnix ? [...names, 'pipe.pdf'] : names;
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [
      join(root, 'out/main/standpoint.js'),
      'import',
      '--again',
      ...all.map((name) => join(home, name))
    ],
    { encoding: 'utf8', env: { ...process.env, STANDPOINT_HOME: home, STANDPOINT_HOST: host } }
  );
  const sentences = stderr.trim().split('\n');
  const wanted = refused.map(([name, sentence]) => ({ name, sentence }));
  if (onUnix) wanted.push({ name: 'pipe.pdf', sentence: /is a pipe, a device or a socket, not a/ });
  expect(sentences).toHaveLength(wanted.length);
  for (const [i, { name, sentence }] of wanted.entries()) {
    expect(sentences[i]).toContain(name);
    expect(sentences[i]).toMatch(sentence);
  }
  expect(stdout.trim().split('\n')).toHaveLength(readable.length);
  expect(status).toBe(1);
});

test(
  'in the window, of which one comes in and the others are told by name',
  { tag: '@rest' },
  async ({ page: window, electronApp, home }) => {
    await whenOpen(window);
    await expect(rows(window)).toHaveCount(2);
    makeFiles(home);
    const given = ['user 256.pdf', 'owner 256.pdf', 'half.pdf', 'scan.pdf', 'zero.pdf', 'word.pdf'];
    await electronApp.evaluate(
      ({ dialog }, filePaths) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths });
      },
      given.map((name) => join(home, name))
    );
    await window.keyboard.press('ControlOrMeta+o');
    await expect(rows(window)).toHaveCount(3);
    await expect(openTitle(window)).toHaveValue(/government/);
    const messages = window.getByRole('region', { name: 'Messages' });
    await messages.getByRole('button', { name: 'Read all' }).click();
    const [message, ...more] = await messages.getByRole('listitem').allInnerTexts();
    expect(more).toEqual([]);
    const lines = message!.split('\n').filter((line) => /^(Imported|\d could|.+\.pdf )/.test(line));
    expect(lines[0]).toMatch(/^Imported “.+”\. 5 could not be read:$/);
    const sentences = new Map(refused);
    for (const [i, name] of given.filter((each) => !each.startsWith('owner')).entries()) {
      expect(lines[i + 1]).toContain(name);
      expect(lines[i + 1]).toMatch(sentences.get(name)!);
    }
  }
);
