/**
 * The fixed words of a document in Arabic. Every name stands isolated, since names are often of another script.
 * Over 300 lines because all words of one language stand in one place.
 */
import { counting } from './counting.js';
import type { PrintedWords } from './en.js';
import { newerVersionAr } from './newer-version-ar.js';
import { pageOneAr } from './page-one-ar.js';
import { datesIn, quoting, sizesIn } from './writing.js';

const locale = 'ar-u-nu-arab';
const written = new Intl.NumberFormat(locale, { useGrouping: false });
const number = (value: number): string => written.format(value);
const digits = (text: string): string => text.replace(/\d/gu, (digit) => number(Number(digit)));
const many = counting('ar', number);
/** Alone for one and two; with a number in the plural, the accusative and the singular. */
const noun = (one: string, two: string, few: string, accusative: string, other: string) =>
  many({ one, two, few: `# ${few}`, many: `# ${accusative}`, other: `# ${other}` });
const list = new Intl.ListFormat('ar');
const languageNames = new Intl.DisplayNames('ar', { type: 'language', fallback: 'code' });
const size = sizesIn(locale);
const name = (words: string): string => `\u2068${words}\u2069`;
const quoted = quoting(['«', '»'], ['“', '”']);
const stances: PrintedWords['stances'] = {
  supports: 'مؤيد',
  opposes: 'معارض',
  conditional: 'مشروط',
  neutral: 'محايد',
  unclear: 'غير واضح'
};
export const ar: PrintedWords = {
  language: 'ar',
  direction: 'rtl',

  ...datesIn(locale),
  span: (from, to) => `من ${from} إلى ${to}`,
  undated: 'بلا تاريخ',
  number,
  digits,
  range: (from, to) => `${number(from)}–${number(to)}`,
  percentRange: (from, to, about) => `${about}${number(from)}–${number(to)}٪`,
  quoted: (words) => quoted(words).replace(words, () => name(words)),
  comma: '،',
  semicolon: '؛',
  colon: ':',
  enumerated: (words) => list.format(words),

  untitledBriefing: 'إحاطة بلا عنوان',
  untitledSource: 'مصدر بلا عنوان',
  briefing: 'إحاطة',
  briefingBook: 'كتاب الإحاطات',
  bookOfBriefings: 'مجموعة إحاطات',
  contents: 'المحتويات',
  bottomLine: 'الخلاصة',
  bottomLineUnreviewed: 'الخلاصة · لم تُراجَع',
  keyPoints: 'النقاط الرئيسية',
  nextDate: 'الموعد التالي',
  inTheirWords: 'بكلماتهم',
  pageOne: pageOneAr,
  newerVersion: newerVersionAr,
  headings: {
    changes: 'ما الذي تغيّر',
    positions: 'مواقف الأطراف',
    timeline: 'تسلسل الأحداث',
    ledger: 'سجل المواقف',
    statements: 'من قال ماذا',
    outcomes: 'ما قد يحدث',
    figures: 'الأرقام',
    points: 'مسائل مفتوحة',
    sources: 'المصادر',
    notes: 'الأدلة والملاحظات'
  },
  cardKinds: {
    summary: 'ملخص',
    context: 'سياق',
    fact: 'حقيقة',
    quote: 'اقتباس',
    position: 'موقف',
    event: 'حدث',
    constraint: 'قيد',
    outcome: 'نتيجة محتملة',
    question: 'سؤال',
    note: 'ملاحظة'
  },
  annotationKinds: {
    key: 'أساسي',
    claim: 'ادعاء',
    figure: 'رقم',
    change: 'تغيير',
    doubt: 'شك',
    note: 'ملاحظة'
  },
  sourceText: (title) => `نص المصدر: ${name(title)}`,
  pageOf: (page, pages) => `صفحة ${page} من ${pages}`,
  picture: 'صورة',

  lastChanged: (date) => `آخر تعديل ${date}`,
  preparedBy: (person) => `إعداد ${name(person)}`,
  changes: 'التغييرات',
  changesSince: (since) => `التغييرات منذ ${since}`,
  changesBetween: (since, until) => `التغييرات منذ ${since} حتى ${until}`,
  unreviewed: 'لم يُراجَع',
  unsettled: 'خلاف لم يُحسم',
  linesUnreviewed: (lines, all) =>
    lines.length === 1
      ? `السطر ${lines.join('، ')} من ${number(all)} لم يُراجَع`
      : `الأسطر ${lines.join('، ')} من ${number(all)} لم تُراجَع`,
  partsUnreviewed: many({
    one: 'جزء واحد لم يُراجَع: أعدّته مسودة آلية ولم يؤكده أحد.',
    two: 'جزءان لم يُراجَعا: أعدّتهما مسودة آلية ولم يؤكدهما أحد.',
    few: '# أجزاء لم تُراجَع: أعدّتها مسودة آلية ولم يؤكدها أحد.',
    many: '# جزءاً لم تُراجَع: أعدّتها مسودة آلية ولم يؤكدها أحد.',
    other: '# جزء لم تُراجَع: أعدّتها مسودة آلية ولم يؤكدها أحد.'
  }),
  pointsOpen: many({
    one: 'مسألة واحدة مفتوحة: ما قيل أو أُحصي متناقض أو جرى تصحيحه. الإحاطة الكاملة تعرض الجانبين.',
    two: 'مسألتان مفتوحتان: ما قيل أو أُحصي متناقض أو جرى تصحيحه. الإحاطة الكاملة تعرض الجانبين.',
    few: '# مسائل مفتوحة: ما قيل أو أُحصي متناقض أو جرى تصحيحه. الإحاطة الكاملة تعرض الجانبين.',
    many: '# مسألة مفتوحة: ما قيل أو أُحصي متناقض أو جرى تصحيحه. الإحاطة الكاملة تعرض الجانبين.',
    other: '# مسألة مفتوحة: ما قيل أو أُحصي متناقض أو جرى تصحيحه. الإحاطة الكاملة تعرض الجانبين.'
  }),
  fromSources: (sources) => `استناداً إلى: ${sources}.`,
  briefings: noun('إحاطة واحدة', 'إحاطتان', 'إحاطات', 'إحاطة', 'إحاطة'),
  positions: noun('موقف واحد', 'موقفان', 'مواقف', 'موقفاً', 'موقف'),
  laterLeftOut: (count) => `المواقف اللاحقة المحذوفة: ${number(count)}`,
  sources: noun('مصدر واحد', 'مصدران', 'مصادر', 'مصدراً', 'مصدر'),
  reports: noun('تقرير واحد', 'تقريران', 'تقارير', 'تقريراً', 'تقرير'),
  origins: noun('أصل واحد', 'أصلان', 'أصول', 'أصلاً', 'أصل'),

  columns: {
    actor: 'الطرف',
    stance: 'الموقف',
    statement: 'التصريح',
    when: 'متى',
    basis: 'الأساس',
    whatHappened: 'ما حدث',
    who: 'من',
    outcome: 'النتيجة المحتملة',
    likelihood: 'الاحتمال',
    confidence: 'الثقة',
    confidenceInBasis: 'الثقة في الأساس',
    figure: 'الرقم',
    measures: 'ما يقيسه',
    what: 'البند',
    words: 'النص',
    quotes: 'الاقتباسات',
    settled: 'التسوية',
    beforeAndNow: 'سابقاً ← الآن',
    inTheirWords: 'بكلماتهم'
  },

  stances,
  stance: (stance) => stances[stance],
  denied: 'منفي',
  deniedStance: (stance) => `نفى: ${stance}`,
  disputes: { contested: 'متنازع عليه', open: 'مسألة مفتوحة' },
  superseded: 'حلّ محله موقف لاحق',
  since: (date, stance) => `منذ ${date}: ${stance}`,
  corrected: { is: 'صُحِّح', date: 'التاريخ', status: 'الحالة' },
  statuses: { stated: 'مصرَّح به', reported: 'منقول', inferred: 'مستنتَج', denied: 'منفي' },
  effectiveFrom: (date) => `منذ ${date}`,
  said: (date) => `قيل في ${date}`,
  reported: (date) => `نُقل في ${date}`,
  via: (names) => `عبر ${names}`,
  noQuote: 'بلا اقتباس',
  condition: (condition) => `الشرط: ${name(condition)}`,
  ifLabel: 'بشرط:',
  asOf: (date) => `حتى ${date}`,
  asLastKnown: 'بحسب آخر ما عُرف',
  matrixCaption: (asOf, table, tables) =>
    `المواقف ${asOf}${tables > 1 ? ` (الجدول ${number(table)} من ${number(tables)})` : ''}. الأرقام المرتفعة تحيل إلى الاقتباسات.`,

  confidences: { high: 'مرتفعة', moderate: 'متوسطة', low: 'منخفضة' },
  confidenceOf: { high: 'ثقة مرتفعة', moderate: 'ثقة متوسطة', low: 'ثقة منخفضة' },
  likelihoods: {
    icd203: {
      remote: 'يكاد يكون مستحيلاً',
      'very-unlikely': 'مستبعد جداً',
      unlikely: 'مستبعد',
      even: 'احتمالان متقاربان',
      likely: 'مرجّح',
      'very-likely': 'مرجّح جداً',
      'almost-certain': 'شبه مؤكد'
    },
    uk: {
      remote: 'احتمال ضئيل',
      'very-unlikely': 'مستبعد جداً',
      unlikely: 'مستبعد',
      even: 'احتمال واقعي',
      likely: 'مرجّح',
      'very-likely': 'مرجّح جداً',
      'almost-certain': 'شبه مؤكد'
    }
  },
  notJudged: 'لم يُقدَّر',
  whatTheWordsMean: (scale) =>
    scale === 'icd203'
      ? `معاني الألفاظ (توجيه مجتمع الاستخبارات الأمريكي رقم ${number(203)}، المعايير التحليلية)`
      : 'معاني الألفاظ (مقياس الاحتمالات لدى رئيس مهنة تقييم الاستخبارات في المملكة المتحدة)',
  by: (date) => `بحلول ${date}`,

  reliability: {
    A: 'موثوق تماماً',
    B: 'موثوق عادةً',
    C: 'موثوق إلى حد ما',
    D: 'غير موثوق عادةً',
    E: 'غير موثوق',
    F: 'لا يمكن الحكم على موثوقيته'
  },
  credibility: {
    '1': 'مؤكد من مصادر أخرى',
    '2': 'صحيح على الأرجح',
    '3': 'ربما يكون صحيحاً',
    '4': 'مشكوك فيه',
    '5': 'مستبعد',
    '6': 'لا يمكن الحكم على صحته'
  },
  grade: (grade) => `الدرجة ${name(grade)}`,
  sharedOrigin: (origin, numbers) =>
    `من أصل واحد${origin === '' ? '' : ` (${name(origin)})`} مع ${numbers.length > 1 ? 'المصادر' : 'المصدر'} ${list.format(numbers)}`,
  readAtAddress: (date) => `اطُّلع عليه في ${date}`,
  inLanguage: (tag) => `اللغة: ${name(languageNames.of(tag) ?? tag)}`,
  originalKept: (file, bytes) => `النسخة الأصلية محفوظة: ${name(file)}، ${size(bytes)}`,
  unnamedPeople: (description) => `أشخاص لا يسمّيهم المصدر: ${name(description)}`,
  cardsDrafted: (drafted, all) =>
    `البطاقات التي صاغها برنامج Standpoint من ألفاظ المصادر نفسها: ${number(drafted)} من ${number(all)}.`,
  linesReviewed: (reviewed, drafted, reviewers) =>
    `الأسطر التي راجعها ${reviewers || 'شخص'}: ${reviewed === 0 ? 'لا شيء منها' : `${number(reviewed)} من ${number(drafted)}`}.`,
  others: 'آخرون',
  bottomLineDrafted: 'صيغت الخلاصة أيضاً على هذا النحو، ولم يراجعها أحد.',
  highlights: 'التظليل في هذه الوثيقة',
  inTheText: 'في النص',
  placeUncertain: 'لم يعد موضعه في النص مؤكداً.',
  fromTextTakenOut: 'من نص لم يعد جزءاً من هذه الإحاطة',
  thisBriefing: 'هذه الإحاطة',
  inThisBriefing: (heading) => `هذه الإحاطة، «${name(heading)}»`,
  evidenceFor: (issue) => ({ before: 'دليل على ', after: ` بشأن «${name(issue)}»` }),
  toldBeside: (numbers) => `بجانب النص فقط: ${numbers}.`,

  onPage: (place, page) => `${place}، صفحة ${number(page)}`,
  note: (note) => `الملاحظة ${digits(note)}`,
  elsewhere: 'موضع آخر في هذه الوثيقة',

  contradictions: {
    stances: 'موقفان ساريان معاً',
    denied: 'قيل ونُفي',
    figures: 'رقمان لقياس واحد',
    quotes: 'قول واحد بألفاظ مختلفة',
    corrected: 'دليل تغيّر في نسخة أحدث من مصدره'
  },
  sidesByDay: ['الأسبق', 'اللاحق'],
  sidesOfOneDay: ['أ، في اليوم نفسه', 'ب، في اليوم نفسه'],
  sidesUndated: ['أ', 'ب'],
  sidesOfOthers: ['الأول', 'الآخر'],
  contested: 'متنازع عليه: يبقى الاثنان ساريين.',
  dismissed: (date, reason) => `استُبعد في ${date}: ${name(reason)}`,

  events: 'الأحداث',
  timelineLabel: (from, to, lanes) => `الخط الزمني من ${from} إلى ${to}: ${lanes}.`,
  leftOutOfTimeline: many({
    one: 'بند مؤرخ آخر لا يتسع له هذا الرسم.',
    two: 'بندان مؤرخان آخران لا يتسع لهما هذا الرسم.',
    few: '# بنود مؤرخة أخرى لا يتسع لها هذا الرسم.',
    many: '# بنداً مؤرخاً آخر لا يتسع لها هذا الرسم.',
    other: '# بند مؤرخ آخر لا يتسع لها هذا الرسم.'
  }),

  changeKinds: {
    new: 'جديد',
    withdrawn: 'مسحوب',
    reversed: 'انقلب',
    contested: 'متنازع عليه',
    open: 'مسألة مفتوحة',
    settled: 'سُوّي',
    hardened: 'تشدّد',
    softened: 'لان',
    'newly-evidenced': 'الموقف نفسه بدليل جديد',
    restated: 'كُرّر',
    corrected: 'صُحِّح',
    stale: 'حان وقت مراجعته'
  },
  arrow: '←',
  and: 'و',
  changeLists: { outcomes: 'النتائج المحتملة', figures: 'الأرقام', events: 'الأحداث' },
  entryChanges: { added: 'جديد', removed: 'مسحوب', changed: 'تغيّر' },
  sourceChanges: { added: 'جديد', removed: 'مسحوب', changed: 'أُعيد تقديره' },
  noDatesToCompare: 'لا يحمل أي موقف تاريخاً، فلا سبيل إلى معرفة ما تغيّر.',
  changedAfter: (since, until) => `بعد ${since}، حتى ${until ?? 'آخر ما عُرف'}:`,
  nothing: 'لا شيء',
  changesOfPosition: noun(
    'تغيّر واحد في المواقف',
    'تغيّران في المواقف',
    'تغيّرات في المواقف',
    'تغيّراً في المواقف',
    'تغيّر في المواقف'
  ),
  newPositions: noun('موقف جديد واحد', 'موقفان جديدان', 'مواقف جديدة', 'موقفاً جديداً', 'موقف جديد'),
  positionsUpdated: noun(
    'موقف واحد محدَّث دون تغيّر',
    'موقفان محدَّثان دون تغيّر',
    'مواقف محدَّثة دون تغيّر',
    'موقفاً محدَّثاً دون تغيّر',
    'موقف محدَّث دون تغيّر'
  ),
  positionsOnLessEvidence: noun(
    'موقف واحد بأدلة أقل',
    'موقفان بأدلة أقل',
    'مواقف بأدلة أقل',
    'موقفاً بأدلة أقل',
    'موقف بأدلة أقل'
  ),
  outcomes: noun('نتيجة واحدة', 'نتيجتان', 'نتائج', 'نتيجة', 'نتيجة'),
  figures: noun('رقم واحد', 'رقمان', 'أرقام', 'رقماً', 'رقم'),
  countedEvents: noun('حدث واحد', 'حدثان', 'أحداث', 'حدثاً', 'حدث'),
  cards: noun('بطاقة واحدة', 'بطاقتان', 'بطاقات', 'بطاقة', 'بطاقة'),
  compared: (before, after) => `قورنت الإحاطة ${before} بها ${after}.`,
  states: {
    asKnownOf: (date) => `بحسب المعروف الآن عن ${date}`,
    asItIs: 'كما هي الآن',
    stillAsWrittenBy: (date) => `كما كُتبت حتى ${date} ولا تزال`,
    asWrittenBy: (date, time, version) =>
      `كما كُتبت${date === null ? '' : ` حتى ${date}`} (نسخة ${time}: ${name(version)})`
  },
  versions: {
    hourly: 'محفوظة كل ساعة',
    daily: 'محفوظة كل يوم',
    migration: 'قبل أن يعيد إصدار أحدث كتابتها',
    import: 'قبل دمج ملف مستورد فيها',
    restore: 'قبل أن تحل محلها نسخة أخرى',
    named: 'مسمّاة',
    undone: 'قبل تراجع',
    visit: 'كما تُركت'
  },
  comparedByOwnDays:
    'تُقارَن المواقف والأحداث بحسب تواريخها؛ أما البطاقات والنتائج فلا تاريخ لها ولا تدخل في المقارنة.',
  goesOnOverleaf: 'هذا أكثر مما تتسع له صفحة واحدة، فالبقية في الصفحة التالية.',
  above: 'أعلاه',
  beforeLabel: 'سابقاً:',
  andLabel: 'و:',
  noPositionAnyMore: 'لم يعد له موقف',
  evidenceTakenAway: 'أدلة سُحبت.',
  evidenceOf: (actor, issue, quotes) => `${name(actor)}، بشأن «${name(issue)}»: ${quotes}`,
  cardsLabel: 'البطاقات.',
  sourcesLabel: 'المصادر.',
  whereQuotesStand: 'مواضع الاقتباسات.',
  newSource: '(مصدر جديد)',
  title: 'العنوان',
  cardChanges: {
    added: 'أُضيفت',
    removed: 'حُذفت',
    changed: 'تغيّرت',
    moved: 'نُقلت',
    named: 'سُمّيت',
    signs: 'تغيّرت العلامات',
    formerly: (heading) => `سابقاً «${name(heading)}»`,
    nowKind: (kind) => `أصبحت: ${kind}`,
    wordsAdded: many({
      one: 'أُضيفت كلمة واحدة',
      two: 'أُضيفت كلمتان',
      few: 'أُضيفت # كلمات',
      many: 'أُضيفت # كلمة',
      other: 'أُضيفت # كلمة'
    }),
    wordsTakenOut: many({
      one: 'حُذفت كلمة واحدة',
      two: 'حُذفت كلمتان',
      few: 'حُذفت # كلمات',
      many: 'حُذفت # كلمة',
      other: 'حُذفت # كلمة'
    }),
    wordsAddedAndTakenOut: (added, removed) =>
      `الكلمات المضافة: ${number(added)}، والمحذوفة: ${number(removed)}`
  }
};
