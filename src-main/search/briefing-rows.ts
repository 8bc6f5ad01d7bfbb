/** A briefing as the rows of the index: one a card, note and source, and one for each smaller part. Pure. */
import type { Briefing } from '../domain/briefing/briefing.js';
import type { Id } from '../domain/base/id.js';
import type { Position } from '../domain/briefing/position.js';
import type { RowKind } from '../domain/search/row-kinds.js';
import type { TextHash } from '../domain/briefing/source.js';
import { stanceWords } from '../domain/terms/terms.js';
import { plainMarkdown } from './plain-markdown.js';

export interface Row {
  readonly kind: RowKind;
  readonly id: Id | null;
  /** Counts for more: a heading, a name. */
  readonly head: string;
  readonly body: string;
}

/** `null` for a text that is missing or damaged. */
export type TextOf = (hash: TextHash) => string | null;

/** Always the same for the same briefing, so that a row can be named by its number. Empty rows are left out. */
export function rowsOf(briefing: Briefing, textOf: TextOf): readonly Row[] {
  const { actors, annotations, cards, events, figures, issues, outcomes, positions, sources } =
    briefing;
  const rows: Row[] = [
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
function positionRow(position: Position, { actors, issues }: Briefing): Row {
  const { id, actor, issue, stance, statement, condition } = position;
  const name = actors.find((each) => each.id === actor)?.name ?? '';
  const wording = issues.find((each) => each.id === issue)?.wording ?? '';
  return row(
    'position',
    id,
    `${name} ${stanceWords[stance].toLowerCase()}: ${wording}`,
    joined(statement, condition)
  );
}

function row(kind: RowKind, id: Id | null, head: string, body = ''): Row {
  return { kind, id, head, body };
}

function joined(...parts: readonly string[]): string {
  return parts.filter(Boolean).join('\n');
}
