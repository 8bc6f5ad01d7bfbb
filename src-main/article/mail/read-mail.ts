/** E-mail → its text under its subject, with who sent it and when. Attachments are named, not read. */
import type { Attachment, Email } from 'postal-mime';
import { noFacts } from '../../domain/program/article.js';
import { ExpectedFailure } from '../../domain/base/result.js';
import { cutToLength } from '../../domain/text/cut-to-length.js';
import { readDate } from '../../domain/text/read-date.js';
import type { Extracted } from '../extracted.js';
import { readDocumentHtml } from '../html/read-html.js';
import { parseMessage } from './mime.js';

/** Throws an `ExpectedFailure` for what is no e-mail, and for one without words. */
export async function readMail(name: string, bytes: Uint8Array): Promise<Extracted> {
  const mail = await parseMessage(name, bytes);
  const stated = (key: string) => mail.headers.find((header) => header.key === key)?.value ?? '';
  if (!['from', 'subject', 'date', 'content-type', 'received'].some((key) => stated(key))) {
    throw new ExpectedFailure(
      'not-a-mail',
      `${name} is no e-mail: it does not begin with a sender, a subject or a date.`
    );
  }
  const title = line(mail.subject ?? '');
  const attachments = mail.attachments.filter(isWanted);
  return {
    ...textOf(name, mail, title),
    // The day where it was written, which `mail.date` has lost.
    facts: { ...noFacts, title, author: line(senderOf(mail)), published: readDate(stated('date')) },
    missing: attachments.length > 0 ? [tellUnread(name, attachments)] : []
  };
}

/** The formatted text where there is one: the plain one beside it is often a stub. */
function textOf(name: string, mail: Email, title: string): Pick<Extracted, 'format' | 'text'> {
  const html = mail.html ? readDocumentHtml(name, mail.html, title) : '';
  if (html !== '') return { format: 'markdown', text: html };
  const plain = (mail.text ?? '').replace(/\r\n?/g, '\n').trim();
  if (plain === '') throw noWords(name, mail);
  return { format: 'text', text: title === '' ? plain : `${title}\n\n${plain}` };
}

function noWords(name: string, { attachments }: Email): ExpectedFailure {
  if (attachments.some(({ mimeType }) => /pkcs7-mime|pgp-encrypted/.test(mimeType))) {
    return new ExpectedFailure(
      'encrypted',
      `${name} is encrypted. Open it in your mail program, copy its text and paste it here.`
    );
  }
  const what = attachments.length > 0 ? ' Save its attachments and open those.' : '';
  return new ExpectedFailure('empty-file', `${name} holds no words.${what}`);
}

function senderOf({ from }: Email): string {
  if (!from) return '';
  if (!from.group) return from.name || from.address;
  return from.name || from.group.map(({ name, address }) => name || address).join(', ');
}

/** Neither a picture in the text nor what only proves who wrote it. */
function isWanted({ related, mimeType }: Attachment): boolean {
  return !related && !/-signature$/.test(mimeType);
}

/** Attachments that a sentence names one by one. */
const mostNamed = 5;

function tellUnread(name: string, attachments: readonly Attachment[]): string {
  const named = attachments.slice(0, mostNamed).map(({ filename, mimeType }) => {
    const shown = cutToLength(line(filename ?? ''), 80).text;
    return shown === '' ? `one without a name (${line(mimeType).slice(0, 80)})` : `“${shown}”`;
  });
  const more = attachments.length - named.length;
  const list = more > 0 ? [...named, `${more} more`] : named;
  const all = list.length > 1 ? `${list.slice(0, -1).join(', ')} and ${list.at(-1)}` : list[0];
  return attachments.length === 1
    ? `The attachment of ${name} was not read: ${all}. Save it and open it to take it in.`
    : `${attachments.length} attachments of ${name} were not read: ${all}. Save and open those that you want to take in.`;
}

/** On one line, without signs that steer a terminal or turn the direction of what follows. */
function line(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
}
