/** The position ledger as a table for spreadsheets (RFC 4180). */
import { composeBook } from '../domain/publication/book.js';
import type { DocumentJob } from '../domain/publication/document-job.js';
import { fullEdition } from '../domain/publication/edition.js';
import type { Publication } from '../domain/publication/publication.js';
import { gradeOf } from '../domain/briefing/source.js';
import type { Format } from './format.js';

declare module './format.js' {
  interface FormatsByEnding {
    readonly csv: Format;
  }
}

const columns = [
  'issue',
  'actor',
  'stance',
  'condition',
  'statement',
  'said',
  'effective',
  'reported',
  'attribution',
  'status',
  'confidence',
  'superseded',
  'evidence',
  'newer version',
  'source',
  'grade',
  'reports',
  'origins'
] as const;

type Row = Readonly<Record<(typeof columns)[number], string>>;

export const ledger: Format = {
  name: 'Position ledger',
  label: 'position ledger',
  shows: 'data',
  holds: 'the position ledger, a row an entry',
  book: {
    name: 'Position ledgers',
    holds: 'the same, with the title of the briefing in a first column'
  },
  make: ledgerAsCsv
};

/** One row a ledger entry, in the order of the printed ledger; in a book behind the title of the briefing. */
export function ledgerAsCsv({ title, parts }: Omit<DocumentJob, 'edition'>): string {
  const { chapters, titlePage } = composeBook({ title, parts, edition: fullEdition });
  const lines = chapters.flatMap(({ publication }) =>
    rowsOf(publication).map((row) => [
      ...(titlePage ? [publication.title] : []),
      ...columns.map((column) => row[column])
    ])
  );
  return table([[...(titlePage ? ['briefing'] : []), ...columns], ...lines]);
}

/** Starts with a byte order mark, without which Excel reads another encoding. */
function table(lines: readonly (readonly string[])[]): string {
  return `\uFEFF${lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('')}`;
}

function rowsOf({ ledger, notes }: Publication): readonly Row[] {
  return ledger.flatMap(({ issue, claims }) =>
    claims.map(({ actor, position, evidence, superseded, corroboration }) => {
      const cited = notes.filter(({ number }) => evidence.includes(number));
      const sources = cited.flatMap(({ place }) => (place?.type === 'source' ? place.source : []));
      return {
        issue: issue.wording,
        actor: actor.name,
        stance: position.stance,
        condition: position.condition,
        statement: position.statement,
        said: position.said ?? '',
        effective: position.effective ?? '',
        reported: position.reported ?? '',
        attribution: position.attribution.join(' | '),
        status: position.status,
        confidence: position.confidence ?? '',
        superseded: superseded ? 'yes' : 'no',
        evidence: cited
          .map(({ annotation }) => annotation.target.selectors.quote.exact)
          .join(' | '),
        'newer version': cited.flatMap(({ newerVersion }) => newerVersion || []).join(' | '),
        source: [...new Set(sources.map(({ title }) => title))].join(' | '),
        grade: [...new Set(sources.map(gradeOf))].join(' | '),
        reports: String(corroboration.reports),
        origins: String(corroboration.origins)
      };
    })
  );
}

/** An apostrophe before what a spreadsheet would run as a formula (OWASP, CSV injection). */
function cell(value: string): string {
  const inert = /^\s*[=+\-@]|^[\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
