/** How one document is to look, for whom and in which format: what an export asks of its author, what was chosen last, and what is then shown. */
import { firstDayOf, Id, lastDayOf, PartialDate } from '../base/values.js';
import { keepEntries } from '../base/map-entries.js';
import { z } from '../base/zod.js';
import { maxLengths } from '../base/limits.js';
import type { Briefing } from '../briefing/briefing.js';
import { changeEvidence } from '../briefing/evidence.js';
import { isKnownBy, withDaysOfEvidence } from '../ledger/ledger.js';
import { withoutRepeatedNotes } from './repeated-notes.js';

/** Paper sizes of a PDF. */
export const PaperSize = z.enum(['A4', 'Letter']);
export type PaperSize = z.infer<typeof PaperSize>;

/** Who a document is for; see `applyProfile`. */
export const Profile = z.enum(['audience', 'full']);
export type Profile = z.infer<typeof Profile>;

/**
 * Which parts a document has. `full`: all. `brief`: one page to hand over. `positions`: who stands
 * where, with the ledger and its quotes. `changes`: what changed since a day.
 */
export const Template = z.enum(['full', 'brief', 'positions', 'changes']);
export type Template = z.infer<typeof Template>;

/** Of all briefings together: what was left out last is left out again. */
const mostLeftOut = 1_000;

export const Edition = z
  .strictObject({
    template: Template,
    paper: PaperSize,
    profile: Profile,
    /** Whether it shows the positions matrix. */
    matrix: z.boolean(),
    /** Whether it shows its author's notes. The quotes that claims rest on are always there. */
    notes: z.boolean(),
    /**
     * What changed after the end of this day. Of the template `changes`, `null` is the ledger's first
     * day; `full` has a section of changes only where a day is given.
     */
    since: PartialDate.nullable(),
    /** Up to which day positions and changes are told, whole; `null` is as last known. */
    until: PartialDate.nullable(),
    /** Who is named as having prepared it, whoever it is for; empty for nobody. */
    preparedBy: z.string().max(maxLengths.author).default(''),
    /** Whether a PDF has running text of 16 points or more, and all else as much larger. */
    largePrint: z.boolean().default(false),
    /** Which copy it is, such as “3” or “3 of 12”, printed beside the marking; empty for none. */
    copyNumber: z.string().max(maxLengths.copyNumber).default(''),
    /** What its author left out of the one-page brief; see `briefOf`. */
    leftOut: z.array(Id).max(mostLeftOut).readonly().default([]),
    /** Whether a PDF is to be one for keeping (PDF/A-3u), or else is not to be written. */
    archive: z.boolean().default(false)
  })
  .readonly();
export type Edition = z.infer<typeof Edition>;

/** For whom a document is unless its author says otherwise: all but the full briefing is handed over. */
export function profileOf(template: Template): Profile {
  return template === 'full' ? 'full' : 'audience';
}

/** Everything, on A4. */
export const fullEdition: Edition = {
  template: 'full',
  paper: 'A4',
  profile: 'full',
  matrix: true,
  notes: true,
  since: null,
  until: null,
  preparedBy: '',
  largePrint: false,
  copyNumber: '',
  leftOut: [],
  archive: false
};

/** One a template, the latest first. */
export const KeptEditions = z.array(Edition);
export type KeptEditions = z.infer<typeof KeptEditions>;

/** The day of a report of changes belongs to one briefing, a copy has its own number: neither is kept. */
export function keepEdition(kept: readonly Edition[], edition: Edition): KeptEditions {
  const others = kept.filter(({ template }) => template !== edition.template);
  const leftOut = edition.leftOut.slice(-mostLeftOut);
  return [{ ...edition, since: null, copyNumber: '', leftOut }, ...others];
}

/** What a page knows of a format that it offers. */
export const FormatFacts = z.strictObject({
  /** Of its files, without the first dot. */
  ending: z.string(),
  /** Within a sentence; `null`: the command line alone writes it. */
  label: z.string().nullable(),
  /**
   * A PDF leaves all choices of an edition open, another document has one template, a text without pages
   * names who prepared it, and data has none of these.
   */
  shows: z.enum(['pdf', 'document', 'text', 'data']),
  /** Whether one file holds several briefings. */
  isBook: z.boolean()
});
export type FormatFacts = z.infer<typeof FormatFacts>;

