/** What the matrix shows as of a day, row by row. Pure. */
import type { Id } from '../../src-main/domain/id.js';
import { isOverdue } from '../../src-main/domain/ledger-changes.js';
import type { LedgerIndex } from '../../src-main/domain/ledger-index.js';
import type { PartialDate } from '../../src-main/domain/partial-date.js';
import type { Position } from '../../src-main/domain/position.js';

export interface CellState {
  /** `null` where no position is known. */
  readonly position: Position | null;
  /** Its author wanted to look at it again before that day. */
  readonly overdue: boolean;
}

export type RowsOfCells = ReadonlyMap<Id, readonly CellState[]>;

/**
 * One row an actor, one cell an issue. Cells and rows that are as in `before` are the same objects:
 * a step of the slider changes few of them, and only those are drawn again.
 */
export function cellsAsOf(
  ledger: Pick<LedgerIndex, 'at'>,
  actors: readonly { readonly id: Id }[],
  issues: readonly { readonly id: Id }[],
  asOf: PartialDate | null,
  before: RowsOfCells
): RowsOfCells {
  return new Map(
    actors.map((actor) => {
      const old = before.get(actor.id) ?? [];
      const row = issues.map((issue, column): CellState => {
        const position = ledger.at(actor.id, issue.id, asOf);
        const overdue = position !== null && isOverdue(position, asOf);
        const cell = old[column];
        return cell?.position === position && cell.overdue === overdue
          ? cell
          : { position, overdue };
      });
      const isSame = old.length === row.length && row.every((cell, i) => cell === old[i]);
      return [actor.id, isSame ? old : row];
    })
  );
}
