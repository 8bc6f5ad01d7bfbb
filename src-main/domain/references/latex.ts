/** Words in the LaTeX of BibTeX files. Pure, and linear in what it reads. */

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  // A brace counts also behind a backslash, so none may stand there.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '"': '\\textquotedbl{}',
  $: '\\$',
  '%': '\\%',
  '&': '\\&',
  '#': '\\#',
  _: '\\_'
};

/** So that `readLatex` and LaTeX give the very words. */
export function writeLatex(text: string): string {
  return (
    text
      .replace(/[\\{}~^"$%&#_]/g, (sign) => escapes[sign] ?? sign)
      // Signs that become another one when they meet.
      .replace(/([-`'])(?=\1)/g, '$1{}')
  );
}

const letters: Readonly<Record<string, string>> = {
  textbackslash: '\\',
  textbraceleft: '{',
  textbraceright: '}',
  textasciitilde: '~',
  textasciicircum: '^',
  textquotedbl: '"',
  textquotedblleft: '“',
  textquotedblright: '”',
  textquoteleft: '‘',
  textquoteright: '’',
  textendash: '–',
  textemdash: '—',
  textellipsis: '…',
  ldots: '…',
  dots: '…',
  texteuro: '€',
  euro: '€',
  pounds: '£',
  S: '§',
  ss: 'ß',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  dh: 'ð',
  DH: 'Ð',
  th: 'þ',
  TH: 'Þ',
  i: 'ı',
  j: 'ȷ'
};

/** Commands that put a sign on the letter behind them, as combining characters. */
const accents: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331'
};

const command = /\\(?:([A-Za-z]+)[ \t]*|([^A-Za-z]))?/y;
const accented = / ?\{? ?(?:\\([ij])(?![A-Za-z])|(\p{L}))/uy;
const ligature = /---?|``|''/y;
const ligatures: Readonly<Record<string, string>> = { '--': '–', '---': '—', '``': '“', "''": '”' };

/** The words alone, of text on one line: a command that is not known goes, and what it is about stays. */
export function readLatex(text: string): string {
  let read = '';
  let at = 0;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  while (at < text.length) {
    const sign = text[at] ?? '';
    if (sign === '\\') {
      const [, word = '', other = ''] = take(command) ?? [];
      const name = word || other;
      const accent = Object.hasOwn(accents, name) ? accents[name] : undefined;
      const base = accent === undefined ? null : take(accented);
      if (base) read += `${base[1] ?? base[2] ?? ''}${accent ?? ''}`.normalize('NFC');
      else if (word === '') read += /[\s,]/.test(other) ? ' ' : /[-/]/.test(other) ? '' : other;
      else if (Object.hasOwn(letters, word)) read += letters[word] ?? '';
      continue;
    }
    const met = take(ligature);
    if (met) {
      read += ligatures[met[0]] ?? met[0];
      continue;
    }
    at += 1;
    if (sign === '~') read += ' ';
    else if (!/[{}$]/.test(sign)) read += sign;
  }
  return read;
}