/** What of an edition a format can show. */
export type Shows = FormatFacts['shows'];

interface Shown {
  readonly briefing: Briefing;
  readonly texts: Readonly<Record<string, string>>;
}

/**
 * The briefing as its positions stood at the end of the day that was chosen, with how many came later. A position
 * without a day counts from the first day on which its evidence was published. Sources that were published later
 * go, with their quotes and what rests on nothing else; undated ones stay. The page of changes tells of two days,
 * and has its own way.
 */
export function withPositionsAsOf(
  { template, until }: Edition,
  briefing: Briefing
): { readonly briefing: Briefing; readonly later: number } {
  if (until === null || template === 'changes') return { briefing, later: 0 };
  const unknown = withDaysOfEvidence(briefing).positions.filter((each) => !isKnownBy(each, until));
  const later = new Set(unknown.map(({ id }) => id));
  const isPublished = ({ published }: Briefing['sources'][number]) =>
    published === null || firstDayOf(published) <= lastDayOf(until);
  const gone = new Set(briefing.sources.flatMap((each) => (isPublished(each) ? [] : [each.id])));
  const annotations = briefing.annotations.filter(({ target }) => !gone.has(target.id));
  const known = new Set(annotations.map(({ id }) => id));
  const rests = ({ evidence }: { readonly evidence: readonly Id[] }) =>
    evidence.length === 0 || evidence.some((id) => known.has(id));
  const told: Briefing = {
    ...briefing,
    sources: briefing.sources.filter(({ id }) => !gone.has(id)),
    annotations,
    positions: briefing.positions.filter(({ id }) => !later.has(id)),
    statements: briefing.statements.filter(rests),
    events: briefing.events.filter(rests),
    figures: briefing.figures.filter(rests),
    keyJudgements: briefing.keyJudgements.filter(({ about }) => !later.has(about))
  };
  const evidence = (ids: readonly Id[]) => keepEntries(ids, (id) => known.has(id));
  return { briefing: changeEvidence(told, evidence), later: later.size };
}

/** What an edition shows of a briefing, before it is put in order and numbered. */
export function restrictTo(
  edition: Edition,
  briefing: Briefing,
  texts: Readonly<Record<string, string>>
): Shown {
  const annotated = annotatedFor(edition, briefing);
  switch (edition.template) {
    case 'full':
      return { briefing: annotated, texts };
    case 'brief':
      return { briefing: withoutEntries(annotated), texts: {} };
    case 'positions':
      return { briefing: positionsAlone(annotated), texts: {} };
    case 'changes':
      // That page has entries and quotes of its own.
      return { briefing: { ...withoutEntries(annotated), cards: [], positions: [] }, texts: {} };
  }
}

/** With its author's notes, each told once, or without. The page of changes has no room for them. */
export function annotatedFor({ template, notes }: Edition, briefing: Briefing): Briefing {
  return notes && template !== 'changes' ? withoutRepeatedNotes(briefing) : withoutNotes(briefing);
}

function withoutEntries(briefing: Briefing): Briefing {
  return {
    ...briefing,
    annotations: [],
    statements: [],
    events: [],
    figures: [],
    outcomes: []
  };
}

function withoutNotes(briefing: Briefing): Briefing {
  const annotations = briefing.annotations.map((each) => ({ ...each, note: '', replies: [] }));
  return { ...briefing, annotations };
}

/** With what page one judges, whose quotes stand there. */
function positionsAlone(briefing: Briefing): Briefing {
  const judged = new Set(briefing.keyJudgements.map(({ about }) => about));
  const outcomes = briefing.outcomes.filter(({ id }) => judged.has(id));
  const told = [...briefing.positions, ...briefing.events, ...outcomes];
  const evidence = new Set(told.flatMap((claim) => claim.evidence));
  return {
    ...briefing,
    cards: [],
    annotations: briefing.annotations.filter(({ id }) => evidence.has(id)),
    statements: [],
    figures: [],
    outcomes
  };
}
