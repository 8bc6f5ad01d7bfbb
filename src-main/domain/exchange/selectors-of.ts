/** The two selectors that Standpoint knows, out of a list as W3C and Hypothesis write it. */
import type { TextQuoteSelector } from '../briefing/annotation.js';
import type { ExchangedPosition } from './exchanged.js';
import { isObject, listOf, offsetOf, stringOf } from './json-shapes.js';

export interface FoundSelectors {
  readonly quote: TextQuoteSelector | null;
  readonly position: ExchangedPosition | null;
}

/** `unit`: what the program that wrote them counts in. */
export function selectorsOf(list: unknown, unit: ExchangedPosition['unit']): FoundSelectors {
  let quote: TextQuoteSelector | null = null;
  let position: ExchangedPosition | null = null;
  for (const selector of listOf(list)) {
    if (!isObject(selector)) continue;
    const exact = stringOf(selector['exact']);
    if (selector['type'] === 'TextQuoteSelector' && exact !== '') {
      quote = { exact, prefix: stringOf(selector['prefix']), suffix: stringOf(selector['suffix']) };
    }
    const [start, end] = [offsetOf(selector['start']), offsetOf(selector['end'])];
    const isPosition = selector['type'] === 'TextPositionSelector';
    if (isPosition && start !== null && end !== null && start < end) {
      position = { start, end, unit };
    }
  }
  return { quote, position };
}
