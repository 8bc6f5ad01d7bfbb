/**
 * Annotations as Hypothesis exports and imports them: the rows of its API,
 * https://h.readthedocs.io/en/latest/api-reference/. What it does not know stands under `standpoint`,
 * which it ignores.
 */
import { AnnotationKind, AnnotationLink } from '../briefing/annotation.js';
import { ExpectedFailure } from '../base/result.js';
import type { Collection } from './collect.js';
import type { ExchangedAnnotation, ExchangedReply, ReadAnnotations } from './exchanged.js';
import { isObject } from '../base/is-object.js';
import { idOf, type Json, listOf, momentOf, parseJson, stringOf } from './json-shapes.js';
import { selectorsOf, urnOf } from './write-web-annotations.js';

export function writeHypothesis({ annotations }: Collection): string {
  const rows = annotations.flatMap((annotation) => [
    rowOf(annotation),
    ...annotation.replies.map((reply) => replyRowOf(reply, annotation))
  ]);
  return `${JSON.stringify({ total: rows.length, rows }, null, 2)}\n`;
}

function rowOf({ id, kind, note, tags, links, target, ...rest }: ExchangedAnnotation) {
  const { quote, position, createdAt, modifiedAt } = rest;
  const uri = target.address || (target.id ? urnOf(target.id) : '');
  return {
    id,
    created: createdAt,
    updated: modifiedAt,
    uri,
    text: note,
    tags,
    document: { title: [target.title] },
    target: [
      {
        source: uri,
        selector: [
          ...(position
            ? [{ type: 'TextPositionSelector', start: position.start, end: position.end }]
            : []),
          ...(quote ? [{ type: 'TextQuoteSelector', ...quote }] : [])
        ]
      }
    ],
    standpoint: { kind, target: target.id, links }
  };
}

function replyRowOf(reply: ExchangedReply, parent: ExchangedAnnotation) {
  const uri = parent.target.address || (parent.target.id ? urnOf(parent.target.id) : '');
  return {
    id: reply.id,
    created: reply.createdAt,
    updated: reply.modifiedAt,
    uri,
    text: reply.note,
    tags: [],
    references: [parent.id],
    target: [{ source: uri }]
  };
}

/** Throws an `ExpectedFailure` for what is no such document. */
export function readHypothesis(text: string): ReadAnnotations {
  const rows = rowsOf(parseJson(text, 'export of Hypothesis'));
  const roots = rows.filter((row) => listOf(row['references']).length === 0);
  const replies = rows.filter((row) => listOf(row['references']).length > 0);
  // A reply names all above it, the first of all first.
  const byRoot = new Map<string, ExchangedReply[]>();
  for (const row of replies) {
    const root = stringOf(listOf(row['references'])[0]);
    byRoot.set(root, byRoot.get(root) ?? []);
    byRoot.get(root)?.push(replyOf(row));
  }
  const ids = new Set(roots.map(({ id }) => stringOf(id)));
  const annotations = roots.map((row) => ({
    ...annotationOf(row),
    replies: byRoot.get(stringOf(row['id'])) ?? []
  }));
  const lost = replies.filter((row) => !ids.has(stringOf(listOf(row['references'])[0])));
  const isOfWords = ({ quote, position }: ExchangedAnnotation) =>
    quote !== null || position !== null;
  const pageNotes = annotations.filter((annotation) => !isOfWords(annotation));
  return {
    annotations: annotations.filter(isOfWords),
    refused: [
      ...pageNotes.map(
        ({ note }) => `A note on a whole page was left out: “${note.slice(0, 80)}”.`
      ),
      ...lost.map((row) => `A reply has no parent here: “${stringOf(row['text']).slice(0, 80)}”.`)
    ]
  };
}

function rowsOf(document: unknown): readonly Json[] {
  const rows = isObject(document) ? (document['rows'] ?? document['annotations']) : document;
  if (Array.isArray(rows)) return rows.filter(isObject);
  throw new ExpectedFailure(
    'not-annotations',
    'This is no export of Hypothesis: it holds no list of annotations.'
  );
}

function annotationOf(row: Json): ExchangedAnnotation {
  const [target] = listOf(row['target']);
  const ours = isObject(row['standpoint']) ? row['standpoint'] : {};
  const kind = AnnotationKind.safeParse(ours['kind']);
  const links = AnnotationLink.array().safeParse(ours['links']);
  const document = isObject(row['document']) ? row['document'] : {};
  const uri = stringOf(row['uri']);
  return {
    id: idOf(row['id']),
    kind: kind.success ? kind.data : null,
    note: stringOf(row['text']),
    tags: listOf(row['tags']).map(stringOf).filter(Boolean),
    replies: [],
    links: links.success ? links.data : [],
    ...selectorsOf(isObject(target) ? target['selector'] : null, 'utf16'),
    target: {
      id: idOf(ours['target']),
      title: stringOf(listOf(document['title'])[0]),
      address: uri.startsWith('urn:uuid:') ? '' : uri
    },
    createdAt: momentOf(row['created']),
    modifiedAt: momentOf(row['updated'])
  };
}

function replyOf(row: Json): ExchangedReply {
  return {
    id: idOf(row['id']),
    note: stringOf(row['text']),
    createdAt: momentOf(row['created']),
    modifiedAt: momentOf(row['updated'])
  };
}
