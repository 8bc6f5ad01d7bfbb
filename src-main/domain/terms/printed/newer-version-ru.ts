/** What a document says in Russian of words that a newer version of their source has otherwise. */
import { isolated } from '../../text/direction.js';
import type { newerVersionEn } from './newer-version-en.js';

export const newerVersionRu: typeof newerVersionEn = {
  changed: 'изменено в более новой версии',
  says: (source, quote) =>
    `В более новой версии (${isolated(source)}) эти слова звучат так: ${quote}.`,
  lacks: (source) => `В более новой версии (${isolated(source)}) этих слов больше нет.`,
  gone: 'Этих слов больше нет.',
  sides: ['Прежняя версия', 'Более новая версия'],
  isOf: (number) => `Более новая версия источника ${number}`,
  isReplacedBy: (number) => `Более новая версия — источник ${number}`,
  label: 'Изменено в более новых версиях.'
};
