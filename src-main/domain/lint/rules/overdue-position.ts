import type { Briefing } from '../../briefing/briefing.js';
import { LedgerIndex } from '../../ledger/ledger-index.js';
import { overdueAsOf } from '../../ledger/ledger-questions.js';
import type { PartialDate } from '../../base/partial-date.js';
import { dateInWords, quoted, stanceWords } from '../../terms/terms.js';
import type { Finding } from '../finding.js';

/** Positions in force whose author wanted to look at them again by now. */
export function overduePosition(briefing: Briefing, today: PartialDate): readonly Finding[] {
  const names = new Map([
    ...briefing.actors.map(({ id, name }) => [id, name] as const),
    ...briefing.issues.map(({ id, wording }) => [id, wording] as const)
  ]);
  return overdueAsOf(new LedgerIndex(briefing.positions), today).map((position) => ({
    rule: 'overdue-position',
    in: 'position',
    about: position.id,
    // With the date, so that a dismissal does not outlive it.
    words: `${stanceWords[position.stance]}, review by ${position.reviewBy}`,
    message: `The position of ${names.get(position.actor) ?? ''} on ${quoted(names.get(position.issue) ?? '')} was to be looked at again by ${dateInWords(position.reviewBy ?? '')}. Confirm or update it.`
  }));
}
