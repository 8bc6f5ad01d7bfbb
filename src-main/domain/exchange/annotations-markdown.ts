/**
 * Annotations as Markdown to read: quote, note, replies, under the title of their card or source.
 * Comments, which no reader sees, carry what is needed to read them back; quotes and notes are read
 * from the text itself, so what a person changed there counts.
 */
import { inOneLine } from '../text/in-one-line.js';
import { AnnotationKind, annotationKindWords, AnnotationLink } from '../briefing/annotation.js';
import { ExpectedFailure } from '../base/result.js';
import type { Collection } from './collect.js';
import type { ExchangedAnnotation, ExchangedReply, ReadAnnotations } from './exchanged.js';
import { isObject } from '../base/is-object.js';
import { idOf, type Json, listOf, momentOf, offsetOf, stringOf } from './json-shapes.js';

export function writeAnnotationsMarkdown({ title, annotations }: Collection): string {
  const blocks = [`# Annotations of “${inOneLine(title)}”`];
  let last: ExchangedAnnotation['target'] | null = null;
  for (const annotation of annotations) {
    const { target } = annotation;
    if (target.id !== last?.id || target.title !== last?.title) {
      blocks.push(`${comment('in', target)}\n## ${inOneLine(target.title) || 'Without a title'}`);
    }
    last = target;
    blocks.push(annotationBlock(annotation), ...annotation.replies.map(replyBlock));
  }
  return `${blocks.join('\n\n')}\n\n${end}\n`;
}

const end = '<!-- end -->';

function annotationBlock(annotation: ExchangedAnnotation): string {
  const { id, kind, note, tags, links, quote, position, createdAt, modifiedAt } = annotation;
  const facts = { id, kind, tags, links, position, createdAt, modifiedAt };
  const context = { prefix: quote?.prefix, suffix: quote?.suffix };
  const words = [
    kind ? `**${annotationKindWords[kind]}**` : '**Annotation**',
    ...tags.map(inOneLine)
  ];
  const lines = (quote?.exact ?? '').split('\n').map((line) => `> ${line}`);
  const head = `${comment('annotation', { ...facts, ...context })}\n${words.join(' · ')}`;
  return [head, lines.join('\n'), ...(note === '' ? [] : [guarded(note)])].join('\n\n');
}

function replyBlock({ note, ...facts }: ExchangedReply): string {
  return [comment('reply', facts), guarded(note)].join('\n\n');
}

/** Two hyphens would end the comment; as an escape of JSON they do not. */
function comment(name: string, facts: object): string {
  return `<!-- ${name} ${JSON.stringify(facts).replaceAll('--', '\\u002d\\u002d').replaceAll('>', '\\u003e')} -->`;
}

/** No line of a note is mistaken for a comment of ours. */
function guarded(note: string): string {
  return note.replace(/^(?=\\*<!-- )/gm, '\\');
}

function unguarded(note: string): string {
  return note.replace(/^\\(?=\\*<!-- )/gm, '');
}

/** One that is being read: its replies follow. */
type Growing = ExchangedAnnotation & { readonly replies: ExchangedReply[] };

/** Throws an `ExpectedFailure` for Markdown in which Standpoint wrote no annotation. */
export function readAnnotationsMarkdown(text: string): ReadAnnotations {
  const blocks = text
    .replace(/^\uFEFF/, '')
    .split(/(?:^|\n\n)(?=<!-- (?:in|annotation|reply|end)\b)/);
  const refused: string[] = [];
  const annotations: Growing[] = [];
  let target: ExchangedAnnotation['target'] = { id: null, title: '', address: '' };
  for (const block of blocks) {
    const { name, facts, rest } = readBlock(block);
    if (name === 'in') {
      const { title, address } = facts;
      target = { id: idOf(facts['id']), title: stringOf(title), address: stringOf(address) };
    } else if (name === 'annotation') {
      const annotation = annotationOf(facts, rest, target);
      if (annotation.quote) annotations.push(annotation);
      else refused.push('An annotation quotes no words, so it was left out.');
    } else if (name === 'reply') {
      annotations.at(-1)?.replies.push(replyOf(facts, rest));
    }
  }
  if (annotations.length + refused.length === 0 && blocks.at(-1)?.trim() !== end) {
    throw new ExpectedFailure(
      'not-annotations',
      'This Markdown holds no annotations that Standpoint exported.'
    );
  }
  return { annotations, refused };
}

function readBlock(block: string): { name: string; facts: Json; rest: string } {
  const match = /^<!-- (in|annotation|reply) (.*) -->\n?/.exec(block);
  if (!match) return { name: '', facts: {}, rest: '' };
  const [whole, name = '', json = ''] = match;
  return { name, facts: parsed(json), rest: block.slice(whole.length) };
}

/** A comment that a person has spoilt says nothing; the words under it still count. */
function parsed(json: string): Json {
  try {
    const facts: unknown = JSON.parse(json);
    return isObject(facts) ? facts : {};
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return {};
  }
}

function annotationOf(facts: Json, rest: string, target: ExchangedAnnotation['target']): Growing {
  const { exact, note } = readWords(rest);
  const kind = AnnotationKind.safeParse(facts['kind']);
  const links = AnnotationLink.array().safeParse(facts['links']);
  const position = isObject(facts['position']) ? facts['position'] : {};
  const [start, stop] = [offsetOf(position['start']), offsetOf(position['end'])];
  return {
    id: idOf(facts['id']),
    kind: kind.success ? kind.data : null,
    note: unguarded(note),
    tags: listOf(facts['tags']).map(stringOf).filter(Boolean),
    replies: [],
    links: links.success ? links.data : [],
    quote: exact
      ? { exact, prefix: stringOf(facts['prefix']), suffix: stringOf(facts['suffix']) }
      : null,
    position:
      start !== null && stop !== null && start < stop ? { start, end: stop, unit: 'utf16' } : null,
    target,
    createdAt: momentOf(facts['createdAt']),
    modifiedAt: momentOf(facts['modifiedAt'])
  };
}

/** Behind the line of kind and tags: the quote, then the note. */
function readWords(rest: string): { exact: string; note: string } {
  const head = rest.indexOf('\n\n');
  const lines = head < 0 ? [] : rest.slice(head + 2).split('\n');
  const beyond = lines.findIndex((line) => !line.startsWith('>'));
  const quoted = beyond < 0 ? lines : lines.slice(0, beyond);
  const note = beyond < 0 ? '' : lines.slice(beyond).join('\n').replace(/^\n/, '');
  return { exact: quoted.map((line) => line.replace(/^> ?/, '')).join('\n'), note };
}

function replyOf(facts: Json, rest: string): ExchangedReply {
  return {
    id: idOf(facts['id']),
    note: unguarded(rest.replace(/^\n/, '')),
    createdAt: momentOf(facts['createdAt']),
    modifiedAt: momentOf(facts['modifiedAt'])
  };
}
