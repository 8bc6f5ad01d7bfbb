/**
 * The fixed words of a document in Ukrainian. Dates stand behind a colon where a preposition would ask for a
 * case that they have not.
 * Over 300 lines because all words of one language stand in one place.
 */
import { isolated } from '../../text/direction.js';
import { counting } from './counting.js';
import type { PrintedWords } from './en.js';
import { newerVersionUk } from './newer-version-uk.js';
import { pageOneUk } from './page-one-uk.js';
import { datesIn, genitiveOfMonth, leftToRight, quoting, sizesIn } from './writing.js';

const many = counting('uk');
const list = new Intl.ListFormat('uk');
const languageNames = new Intl.DisplayNames('uk', { type: 'language', fallback: 'code' });
const size = sizesIn('uk');
const genitive = genitiveOfMonth('uk');
const ofCards = many({ one: '# картки', other: '# карток' });
const ofLines = many({ one: '# рядка', few: '# рядків', other: '# рядків' });
const stances: PrintedWords['stances'] = {
  supports: 'За',
  opposes: 'Проти',
  conditional: 'За умови',
  neutral: 'Нейтрально',
  unclear: 'Неясно'
};
export const uk: PrintedWords = {
  language: 'uk',
  ...leftToRight,

  ...datesIn('uk', '# р.'),
  span: (from, to) => `${from} – ${to}`,
  undated: 'без дати',
  quoted: quoting(['«', '»'], ['„', '“']),
  enumerated: (words) => list.format(words),

  untitledBriefing: 'Довідка без назви',
  untitledSource: 'Джерело без назви',
  briefing: 'Аналітична довідка',
  briefingBook: 'Збірка довідок',
  bookOfBriefings: 'Збірка довідок',
  contents: 'Зміст',
  bottomLine: 'Головний висновок',
  bottomLineUnreviewed: 'Головний висновок · не перевірено',
  keyPoints: 'Основні положення',
  nextDate: 'Найближча дата',
  inTheirWords: 'Їхніми словами',
  pageOne: pageOneUk,
  newerVersion: newerVersionUk,
  headings: {
    changes: 'Що змінилося',
    positions: 'Хто яку позицію займає',
    timeline: 'Перебіг подій',
    ledger: 'Реєстр позицій',
    statements: 'Хто що сказав',
    outcomes: 'Що може статися',
    figures: 'Цифри',
    points: 'Відкриті питання',
    sources: 'Джерела',
    notes: 'Підтвердження та примітки'
  },
  cardKinds: {
    summary: 'підсумок',
    context: 'контекст',
    fact: 'факт',
    quote: 'цитата',
    position: 'позиція',
    event: 'подія',
    constraint: 'обмеження',
    outcome: 'сценарій',
    question: 'питання',
    note: 'нотатка'
  },
  annotationKinds: {
    key: 'головне',
    claim: 'твердження',
    figure: 'цифра',
    change: 'зміна',
    doubt: 'сумнів',
    note: 'нотатка'
  },
  sourceText: (title) => `Текст джерела: ${isolated(title)}`,
  pageOf: (page, pages) => `Сторінка ${page} з ${pages}`,
  picture: 'зображення',

  lastChanged: (date) => `Остання зміна: ${date}`,
  preparedBy: (name) => `Підготовлено: ${name}`,
  changes: 'Зміни',
  changesSince: (since) => `Зміни з ${genitive(since)}`,
  changesBetween: (since, until) => `Зміни з ${genitive(since)} до ${genitive(until)}`,
  unreviewed: 'не перевірено',
  unsettled: 'розбіжність не врегульовано',
  linesUnreviewed: (lines, all) =>
    `${lines.length === 1 ? 'рядок' : 'рядки'} ${lines.join(', ')} з ${all}: не перевірено`,
  partsUnreviewed: many({
    one: '# частину не перевірено: її склала автоматична чернетка, і ніхто її не підтвердив.',
    few: '# частини не перевірено: їх склала автоматична чернетка, і ніхто їх не підтвердив.',
    other: '# частин не перевірено: їх склала автоматична чернетка, і ніхто їх не підтвердив.'
  }),
  pointsOpen: many({
    one: '# питання відкрите: сказане або пораховане суперечить одне одному або було виправлене. Обидві сторони наведено в повній довідці.',
    few: '# питання відкриті: сказане або пораховане суперечить одне одному або було виправлене. Обидві сторони наведено в повній довідці.',
    other:
      '# питань відкрито: сказане або пораховане суперечить одне одному або було виправлене. Обидві сторони наведено в повній довідці.'
  }),
  fromSources: (sources) => `Джерела: ${sources}.`,
  briefings: many({ one: '# довідка', few: '# довідки', other: '# довідок' }),
  positions: many({ one: '# позиція', few: '# позиції', other: '# позицій' }),
  laterLeftOut: many({
    one: '# пізнішу пропущено',
    few: '# пізніші пропущено',
    other: '# пізніших пропущено'
  }),
  sources: many({ one: '# джерело', few: '# джерела', other: '# джерел' }),
  reports: many({ one: '# повідомлення', few: '# повідомлення', other: '# повідомлень' }),
  origins: many({ one: '# першоджерело', few: '# першоджерела', other: '# першоджерел' }),

  columns: {
    actor: 'Учасник',
    stance: 'Позиція',
    statement: 'Заява',
    when: 'Коли',
    basis: 'Підстава',
    whatHappened: 'Що сталося',
    who: 'Хто',
    outcome: 'Сценарій',
    likelihood: 'Імовірність',
    confidence: 'Упевненість',
    confidenceInBasis: 'Упевненість у підставах',
    figure: 'Цифра',
    measures: 'Що вимірює',
    what: 'Що',
    words: 'Слова',
    quotes: 'Цитати',
    settled: 'Вирішено',
    beforeAndNow: 'Раніше → тепер',
    inTheirWords: 'Їхніми словами'
  },

  stances,
  stance: (stance) => stances[stance].toLowerCase(),
  denied: 'спростовано',
  deniedStance: (stance) => `Спростовано: ${stance}`,
  disputes: { contested: 'оскаржується', open: 'відкрите питання' },
  superseded: 'замінено пізнішою',
  since: (date, stance) => `з ${genitive(date)}: ${stance}`,
  corrected: { is: 'виправлено', date: 'дата', status: 'статус' },
  statuses: {
    stated: 'заявлено',
    reported: 'за повідомленнями',
    inferred: 'висновок',
    denied: 'спростовано'
  },
  effectiveFrom: (date) => `з ${genitive(date)}`,
  said: (date) => `сказано: ${date}`,
  reported: (date) => `повідомлено: ${date}`,
  via: (names) => `через: ${names}`,
  noQuote: 'без цитати',
  condition: (condition) => `Умова: ${condition}`,
  ifLabel: 'якщо:',
  asOf: (date) => `станом на: ${date}`,
  asLastKnown: 'за останніми даними',
  matrixCaption: (asOf, table, tables) =>
    `Позиції ${asOf}${tables > 1 ? ` (таблиця ${table} з ${tables})` : ''}. Надрядкові цифри ведуть до цитат.`,

  confidences: { high: 'висока', moderate: 'середня', low: 'низька' },
  confidenceOf: {
    high: 'висока впевненість',
    moderate: 'середня впевненість',
    low: 'низька впевненість'
  },
  likelihoods: {
    icd203: {
      remote: 'майже виключено',
      'very-unlikely': 'дуже малоймовірно',
      unlikely: 'малоймовірно',
      even: 'приблизно рівні шанси',
      likely: 'імовірно',
      'very-likely': 'дуже ймовірно',
      'almost-certain': 'майже напевно'
    },
    uk: {
      remote: 'мізерна ймовірність',
      'very-unlikely': 'дуже малоймовірно',
      unlikely: 'малоймовірно',
      even: 'реальна можливість',
      likely: 'імовірно',
      'very-likely': 'дуже ймовірно',
      'almost-certain': 'майже напевно'
    }
  },
  notJudged: 'не оцінено',
  whatTheWordsMean: (scale) =>
    scale === 'icd203'
      ? 'Значення слів (Директива 203 розвідувальної спільноти США, стандарти аналітичної роботи)'
      : 'Значення слів (шкала ймовірностей керівника фаху розвідувальної аналітики Великої Британії)',
  by: (date) => `до ${genitive(date)}`,

  reliability: {
    A: 'повністю надійне',
    B: 'зазвичай надійне',
    C: 'досить надійне',
    D: 'зазвичай ненадійне',
    E: 'ненадійне',
    F: 'надійність оцінити неможливо'
  },
  credibility: {
    '1': 'підтверджено іншими джерелами',
    '2': 'імовірно правдиво',
    '3': 'можливо правдиво',
    '4': 'сумнівно',
    '5': 'малоймовірно',
    '6': 'правдивість оцінити неможливо'
  },
  grade: (grade) => `оцінка ${grade}`,
  sharedOrigin: (name, numbers) =>
    `Спільне першоджерело${name === '' ? '' : ` (${isolated(name)})`} з ${numbers.length > 1 ? 'джерелами' : 'джерелом'} ${list.format(numbers)}`,
  readAtAddress: (date) => `Дата звернення: ${date}`,
  inLanguage: (tag) => `Мова: ${languageNames.of(tag) ?? tag}`,
  originalKept: (name, bytes) => `Оригінал збережено: ${isolated(name)}, ${size(bytes)}`,
  unnamedPeople: (description) => `Особи, яких воно не називає: ${isolated(description)}`,
  cardsDrafted: (drafted, all) =>
    `Складено програмою Standpoint зі слів самих джерел: ${drafted} з ${ofCards(all)}.`,
  linesReviewed: (reviewed, drafted, reviewers) =>
    `Перевірено${reviewers === '' ? ' людиною' : ` (${reviewers})`}: ${reviewed === 0 ? 'жодного' : `${reviewed} з ${ofLines(drafted)}`}.`,
  others: 'інші',
  bottomLineDrafted: 'Головний висновок складено так само, і ніхто його не перевірив.',
  highlights: 'Виділення в цьому документі',
  inTheText: 'У тексті',
  placeUncertain: 'Його місце в тексті вже не визначене.',
  fromTextTakenOut: 'З тексту, якого вже немає в цій довідці',
  thisBriefing: 'Ця довідка',
  inThisBriefing: (heading) => `Ця довідка, «${isolated(heading)}»`,
  evidenceFor: (issue) => ({
    before: 'Підтверджує: ',
    after: `, щодо питання «${isolated(issue)}»`
  }),
  toldBeside: (numbers) => `Лише на полях: ${numbers}.`,

  onPage: (place, page) => `${place}, сторінка ${page}`,
  note: (number) => `Примітка ${number}`,
  elsewhere: 'В іншому місці цього документа',

  contradictions: {
    stances: 'Дві чинні позиції',
    denied: 'Сказано й спростовано',
    figures: 'Дві цифри для однієї величини',
    quotes: 'Один вислів різними словами',
    corrected: 'Підтвердження змінено в новішій версії джерела'
  },
  sidesByDay: ['Раніше', 'Пізніше'],
  sidesOfOneDay: ['А, того самого дня', 'Б, того самого дня'],
  sidesUndated: ['А', 'Б'],
  sidesOfOthers: ['Одна', 'Інша'],
  contested: 'Оскаржується: обидві залишаються чинними.',
  dismissed: (date, reason) => `Відхилено ${date}: ${isolated(reason)}`,

  events: 'Події',
  timelineLabel: (from, to, lanes) => `Перебіг подій, ${from} – ${to}: ${lanes}.`,
  leftOutOfTimeline: many({
    one: 'Ще # датований запис не вмістився на малюнку.',
    few: 'Ще # датовані записи не вмістилися на малюнку.',
    other: 'Ще # датованих записів не вмістилося на малюнку.'
  }),

  changeKinds: {
    new: 'Нове',
    withdrawn: 'Відкликано',
    reversed: 'Змінилося на протилежне',
    contested: 'Оскаржується',
    open: 'Відкрите питання',
    settled: 'Вирішено',
    hardened: 'Стало жорсткішим',
    softened: 'Стало м’якшим',
    'newly-evidenced': 'Та сама позиція, нове підтвердження',
    restated: 'Повторено',
    corrected: 'Виправлено',
    stale: 'Час переглянути'
  },
  arrow: '→',
  and: 'і',
  changeLists: { outcomes: 'Сценарії', figures: 'Цифри', events: 'Події' },
  entryChanges: { added: 'Нове', removed: 'Відкликано', changed: 'Змінено' },
  sourceChanges: { added: 'Нове', removed: 'Відкликано', changed: 'Переоцінено' },
  noDatesToCompare: 'Жодна позиція не має дати, тому не можна сказати, що змінилося.',
  changedAfter: (since, until) =>
    `Після ${genitive(since)}, ${until === null ? 'за останніми даними' : `до ${genitive(until)}`}:`,
  nothing: 'нічого',
  changesOfPosition: many({
    one: '# зміна позиції',
    few: '# зміни позицій',
    other: '# змін позицій'
  }),
  newPositions: many({ one: '# нова позиція', few: '# нові позиції', other: '# нових позицій' }),
  positionsUpdated: many({
    one: '# уточнена позиція без змін по суті',
    few: '# уточнені позиції без змін по суті',
    other: '# уточнених позицій без змін по суті'
  }),
  positionsOnLessEvidence: many({
    one: '# позиція з меншою кількістю підтверджень',
    few: '# позиції з меншою кількістю підтверджень',
    other: '# позицій з меншою кількістю підтверджень'
  }),
  outcomes: many({ one: '# сценарій', few: '# сценарії', other: '# сценаріїв' }),
  figures: many({ one: '# цифра', few: '# цифри', other: '# цифр' }),
  countedEvents: many({ one: '# подія', few: '# події', other: '# подій' }),
  cards: many({ one: '# картка', few: '# картки', other: '# карток' }),
  compared: (before, after) => `Порівнюється: довідка ${before} і ${after}.`,
  states: {
    asKnownOf: (date) => `за нинішніми відомостями станом на: ${date}`,
    asItIs: 'у нинішньому вигляді',
    stillAsWrittenBy: (date) => `у вигляді, написаному до ${genitive(date)} і незмінному`,
    asWrittenBy: (date, time, version) =>
      `${date === null ? 'у попередньому вигляді' : `у вигляді, написаному до ${genitive(date)}`} (версія ${time}: ${version})`
  },
  versions: {
    hourly: 'Збережено за годину',
    daily: 'Збережено за день',
    migration: 'До перезапису новішим Standpoint',
    import: 'До злиття із завантаженим файлом',
    restore: 'До заміни іншою версією',
    named: 'Названа',
    undone: 'До скасування',
    visit: 'Як було залишено'
  },
  comparedByOwnDays:
    'Позиції та події порівнюються за їхніми власними датами; картки та сценарії дат не мають і не враховуються.',
  goesOnOverleaf: 'Це більше, ніж вміщує одна сторінка; продовження на звороті.',
  above: 'вище',
  beforeLabel: 'Раніше:',
  andLabel: 'І:',
  noPositionAnyMore: 'позиції більше немає',
  evidenceTakenAway: 'Підтвердження знято.',
  evidenceOf: (actor, issue, quotes) =>
    `${isolated(actor)}, щодо питання «${isolated(issue)}»: ${quotes}`,
  cardsLabel: 'Картки.',
  sourcesLabel: 'Джерела.',
  whereQuotesStand: 'Де містяться цитати.',
  newSource: '(нове джерело)',
  title: 'Назва',
  cardChanges: {
    added: 'додано',
    removed: 'видалено',
    changed: 'змінено',
    moved: 'переміщено',
    named: 'названо',
    signs: 'змінено знаки',
    formerly: (heading) => `раніше «${isolated(heading)}»`,
    nowKind: (kind) => `тепер: ${kind}`,
    wordsAdded: many({ one: 'додано # слово', few: 'додано # слова', other: 'додано # слів' }),
    wordsTakenOut: many({
      one: 'вилучено # слово',
      few: 'вилучено # слова',
      other: 'вилучено # слів'
    }),
    wordsAddedAndTakenOut: (added, removed) => `слів додано: ${added}, вилучено: ${removed}`
  }
};
