/** Text into HTML: for text nodes and for double-quoted attribute values. */

const replacements: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // An HTML parser turns a bare carriage return into a line feed.
  '\r': '&#13;'
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"\r]/g, (character) => replacements[character] ?? character);
}
