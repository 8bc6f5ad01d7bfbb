/** What a document says in Arabic of words that a newer version of their source has otherwise. */
import { isolatedAmong } from '../../text/direction.js';
import type { newerVersionEn } from './newer-version-en.js';

const name = (words: string): string => isolatedAmong('rtl', words);

export const newerVersionAr: typeof newerVersionEn = {
  changed: 'تغيّر في نسخة أحدث',
  says: (source, quote) =>
    `في النسخة الأحدث (${name(source)}) وردت هذه الكلمات هكذا: ${name(quote)}.`,
  lacks: (source) => `لم تعد هذه الكلمات في النسخة الأحدث (${name(source)}).`,
  gone: 'لم تعد هذه الكلمات موجودة.',
  sides: ['النسخة السابقة', 'النسخة الأحدث'],
  isOf: (number) => `نسخة أحدث من المصدر ${number}`,
  isReplacedBy: (number) => `المصدر ${number} نسخة أحدث منه`,
  label: 'ما تغيّر في نسخ أحدث.'
};
