/**
 * Annotations: made of selections, put in order, mended, and edited in what they say and stand on. An
 * edit is a pure function from one state of a briefing to the next; what it does not touch keeps its
 * identity.
 */
import { newAnnotation } from '../../../src-main/domain/briefing/annotation.js';
import { describe } from '../../../src-main/domain/anchoring/locate.js';
import type { Range } from '../../../src-main/domain/text/range.js';
import type {
  Annotation,
  AnnotationLink,
  Target,
  AnnotationKind
} from '../../../src-main/domain/briefing/annotation.js';
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import { type Id, newId } from '../../../src-main/domain/base/values.js';
import { dateInWords } from '../../../src-main/domain/terms/terms.js';
import type { TextSelection, MendedWords, Linkable } from '../../annotations/annotation-actions.js';
import type { NodeSpan } from '../../annotations/text/text-nodes.js';
import { suggestPlace } from '../../../src-main/domain/anchoring/suggest-place.js';

/** Writes a reply: a new one at the end when the annotation has none of that id. Blank takes it away. */
export function setReply(
  briefing: Briefing,
  annotation: Id,
  reply: Id,
  note: string,
  now = new Date()
): Briefing {
  const modifiedAt = now.toISOString();
  return change(briefing, annotation, (known) => {
    const { replies } = known;
    if (note.trim() === '') return { replies: replies.filter(({ id }) => id !== reply) };
    const isNew = !replies.some(({ id }) => id === reply);
    const next = isNew
      ? [...replies, { id: reply, note, createdAt: modifiedAt, modifiedAt, by: null }]
      : replies.map((one) => (one.id === reply ? { ...one, note, modifiedAt } : one));
    return { replies: next };
  });
}

export function setLinks(
  briefing: Briefing,
  annotation: Id,
  links: readonly AnnotationLink[]
): Briefing {
  return change(briefing, annotation, () => ({ links }));
}

/** The person has looked at the words that stand there now: they are what is meant. */
export function acceptFlag(briefing: Briefing, annotation: Id): Briefing {
  return change(briefing, annotation, ({ flag }) => (flag ? { flag: null } : null));
}

/** Puts an annotation onto other words, which may be of another card or source; what it was first made on stays known. */
export function attachTo(
  briefing: Briefing,
  annotation: Id,
  { type, id }: Pick<Target, 'type' | 'id'>,
  text: string,
  { start, end }: Range
): Briefing {
  const selectors = describe(text, start, end);
  return change(briefing, annotation, ({ target }) => ({
    flag: null,
    target: { ...target, type, id, selectors, base: null }
  }));
}

/** A tag by another name, in every annotation that has it. Where both stand already they become one. */
export function renameTag(briefing: Briefing, from: string, to: string): Briefing {
  const name = to.trim();
  if (name === '' || name === from) return briefing;
  return changeTags(briefing, from, (tags) => [
    ...new Set(tags.map((tag) => (tag === from ? name : tag)))
  ]);
}

export function removeTag(briefing: Briefing, tag: string): Briefing {
  return changeTags(briefing, tag, (tags) => tags.filter((one) => one !== tag));
}

function changeTags(
  briefing: Briefing,
  tag: string,
  alter: (tags: readonly string[]) => readonly string[]
): Briefing {
  if (!briefing.annotations.some(({ tags }) => tags.includes(tag))) return briefing;
  return {
    ...briefing,
    annotations: briefing.annotations.map((annotation) =>
      annotation.tags.includes(tag)
        ? { ...annotation, tags: alter(annotation.tags), modifiedAt: new Date().toISOString() }
        : annotation
    )
  };
}

/** `null` from `alter`: nothing to change. */
function change(
  briefing: Briefing,
  id: Id,
  alter: (known: Annotation) => Partial<Annotation> | null
): Briefing {
  const known = briefing.annotations.find((annotation) => annotation.id === id);
  const patch = known && alter(known);
  if (!known || !patch) return briefing;
  const next = { ...known, ...patch, modifiedAt: new Date().toISOString() };
  return { ...briefing, annotations: briefing.annotations.map((a) => (a === known ? next : a)) };
}

