/** For tests of the ledger: entries told by what matters in them. */
import type { Id } from '../../base/values.js';
import type { Position } from '../../briefing/entries.js';

/** An id whose order among others of its kind is that of the numbers. */
export function idOf(kind: 'A' | 'E' | 'F' | 'N' | 'O' | 'P' | 'Q', number: number): Id {
  return `${kind}${String(number).padStart(25, '0')}` as Id;
}

/** Stated support without date and evidence, unless `part` says otherwise. */
export function entry(number: number, part: Partial<Position> = {}): Position {
  return {
    id: idOf('P', number),
    actor: idOf('A', 1),
    issue: idOf('Q', 1),
    stance: 'supports',
    condition: '',
    statement: '',
    said: null,
    effective: null,
    reported: null,
    attribution: [],
    status: 'stated',
    confidence: null,
    evidence: [],
    supersedes: [],
    contested: [],
    reviewBy: null,
    recordedAt: '2025-08-17T00:00:00Z',
    by: null,
    ...part
  };
}
