/** Annotations as a table (RFC 4180), one row each. Owner of d3-dsv. */
import { csvFormatRows, csvParseRows } from 'd3-dsv';
import { AnnotationKind, AnnotationLink } from '../briefing/annotation.js';
import { Id } from '../base/values.js';
import { ExpectedFailure } from '../base/result.js';
import type { Collection } from './collect.js';
import type { ExchangedAnnotation, ExchangedReply, ReadAnnotations } from './exchanged.js';
import { isObject } from '../base/is-object.js';
import { momentOf, stringOf } from './json-shapes.js';

const columns = [
  'kind',
  'quote',
  'note',
  'tags',
  'replies',
  'in',
  'address',
  'created',
  'modified',
  'start',
  'end',
  'prefix',
  'suffix',
  'links',
  'id',
  'target'
] as const;
type Column = (typeof columns)[number];

/** Starts with a byte order mark, without which Excel reads another encoding. A line holds one tag. */
export function writeAnnotationsCsv({ annotations }: Collection): string {
  const rows = annotations.map((annotation) => {
    const row = rowOf(annotation);
    return columns.map((column) => makeInert(row[column]));
  });
  return `\uFEFF${csvFormatRows([[...columns], ...rows])}\n`;
}

function rowOf(annotation: ExchangedAnnotation): Readonly<Record<Column, string>> {
  const { id, kind, note, tags, replies, links, quote, position, target } = annotation;
  return {
    kind: kind ?? '',
    quote: quote?.exact ?? '',
    note,
    tags: tags.join('\n'),
    replies: replies.length > 0 ? JSON.stringify(replies) : '',
    in: target.title,
    address: target.address,
    created: annotation.createdAt ?? '',
    modified: annotation.modifiedAt ?? '',
    start: String(position?.start ?? ''),
    end: String(position?.end ?? ''),
    prefix: quote?.prefix ?? '',
    suffix: quote?.suffix ?? '',
    links: links.length > 0 ? JSON.stringify(links) : '',
    id: id ?? '',
    target: target.id ?? ''
  };
}

/** Throws an `ExpectedFailure` for a table without a column of quotes. */
export function readAnnotationsCsv(text: string): ReadAnnotations {
  const [head = [], ...rows] = csvParseRows(text.replace(/^\uFEFF/, ''));
  if (!head.includes('quote')) {
    throw new ExpectedFailure(
      'not-annotations',
      'This is no table of annotations: it has no column “quote”.'
    );
  }
  const refused: string[] = [];
  const annotations = rows.flatMap((cells, index) => {
    const cell = (column: Column) => asWritten(cells[head.indexOf(column)] ?? '');
    if (cell('quote') === '') {
      refused.push(`Row ${index + 2} quotes no words, so it was left out.`);
      return [];
    }
    return [annotationOf(cell)];
  });
  return { annotations, refused };
}

function annotationOf(cell: (column: Column) => string): ExchangedAnnotation {
  const kind = AnnotationKind.safeParse(cell('kind'));
  const links = AnnotationLink.array().safeParse(parsed(cell('links')));
  const [start, end] = [cell('start'), cell('end')].map((value) => Number.parseInt(value, 10));
  const isPlaced = start !== undefined && end !== undefined && start >= 0 && start < end;
  return {
    id: idOf(cell('id')),
    kind: kind.success ? kind.data : null,
    note: cell('note'),
    tags: cell('tags').split('\n').filter(Boolean),
    replies: repliesOf(parsed(cell('replies'))),
    links: links.success ? links.data : [],
    quote: { exact: cell('quote'), prefix: cell('prefix'), suffix: cell('suffix') },
    position: isPlaced ? { start, end, unit: 'utf16' } : null,
    target: { id: idOf(cell('target')), title: cell('in'), address: cell('address') },
    createdAt: momentOf(cell('created')),
    modifiedAt: momentOf(cell('modified'))
  };
}

function repliesOf(value: unknown): readonly ExchangedReply[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isObject).map((reply) => ({
    id: idOf(reply['id']),
    note: stringOf(reply['note']),
    createdAt: momentOf(reply['createdAt']),
    modifiedAt: momentOf(reply['modifiedAt'])
  }));
}

/** A cell that a person has spoilt says nothing; the rest of its row still counts. */
function parsed(cell: string): unknown {
  if (cell === '') return null;
  try {
    return JSON.parse(cell);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}

function idOf(value: unknown): Id | null {
  const id = Id.safeParse(value);
  return id.success ? id.data : null;
}

/** An apostrophe before what a spreadsheet would run as a formula (OWASP, CSV injection). */
function makeInert(value: string): string {
  return /^'*(?:\s*[=+\-@]|[\t\r])/.test(value) ? `'${value}` : value;
}

function asWritten(value: string): string {
  return /^''*(?:\s*[=+\-@]|[\t\r])/.test(value) ? value.slice(1) : value;
}
