/** Who stands where on what, as a document shows it: a few positions in words, many as a map with notes below it. */
import type { PartialDate } from '../base/values.js';
import type { Briefing } from '../briefing/briefing.js';
import type { Actor, Issue, Position, Stance } from '../briefing/entries.js';
import { groupAlike } from '../ledger/alike-actors.js';
import type { Corroborations } from '../ledger/corroboration.js';
import { disputeOf, holdSame } from '../ledger/held-stances.js';
import { positionMatrix } from '../ledger/ledger.js';
import { LedgerIndex } from '../ledger/ledger-index.js';
import type { PrintedWords } from '../terms/printed/en.js';
import { severalInWords } from '../terms/several-in-words.js';
import { corroborated, type PrintedClaim } from './claims.js';
import { ConditionLetters } from './condition-letters.js';

export interface Matrix {
  /** `null`: as last known. */
  readonly asOf: PartialDate | null;
  /** `words`: few enough that every cell tells all in words. `map`: a sign, with a letter for its condition. */
  readonly look: 'words' | 'map';
  /** Too many issues for an upright page: it lies on its side. */
  readonly wide: boolean;
  /** One after the other, each narrow enough for its page; the actors are the same in each. */
  readonly tables: readonly MatrixTable[];
  /** Every condition once, by letter, in the order of the cells. None where cells tell them. */
  readonly conditions: readonly LetteredCondition[];
  /** Cells in which more than one position is in force. None where cells tell it. */
  readonly disputed: readonly NamedCell[];
  /** From the end of which day cells count as changed; `null`: where another stance stood before. */
  readonly changedSince: PartialDate | null;
  /** Cells that changed. */
  readonly changed: readonly NamedCell[];
  /** How many cells hold anything, and how many of these rest on no quote. */
  readonly count: CellCount;
}

interface CellCount {
  readonly cells: number;
  readonly unquoted: number;
}

/** Of a map: a mark in most cells would say nothing of any. */
export function isEachUnquotedMarked({ cells, unquoted }: CellCount): boolean {
  return unquoted <= cells / 3;
}

export interface MatrixTable {
  readonly issues: readonly NumberedIssue[];
  readonly groups: readonly MatrixGroup[];
}

export interface NumberedIssue {
  /** From 1, through all tables. */
  readonly number: number;
  readonly issue: Issue;
}

/** Actors who mostly hold alike. */
export interface MatrixGroup {
  /** Such as “A”; empty for those of whom nothing is told, and where there are no groups. */
  readonly letter: string;
  /** Numbers of the issues that more than half of them support, and oppose. */
  readonly support: readonly number[];
  readonly oppose: readonly number[];
  readonly rows: readonly PublishedRow[];
}

export interface PublishedRow {
  readonly actor: Actor;
  readonly cells: readonly MatrixCell[];
  /** On how many issues of all tables. */
  readonly totals: Readonly<Record<'supports' | 'opposes', number>>;
}

export interface MatrixCell {
  /** `null`: none is on record. */
  readonly claim: PrintedClaim | null;
  /** Of its condition; empty for none, and where cells tell it. */
  readonly letter: string;
  /** What stood there before; `null`: it did not change. */
  readonly change: MatrixChange | null;
  /** That no quote is on record, where that is told cell by cell. */
  readonly isMarkedUnquoted: boolean;
}

interface MatrixChange {
  /** `null`: nothing was on record. */
  readonly before: Position | null;
}

interface LetteredCondition {
  readonly letter: string;
  /** As its first cell words it. */
  readonly condition: string;
  readonly cells: readonly NamedCell[];
}

/** A cell and the names of its row and column. */
export interface NamedCell extends MatrixCell, NumberedIssue {
  readonly actor: Actor;
}

/** What changed from the end of a day, by `cellKey`. */
export interface ChangedCells {
  readonly since: PartialDate;
  readonly cells: ReadonlyMap<string, MatrixChange>;
}

export function cellKey({ actor, issue }: Pick<Position, 'actor' | 'issue'>): string {
  return `${actor} ${issue}`;
}

/** Issues beside the actors that a page holds: in words, as signs, and as signs on its side. */
const mostIssues = { words: 6, upright: 14, wide: 28 };
/** What a page holds in words. */
const mostActorsInWords = 16;

/** Whether so few actors and issues are on record that cells tell all in words, with their notes. */
export function isToldInWords(
  rows: readonly { readonly cells: readonly (object | null)[] }[]
): boolean {
  const filled = new Set(
    rows.flatMap(({ cells }) => cells.flatMap((cell, column) => (cell ? column : [])))
  );
  return filled.size <= mostIssues.words && rows.length <= mostActorsInWords;
}

