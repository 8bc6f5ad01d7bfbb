/** The fixed words of a map of positions in Arabic. */
import { counting } from './counting.js';
import type { mapWordsEn } from './map-words-en.js';

const n = (value: number): string =>
  new Intl.NumberFormat('ar-u-nu-arab', { useGrouping: false }).format(value);
const many = counting('ar', n);

export const mapWordsAr: typeof mapWordsEn = {
  timelineChange: (actor, issue, before, after, day) =>
    `${actor} بشأن «${issue}»: من ${before} إلى ${after}، ${day}.`,
  timelineStays: 'لم يتغيّر أي موقف مسجّل.',
  group: 'المجموعة',
  groupOf: (letter) => (letter ? `المجموعة \u2068${letter}\u2069` : 'خارج المجموعات'),
  issues: 'القضايا',
  conditions: 'الشروط',
  groups: 'المجموعات',
  changed: 'ما تغيّر',
  supporting: 'المؤيدة',
  opposing: 'المعارضة',
  inAll: 'الأطراف',
  lettered: 'بشرط: انظر حرفه تحت «الشروط»',
  none: 'لا موقف مسجّل',
  changedSince: (day) => `تغيّر منذ ${day}`,
  changedBefore: 'تغيّر: كان هنا موقف آخر من قبل',
  several: 'تسري عدة مواقف',
  noQuote: 'بلا اقتباس مسجّل',
  dayWithoutQuote: (day, count, all) => `${day}؛ بلا اقتباس: ${n(count)} من ${n(all)}`,
  day: (day) => `المواقف حتى ${day}`,
  lastKnown: 'المواقف بحسب آخر ما عُرف',
  members: many({
    one: 'طرف واحد.',
    two: 'طرفان.',
    few: '# أطراف.',
    many: '# طرفاً.',
    other: '# طرف.'
  }),
  howGrouped:
    'جُمعت الأطراف التي تتخذ في الغالب المواقف نفسها من القضايا نفسها، بحسب العدّ من هذا السجل.',
  support: (issues) => `الأغلبية مؤيدة في: ${issues}.`,
  oppose: (issues) => `الأغلبية معارضة في: ${issues}.`,
  both: (support, oppose) => `الأغلبية مؤيدة في: ${support}؛ ومعارضة في: ${oppose}.`,
  neither: 'لا تتفق الأغلبية على موقف في أي قضية.',
  ungrouped: 'المسجَّل أقل من أن يُحكم به، أو لا شبه له بغيره.',
  was: (before, now) => `سابقاً ${before}، والآن ${now}`,
  wasUntil: (before, now, day) => `سابقاً ${before}، والآن ${now} (${day})`
};
