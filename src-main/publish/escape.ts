/** Text into HTML and XML, which every format of running text is written in. */

/** For text nodes of HTML, and for quoted attribute values. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** The same of XML, of which a writer also gives numbers and truth values. */
export function escapedForXml(value: unknown): string {
  return escaped(fitForXml(String(value)));
}

/** Without what XML 1.0 has no place for, escaped or not: control characters and lone surrogates. */
export function fitForXml(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what must go
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '');
}
