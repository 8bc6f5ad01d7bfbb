/** What of a briefing is not settled, for whoever is about to hand it over: it stands there as if it were. */
import type { Briefing } from '../briefing/briefing.js';
import { disputedCellsOf } from '../ledger/ledger-index.js';
import { counted } from '../text/joined-words.js';

/** In sentences for the author; empty where nothing is left to settle. What each holds before anything is left out for its readers. */
export function unsettledOf(briefings: readonly Briefing[]): string {
  const clashes = briefings.flatMap(({ cards }) => cards.filter(({ clash }) => clash)).length;
  const cells = briefings.reduce((sum, briefing) => sum + disputedCellsOf(briefing).length, 0);
  const told = [
    ...(clashes > 0 ? [`${counted(clashes, 'difference')} between people`] : []),
    ...(cells > 0 ? [`${counted(cells, 'cell')} with opposed positions in force`] : [])
  ];
  if (told.length === 0) return '';
  const is = clashes + cells === 1 ? 'is' : 'are';
  const stands =
    clashes > 0 ? ' Of each difference the document prints what stands as if it held.' : '';
  return `Not settled ${is} ${told.join(' and ')}: see Evidence, Open points.${stands}`;
}
