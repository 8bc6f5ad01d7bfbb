/**
 * Markdown that costs a careless program more than its length: each kind repeats, nests or leaves open
 * what some part of rendering, layout, editing or checking could take to the square.
 */

import { maxElements } from '../../src-main/domain/base/limits.js';

export interface HostileKind {
  readonly name: string;
  /** At most `size` UTF-16 units, and the same at every call. */
  readonly write: (size: number) => string;
}

/** A beginning, and then pieces until no further one fits. */
function pieces(piece: string | ((n: number) => string), head = '', tail = '') {
  return (size: number): string => {
    const room = size - head.length - tail.length;
    if (typeof piece === 'string')
      return head + piece.repeat(Math.max(0, Math.floor(room / piece.length))) + tail;
    const written: string[] = [];
    let length = 0;
    for (let n = 0; ; n += 1) {
      const next = piece(n);
      length += next.length;
      if (length > room) return head + written.join('') + tail;
      written.push(next);
    }
  };
}

/** The first half of a text opens what the second half closes. */
function halves(opening: string, closing: string) {
  return (size: number): string => {
    const count = Math.floor(size / (opening.length + closing.length));
    return opening.repeat(count) + closing.repeat(count);
  };
}

/** What many uses of one long definition would grow to. */
function oneDefinition(definition: (length: number) => string, use: string) {
  return (size: number): string => {
    const end = definition(size / 8);
    return pieces(use, '', `\n\n${end}\n`)(size);
  };
}

/** As many elements as a text of that length may render to, and words for the rest. */
function justWithin(piece: string, elements: number, head = '') {
  return (size: number): string => {
    const count = Math.floor((maxElements(size) - 200) / elements);
    const room = Math.floor((size - head.length) / piece.length);
    const text = head + piece.repeat(Math.min(count, room));
    return `${text}\n\n${pieces('Words to fill the rest.\n')(size - text.length - 2)}`;
  };
}

const columns = (count: number, cell: string) => `${`|${cell}`.repeat(count)}|\n`;
const tableHead = (count: number) => columns(count, 'a') + columns(count, '-');
const letter = (n: number) => String.fromCharCode(97 + (n % 26));

const tables: Readonly<Record<string, HostileKind['write']>> = {
  'ragged table, 64 columns': pieces('|a\n', tableHead(64)),
  'ragged table, 8 columns': pieces('|a\n', tableHead(8)),
  'ragged table, rows wider than its head': pieces(columns(40, 'b'), tableHead(2)),
  'table as wide as may be': pieces(columns(64, 'b'), tableHead(64)),
  'table wider than may be': pieces(columns(65, 'b'), tableHead(65)),
  'table of two columns': pieces(columns(2, '*b*'), tableHead(2)),
  'tables of one row': pieces('|a|b|\n|-|-|\n|c\n\n'),
  'tables that never begin': pieces('|a\n-|-\n'),
  'cells of escaped bars': pieces('|\\|\\|\\|\\|\n', tableHead(2)),
  'cells of long words': pieces((n) => `|${letter(n).repeat(1_000)}\n`, tableHead(30))
};

const references: Readonly<Record<string, HostileKind['write']>> = {
  'reference definitions': pieces((n) => `[a${n}]: https://a.example/${n}\n`),
  'references that collide': pieces('[a]: https://a.example/\n[a][a]\n'),
  'references that collide, then uses': (size) =>
    `${pieces((n) => `[${n % 2 ? 'A' : 'a'}  b]: x\n`)(size / 2)}\n${pieces('[a b]')(size / 2 - 1)}`,
  'references like the names of properties': pieces(
    (n) => `[${['__proto__', 'constructor', 'toString', 'valueOf'][n % 4]}]: x${n}\n\n[__proto__]\n`
  ),
  'uses of what is not defined': pieces((n) => `[a${n}][b${n}] `),
  'uses of one long address': oneDefinition(
    (length) => `[a]: https://a.example/${'b'.repeat(length)}`,
    '[a] '
  ),
  'uses of one long note': oneDefinition((length) => `[^a]: ${'b '.repeat(length / 2)}`, '[^a] '),
  'definition with a title left open': pieces('[a]: b "c\n'),
  'footnotes, each used': (size) =>
    pieces((n) => `[^${n}]`)(size / 3) + '\n\n' + pieces((n) => `[^${n}]: b\n`)(size / 2),
  'footnotes that name one another': pieces((n) => `[^${n}]: b [^${n + 1}]\n`),
  'footnotes inside footnotes': pieces((n) => `${'  '.repeat(n % 200)}[^${n}]: b\n`),
  'footnotes left open': pieces('[^a')
};

