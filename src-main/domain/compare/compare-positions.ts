/** Positions and their evidence in two briefings, which may give the same actors and issues other ids. */
import { inOneLine } from '../text/in-one-line.js';
import type { Briefing } from '../briefing/briefing.js';
import { sameName, shareName } from '../text/fold-name.js';
import type { Id } from '../base/values.js';
import { changeKinds, changesBetween, type LedgerState } from '../ledger/ledger-changes.js';
import { LedgerIndex } from '../ledger/ledger-index.js';
import type { Position } from '../briefing/entries.js';
import type { EvidenceChange, NamedPositionChange } from './comparison.js';
import type { Side } from './sides.js';

interface ComparedPositions {
  readonly positions: readonly NamedPositionChange[];
  readonly evidence: readonly EvidenceChange[];
}

export function comparePositions(before: Side, after: Side): ComparedPositions {
  const same = sameNames(before.briefing, after.briefing);
  const from = stateOf(withoutRemoved(before, after), same);
  const to = stateOf(after, new Map());
  const names = namesOf(before.briefing, after.briefing);
  const order = [...after.briefing.actors, ...after.briefing.issues].map(({ id }) => id);
  const named = <T extends { readonly actor: Id; readonly issue: Id }>(entry: T) => ({
    ...entry,
    actorName: names.get(entry.actor) ?? '',
    issueWording: names.get(entry.issue) ?? ''
  });
  const byPlace = (a: Cell, b: Cell) =>
    rank(order, a.actor) - rank(order, b.actor) || rank(order, a.issue) - rank(order, b.issue);
  return {
    positions: changesBetween(from, to)
      .map(named)
      .sort((a, b) => changeKinds.indexOf(a.kind) - changeKinds.indexOf(b.kind) || byPlace(a, b)),
    evidence: evidenceChanges(from, to).map(named).sort(byPlace)
  };
}

/** Of an earlier state of one briefing, without what its author has removed since: no actor gave that up. */
function withoutRemoved(before: Side, after: Side): Side {
  if (before.briefing.id !== after.briefing.id) return before;
  const kept = new Set(after.briefing.positions.map(({ id }) => id));
  const positions = before.briefing.positions.filter(({ id }) => kept.has(id));
  return { ...before, briefing: { ...before.briefing, positions } };
}

type Cell = Pick<Position, 'actor' | 'issue'>;

function rank(order: readonly Id[], id: Id): number {
  const at = order.indexOf(id);
  return at < 0 ? order.length : at;
}

function evidenceChanges(from: LedgerState, to: LedgerState) {
  return from.ledger.cells.flatMap(({ actor, issue }) => {
    const was = from.ledger.allAt(actor, issue, from.day);
    const is = to.ledger.allAt(actor, issue, to.day);
    if (was.length === 0 || is.length === 0) return [];
    const [had, has] = [quotesOf(from, was), quotesOf(to, is)];
    const added = has.filter((quote) => !had.includes(quote));
    const removed = had.filter((quote) => !has.includes(quote));
    return added.length + removed.length > 0 ? [{ actor, issue, added, removed }] : [];
  });
}

/** Of all that is in force in a cell, each once. */
function quotesOf(state: LedgerState, inForce: readonly Position[]): readonly string[] {
  return [...new Set(inForce.flatMap((position) => state.evidenceOf?.(position) ?? []))];
}

/** The later briefing's id for each actor and issue of the earlier one that both know. */
function sameNames(before: Briefing, after: Briefing): ReadonlyMap<Id, Id> {
  const actors = before.actors.map((actor) => {
    const found =
      after.actors.find(({ id }) => id === actor.id) ??
      after.actors.find((other) => sameName(other.name, actor.name)) ??
      after.actors.find((other) => shareName(actor, other));
    return [actor.id, found?.id] as const;
  });
  const issues = before.issues.map((issue) => {
    const found =
      after.issues.find(({ id }) => id === issue.id) ??
      after.issues.find((other) => sameName(other.wording, issue.wording));
    return [issue.id, found?.id] as const;
  });
  return new Map([...actors, ...issues].flatMap(([id, found]) => (found ? [[id, found]] : [])));
}

function stateOf({ briefing, day }: Side, same: ReadonlyMap<Id, Id>): LedgerState {
  const quotes = new Map(
    briefing.annotations.map(({ id, target }) => [id, inOneLine(target.selectors.quote.exact)])
  );
  const positions = briefing.positions.map((position) => ({
    ...position,
    actor: same.get(position.actor) ?? position.actor,
    issue: same.get(position.issue) ?? position.issue
  }));
  return {
    ledger: new LedgerIndex(positions, briefing.dismissals),
    day,
    evidenceOf: ({ evidence }) => [...new Set(evidence.flatMap((id) => quotes.get(id) ?? []))]
  };
}

function namesOf(...briefings: readonly Briefing[]): ReadonlyMap<Id, string> {
  return new Map(
    briefings.flatMap(({ actors, issues }) => [
      ...actors.map(({ id, name }) => [id, name] as const),
      ...issues.map(({ id, wording }) => [id, wording] as const)
    ])
  );
}
