/** Protects that references come back as they went out, that files of other programs are understood, and that none can harm. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeBibtex } from './bibtex.js';
import { readReferences, referenceFormats } from './formats.js';
import { dateOf, type Reference, referenceOf } from './reference.js';
import { writeRis } from './ris.js';

const nothing: Reference = {
  title: '',
  author: '',
  publisher: '',
  published: null,
  url: '',
  accessed: null,
  language: null,
  bibliographic: null
};
const read = (name: string, text: string) => readReferences(name, text).references;

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.stringMatching(/^[\\{}"'`~^$%&#_@,;= a-zé-]{0,30}$/),
  fc.constantFrom('A. Writer; B. Other', 'Byron, Ada and others', 'أوكرانيا ترفض', 'TY  - X', '---')
);
const date = fc.constantFrom(null, '2014', '2025-08', '2025-08-15', '0079-01-31');
const anyReference = fc.record<Reference>({
  title: words.map((text) => `T${text}`),
  author: words,
  publisher: words,
  published: date,
  url: fc.oneof(fc.constant(''), fc.webUrl({ withQueryParameters: true, withFragments: true })),
  accessed: date,
  language: fc.constantFrom(null, 'en', 'de-CH', 'ar'),
  bibliographic: fc.constant(null)
});
/** Every entry that goes out has a key, and brings it back. */
const withoutKeys = ({ bibliographic: _, ...reference }: Reference) => reference;

describe.each(referenceFormats)('$name', ({ ending, write }) => {
  test('what goes out comes back', () => {
    fc.assert(
      fc.property(fc.array(anyReference, { maxLength: 4, minLength: 1 }), (references) => {
        const { references: back, refused } = readReferences(`r.${ending}`, write(references));
        expect(refused).toEqual([]);
        expect(back.map(withoutKeys)).toEqual(references.map(referenceOf).map(withoutKeys));
      })
    );
  });

  test('whatever a file holds is read or refused with a sentence', () => {
    const pieces = fc.constantFrom(
      '@a{',
      'TY  - ',
      '\n',
      '{',
      '}',
      '"',
      ',',
      'x = ',
      '#',
      '\\',
      '['
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 40 }), (parts) => {
        try {
          readReferences(`r.${ending}`, parts.join(''));
        } catch (error) {
          expect(error).toMatchObject({ code: 'not-references' });
        }
      })
    );
  });
});

test.each([
  ['2025', '2025'],
  ['2025/8/', '2025-08'],
  ['2025-08-15T12:00:00Z', '2025-08-15'],
  ['2025-02-30', '2025-02'],
  ['2025-08-15/2025-08-18', '2025-08-15'],
  ['spring 2025', null],
  ['20250815', null]
])('the date %s is read as %s', (text, date) => {
  expect(dateOf(text)).toBe(date);
});

test('BibTeX as others write it', () => {
  const text = String.raw`
@string{ap = "Associated " # "Press"}
@comment{nothing}
@article{müller, author = "M{\"u}ller, J{\'o}zef and {Ministry of Foreign Affairs and Trade} and \v{S}imon \L{}ok and others",
  title = {The {EU}'s \emph{offer} -- 50\% of it, ${'`'}${'`'}so to say''},
  journal = ap, year = 2025, month = aug, day = 15,
  url = {https://example.org/a\_b?x=1\&y=2}, langid = {ngerman} }
@misc{broken, title = {Never ends
@online(second, title={Second}, date={2024}, urldate={2024-05-06})
`;
  const found = readReferences('x.bib', text);
  expect(found.references).toMatchObject([
    {
      title: 'The EU\u2019s offer – 50% of it, “so to say”'.replace('\u2019', "'"),
      author: 'Józef Müller; Ministry of Foreign Affairs and Trade; Šimon Łok; et al.',
      publisher: 'Associated Press',
      published: '2025-08-15',
      url: 'https://example.org/a_b?x=1&y=2',
      accessed: null,
      language: 'de'
    },
    { ...withoutKeys(nothing), title: 'Second', published: '2024', accessed: '2024-05-06' }
  ]);
  expect(found.refused).toEqual(['An entry could not be read as BibTeX: a brace has no end.']);
});

test('CSL-JSON as others write it', () => {
  const item = {
    id: 1,
    type: 'article-newspaper',
    title: 'Talks',
    author: [
      { family: 'Gogh', given: 'Vincent', 'non-dropping-particle': 'van' },
      { literal: 'AFP' }
    ],
    'container-title': 'The Daily',
    issued: { 'date-parts': [['2025', '8']] },
    accessed: { raw: '2025-08-16' },
    DOI: '10.1000/1'
  };
  expect(read('x.json', JSON.stringify({ items: [item] }))).toMatchObject([
    {
      title: 'Talks',
      author: 'Vincent van Gogh; AFP',
      publisher: 'The Daily',
      published: '2025-08',
      url: 'https://doi.org/10.1000/1',
      accessed: '2025-08-16',
      language: null
    }
  ]);
});

test('RIS as others write it: lines that go on, an entry without an end', () => {
  const text =
    'TY  - NEWS\nT1  - Talks in\nUS-based venues\nA1  - Byron, Ada\nPY  - 2025///\nER  -\nTY  - GEN\nTI  - Second';
  expect(read('x.ris', text)).toMatchObject([
    {
      ...withoutKeys(nothing),
      title: 'Talks in US-based venues',
      author: 'Byron, Ada',
      published: '2025'
    },
    { ...nothing, title: 'Second' }
  ]);
});