const nesting: Readonly<Record<string, HostileKind['write']>> = {
  'quotes inside quotes': pieces((n) => `${'>'.repeat((n % 64) + 1)} a\n`),
  'one quote inside the other': pieces('> ', '', 'a'),
  'quotes and lists inside one another': pieces('> - '),
  'quotes continued without their sign': pieces('a\n', '> a\n'),
  'lists inside lists': pieces((n) => `${'  '.repeat(n % 60)}- a\n`),
  'one list inside the other': pieces('- ', '', 'a'),
  'numbered lists inside one another': pieces((n) => `${'   '.repeat(n % 50)}${n}. a\n`),
  'list of short items': pieces('- a\n'),
  'list of items with gaps': pieces('- a\n\n\n'),
  'list of tasks': pieces('- [ ] a\n- [x] b\n'),
  'list whose item never ends': pieces('  a\n\n', '- a\n\n'),
  'lists that change their sign': pieces((n) => `${'-*+'.charAt(n % 3)} a\n`),
  'fences inside quotes': pieces('> ```\n> a\n'),
  'everything inside everything': pieces((n) => {
    const opening = ['> ', '- ', '1. ', '**', '[', '_', '`', '~~', '![', '| ', '<b> '];
    return `${opening[(n * 7) % opening.length] ?? ''}a${n % 13 === 0 ? '\n' : ''}`;
  })
};

const emphasis: Readonly<Record<string, HostileKind['write']>> = {
  'emphasis, closed': pieces('*a* **b** '),
  'emphasis left open': pieces('*a '),
  'strong emphasis left open': pieces('**a '),
  'emphasis never opened': pieces('a* '),
  'emphasis of two signs, never matched': pieces('*a_ '),
  'emphasis inside words': pieces('a**b'),
  'underscores inside words': pieces('a_b_'),
  'emphasis around emphasis': halves('*a **a ', ' a** a*'),
  'stars alone': pieces('*'),
  'struck out left open': pieces('~~a '),
  'struck out by one sign': pieces('~a~'),
  'tildes alone': pieces('~a')
};

