/** How a side of a comparison came about: what was written then, or what is known of a day. */
import { dateInWords } from '../terms/terms.js';
import { momentInWords, versionName } from '../terms/version-words.js';
import type { ComparedSide } from './comparison.js';

/**
 * Follows the briefing's name: “as it is now”, “as it was written by 15 August 2025 (version of …)”,
 * “as now known of 15 August 2025”.
 */
export function sideInWords({ day, writtenBy, version }: Omit<ComparedSide, 'id'>): string {
  if (day) return `as now known of ${dateInWords(day)}`;
  const by = writtenBy ? ` by ${dateInWords(writtenBy)}` : '';
  if (!version) return by ? `as it was written${by}, and still is` : 'as it is now';
  const which = `version of ${momentInWords(version.modifiedAt)}: ${versionName(version)}`;
  return `as it was written${by} (${which})`;
}
