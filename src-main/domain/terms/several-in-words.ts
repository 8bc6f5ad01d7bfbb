/** All that is in force in one cell, such as “contested: supports, opposes”; empty for one stance alone. */
import { disputeOf, type HeldStance } from '../ledger/held-stances.js';
import type { PrintedWords } from './printed/en.js';

export function severalInWords(
  held: readonly Pick<HeldStance, 'position' | 'beside'>[],
  { denied, stance: wordOf, disputes, colon, comma }: PrintedWords
): string {
  const beside = held.flatMap((each) => each.beside);
  if (beside.length === 0) return '';
  const dispute = disputeOf(beside);
  const told = held.map(({ position: { stance, status } }) =>
    status === 'denied' ? denied : wordOf(stance)
  );
  return `${dispute ? `${disputes[dispute]}${colon} ` : ''}${[...new Set(told)].join(`${comma} `)}`;
}
