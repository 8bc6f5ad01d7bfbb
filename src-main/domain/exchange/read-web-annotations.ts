/** Reads W3C Web Annotation JSON-LD: a page, a collection with its first page, a list, or one annotation. */
import {
  AnnotationKind,
  AnnotationLink,
  type AnnotationLink as Link
} from '../briefing/annotation.js';
import { ExpectedFailure } from '../base/result.js';
import type { ExchangedAnnotation, ExchangedReply, ReadAnnotations } from './exchanged.js';
import { isObject } from '../base/is-object.js';
import { type Json, listOf, momentOf, parseJson, stringOf } from './json-shapes.js';
import { selectorsOf, idOfUrn } from './write-web-annotations.js';

/** Throws an `ExpectedFailure` for what is no such document. */
export function readWebAnnotations(text: string): ReadAnnotations {
  const items = itemsOf(parseJson(text, 'W3C Web Annotation document'));
  const refused: string[] = [];
  const replies = new Map<string, ExchangedReply[]>();
  const annotations: (ExchangedAnnotation & { readonly iri: string })[] = [];
  for (const [index, item] of items.entries()) {
    const iri = stringOf(item['id'] ?? item['@id']);
    const parent = parentOf(item);
    if (parent) {
      const siblings = replies.get(parent) ?? [];
      siblings.push(replyOf(item, iri));
      replies.set(parent, siblings);
      continue;
    }
    const annotation = annotationOf(item, iri);
    if (annotation.quote || annotation.position) annotations.push({ ...annotation, iri });
    else refused.push(`Entry ${index + 1} quotes no words, so it was left out.`);
  }
  const known = new Set(annotations.map(({ iri }) => iri));
  for (const [parent, orphans] of replies) {
    if (!known.has(parent)) refused.push(`${orphans.length} replies to ${parent} have no parent.`);
  }
  return {
    annotations: annotations.map(({ iri, ...annotation }) => ({
      ...annotation,
      replies: (iri && replies.get(iri)) || []
    })),
    refused
  };
}

function itemsOf(document: unknown): readonly Json[] {
  if (Array.isArray(document)) return document.filter(isObject);
  if (isObject(document)) {
    const first = document['first'];
    const items = document['items'] ?? document['@graph'] ?? (isObject(first) && first['items']);
    if (Array.isArray(items)) return items.filter(isObject);
    if (listOf(document['type']).includes('Annotation')) return [document];
  }
  throw new ExpectedFailure(
    'not-annotations',
    'This is no W3C Web Annotation document: it holds neither an annotation nor a list of them.'
  );
}

/** What a reply replies to; `null` for an annotation of its own. */
function parentOf(item: Json): string | null {
  if (!listOf(item['motivation']).includes('replying')) return null;
  const [target] = listOf(item['target']);
  const parent = isObject(target) ? stringOf(target['id'] ?? target['source']) : stringOf(target);
  return parent || null;
}

function replyOf(item: Json, iri: string): ExchangedReply {
  return {
    id: idOfUrn(iri),
    note: bodiesOf(item).map(valueOf).join('\n\n'),
    createdAt: momentOf(item['created']),
    modifiedAt: momentOf(item['modified'])
  };
}

function annotationOf(item: Json, iri: string): ExchangedAnnotation {
  const bodies = bodiesOf(item);
  const withPurpose = (purpose: string) => bodies.filter((body) => body['purpose'] === purpose);
  const others = bodies.filter(
    (body) => !['tagging', 'classifying', 'linking'].includes(stringOf(body['purpose']))
  );
  const kind = AnnotationKind.safeParse(withPurpose('classifying').map(valueOf)[0]);
  return {
    id: idOfUrn(iri),
    kind: kind.success ? kind.data : null,
    note: others.map(valueOf).filter(Boolean).join('\n\n'),
    tags: withPurpose('tagging').map(valueOf).filter(Boolean),
    replies: [],
    links: withPurpose('linking').flatMap(linkOf),
    ...targetOf(item),
    createdAt: momentOf(item['created']),
    modifiedAt: momentOf(item['modified'])
  };
}

function targetOf(item: Json): Pick<ExchangedAnnotation, 'quote' | 'position' | 'target'> {
  const [target] = listOf(item['target']);
  if (!isObject(target)) {
    const address = stringOf(target);
    return { quote: null, position: null, target: { id: idOfUrn(address), title: '', address } };
  }
  const source = target['source'];
  const iri = isObject(source) ? stringOf(source['id']) : stringOf(source);
  const via = isObject(source) ? stringOf(source['via']) : '';
  const id = idOfUrn(iri);
  return {
    ...selectorsOf(target['selector'], 'codePoint'),
    target: {
      id,
      title: isObject(source) ? stringOf(source['dcterms:title']) : '',
      address: via || (id ? '' : iri)
    }
  };
}

function bodiesOf(item: Json): readonly Json[] {
  const plain = stringOf(item['bodyValue']);
  if (plain) return [{ value: plain }];
  return listOf(item['body']).map((body) => (isObject(body) ? body : { value: stringOf(body) }));
}

function valueOf(body: Json): string {
  return stringOf(body['value']);
}

function linkOf({ source }: Json): Link[] {
  if (!isObject(source)) return [];
  const link = AnnotationLink.safeParse({
    type: source['dcterms:type'],
    id: idOfUrn(stringOf(source['id']))
  });
  return link.success ? [link.data] : [];
}
