/** The position ledger as a table for spreadsheets (RFC 4180). */
import type { Bundle } from '../domain/briefing/bundle.js';
import { composePublication, type Publication } from '../domain/publication/publication.js';
import { gradeOf } from '../domain/briefing/source.js';

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
  'source',
  'grade'
] as const;

type Row = Readonly<Record<(typeof columns)[number], string>>;

/** One row a ledger entry, in the order of the printed ledger. */
export function ledgerAsCsv(bundle: Bundle): string {
  return table([[...columns], ...linesOf(bundle).lines]);
}

/** The same of several, with the title of the briefing before each row. */
export function ledgersAsCsv(bundles: readonly Bundle[]): string {
  const lines = bundles
    .map(linesOf)
    .flatMap((each) => each.lines.map((line) => [each.title, ...line]));
  return table([['briefing', ...columns], ...lines]);
}

function linesOf({ briefing, texts }: Bundle) {
  const publication = composePublication(briefing, texts);
  const lines = rowsOf(publication).map((row) => columns.map((column) => row[column]));
  return { title: publication.title, lines };
}

/** Starts with a byte order mark, without which Excel reads another encoding. */
function table(lines: readonly (readonly string[])[]): string {
  return `\uFEFF${lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('')}`;
}

function rowsOf({ ledger, notes }: Publication): readonly Row[] {
  return ledger.flatMap(({ issue, claims }) =>
    claims.map(({ actor, position, evidence, superseded }) => {
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
        source: [...new Set(sources.map(({ title }) => title))].join(' | '),
        grade: [...new Set(sources.map(gradeOf))].join(' | ')
      };
    })
  );
}

/** An apostrophe before what a spreadsheet would run as a formula (OWASP, CSV injection). */
function cell(value: string): string {
  const inert = /^\s*[=+\-@]|^[\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
