/** What of a briefing is not settled, for whoever is about to hand it over: it stands there as if it were. */
import type { Briefing } from '../briefing/briefing.js';
import { correctedWords } from '../contradictions/corrected-lines.js';
import { openContradictions } from '../contradictions/find-contradictions.js';
import { en } from '../terms/printed/en.js';
import { counted } from '../text/joined-words.js';
import type { DocumentPart } from './document-job.js';
import { newerVersionsInWords } from './newer-versions.js';

/** In sentences for the author; empty where nothing is left to settle. What each holds before anything is left out for its readers. */
export function unsettledOf(briefings: readonly Briefing[]): string {
  const clashes = briefings.flatMap(({ cards }) => cards.filter(({ clash }) => clash)).length;
  const cells = briefings.reduce((sum, briefing) => sum + cellsToDecide(briefing), 0);
  const told = [
    ...(clashes > 0 ? [`${counted(clashes, 'difference')} between people`] : []),
    ...(cells > 0 ? [`${counted(cells, 'cell')} with opposed positions in force`] : [])
  ];
  if (told.length === 0) return '';
  const is = clashes + cells === 1 ? 'is' : 'are';
  const stands =
    clashes > 0 ? ' Of each difference the document prints what stands as if it held.' : '';
  return `Not decided ${is} ${told.join(' and ')}: see “To decide” in New.${stands}`;
}

/** Those that are contested are decided: both sides are told as in force. */
function cellsToDecide(briefing: Briefing): number {
  const open = new Set(openContradictions(briefing).map(({ one }) => one));
  const positions = briefing.positions.filter(({ id }) => open.has(id));
  return new Set(positions.map(({ actor, issue }) => `${actor} ${issue}`)).size;
}

/** In a sentence, how many quotes and cards have words that a newer version of their source has otherwise; empty for none. */
export function olderWordsIn(parts: readonly Pick<DocumentPart, 'briefing' | 'texts'>[]): string {
  const count = parts.reduce((sum, { briefing, texts }) => {
    const corrected = correctedWords(briefing, texts).filter(({ isTakenUp }) => !isTakenUp);
    return sum + newerVersionsInWords(briefing, corrected, en).size;
  }, 0);
  if (count === 0) return '';
  const have = count === 1 ? 'has' : 'have';
  return `${counted(count, 'quote or card', 'quotes or cards')} ${have} older words than the newest version of the source: see “To decide” in New.`;
}