const leftOpen: Readonly<Record<string, HostileKind['write']>> = {
  'brackets left open': pieces('['),
  'brackets inside brackets': halves('[', ']'),
  'brackets, closed': pieces('[a]'),
  'brackets never opened': pieces(']'),
  'links left open': pieces('[a]('),
  'links whose address is left open': pieces('[a](<b'),
  'links whose title is left open': pieces('[a](b "c '),
  'links inside links': halves('[a ', '](b)'),
  'addresses of parentheses': (size) => `[a](${halves('(', ')')(size - 6)})`,
  'images left open': pieces('!['),
  'images inside images': halves('![a', '](b)'),
  'backticks of growing runs': pieces((n) => `a${'`'.repeat((n % 600) + 1)}`),
  'backticks left open': pieces('`a ``b '),
  'fence left open': pieces('a `b`\n', '```\n'),
  'fences of growing length': pieces((n) => `${'`'.repeat((n % 300) + 3)}\na\n`),
  'tags left open': pieces('<a '),
  'attributes left open': pieces('<a href="b '),
  'comments left open': pieces('<!-- a '),
  'declarations left open': pieces('<!A '),
  'instructions left open': pieces('<? a '),
  'CDATA left open': pieces('<![CDATA[a '),
  'tags on lines of their own': pieces('<div>\n'),
  'angles alone': pieces('<'),
  'escapes alone': pieces('\\')
};

const signs: Readonly<Record<string, HostileKind['write']>> = {
  links: pieces('[a](https://b.example)'),
  'addresses in angles': pieces('<https://a.example> '),
  'bare addresses': pieces('www.a.example '),
  'address without end': pieces('(', 'https://a.example/'),
  'address of dots and colons': pieces('.:', 'https://a.example/'),
  'mail addresses': pieces('a@b.example '),
  'mail address without end': pieces('a.', '', '@'),
  'ats alone': pieces('a@'),
  'images that carry their pixels': pieces('![a](data:image/png;base64,eA==)'),
  'images from elsewhere': pieces('![a](b)'),
  'tags as text': pieces('<b>'),
  'breaks as tags': pieces('a<br>'),
  'escaped signs': pieces('\\*\\[\\`'),
  'character references': pieces('&amp;'),
  'character references by number': pieces('&#x1F600;'),
  ampersands: pieces('&'),
  headings: pieces('# a\n'),
  'underlined headings': pieces('a\n=\n'),
  rules: pieces('---\n'),
  'paragraphs of a letter': pieces('a\n\n'),
  'lines of a letter': pieces('a\n'),
  'lines that break': pieces('a  \n'),
  'lines that break by escapes': pieces('a\\\n'),
  'blank lines': pieces('\n', 'a', 'a'),
  'blank lines of spaces': pieces(' \n', 'a', 'a'),
  spaces: pieces(' ', 'a', 'a'),
  tabs: pieces('\ta\n'),
  'carriage returns': pieces('a\r'),
  'code by indent': pieces('    a\n\n'),
  'code words': pieces('`a` ')
};

const words: Readonly<Record<string, HostileKind['write']>> = {
  'words on one line': pieces('word '),
  'one word': pieces('a'),
  'one word of many places to break': pieces('a\u200B'),
  'one word of soft hyphens': pieces('a\u00AD'),
  'joined letters': pieces('a\u200D'),
  'one letter of many marks': pieces('\u0301', 'a'),
  'letters of many marks': pieces(
    'Z\u0351\u036B\u0343\u036A\u0302\u036B\u033D\u034F\u0334\u0319\u0324'
  ),
  'emoji joined to one another': pieces('\u{1F469}\u200D'),
  flags: pieces('\u{1F1E9}\u{1F1EA}'),
  'letters of every script': pieces((n) => `${String.fromCodePoint(0xa1 + ((n * 37) % 0xd000))} `),
  'letters that no font has': pieces((n) => String.fromCodePoint(0xf0000 + (n % 60_000))),
  'halves of characters': pieces('\uD83D'),
  zeros: pieces('\0'),
  'both directions in turn': pieces('a א '),
  'brackets of both directions': halves('(א', ')a'),
  'directional controls': pieces('\u202Ea\u202C'),
  'directional isolates left open': pieces('\u2067a'),
  'Arabic without a space': pieces('بيت'),
  'Thai without a space': pieces('ประเทศไทย'),
  'Chinese without a space': pieces('中国政府'),
  'Devanagari without a space': pieces('क्षि'),
  'quotations left open': pieces('“a '),
  quotations: pieces((n) => `“one two three ${n}” `),
  numbers: pieces((n) => `${n},000.5 per cent `),
  'number without end': pieces('1,000'),
  'number words': pieces('hundred '),
  likelihoods: pieces('It may possibly be likely. '),
  abbreviations: pieces('e.g. '),
  'misspelt words': pieces((n) => `wrod${letter(n)}${letter(n / 26)} `),
  names: pieces((n) => `Ms A${letter(n)}b C${letter(n * 3)}d said. `)
};

/** What is shown with its formatting, as far as that goes. */
const within: Readonly<Record<string, HostileKind['write']>> = {
  'as many cells as may be': justWithin(columns(60, 'b'), 61, tableHead(60)),
  'as many rows as may be': justWithin(columns(2, 'b'), 3, tableHead(2)),
  'as many short rows as may be': justWithin('|b|c\n', 5, tableHead(4)),
  'as many items as may be': justWithin('- a\n', 1),
  'as many lists as may be': justWithin('- a\n* a\n', 4),
  'as many paragraphs as may be': justWithin('a\n\n', 1),
  'as many headings as may be': justWithin('# a\n', 1),
  'as many links as may be': justWithin('[a](https://b.example) ', 1),
  'as much emphasis as may be': justWithin('*a* ', 1),
  'as many breaks as may be': justWithin('a\\\n', 1),
  'as many notes as may be': (size) => {
    const count = Math.floor((maxElements(size) - 200) / 3);
    const range = Array.from({ length: Math.min(count, Math.floor(size / 25)) }, (_, n) => n);
    return `${range.map((n) => `[^${n}]`).join('')}\n\n${range.map((n) => `[^${n}]: b\n`).join('')}`;
  }
};

const groups = [within, tables, references, nesting, emphasis, leftOpen, signs, words];

export const hostileKinds: readonly HostileKind[] = groups.flatMap((group) =>
  Object.entries(group).map(([name, write]) => ({ name, write }))
);
