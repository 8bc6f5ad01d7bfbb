/** Annotations as W3C Web Annotation JSON-LD, https://www.w3.org/TR/annotation-model/. */
import { countCodePoints } from './code-points.js';
import type { Collection } from './collect.js';
import type { ExchangedAnnotation, ExchangedReply, ExchangedPosition } from './exchanged.js';
import { Id } from '../base/values.js';
import type { TextQuoteSelector } from '../briefing/annotation.js';
import { isObject } from '../base/is-object.js';
import { listOf, offsetOf, stringOf } from './json-shapes.js';

const context = 'http://www.w3.org/ns/anno.jsonld';

/** One annotation page. Replies are annotations of annotations, as the model has it. */
export function writeWebAnnotations(collection: Collection): string {
  const page = {
    '@context': context,
    id: addressOf([collection], 'page'),
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
    id: addressOf(collections, 'collection'),
    type: 'AnnotationCollection',
    label: title,
    total: items.length,
    first: { id: addressOf(collections, 'page'), type: 'AnnotationPage', startIndex: 0, items }
  };
  return `${JSON.stringify(collection, null, 2)}\n`;
}

/** Pages and collections must have one (https://www.w3.org/TR/annotation-model/#collections); the same for the same briefings. */
function addressOf(collections: readonly Collection[], what: 'page' | 'collection'): string {
  return `urn:standpoint:${what}:${collections.map(({ id }) => id).join('+')}`;
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

/** The two selectors that Standpoint knows, out of a list as W3C and Hypothesis write it. */
interface FoundSelectors {
  readonly quote: TextQuoteSelector | null;
  readonly position: ExchangedPosition | null;
}

/** `unit`: what the program that wrote them counts in. */
export function selectorsOf(list: unknown, unit: ExchangedPosition['unit']): FoundSelectors {
  let quote: TextQuoteSelector | null = null;
  let position: ExchangedPosition | null = null;
  for (const selector of listOf(list)) {
    if (!isObject(selector)) continue;
    const exact = stringOf(selector['exact']);
    if (selector['type'] === 'TextQuoteSelector' && exact !== '') {
      quote = { exact, prefix: stringOf(selector['prefix']), suffix: stringOf(selector['suffix']) };
    }
    const [start, end] = [offsetOf(selector['start']), offsetOf(selector['end'])];
    const isPosition = selector['type'] === 'TextPositionSelector';
    if (isPosition && start !== null && end !== null && start < end) {
      position = { start, end, unit };
    }
  }
  return { quote, position };
}

/**
 * Our identifiers as web identifiers: a ULID and a UUID are 128 bits alike, and `urn:uuid:` (RFC 9562)
 * is the registered way to name something that has no address.
 */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export function urnOf(id: Id): string {
  let value = 0n;
  for (const digit of id) value = value * 32n + BigInt(digits.indexOf(digit));
  const hex = value.toString(16).padStart(32, '0').slice(-32);
  const groups = [8, 12, 16, 20, 32].map((end, i, ends) => hex.slice(ends[i - 1] ?? 0, end));
  return `urn:uuid:${groups.join('-')}`;
}

/** `null` for whatever is no `urn:uuid:`. */
export function idOfUrn(urn: string): Id | null {
  const hex = /^urn:uuid:([0-9a-f-]{36})$/i.exec(urn)?.[1]?.replaceAll('-', '');
  if (hex?.length !== 32) return null;
  let value = BigInt(`0x${hex}`);
  let id = '';
  for (let i = 0; i < 26; i++) {
    id = (digits[Number(value % 32n)] ?? '0') + id;
    value /= 32n;
  }
  return Id.parse(id);
}
