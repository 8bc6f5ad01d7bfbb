/** What each format holds of a briefing. Over 300 lines because all are tried on the same few briefings. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Bundle } from '../domain/briefing/bundle.js';
import { newId } from '../domain/base/values.js';
import { positionsAsOf } from '../domain/ledger/ledger.js';
import { fullEdition } from '../domain/publication/edition.js';
import { ExpectedFailure } from '../domain/base/result.js';
import type { DocumentJob } from '../domain/publication/document-job.js';
import { asMarkdown } from './briefing-markdown.js';
import { formatOf, formats, writeDocument } from './formats.js';
import { asHtml } from './html/briefing-html.js';
import { ledgerAsCsv } from './ledger-csv.js';

const bundle = Bundle.parse(
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../../resources/samples/alaska-summit.json'), 'utf8')
  )
);
const { briefing } = bundle;

/** What is made of one briefing by itself. */
const alone = (part: Bundle, edition = fullEdition) => ({ title: null, parts: [part], edition });
const briefingAsMarkdown = (part: Bundle) => asMarkdown(alone(part));
const briefingAsHtml = (part: Bundle, edition = fullEdition) => asHtml(alone(part, edition));

const folder = mkdtempSync(join(tmpdir(), 'standpoint-formats-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** RFC 4180, by the letter. */
function parseCsv(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  for (let match = field.exec(csv); match; match = field.exec(csv)) {
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

function withFirst(changes: Partial<Bundle['briefing']['positions'][number]>): Bundle {
  const [first, ...rest] = briefing.positions;
  const positions = [{ ...first!, ...changes }, ...rest];
  return { ...bundle, briefing: { ...briefing, positions } };
}

/** With a copy of its source, in which the words stand too that a position in force rests on. */
function withCopy(): Bundle {
  const [source] = briefing.sources;
  const position = positionsAsOf(briefing.positions, briefing.date).find(
    ({ evidence }) => evidence.length > 0
  );
  const origin = { id: newId(), name: 'AFP', by: null };
  const quote = briefing.annotations.find(({ id }) => id === position!.evidence[0])!;
  const copy = { ...source!, id: newId(), origin: origin.id };
  const copied = { ...quote, id: newId(), target: { ...quote.target, id: copy.id } };
  const evidence = [quote.id, copied.id];
  return {
    ...bundle,
    briefing: {
      ...briefing,
      origins: [origin],
      sources: [{ ...source!, origin: origin.id }, copy],
      annotations: [...briefing.annotations, copied],
      positions: briefing.positions.map((each) =>
        each === position ? { ...each, evidence } : each
      )
    }
  };
}

describe('a copy counts as a report, and as no origin of its own', () => {
  const part = withCopy();

  test('in the table of the ledger', () => {
    const [head = [], ...rows] = parseCsv(ledgerAsCsv(alone(part)).slice(1));
    const columns = [head.indexOf('reports'), head.indexOf('origins')];
    const counts = new Set(rows.map((row) => columns.map((column) => row[column]).join(' of ')));
    // The sample's other sources were left out.
    expect(counts).toEqual(new Set(['2 of 1', '1 of 1', '0 of 0']));
  });

  test.each([
    ['Markdown', briefingAsMarkdown(part)],
    ['the web page', briefingAsHtml(part)]
  ])('in %s, in the matrix, the ledger and the list of sources', (_format, document) => {
    expect(document.match(/2 reports, 1 origin/g)).toHaveLength(2);
    expect(document).toContain('Of one origin (AFP) with source 2.');
    expect(document).toContain('Of one origin (AFP) with source 1.');
  });

  test('of a briefing with one source no document counts', () => {
    const sources = briefing.sources.slice(0, 1).map((each) => ({ ...each, origin: null }));
    const part = { ...bundle, briefing: { ...briefing, sources, origins: [] } };
    expect(briefingAsHtml(part)).not.toMatch(/\d (?:reports?|origins?)\b/);
  });
});

test('Markdown and the web page tell what actors said without a stance', () => {
  const [actor] = briefing.actors;
  const [{ id: quote } = { id: newId() }] = briefing.annotations;
  const words = { text: 'Talks go on next week.', said: '2025-08-16', attribution: ['aides'] };
  const kept = { id: newId(), actor: actor!.id, recordedAt: briefing.createdAt, by: null };
  const statements = [{ ...words, ...kept, evidence: [quote] }];
  const part = { ...bundle, briefing: { ...briefing, statements } };
  for (const document of [briefingAsMarkdown(part), briefingAsHtml(part)]) {
    expect(document).toContain('Who said what');
    expect(document).toContain('Talks go on next week.');
    expect(document).toContain('16 August 2025, via aides');
  }
  const without = { ...bundle, briefing: { ...briefing, statements: [] } };
  expect(briefingAsHtml(without)).not.toContain('Who said what');
});

test.each([
  ['Markdown', briefingAsMarkdown],
  ['the web page', briefingAsHtml]
])('%s tells every figure of the sample with its unit', (_format, write) => {
  const document = write(bundle);
  for (const words of ['approximately 1.6 million civilians', 'over 80%']) {
    expect(document).toMatch(new RegExp(`(?:\\| |dir="auto">)${words}`));
  }
});

test('a name from right to left leaves the order of the words around it alone', () => {
  const [first, ...others] = briefing.sources;
  const source = { ...first!, author: 'A. Writer', publisher: 'الصحيفة', published: '2025-08-30' };
  const part = { ...bundle, briefing: { ...briefing, sources: [source, ...others] } };
  const order = ['A. Writer', 'الصحيفة', '30 August 2025'].map((name) => `\u2068${name}\u2069`);
  expect(briefingAsHtml(part)).toContain(order.join(', '));
});

test('who prepared it is named where that is wished, whoever it is for, and in a book once', () => {
  const edition = { ...fullEdition, profile: 'audience' as const, preparedBy: 'Ada Byron' };
  const job = alone(bundle, edition);
  for (const document of [asMarkdown(job), asHtml(job)]) expect(document).toContain('Ada Byron');
  const book = asHtml({ ...job, title: 'Both', parts: [bundle, bundle] });
  expect(book.match(/Prepared by Ada Byron/g)).toHaveLength(1);
  expect(briefingAsHtml(bundle)).not.toContain('Prepared by');
});

describe('formatOf', () => {
  test.each(formats.map(({ ending }) => ending))('knows .%s, in any case', (ending) => {
    expect(formatOf(`/tmp/a.b/x.${ending.toUpperCase()}`, false).ending).toBe(ending);
  });

  test.each(['x.odt', 'x', '/a.pdf/x', 'x.'])('refuses %s and lists what there is', (path) => {
    expect(() => formatOf(path, false)).toThrow(ExpectedFailure);
    const endings = formats.map(({ ending }) => `.${ending}`).join(', ');
    expect(() => formatOf(path, false)).toThrow(`must end in one of ${endings}.`);
  });
});

describe('writeDocument', () => {
  const jobs: DocumentJob[] = [];
  const edition = { ...fullEdition, paper: 'Letter' as const };
  const options = {
    print: (job: DocumentJob) => {
      jobs.push(job);
      return Promise.resolve(new Uint8Array([37]));
    }
  };

  const forAudience = alone(bundle, { ...edition, profile: 'audience' });

  test('writes a bundle that reads back as it was', async () => {
    const path = join(folder, 'x.json');
    await writeDocument(alone(bundle, edition), path, options);
    expect(Bundle.parse(JSON.parse(readFileSync(path, 'utf8')))).toEqual(bundle);
  });

  test('prints on the paper asked for, for an audience without the texts', async () => {
    await writeDocument(forAudience, join(folder, 'x.pdf'), options);
    const printed = jobs.map((job) => [
      job.edition.paper,
      job.title,
      job.parts.map(({ texts }) => Object.values(texts))
    ]);
    expect(printed).toEqual([['Letter', null, [['']]]]);
  });

  test.each(['json', 'md', 'csv'])('an audience finds no private note in .%s', async (ending) => {
    const path = join(folder, `audience.${ending}`);
    await writeDocument(forAudience, path, options);
    const written = readFileSync(path, 'utf8');
    for (const { note } of briefing.annotations) if (note) expect(written).not.toContain(note);
  });
});

describe('the ledger as CSV', () => {
  test('has one row an entry, with the quotes that it rests on', () => {
    const [head, ...rows] = parseCsv(ledgerAsCsv(alone(bundle)).slice(1));
    expect(rows.length).toBe(briefing.positions.length);
    const quotes = rows.map((row) => row[head!.indexOf('evidence')]).join(' | ');
    for (const { evidence } of briefing.positions) {
      const cited = briefing.annotations.filter(({ id }) => evidence.includes(id));
      for (const { target } of cited) expect(quotes).toContain(target.selectors.quote.exact);
    }
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1'])(
    'keeps a spreadsheet from running %j',
    (statement) => {
      const rows = parseCsv(ledgerAsCsv(alone(withFirst({ statement }))).slice(1));
      expect(rows.flat()).toContain(`'${statement}`);
    }
  );

  test('quotes what would break a row', () => {
    const statement = 'He said "no",\r\nthen left.';
    const rows = parseCsv(ledgerAsCsv(alone(withFirst({ statement }))).slice(1));
    expect(rows.flat()).toContain(statement);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
  });
});

describe('HTML', () => {
  const html = briefingAsHtml(bundle, fullEdition);

  test('marks every quote where it stands, and leads to its note and back', () => {
    const text = html.replace(/<sup.*?<\/sup>/g, '').replace(/<[^>]*>/g, '');
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, anchor] of html.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(anchor);
    for (const { target } of briefing.annotations) {
      expect(text.replace(/\s+/g, ' ')).toContain(inHtml(target.selectors.quote.exact));
    }
    expect(html.match(/<mark /g)?.length).toBeGreaterThanOrEqual(briefing.annotations.length);
  });

  test('runs nothing and loads nothing, whatever the briefing holds', () => {
    const hostile = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
    const made = briefingAsHtml(
      {
        ...bundle,
        briefing: {
          ...briefing,
          title: hostile,
          bottomLine: `${hostile} ![x](https://tracker.invalid/p.png) [x](javascript:alert(1))`,
          actors: briefing.actors.map((actor) => ({ ...actor, name: hostile })),
          cards: briefing.cards.map((card) => ({ ...card, heading: hostile, body: hostile }))
        }
      },
      fullEdition
    );
    expect(made).not.toMatch(/<script|<img|<link|<iframe|\son\w+="|href="javascript|url\(/i);
    expect(made).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`
    );
  });
});

function inHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\s+/g, ' ');
}

test('the address of a source is a link on a web page', () => {
  const [first] = briefing.sources;
  const sources = [
    { ...first!, url: 'https://example.org/a?b&c' },
    { ...first!, id: newId(), url: 'javascript:ran()' }
  ];
  const part = { ...bundle, briefing: { ...briefing, sources } };
  const html = briefingAsHtml(part);
  expect(html).toContain(
    '<a href="https://example.org/a?b&#38;c">https://example.org/a?b&#38;c</a>'
  );
  expect(html).not.toContain('href="javascript');
});

describe('Markdown', () => {
  const markdown = briefingAsMarkdown(bundle);

  test('cites every quote that a claim rests on as a footnote that is there', () => {
    const cited = [...markdown.matchAll(/\[\^(\d+)\](?!:)/g)].map(([, number]) => number);
    const defined = [...markdown.matchAll(/^\[\^(\d+)\]:/gm)].map(([, number]) => number);
    expect(new Set(cited)).toEqual(new Set(defined));
    expect(defined.length).toBeGreaterThan(10);
  });

  test('keeps footnotes of cards apart from its own, and from those of other cards', () => {
    const bodies = [
      'Said[^1] so.\n\n[^1]: By Ann.',
      'Asked[^1] so[^2].\n[^1]: no note\n\n[^1]: By Bo.'
    ];
    const [first, second] = briefing.cards;
    const cards = [first!, second!].map((card, index) => ({ ...card, body: bodies[index]! }));
    const told = briefingAsMarkdown({ ...bundle, briefing: { ...briefing, cards } });
    expect(told).toContain('Said[^card-1-1] so.\n\n[^card-1-1]: By Ann.');
    expect(told).toContain('Asked[^card-2-1] so\\[^2].\n\\[^1\\]: no note\n\n[^card-2-1]: By Bo.');
    const labels = [...told.matchAll(/^\[\^([^\]]+)\]:/gmu)].map(([, label]) => label);
    expect(new Set(labels).size).toBe(labels.length);
  });

  test('lets no title, name or source text break out of its place', () => {
    const hostile = briefingAsMarkdown({
      texts: { ...bundle.texts, [briefing.sources[0]!.text]: '```\n# Not a heading' },
      schema: bundle.schema,
      briefing: {
        ...briefing,
        title: 'One\n---\n# Two',
        actors: briefing.actors.map((actor) => ({ ...actor, name: '<b>|*x*' }))
      }
    });
    expect(hostile.split('\n')[1]).toBe('title: "One\\n---\\n# Two"');
    expect(hostile).toContain('# One --- \\# Two');
    expect(hostile).not.toContain('<b>|*x*');
    expect(hostile).toContain('````text\n¶1 ```\n# Not a heading');
  });

  test('means no more in another program than here, whatever somebody wrote', () => {
    const words =
      '<script>ran()</script> ![x](https://tracker.invalid/p.png) [x](javascript:ran())';
    const hostile = briefingAsMarkdown({
      ...bundle,
      briefing: {
        ...briefing,
        // A fence that is left open must not turn what follows from code into text.
        bottomLine: `~~~\n${words}`,
        cards: briefing.cards.map((card) => ({ ...card, body: `${words}\n\n\`\`\`\n${words}` })),
        annotations: briefing.annotations.map((each) => ({ ...each, note: words })),
        sources: briefing.sources.map((source) => ({ ...source, url: 'javascript:ran()' }))
      }
    });
    const outsideCode = hostile.replace(/(^ *(?:`{3,}|~{3,})).*?\n\1/gms, '');
    expect(hostile).toContain('&lt;script\\>ran()&lt;/script\\>');
    expect(outsideCode).not.toMatch(/<script|(?<!\\)!\[|(?<!\\)\]\(javascript|<javascript/);
  });
});

test('docs/export.md lists every format with what it holds, alone and as a book', () => {
  const docs = readFileSync(join(import.meta.dirname, '../../docs/export.md'), 'utf8');
  const rows = docs
    .split('\n')
    .filter((line) => line.startsWith('| `.'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim())
    );
  expect(rows).toEqual(
    formats.map(({ ending, holds, book }) => [
      `\`.${ending}\``,
      holds,
      book?.holds ?? 'not as a book'
    ])
  );
});

test('what can name who prepared it lets her choose that, and data never names her', async () => {
  const job = { ...alone(bundle), edition: { ...fullEdition, preparedBy: 'Ada Byron' } };
  for (const { ending, shows, make } of formats) {
    // These are printed or packed.
    if (['pdf', 'docx', 'standpoint'].includes(ending)) continue;
    const made = await make(job, {} as Parameters<typeof make>[1]);
    const text = typeof made === 'string' ? made : Buffer.from(made).toString();
    expect([ending, text.includes('Ada Byron')]).toEqual([ending, shows !== 'data']);
  }
  expect(formats.find(({ ending }) => ending === 'md')?.shows).toBe('text');
});
