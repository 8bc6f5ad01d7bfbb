/** How much the page may send in one call, measured before anything is carried anywhere. */
import { maxBundleBytes, maxPdfBytes } from '../base/limits.js';

/** What an object, or a part of one that is neither text nor bytes, counts for. */
const part = 8;

/** What one call may weigh, by the method's name: far more than any that a person causes. */
const mostOf: Readonly<Record<string, number>> = {
  // A file that was dropped, and a briefing with its texts that could not be saved.
  'article.importFile': maxPdfBytes + 1_000,
  'briefing.saveCopy': maxPdfBytes
};

export function mostWeightOf(method: string): number {
  return Object.hasOwn(mostOf, method) ? (mostOf[method] ?? 0) : maxBundleBytes;
}

/**
 * Whether `value` weighs more than `most`: its UTF-16 units and bytes, and a little for every part.
 * Stops as soon as that is clear, so it costs no more than `most` however large or deep the value is,
 * and comes to an end also for one that contains itself.
 */
export function weighsMore(value: unknown, most: number): boolean {
  const waiting: unknown[] = [value];
  let weight = 0;
  while (waiting.length > 0) {
    const next = waiting.pop();
    weight += part;
    if (typeof next === 'string') weight += next.length;
    else if (next instanceof ArrayBuffer || ArrayBuffer.isView(next)) weight += next.byteLength;
    else if (typeof next === 'object' && next !== null) {
      const room = (most - weight) / part;
      if (!pushParts(next, waiting, room)) return true;
    }
    if (weight > most) return true;
  }
  return false;
}

/** False when there are more than `room` parts. */
function pushParts(value: object, waiting: unknown[], room: number): boolean {
  if (Array.isArray(value)) {
    if (value.length > room) return false;
    for (const each of value) waiting.push(each);
    return true;
  }
  if (value instanceof Map || value instanceof Set) {
    if (value.size > room) return false;
    for (const [key, each] of value.entries()) waiting.push(key, each);
    return true;
  }
  const keys = Object.keys(value);
  if (keys.length > room) return false;
  for (const key of keys) waiting.push(key, (value as Record<string, unknown>)[key]);
  return true;
}
