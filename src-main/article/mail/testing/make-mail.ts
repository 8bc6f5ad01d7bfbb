/** Makes small e-mails and web archives for tests, as mail programs and browsers write them. Our own words. */

/** Header lines and a body, or parts with a boundary between them. */
export function message(
  headers: Readonly<Record<string, string>>,
  body: string | readonly string[],
  boundary = 'part-of-the-whole'
): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const content =
    typeof body === 'string'
      ? body
      : [...body.map((part) => `--${boundary}\r\n${part}`), `--${boundary}--\r\n`].join('\r\n');
  return [...lines, '', content].join('\r\n');
}

export function multipart(kind: string, parts: readonly string[], boundary = kind): string {
  return message({ 'Content-Type': `multipart/${kind}; boundary="${boundary}"` }, parts, boundary);
}

export function textPart(
  type: string,
  text: string,
  headers: Readonly<Record<string, string>> = {}
): string {
  return message(
    {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Transfer-Encoding': 'base64',
      ...headers
    },
    base64(text)
  );
}

export function attachment(name: string, type = 'application/octet-stream'): string {
  return message(
    {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Content-Transfer-Encoding': 'base64'
    },
    base64('words of an attachment')
  );
}

/** The headers of a mail on top of a part or a whole multipart. */
export function mail(
  content: string,
  headers: Readonly<Record<string, string>> = {}
): Uint8Array<ArrayBuffer> {
  const all = {
    From: 'Ann Lee <ann@desk.example>',
    To: 'desk@desk.example',
    Subject: 'Where talks stand',
    Date: 'Sat, 16 Aug 2025 23:30:00 -0500',
    'MIME-Version': '1.0',
    ...headers
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return new Uint8Array(Buffer.from(lines.join('') + content));
}

/** As Chromium saves it: the page without an encoding of its own in the header, then frames and pictures. */
export function webArchive(
  html: string,
  others: readonly string[] = [],
  location = 'https://gazette.example/talks'
): Uint8Array<ArrayBuffer> {
  const boundary = '----MultipartBoundary--aB3----';
  const page = message(
    {
      'Content-Type': 'text/html',
      'Content-ID': '<frame-1@mhtml.blink>',
      'Content-Transfer-Encoding': 'quoted-printable',
      'Content-Location': location
    },
    quotedPrintable(html)
  );
  const whole = message(
    {
      From: '<Saved by Blink>',
      'Snapshot-Content-Location': location,
      Subject: '=?utf-8?Q?Talks=20stall?=',
      Date: 'Mon, 18 Aug 2025 08:00:00 +0000',
      'MIME-Version': '1.0',
      'Content-Type': `multipart/related;\r\n\ttype="text/html";\r\n\tboundary="${boundary}"`
    },
    [page, ...others],
    boundary
  );
  return new Uint8Array(Buffer.from(whole));
}

function base64(text: string): string {
  return Buffer.from(text)
    .toString('base64')
    .replace(/.{76}/g, (row) => `${row}\r\n`);
}

function quotedPrintable(text: string): string {
  const encoded = [...Buffer.from(text)].map((byte) =>
    byte === 0x0a || (byte >= 0x20 && byte < 0x7f && byte !== 0x3d)
      ? String.fromCharCode(byte)
      : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
  );
  return encoded
    .join('')
    .split('\n')
    .map((row) => row.replace(/(?:[^=]|=..){70}/g, (part) => `${part}=\r\n`))
    .join('\r\n');
}
