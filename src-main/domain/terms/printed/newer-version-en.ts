/** What a document says in English of words that a newer version of their source has otherwise. */
import { isolated } from '../../text/direction.js';

export const newerVersionEn = {
  /** Of an entry whose words were: a word among others of what it rests on. */
  changed: 'changed in a newer version',
  /** `quote` has its marks. */
  says: (source: string, quote: string) =>
    `In the newer version (${isolated(source)}) these words read ${quote}.`,
  lacks: (source: string) => `The newer version (${isolated(source)}) no longer has these words.`,
  gone: 'These words are gone.',
  /** The two sides of what contradicts. */
  sides: ['Earlier version', 'Newer version'] as readonly [string, string],
  /** By its number in the list of sources. */
  isOf: (number: string) => `Newer version of source ${number}`,
  isReplacedBy: (number: string) => `Source ${number} is a newer version`,
  label: 'Changed in newer versions.'
};