/** A bare highlight of what is selected. */
export function annotationOf(
  { target, text, span }: TextSelection,
  kind: AnnotationKind,
  id = newId(),
  now = new Date()
): Annotation {
  const selectors = describe(text, span.start, span.end);
  const moment = now.toISOString();
  return newAnnotation({ ...target, selectors }, moment, { id, kind });
}

/** The annotation of exactly these words, or `null`: to mark them again means that one. */
export function annotationAt(briefing: Briefing, { target, span }: TextSelection): Id | null {
  const same = briefing.annotations.find(({ target: { id, selectors } }) => {
    const { position } = selectors;
    return id === target.id && position?.start === span.start && position.end === span.end;
  });
  return same?.id ?? null;
}

/** The annotation with its words at `span` of `text`; what it was first made on stays known. */
export function placedAt(
  annotation: Annotation,
  text: string,
  { start, end }: NodeSpan
): Annotation {
  return {
    ...annotation,
    target: { ...annotation.target, selectors: describe(text, start, end) }
  };
}

/** Annotations by the card or source they are on, in the order of the words; orphans where they once were. */
export function groupByTarget(
  annotations: readonly Annotation[]
): ReadonlyMap<Id, readonly Annotation[]> {
  const groups = new Map<Id, Annotation[]>();
  for (const annotation of annotations.toSorted((a, b) => startInText(a) - startInText(b))) {
    const { id } = annotation.target;
    const group = groups.get(id);
    if (group) group.push(annotation);
    else groups.set(id, [annotation]);
  }
  return groups;
}

/** All annotations by the order of their texts, those whose text is gone last. */
export function annotationsInOrder(
  byTarget: ReadonlyMap<Id, readonly Annotation[]>,
  texts: readonly Id[]
): readonly Annotation[] {
  const known = new Set(texts);
  const gone = [...byTarget.keys()].filter((id) => !known.has(id));
  return [...texts, ...gone].flatMap((id) => byTarget.get(id) ?? []);
}

/** Where in its text an annotation stands, or stood when it had a place for certain. */
export function startInText({ target }: Annotation): number {
  return (target.selectors.position ?? target.original.position)?.start ?? 0;
}

/** Every tag in use, for completion. */
export function tagsOf(annotations: readonly Annotation[]): readonly string[] {
  return [...new Set(annotations.flatMap(({ tags }) => tags))].sort();
}

/**
 * What an annotation whose place is lost or in doubt can be mended with; `null`: there is nothing to mend.
 *
 * @param text the rendered text that it is on; `null` when that is gone.
 */
export function mendingOf(annotation: Annotation, text: string | null): MendedWords | null {
  const { selectors, original } = annotation.target;
  if (selectors.position) {
    return annotation.flag ? { was: original.quote.exact, now: selectors.quote.exact } : null;
  }
  const range = text === null ? null : suggestedRange(annotation, text);
  return {
    was: selectors.quote.exact,
    now: text === null || !range ? null : text.slice(range.start, range.end)
  };
}

/** The words that most likely took an orphan's place. */
export function suggestedRange(annotation: Annotation, text: string): Range | null {
  return suggestPlace(text, annotation.target.selectors.quote, startInText(annotation)).range;
}

/** The actors, issues and positions of a briefing, as annotated words can be about them. */
export function linkablesOf({
  actors,
  issues,
  positions
}: Pick<Briefing, 'actors' | 'issues' | 'positions'>): readonly Linkable[] {
  const names = new Map<string, string>([
    ...actors.map(({ id, name }) => [id, name] as const),
    ...issues.map(({ id, wording }) => [id, wording] as const)
  ]);
  return [
    ...actors.map(({ id, name }) => ({ type: 'actor' as const, id, label: name })),
    ...issues.map(({ id, wording }) => ({ type: 'issue' as const, id, label: wording })),
    ...positions.map(({ id, actor, issue, stance, said }) => ({
      type: 'position' as const,
      id,
      label: `${names.get(actor) ?? ''}: ${stance}, ${names.get(issue) ?? ''}${said ? `, ${dateInWords(said)}` : ''}`
    }))
  ];
}
