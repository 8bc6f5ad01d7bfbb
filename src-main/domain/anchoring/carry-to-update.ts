/**
 * Copies the annotations of a source to its update, and says what of the evidence the update touches. The
 * source and what stands on it stay as they are: its text is what was said on its day. Pure.
 */
import { carry, type CarryResult } from './carry.js';
import { describe, locate } from './locate.js';
import { newId, type Id } from '../base/values.js';
import type { Annotation } from '../briefing/annotation.js';
import type { Briefing } from '../briefing/briefing.js';
import { type Claims, entriesWithEvidence } from '../briefing/evidence.js';
import { overlaps, type Range } from '../text/range.js';
import { diffWords, type DiffPiece } from '../text/word-diff.js';

export interface SourceText {
  readonly id: Id;
  /** Rendered, as selectors mean it. */
  readonly text: string;
}

export interface CarriedAnnotation {
  /** On the source. */
  readonly from: Annotation;
  /** The copy, on the update; `null` where its words are gone. */
  readonly to: Annotation | null;
  /** `changed`: its words were edited or others stand there, and the copy is flagged for a look. */
  readonly became: 'kept' | 'changed' | 'gone';
  /** Where in the update its words stand, or, of those that are gone, stood. */
  readonly place: number;
  /** Ids of the positions, events, figures and the like that rest on it. */
  readonly claims: readonly Id[];
}

export interface ChangedPiece extends DiffPiece {
  /** Where it stands: in the source, or in the update for what was added. */
  readonly range: Range;
  /** Annotations of the source whose words it changes; none for a piece that stayed. */
  readonly touches: readonly Id[];
}

export interface CarriedToUpdate {
  /** One for each annotation of the source, in their order. */
  readonly carried: readonly CarriedAnnotation[];
  /** Ids of all that rests on words which are changed or gone, each once. */
  readonly touched: readonly Id[];
  /** From the source's text to the update's, in reading order. */
  readonly diff: readonly ChangedPiece[];
}

/** What of a briefing is read: what stands on its texts, and what rests on that. */
export type CarriedOf = Pick<Briefing, 'annotations'> & Claims;

/** The copies are `to` of each that is carried; nothing of `briefing` is changed. */
export function carryToUpdate(
  briefing: CarriedOf,
  source: SourceText,
  update: SourceText,
  now = new Date()
): CarriedToUpdate {
  const carried = carriedAnnotations(briefing, source, update, now);
  const touched = carried.flatMap(({ became, claims }) => (became === 'kept' ? [] : claims));
  return {
    carried,
    touched: [...new Set(touched)],
    diff: piecesWithin(diffWords(source.text, update.text), carried)
  };
}

/** The same without all that differs between the two texts, which takes the most time. */
export function carriedAnnotations(
  briefing: CarriedOf,
  source: SourceText,
  update: SourceText,
  now = new Date()
): readonly CarriedAnnotation[] {
  const annotations = briefing.annotations.filter(({ target }) => target.id === source.id);
  const claims = claimsByAnnotation(briefing);
  const results = place(annotations, source.text, update.text);
  return annotations.map((from, i): CarriedAnnotation => {
    const { status, range, place } = results[i] ?? nowhere;
    const isSure = status === 'same' || status === 'moved';
    return {
      from,
      to: range && copy(from, update, range, isSure ? from.flag : flagOf(status), now),
      became: range === null ? 'gone' : isSure ? 'kept' : 'changed',
      place,
      claims: claims.get(from.id) ?? []
    };
  });
}

const nowhere: CarryResult = { status: 'orphan', range: null, place: 0 };

/** One result each. What had no place on the source is looked for by its words. */
function place(
  annotations: readonly Annotation[],
  before: string,
  after: string
): readonly CarryResult[] {
  const anchors = annotations.map(
    ({ target }) => target.selectors.position ?? { start: 0, end: 0 }
  );
  return carry(before, after, anchors).map((result, i) => {
    const selectors = annotations[i]?.target.selectors;
    if (!selectors || selectors.position) return withWords(result);
    const range = locate(after, selectors);
    return range ? withWords({ status: 'replaced', range, place: range.start }) : nowhere;
  });
}

/** Nothing stands where there are no words. */
function withWords(result: CarryResult): CarryResult {
  const { range, place } = result;
  return range && range.start >= range.end ? { ...nowhere, place } : result;
}

function flagOf(status: CarryResult['status']): Annotation['flag'] {
  return status === 'changed' ? 'changed' : 'replaced';
}

/** With what was said of the words, as an entry of its own. `original` tells which words it was made on. */
function copy(
  annotation: Annotation,
  update: SourceText,
  { start, end }: Range,
  flag: Annotation['flag'],
  now: Date
): Annotation {
  const { target, replies } = annotation;
  const selectors = describe(update.text, start, end);
  return {
    ...annotation,
    id: newId(),
    replies: replies.map((reply) => ({ ...reply, id: newId() })),
    target: { ...target, id: update.id, selectors, original: target.selectors, base: null },
    flag,
    modifiedAt: now.toISOString()
  };
}

function claimsByAnnotation(briefing: Claims): ReadonlyMap<Id, readonly Id[]> {
  const found = new Map<Id, Id[]>();
  for (const claim of entriesWithEvidence(briefing)) {
    for (const id of new Set(claim.evidence)) found.set(id, [...(found.get(id) ?? []), claim.id]);
  }
  return found;
}

function piecesWithin(
  pieces: readonly DiffPiece[],
  carried: readonly CarriedAnnotation[]
): readonly ChangedPiece[] {
  let [before, after] = [0, 0];
  return pieces.map((piece) => {
    const { kind, text } = piece;
    const start = kind === 'added' ? after : before;
    const range = { start, end: start + text.length };
    if (kind !== 'added') before = range.end;
    if (kind !== 'removed') after += text.length;
    const isTouched = ({ from, to }: CarriedAnnotation) => {
      const place = (kind === 'added' ? to : from)?.target.selectors.position;
      return !!place && overlaps(place, range);
    };
    const touches = kind === 'same' ? [] : carried.filter(isTouched).map(({ from }) => from.id);
    return { ...piece, range, touches };
  });
}
