/** What a document says in Ukrainian of words that a newer version of their source has otherwise. */
import { isolated } from '../../text/direction.js';
import type { newerVersionEn } from './newer-version-en.js';

export const newerVersionUk: typeof newerVersionEn = {
  changed: 'змінено в новішій версії',
  says: (source, quote) => `У новішій версії (${isolated(source)}) ці слова звучать так: ${quote}.`,
  lacks: (source) => `У новішій версії (${isolated(source)}) цих слів уже немає.`,
  gone: 'Цих слів уже немає.',
  sides: ['Попередня версія', 'Новіша версія'],
  isOf: (number) => `Новіша версія джерела ${number}`,
  isReplacedBy: (number) => `Новіша версія — джерело ${number}`,
  label: 'Змінено в новіших версіях.'
};
