/** Annotations as W3C Web Annotation JSON-LD, https://www.w3.org/TR/annotation-model/. */
import { countCodePoints } from './code-points.js';
import type { Collection } from './collect.js';
import type { ExchangedAnnotation, ExchangedReply } from './exchanged.js';
import type { Id } from '../base/id.js';
import { urnOf } from './urn.js';

const context = 'http://www.w3.org/ns/anno.jsonld';

/** One annotation page. Replies are annotations of annotations, as the model has it. */
export function writeWebAnnotations(collection: Collection): string {
  const page = {
    '@context': context,
    type: 'AnnotationPage',
    'dcterms:title': collection.title,
    items: itemsOf(collection)
  };
  return `${JSON.stringify(page, null, 2)}\n`;
}

/** Those of several briefings as one annotation collection, whose first page holds all. */
export function writeWebCollection(title: string, collections: readonly Collection[]): string {
  const items = collections.flatMap(itemsOf);
  const collection = {
    '@context': context,
    type: 'AnnotationCollection',
    label: title,
    total: items.length,
    first: { type: 'AnnotationPage', startIndex: 0, items }
  };
  return `${JSON.stringify(collection, null, 2)}\n`;
}

function itemsOf({ annotations, textOf }: Collection) {
  return annotations.flatMap((annotation) => [
    annotationItem(annotation, textOf),
    ...annotation.replies.map((reply) => replyItem(reply, annotation))
  ]);
}

function annotationItem(annotation: ExchangedAnnotation, textOf: Collection['textOf']) {
  const { id, kind, note, tags, links, createdAt, modifiedAt } = annotation;
  const textual = (value: string, purpose: string) => ({ type: 'TextualBody', value, purpose });
  return {
    ...(id ? { id: urnOf(id) } : {}),
    type: 'Annotation',
    motivation: note === '' ? 'highlighting' : 'commenting',
    created: createdAt,
    modified: modifiedAt,
    body: [
      ...(note === '' ? [] : [{ ...textual(note, 'commenting'), format: 'text/markdown' }]),
      ...tags.map((tag) => textual(tag, 'tagging')),
      ...(kind ? [textual(kind, 'classifying')] : []),
      ...links.map((link) => ({
        type: 'SpecificResource',
        purpose: 'linking',
        source: { id: urnOf(link.id), 'dcterms:type': link.type }
      }))
    ],
    target: targetOf(annotation, textOf)
  };
}

function targetOf({ target, quote, position }: ExchangedAnnotation, textOf: Collection['textOf']) {
  const text = target.id && textOf(target.id);
  return {
    type: 'SpecificResource',
    source: {
      ...(target.id ? { id: urnOf(target.id) } : {}),
      type: 'Text',
      'dcterms:title': target.title,
      ...(target.address ? { via: target.address } : {})
    },
    selector: [
      ...(quote ? [{ type: 'TextQuoteSelector', ...quote }] : []),
      ...(position && text !== null
        ? [
            {
              type: 'TextPositionSelector',
              start: countCodePoints(text, position.start),
              end: countCodePoints(text, position.end)
            }
          ]
        : [])
    ]
  };
}

function replyItem(reply: ExchangedReply, parent: { readonly id: Id | null }) {
  return {
    ...(reply.id ? { id: urnOf(reply.id) } : {}),
    type: 'Annotation',
    motivation: 'replying',
    created: reply.createdAt,
    modified: reply.modifiedAt,
    body: [
      { type: 'TextualBody', value: reply.note, purpose: 'replying', format: 'text/markdown' }
    ],
    ...(parent.id ? { target: urnOf(parent.id) } : {})
  };
}