/** `changed` is `null` where the document tells of no day since when. `null` where nothing is on record. */
export function matrixOf(
  briefing: Briefing,
  claims: ReadonlyMap<Position, PrintedClaim>,
  corroborations: Corroborations,
  changed: ChangedCells | null,
  asOf: PartialDate | null,
  words: PrintedWords
): Matrix | null {
  const ledger = new LedgerIndex(briefing.positions, briefing.dismissals);
  const claimIn = (position: Position | null): PrintedClaim | null => {
    const claim = position && claims.get(position);
    if (!claim) return null;
    const held = ledger.heldAt(claim.position.actor, claim.position.issue, null);
    const evidence = held.flatMap((each) => claims.get(each.position)?.evidence ?? []);
    const standing = {
      evidence: [...new Set(evidence)].sort((a, b) => a - b),
      dispute: disputeOf(held.flatMap(({ beside }) => beside)),
      several: severalInWords(held, words)
    };
    const corroboration = corroborations.of(...held.flatMap(({ entries }) => entries));
    return corroborated({ ...claim, ...standing }, corroboration, corroborations, words);
  };
  const all = positionMatrix(briefing, null).map(({ actor, cells }) => ({
    actor,
    cells: cells.map(claimIn)
  }));
  const columns = [...briefing.issues.keys()].filter((column) =>
    all.some(({ cells }) => cells[column])
  );
  if (columns.length === 0) return null;
  const issues = columns.flatMap((column, index) => {
    const issue = briefing.issues[column];
    return issue ? { number: index + 1, issue } : [];
  });
  const look = isToldInWords(all) ? 'words' : 'map';
  const filled = all.flatMap(({ cells }) => cells.filter((claim) => claim !== null));
  const isUnquoted = ({ position }: PrintedClaim) => position.evidence.length === 0;
  const count = { cells: filled.length, unquoted: filled.filter(isUnquoted).length };
  const marksEach = look === 'map' && isEachUnquotedMarked(count);
  const letters = new ConditionLetters();
  const cellOf = (actor: Actor, { issue }: NumberedIssue, claim: PrintedClaim | null) => ({
    claim,
    letter: look === 'map' && claim?.position.condition ? letters.of(claim.position.condition) : '',
    change: changed
      ? (changed.cells.get(cellKey({ actor: actor.id, issue: issue.id })) ?? null)
      : claim && earlierStance(ledger, claim.position),
    isMarkedUnquoted: marksEach && claim !== null && isUnquoted(claim)
  });
  const plain = all.map(({ actor, cells }) => ({
    actor,
    claims: columns.map((column) => cells[column] ?? null)
  }));
  const groups = groupsOf(plain, look).map(({ letter, rows }) => {
    const made = rows.map(({ actor, claims }) => ({
      actor,
      cells: issues.map((each, index) => cellOf(actor, each, claims[index] ?? null)),
      totals: { supports: countOf(claims, 'supports'), opposes: countOf(claims, 'opposes') }
    }));
    return {
      letter,
      support: letter ? heldByMost(made, issues, 'supports') : [],
      oppose: letter ? heldByMost(made, issues, 'opposes') : [],
      rows: made
    };
  });
  const named = groups.flatMap(({ rows }) =>
    rows.flatMap(({ actor, cells }) =>
      cells.flatMap((cell, index) => {
        const issue = issues[index];
        return issue ? { actor, ...issue, ...cell } : [];
      })
    )
  );
  const wide = look === 'map' && issues.length > mostIssues.upright;
  const most = look === 'words' ? mostIssues.words : wide ? mostIssues.wide : mostIssues.upright;
  return {
    asOf,
    look,
    wide,
    tables: tablesOf(issues, groups, most),
    conditions: letters.all.map(({ letter, condition }) => ({
      letter,
      condition,
      cells: named.filter((cell) => cell.letter === letter).sort(byIssue)
    })),
    disputed: look === 'map' ? named.filter(({ claim }) => claim?.several).sort(byIssue) : [],
    changedSince: changed?.since ?? null,
    changed: named.filter(({ change }) => change !== null).sort(byIssue),
    count
  };
}

interface PlainRow {
  readonly actor: Actor;
  readonly claims: readonly (PrintedClaim | null)[];
}

/** Only of a map: few rows are seen at a glance. */
function groupsOf(
  rows: readonly PlainRow[],
  look: Matrix['look']
): readonly { readonly letter: string; readonly rows: readonly PlainRow[] }[] {
  const alike =
    look === 'map'
      ? groupAlike(
          rows.map(({ claims }) => claims.map((claim) => (claim ? stanceHeld(claim) : null)))
        )
      : null;
  if (!alike) return [{ letter: '', rows }];
  const at = (places: readonly number[]) => places.flatMap((place) => rows[place] ?? []);
  return [
    ...alike.groups.map((places, index) => ({
      letter: String.fromCharCode('A'.charCodeAt(0) + index),
      rows: at(places)
    })),
    { letter: '', rows: at(alike.rest) }
  ].filter((group) => group.rows.length > 0);
}

/** `null` of a denial, which holds nothing, and of several positions, which hold no one thing. */
function stanceHeld({ position: { stance, status }, several }: PrintedClaim): Stance | null {
  return status === 'denied' || several !== '' ? null : stance;
}

/** How many hold it alone. */
export function countOf(claims: readonly (PrintedClaim | null)[], stance: Stance): number {
  return claims.filter((claim) => claim && stanceHeld(claim) === stance).length;
}

/** Who has nothing on record counts as one who does not. */
function heldByMost(
  rows: readonly PublishedRow[],
  issues: readonly NumberedIssue[],
  stance: Stance
): readonly number[] {
  return issues.flatMap(({ number }, column) => {
    const held = rows.map(({ cells }) => cells[column]?.claim ?? null);
    return countOf(held, stance) > rows.length / 2 ? number : [];
  });
}

function tablesOf(
  issues: readonly NumberedIssue[],
  groups: readonly MatrixGroup[],
  most: number
): readonly MatrixTable[] {
  const abreast = Math.ceil(issues.length / Math.ceil(issues.length / most));
  const tables: MatrixTable[] = [];
  for (let from = 0; from < issues.length; from += abreast) {
    tables.push({
      issues: issues.slice(from, from + abreast),
      groups: groups.map((group) => ({
        ...group,
        rows: group.rows.map((row) => ({ ...row, cells: row.cells.slice(from, from + abreast) }))
      }))
    });
  }
  return tables;
}

/** The latest entry that this one follows, and that held something else; `null` for none. */
function earlierStance(ledger: LedgerIndex, position: Position): MatrixChange | null {
  let before = ledger.before(position);
  while (before && holdSame(before, position)) before = ledger.before(before);
  return before && { before };
}

function byIssue(a: NamedCell, b: NamedCell): number {
  return a.number - b.number;
}
