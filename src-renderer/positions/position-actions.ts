/** What a person can do in the views of positions, timeline and judgement: the desk carries it out. */
import type { Briefing } from '../../src-main/domain/briefing/briefing.js';
import type { Id } from '../../src-main/domain/base/values.js';
import type {
  Actor,
  Event,
  EventDetails,
  Issue,
  LikelihoodScale,
  Outcome,
  Position
} from '../../src-main/domain/briefing/entries.js';
import type { Source } from '../../src-main/domain/briefing/source.js';
import { countedByKey } from '../../src-main/domain/text/joined-words.js';
import type { Mention, Mentions } from '../../src-main/domain/ledger/mentions.js';
import type { LintFinding } from '../../src-main/domain/lint/finding.js';
import type { PositionForm } from './forms/position-form.js';

export interface PositionActions {
  /** Leads to an annotation's words. */
  show(annotation: Id): void;
  /** Opens the form with this in it. */
  record(given: Partial<PositionForm>): void;
  /** Offers the way back. */
  removePosition(id: Id): void;
  /** Where the sources name it; `null` for an issue. */
  mentionsOf(id: Id): Mentions | null;
  /** Leads to one of these places. */
  leadTo(id: Id, mention: Mention): void;
  addActor(actor: Actor): void;
  addIssue(issue: Issue): void;
  setActor(id: Id, patch: Partial<Omit<Actor, 'id'>>): void;
  setIssue(id: Id, patch: Partial<Omit<Issue, 'id'>>): void;
  /** `gone` becomes one with `keep`. */
  merge(keep: Id, gone: Id): void;
  remove(id: Id): void;
  removeStatement(id: Id): void;
  /** Who else of a shared library changed the entry last, in words; empty for nobody. */
  readonly lastChange: (position: Position) => string;
  /** Who stands where, over the whole library. */
  askLibrary(question: { readonly actor: string } | { readonly issue: string }): void;
}

export interface FigureActions {
  /** Opens the form. */
  start(): void;
  edit(id: Id): void;
  remove(id: Id): void;
}

export interface TimelineActions {
  /** Of the printed timeline; changes in a row are one step for undo. */
  setTitle(title: string): void;
  endTyping(): void;
  /** Leads to an annotation's words. */
  show(annotation: Id): void;
  addEvent(event: EventDetails): void;
  /** @param begun the event when it was opened to be edited. */
  setEvent(begun: Event, event: EventDetails): void;
  removeEvent(id: Id): void;
}

export interface JudgementActions {
  /** Leads to an annotation's words. */
  show(annotation: Id): void;
  readonly figures: FigureActions;
  setScale(scale: LikelihoodScale): void;
  addOutcome(): void;
  setOutcome(id: Id, patch: Partial<Omit<Outcome, 'id'>>): void;
  removeOutcome(id: Id): void;
  grade(source: Source, grade: Partial<Pick<Source, 'reliability' | 'credibility'>>): void;
  dismiss(finding: LintFinding): void;
  /** Shows again all findings that were dismissed. */
  recall(): void;
  /** Begins to record the number that no source holds. */
  recordFigure(finding: LintFinding): void;
  /** Leads to the place. */
  showFinding(finding: LintFinding): void;
}

/** Of actors and issues, by id. */
export function namesOf({
  actors,
  issues
}: Pick<Briefing, 'actors' | 'issues'>): ReadonlyMap<string, string> {
  return new Map<string, string>([
    ...actors.map(({ id, name }) => [id, name] as const),
    ...issues.map(({ id, wording }) => [id, wording] as const)
  ]);
}

/** What names an actor or issue, such as “2 positions, 1 figure”; one that nothing names is missing. */
export function namedBy({
  positions,
  statements,
  events,
  figures,
  actors
}: Pick<Briefing, 'positions' | 'statements' | 'events' | 'figures' | 'actors'>): ReadonlyMap<
  Id,
  string
> {
  return countedByKey<Id>([
    [positions.flatMap(({ actor, issue }) => [actor, issue]), 'position'],
    [statements.map(({ actor }) => actor), 'statement'],
    [figures.flatMap(({ actor }) => actor ?? []), 'figure'],
    [events.flatMap((event) => event.actors), 'event'],
    [
      actors.flatMap(({ speaksFor }) => speaksFor ?? []),
      'actor who speaks for it',
      'actors who speak for it'
    ]
  ]);
}
