/** The fixed words of page one in Arabic. */
import type { pageOneEn } from './page-one-en.js';

const n = (value: number): string =>
  new Intl.NumberFormat('ar-u-nu-arab', { useGrouping: false }).format(value);

export const pageOneAr: typeof pageOneEn = {
  decision: 'مذكرة لاتخاذ قرار',
  submission: 'مذكرة',
  to: 'إلى',
  from: 'من',
  copy: 'نسخة إلى',
  decideBy: 'القرار مطلوب قبل',
  recommendation: 'التوصية',
  boxes: ['موافق', 'للنقاش', 'لا'],
  noted: 'أُحطتُ علماً',
  isToBeNoted: /^(?:الإحاطة|الاطلاع)/u,
  signed: 'التوقيع',
  date: 'التاريخ',
  options: 'الخيارات',
  judgements: 'الأحكام الرئيسية',
  judgement: 'الحكم',
  because: 'السبب',
  against: 'ما يخالفه',
  indicators: 'ما قد يغيّره',
  gaps: 'غير معروف',
  sources: 'ما يستند إليه',
  handling: 'ضوابط التداول',
  clearance: 'أجازها',
  contact: 'للاتصال',
  authorsCopy: 'نسخة المؤلف وفيها ملاحظات خاصة',
  copyNumber: (number) => `نسخة رقم ${number}`,
  inFull: 'في الإحاطة الكاملة',
  draft: (unreviewed, all) =>
    unreviewed === all
      ? 'مسودة لم تُراجَع.'
      : `مسودة رُوجعت جزئياً (${n(all - unreviewed)} من ${n(all)}).`,
  countOfSources: 'عدد المصادر',
  grades: 'الدرجات',
  published: 'نُشرت',
  positionsInForce: 'المواقف السارية',
  ofOneOutlet: 'كلها من جهة نشر واحدة',
  sourcesOfOrigins: (sources, origins) =>
    origins === 1
      ? `المصادر: ${n(sources)} من أصل واحد، ولا تقول أكثر مما يقوله مصدر واحد`
      : `المصادر: ${n(sources)}، والأصول: ${n(origins)}؛ وما كان من أصل واحد لا يقول أكثر من مصدر واحد`,
  listedToo: (sources) => `في القائمة أيضاً، دون اقتباس: ${n(sources)}`,
  graded: (count, grade, reliability, credibility) =>
    `بدرجة \u2068${grade}\u2069: ${n(count)} (${reliability}؛ ${credibility})`,
  notGraded: (count) => `بلا درجة: ${n(count)}`,
  known: {
    stated: (count) => `بكلمات صاحبها: ${n(count)}`,
    reported: (count) => `كما نُقلت: ${n(count)}`,
    inferred: (count) => `مستنتجة من السلوك: ${n(count)}`,
    denied: (count) => `نفاها صاحبها: ${n(count)}`
  },
  withoutQuote: (count) => `بلا اقتباس: ${n(count)}`
};
