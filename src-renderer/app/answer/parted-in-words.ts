/** What was said before of names that are one now, and keeps them from being wholly so. Pure. */
import type { Id } from '../../../src-main/domain/base/values.js';
import type { Register } from '../../../src-main/domain/ledger/register.js';
import { joinedByCommas } from '../../../src-main/domain/text/joined-words.js';

/**
 * `sentence`, which tells that they are one and has no full stop yet, with what stands in the way and how
 * that is taken back.
 */
export function partedInWords(
  sentence: string,
  parted: Register['parted'],
  titleOf: (briefing: Id) => string
): string {
  const places = parted.flatMap(({ briefing }) => (briefing ? [`“${titleOf(briefing)}”`] : []));
  const pair = parted.find(({ other }) => other !== null);
  const where =
    places.length > 0
      ? `, but not in ${joinedByCommas(places)}: there you said that the name is another one’s. “The same here, too” under Names takes that back.`
      : '.';
  const stays = pair
    ? ` “${pair.name}” and “${pair.other}” stay two, as you said before. Show one of them, and choose the other under “The same as”, to take that back.`
    : '';
  return `${sentence}${where}${stays}`;
}