test('what has nothing to cite, or more than a field holds, is left out and told', () => {
  const items = [{ author: [{ literal: 'A' }] }, { title: 'x'.repeat(1001) }, { title: 'Kept' }];
  const found = readReferences('x.json', JSON.stringify(items));
  expect(found.references).toEqual([{ ...nothing, title: 'Kept' }]);
  expect(found.refused).toEqual([
    'Entry 1 was left out: it has neither a title nor an address.',
    'Entry 2 was left out: its title has more than 1,000 characters.'
  ]);
});

test.each([
  ['x.json', '{"title": "no list"}'],
  ['x.json', '[1]'],
  ['x.json', '['.repeat(100_000)],
  ['x.bib', 'no entry'],
  ['x.ris', 'no entry']
])('%s with %s is refused', (name, text) => {
  expect(() => readReferences(name, text)).toThrow(/This is no/);
});

test('strings that name one another do not grow without end', () => {
  const doubled = Array.from({ length: 60 }, (_, i) => `@string{s${i + 1} = s${i} # s${i}}`);
  const text = ['@string{s0 = "xxxxxxxx"}', ...doubled, '@misc{a, title = s60}'].join('\n');
  expect(readReferences('x.bib', text).refused[0]).toMatch(/too long/);
});

test('entries of one name are told apart', () => {
  const one = { ...nothing, title: 'T', author: 'Ada Byron', published: '2025' };
  expect(writeBibtex([one, one]).match(/@misc\{[^,]*/g)).toEqual([
    '@misc{byron2025',
    '@misc{byron2025-2'
  ]);
});

const bibtex = String.raw`@article{Almeida2019harbour,
  author = {Almeida, Rosa M. and van der Berg, Jan and {Harbour Research Group} and others},
  title = {Tides and Trade: a Panel of Forty Ports},
  journal = {Journal of Coastal Economics},
  volume = {42},
  number = {3},
  pages = {211--239},
  year = {2019},
  month = sep,
  publisher = {Northgate Press},
  doi = {10.5555/jce.2019.0042}
}
@techreport{ministry2021, author = {{Ministry of Ports and Fisheries}}, title = {Annual Report}, year = 2021}
`;
const ris = `TY  - JOUR
ID  - Almeida2019harbour
AU  - Almeida, Rosa M.
AU  - van der Berg, Jan
AU  - Harbour Research Group
TI  - Tides and Trade: a Panel of Forty Ports
JO  - Journal of Coastal Economics
VL  - 42
IS  - 3
SP  - 211
EP  - 239
PY  - 2019/09//
DO  - 10.5555/jce.2019.0042
ER  - 
`;

describe.each(referenceFormats)('a journal article leaves as $name', ({ ending, write }) => {
  test.each([
    ['BibTeX', 'in.bib', bibtex],
    ['RIS', 'in.ris', ris]
  ])('as it came as %s', (_, name, text) => {
    const [article] = read(name, text);
    expect(article?.bibliographic).toMatchObject({
      kind: 'article',
      key: 'Almeida2019harbour',
      container: 'Journal of Coastal Economics',
      volume: '42',
      issue: '3',
      pages: '211-239',
      doi: '10.5555/jce.2019.0042'
    });
    const [back] = article ? read(`out.${ending}`, write([article])) : [];
    expect(back?.bibliographic).toEqual(article?.bibliographic);
    expect({ ...back, author: '' }).toEqual({ ...article, author: '' });
  });
});

test('a journal article and a body are written as other programs expect them', () => {
  const out = writeBibtex(read('in.bib', bibtex));
  expect(out).toContain(
    'author = {Almeida, Rosa M. and van der Berg, Jan and {Harbour Research Group} and others}'
  );
  expect(out).toContain('journal = {Journal of Coastal Economics}');
  expect(out).toContain('pages = {211--239}');
  expect(out).toContain('author = {{Ministry of Ports and Fisheries}}');
  expect(writeRis(read('in.ris', ris))).toBe(
    [
      ...[
        'TY  - JOUR',
        'ID  - Almeida2019harbour',
        'TI  - Tides and Trade: a Panel of Forty Ports'
      ],
      ...['AU  - Almeida, Rosa M.', 'AU  - van der Berg, Jan', 'AU  - Harbour Research Group'],
      ...['JO  - Journal of Coastal Economics', 'VL  - 42', 'IS  - 3', 'SP  - 211', 'EP  - 239'],
      ...['DO  - 10.5555/jce.2019.0042', 'PY  - 2019', 'DA  - 2019/09//'],
      ...['UR  - https://doi.org/10.5555/jce.2019.0042', 'ER  - ', '']
    ].join('\r\n')
  );
});

test.each([
  ['Almeida, Rosa M.; et al.', 'almeida2019'],
  ['Rosa Almeida', 'almeida2019'],
  ['Łukasz Ősi', 'osi2019'],
  ['', 'tides2019']
])('the key of “%s” is %s', (author, key) => {
  const reference = { ...nothing, title: 'Tides and Trade', author, published: '2019' };
  expect(writeBibtex([reference])).toContain(`@misc{${key},`);
});

test('an author that was corrected since is told as corrected', () => {
  const [article] = read('in.bib', bibtex);
  const out = article ? writeBibtex([{ ...article, author: 'Rosa Almeida' }]) : '';
  expect(out).toContain('author = {Almeida, Rosa}');
});
