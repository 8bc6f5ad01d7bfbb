/**
 * Edits of what annotations say and stand on, each a pure function from one state of a briefing to
 * the next. What an edit does not touch keeps its identity.
 */
import { describe } from '../../../src-main/domain/anchoring/locate.js';
import type { Range } from '../../../src-main/domain/text/range.js';
import type {
  Annotation,
  AnnotationLink,
  Target
} from '../../../src-main/domain/briefing/annotation.js';
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import type { Id } from '../../../src-main/domain/base/id.js';

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
      ? [...replies, { id: reply, note, createdAt: modifiedAt, modifiedAt }]
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
