/** A briefing as the rows of the index: one a card, note and source, and one for each smaller part. Pure. */
import type { Briefing } from '../domain/briefing/briefing.js';
import type { Id } from '../domain/base/values.js';
import type { Position } from '../domain/briefing/entries.js';
import { type RowKind, rowKinds } from '../domain/search/query.js';
import type { TextHash } from '../domain/briefing/source.js';
import { stanceWords } from '../domain/terms/terms.js';

export interface SearchRow {
  readonly kind: RowKind;
  readonly id: Id | null;
  /** Counts for more: a heading, a name. */
  readonly head: string;
  readonly body: string;
}

/** `null` for a text that is missing or damaged. */
export type TextOf = (hash: TextHash) => string | null;

/** Always the same for the same briefing, so that a row can be named by its number. Empty rows are left out. */
export function rowsOf(briefing: Briefing, textOf: TextOf): readonly SearchRow[] {
  const {
    actors,
    annotations,
    cards,
    events,
    figures,
    issues,
    outcomes,
    positions,
    sources,
    statements
  } = briefing;
  const rows: SearchRow[] = [
    row('title', null, briefing.title, briefing.marking),
    row('bottom line', null, '', plainMarkdown(briefing.bottomLine)),
    row('tag', null, briefing.tags.join(', ')),
    ...cards.map(({ id, kind, heading, body }) =>
      row(`card: ${kind}`, id, heading, plainMarkdown(body))
    ),
    ...annotations.map(({ id, target, note, replies, tags }) => {
      const written = [note, ...replies.map((reply) => reply.note)].map(plainMarkdown);
      return row(
        'annotation',
        id,
        target.selectors.quote.exact,
        joined(...written, tags.join(', '))
      );
    }),
    ...positions.map((position) => positionRow(position, briefing)),
    ...statements.map(({ id, actor, text }) => row('statement', id, nameOf(actors, actor), text)),
    ...actors.map(({ id, name, aliases, tags, note }) =>
      row('actor', id, [name, ...aliases].join(', '), joined(tags.join(', '), plainMarkdown(note)))
    ),
    ...issues.map(({ id, wording, tags, note }) =>
      row('issue', id, wording, joined(tags.join(', '), plainMarkdown(note)))
    ),
    ...events.map(({ id, title }) => row('event', id, title)),
    ...figures.map(({ id, wording, unit, measures, note }) =>
      row('figure', id, `${wording} ${unit}`, joined(measures, plainMarkdown(note)))
    ),
    ...outcomes.map(({ id, statement }) => row('outcome', id, statement)),
    ...sources.map(({ id, title, publisher, author, text, format }) => {
      const verbatim = textOf(text) ?? '';
      return row(
        'source',
        id,
        [title, publisher, author].filter(Boolean).join(', '),
        format === 'markdown' ? plainMarkdown(verbatim) : verbatim
      );
    })
  ];
  return rows.filter(({ head, body }) => head !== '' || body !== '');
}

/** Who holds which stance on what can be found as it would be said: “Ukraine opposes concessions”. */
function positionRow(position: Position, { actors, issues }: Briefing): SearchRow {
  const { id, actor, issue, stance, statement, condition } = position;
  const name = nameOf(actors, actor);
  const wording = issues.find((each) => each.id === issue)?.wording ?? '';
  return row(
    'position',
    id,
    `${name} ${stanceWords[stance].toLowerCase()}: ${wording}`,
    joined(statement, condition)
  );
}

function nameOf(actors: Briefing['actors'], id: Id): string {
  return actors.find((each) => each.id === id)?.name ?? '';
}

function row(kind: RowKind, id: Id | null, head: string, body = ''): SearchRow {
  return { kind, id, head, body };
}

function joined(...parts: readonly string[]): string {
  return parts.filter(Boolean).join('\n');
}

/**
 * Markdown without its signs, near enough to find words in it and to show a piece of it: a fraction
 * of the work of rendering, which the index could not afford for every card. No pattern here looks
 * at a character more than a few times, whatever the text. Pure.
 */

const steps: readonly (readonly [RegExp, string])[] = [
  // A link or picture says its words, not its address.
  [/!?\[([^\][]*)\]\([^()\s]*(?:\s+"[^"]*")?\)/g, '$1'],
  [/^[ \t]*(?:>[ \t]?|#{1,6}[ \t]+|[-*+][ \t]+)+/gm, ''],
  [/^[ \t|:]*-[ \t|:-]*$/gm, ''],
  // The bars between the cells of a table.
  [/(?<!\\)\|/g, ' '],
  [/(?<!\\)(?:\*{1,3}|~~|`+)/g, ''],
  [/(?<![\p{L}\p{N}\\])_{1,3}(?=\S)|(?<=[^\s\\])_{1,3}(?![\p{L}\p{N}])/gu, ''],
  [/\\([\\`*_{}[\]()#+.!>~|-])/g, '$1']
];

export function plainMarkdown(markdown: string): string {
  if (!/[[\]*_`~#>\\|-]/.test(markdown)) return markdown;
  return steps.reduce((text, [sign, instead]) => text.replace(sign, instead), markdown);
}

/**
 * The number of a row in the index tells which briefing, which kind and which row of it, so that
 * neither a second table nor the text is needed to know. Greater numbers are of newer briefings.
 */

/** SQL: the briefing, and the kind, of a row of `words`. */
export const numOfRow = '(rowid >> 20)';
export const kindOfRow = '((rowid >> 15) & 31)';

/** Rows of one briefing that can be found; what a briefing has beyond is not. */
export const mostRows = 2 ** 15;

export function rowNumber(num: number, kind: RowKind, row: number): number {
  return num * 2 ** 20 + kindNumber(kind) * 2 ** 15 + row;
}

export function kindNumber(kind: RowKind): number {
  return rowKinds.indexOf(kind);
}

export interface RowName {
  readonly num: number;
  readonly kind: RowKind;
  readonly row: number;
}

/** Throws for what `rowNumber` never made. */
export function readRowNumber(rowid: number): RowName {
  const kind = rowKinds[Math.floor(rowid / 2 ** 15) % 32];
  if (!kind) throw new Error(`The index holds a row of no kind, ${rowid}`);
  return { num: Math.floor(rowid / 2 ** 20), kind, row: rowid % 2 ** 15 };
}

/** The least and the greatest number that rows of a briefing can have. */
export function rowsOfNum(num: number): readonly [number, number] {
  return [num * 2 ** 20, (num + 1) * 2 ** 20 - 1];
}
