/** What a document says in German of words that a newer version of their source has otherwise. */
import { isolated } from '../../text/direction.js';
import type { newerVersionEn } from './newer-version-en.js';

export const newerVersionDe: typeof newerVersionEn = {
  changed: 'in neuerer Fassung geändert',
  says: (source, quote) =>
    `In der neueren Fassung (${isolated(source)}) lauten diese Worte ${quote}.`,
  lacks: (source) => `Die neuere Fassung (${isolated(source)}) enthält diese Worte nicht mehr.`,
  gone: 'Diese Worte sind entfallen.',
  sides: ['Frühere Fassung', 'Neuere Fassung'],
  isOf: (number) => `Neuere Fassung von Quelle ${number}`,
  isReplacedBy: (number) => `Quelle ${number} ist eine neuere Fassung`,
  label: 'In neueren Fassungen geändert.'
};
