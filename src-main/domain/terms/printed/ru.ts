/**
 * The fixed words of a document in Russian. Dates stand behind a colon where a preposition would ask for a
 * case that they have not.
 * Over 300 lines because all words of one language stand in one place.
 */
import { isolated } from '../../text/direction.js';
import { counting } from './counting.js';
import type { PrintedWords } from './en.js';
import { newerVersionRu } from './newer-version-ru.js';
import { pageOneRu } from './page-one-ru.js';
import { datesIn, genitiveOfMonth, leftToRight, quoting, sizesIn } from './writing.js';

const many = counting('ru');
const list = new Intl.ListFormat('ru');
const languageNames = new Intl.DisplayNames('ru', { type: 'language', fallback: 'code' });
const size = sizesIn('ru');
const genitive = genitiveOfMonth('ru');
const ofCards = many({ one: '# карточки', other: '# карточек' });
const ofLines = many({ one: '# строки', few: '# строк', other: '# строк' });
const stances: PrintedWords['stances'] = {
  supports: 'За',
  opposes: 'Против',
  conditional: 'С условием',
  neutral: 'Нейтрально',
  unclear: 'Неясно'
};
export const ru: PrintedWords = {
  language: 'ru',
  ...leftToRight,

  ...datesIn('ru', '# г.'),
  span: (from, to) => `${from} – ${to}`,
  undated: 'без даты',
  quoted: quoting(['«', '»'], ['„', '“']),
  enumerated: (words) => list.format(words),

  untitledBriefing: 'Справка без названия',
  untitledSource: 'Источник без названия',
  briefing: 'Аналитическая справка',
  briefingBook: 'Сборник справок',
  bookOfBriefings: 'Сборник справок',
  contents: 'Содержание',
  bottomLine: 'Главный вывод',
  bottomLineUnreviewed: 'Главный вывод · не проверено',
  keyPoints: 'Основные положения',
  nextDate: 'Ближайшая дата',
  inTheirWords: 'Их словами',
  pageOne: pageOneRu,
  newerVersion: newerVersionRu,
  headings: {
    changes: 'Что изменилось',
    positions: 'Кто какую позицию занимает',
    timeline: 'Хронология событий',
    ledger: 'Реестр позиций',
    statements: 'Кто что сказал',
    outcomes: 'Что может произойти',
    figures: 'Цифры',
    points: 'Открытые вопросы',
    sources: 'Источники',
    notes: 'Подтверждения и примечания'
  },
  cardKinds: {
    summary: 'резюме',
    context: 'контекст',
    fact: 'факт',
    quote: 'цитата',
    position: 'позиция',
    event: 'событие',
    constraint: 'ограничение',
    outcome: 'сценарий',
    question: 'вопрос',
    note: 'заметка'
  },
  annotationKinds: {
    key: 'главное',
    claim: 'утверждение',
    figure: 'цифра',
    change: 'изменение',
    doubt: 'сомнение',
    note: 'заметка'
  },
  sourceText: (title) => `Текст источника: ${isolated(title)}`,
  pageOf: (page, pages) => `Страница ${page} из ${pages}`,
  picture: 'изображение',

  lastChanged: (date) => `Последнее изменение: ${date}`,
  preparedBy: (name) => `Подготовлено: ${name}`,
  changes: 'Изменения',
  changesSince: (since) => `Изменения с ${genitive(since)}`,
  changesBetween: (since, until) => `Изменения с ${genitive(since)} до ${genitive(until)}`,
  unreviewed: 'не проверено',
  unsettled: 'расхождение не урегулировано',
  linesUnreviewed: (lines, all) =>
    `${lines.length === 1 ? 'строка' : 'строки'} ${lines.join(', ')} из ${all}: не проверено`,
  partsUnreviewed: many({
    one: '# часть не проверена: её составил автоматический черновик, и никто её не подтвердил.',
    few: '# части не проверены: их составил автоматический черновик, и никто их не подтвердил.',
    other: '# частей не проверено: их составил автоматический черновик, и никто их не подтвердил.'
  }),
  pointsOpen: many({
    one: '# вопрос открыт: сказанное или подсчитанное противоречит друг другу или было исправлено. Обе стороны приведены в полной справке.',
    few: '# вопроса открыты: сказанное или подсчитанное противоречит друг другу или было исправлено. Обе стороны приведены в полной справке.',
    other:
      '# вопросов открыто: сказанное или подсчитанное противоречит друг другу или было исправлено. Обе стороны приведены в полной справке.'
  }),
  fromSources: (sources) => `Источники: ${sources}.`,
  briefings: many({ one: '# справка', few: '# справки', other: '# справок' }),
  positions: many({ one: '# позиция', few: '# позиции', other: '# позиций' }),
  laterLeftOut: many({
    one: '# более поздняя опущена',
    few: '# более поздние опущены',
    other: '# более поздних опущено'
  }),
  sources: many({ one: '# источник', few: '# источника', other: '# источников' }),
  reports: many({ one: '# сообщение', few: '# сообщения', other: '# сообщений' }),
  origins: many({ one: '# первоисточник', few: '# первоисточника', other: '# первоисточников' }),

  columns: {
    actor: 'Участник',
    stance: 'Позиция',
    statement: 'Заявление',
    when: 'Когда',
    basis: 'Основание',
    whatHappened: 'Что произошло',
    who: 'Кто',
    outcome: 'Сценарий',
    likelihood: 'Вероятность',
    confidence: 'Уверенность',
    confidenceInBasis: 'Уверенность в основаниях',
    figure: 'Цифра',
    measures: 'Что измеряет',
    what: 'Что',
    words: 'Слова',
    quotes: 'Цитаты',
    settled: 'Решено',
    beforeAndNow: 'Раньше → теперь',
    inTheirWords: 'Их словами'
  },

  stances,
  stance: (stance) => stances[stance].toLowerCase(),
  denied: 'опровергнуто',
  deniedStance: (stance) => `Опровергнуто: ${stance}`,
  disputes: { contested: 'оспаривается', open: 'открытый вопрос' },
  superseded: 'заменена более поздней',
  since: (date, stance) => `с ${genitive(date)}: ${stance}`,
  corrected: { is: 'исправлена', date: 'дата', status: 'статус' },
  statuses: {
    stated: 'заявлено',
    reported: 'по сообщениям',
    inferred: 'вывод',
    denied: 'опровергнуто'
  },
  effectiveFrom: (date) => `с ${genitive(date)}`,
  said: (date) => `сказано: ${date}`,
  reported: (date) => `сообщено: ${date}`,
  via: (names) => `через: ${names}`,
  noQuote: 'без цитаты',
  condition: (condition) => `Условие: ${condition}`,
  ifLabel: 'если:',
  asOf: (date) => `по состоянию: ${date}`,
  asLastKnown: 'по последним данным',
  matrixCaption: (asOf, table, tables) =>
    `Позиции ${asOf}${tables > 1 ? ` (таблица ${table} из ${tables})` : ''}. Надстрочные цифры ведут к цитатам.`,

  confidences: { high: 'высокая', moderate: 'средняя', low: 'низкая' },
  confidenceOf: {
    high: 'высокая уверенность',
    moderate: 'средняя уверенность',
    low: 'низкая уверенность'
  },
  likelihoods: {
    icd203: {
      remote: 'почти исключено',
      'very-unlikely': 'крайне маловероятно',
      unlikely: 'маловероятно',
      even: 'примерно равные шансы',
      likely: 'вероятно',
      'very-likely': 'весьма вероятно',
      'almost-certain': 'почти наверняка'
    },
    uk: {
      remote: 'ничтожная вероятность',
      'very-unlikely': 'крайне маловероятно',
      unlikely: 'маловероятно',
      even: 'реальная возможность',
      likely: 'вероятно',
      'very-likely': 'весьма вероятно',
      'almost-certain': 'почти наверняка'
    }
  },
  notJudged: 'не оценено',
  whatTheWordsMean: (scale) =>
    scale === 'icd203'
      ? 'Значение слов (Директива 203 разведывательного сообщества США, стандарты аналитической работы)'
      : 'Значение слов (шкала вероятностей руководителя профессии аналитической разведки Великобритании)',
  by: (date) => `до ${genitive(date)}`,

  reliability: {
    A: 'полностью надёжен',
    B: 'обычно надёжен',
    C: 'довольно надёжен',
    D: 'обычно ненадёжен',
    E: 'ненадёжен',
    F: 'надёжность оценить невозможно'
  },
  credibility: {
    '1': 'подтверждено другими источниками',
    '2': 'вероятно, верно',
    '3': 'возможно, верно',
    '4': 'сомнительно',
    '5': 'маловероятно',
    '6': 'достоверность оценить невозможно'
  },
  grade: (grade) => `оценка ${grade}`,
  sharedOrigin: (name, numbers) =>
    `Общий первоисточник${name === '' ? '' : ` (${isolated(name)})`} с ${numbers.length > 1 ? 'источниками' : 'источником'} ${list.format(numbers)}`,
  readAtAddress: (date) => `Дата обращения: ${date}`,
  inLanguage: (tag) => `Язык: ${languageNames.of(tag) ?? tag}`,
  originalKept: (name, bytes) => `Оригинал сохранён: ${isolated(name)}, ${size(bytes)}`,
  unnamedPeople: (description) => `Лица, которых он не называет: ${isolated(description)}`,
  cardsDrafted: (drafted, all) =>
    `Составлено программой Standpoint из слов самих источников: ${drafted} из ${ofCards(all)}.`,
  linesReviewed: (reviewed, drafted, reviewers) =>
    `Проверено${reviewers === '' ? ' человеком' : ` (${reviewers})`}: ${reviewed === 0 ? 'ни одной' : `${reviewed} из ${ofLines(drafted)}`}.`,
  others: 'другие',
  bottomLineDrafted: 'Главный вывод составлен так же, и никто его не проверил.',
  highlights: 'Выделения в этом документе',
  inTheText: 'В тексте',
  placeUncertain: 'Его место в тексте больше не определено.',
  fromTextTakenOut: 'Из текста, которого больше нет в этой справке',
  thisBriefing: 'Эта справка',
  inThisBriefing: (heading) => `Эта справка, «${isolated(heading)}»`,
  evidenceFor: (issue) => ({
    before: 'Подтверждает: ',
    after: `, по вопросу «${isolated(issue)}»`
  }),
  toldBeside: (numbers) => `Только на полях: ${numbers}.`,

  onPage: (place, page) => `${place}, страница ${page}`,
  note: (number) => `Примечание ${number}`,
  elsewhere: 'В другом месте этого документа',

  contradictions: {
    stances: 'Две действующие позиции',
    denied: 'Сказано и опровергнуто',
    figures: 'Две цифры для одной величины',
    quotes: 'Одно высказывание разными словами',
    corrected: 'Подтверждение изменено в более новой версии источника'
  },
  sidesByDay: ['Раньше', 'Позже'],
  sidesOfOneDay: ['А, в тот же день', 'Б, в тот же день'],
  sidesUndated: ['А', 'Б'],
  sidesOfOthers: ['Одна', 'Другая'],
  contested: 'Оспаривается: обе остаются в силе.',
  dismissed: (date, reason) => `Отклонено ${date}: ${isolated(reason)}`,

  events: 'События',
  timelineLabel: (from, to, lanes) => `Хронология, ${from} – ${to}: ${lanes}.`,
  leftOutOfTimeline: many({
    one: 'Ещё # датированная запись не поместилась на рисунке.',
    few: 'Ещё # датированные записи не поместились на рисунке.',
    other: 'Ещё # датированных записей не поместились на рисунке.'
  }),

  changeKinds: {
    new: 'Новое',
    withdrawn: 'Отозвано',
    reversed: 'Изменилось на обратное',
    contested: 'Оспаривается',
    open: 'Открытый вопрос',
    settled: 'Решено',
    hardened: 'Ужесточилось',
    softened: 'Смягчилось',
    'newly-evidenced': 'Та же позиция, новое подтверждение',
    restated: 'Повторено',
    corrected: 'Исправлено',
    stale: 'Пора пересмотреть'
  },
  arrow: '→',
  and: 'и',
  changeLists: { outcomes: 'Сценарии', figures: 'Цифры', events: 'События' },
  entryChanges: { added: 'Новое', removed: 'Отозвано', changed: 'Изменено' },
  sourceChanges: { added: 'Новый', removed: 'Отозван', changed: 'Переоценён' },
  noDatesToCompare: 'Ни у одной позиции нет даты, поэтому нельзя сказать, что изменилось.',
  changedAfter: (since, until) =>
    `После ${genitive(since)}, ${until === null ? 'по последним данным' : `до ${genitive(until)}`}:`,
  nothing: 'ничего',
  changesOfPosition: many({
    one: '# изменение позиции',
    few: '# изменения позиций',
    other: '# изменений позиций'
  }),
  newPositions: many({ one: '# новая позиция', few: '# новые позиции', other: '# новых позиций' }),
  positionsUpdated: many({
    one: '# уточнённая позиция без перемен по существу',
    few: '# уточнённые позиции без перемен по существу',
    other: '# уточнённых позиций без перемен по существу'
  }),
  positionsOnLessEvidence: many({
    one: '# позиция с меньшим числом подтверждений',
    few: '# позиции с меньшим числом подтверждений',
    other: '# позиций с меньшим числом подтверждений'
  }),
  outcomes: many({ one: '# сценарий', few: '# сценария', other: '# сценариев' }),
  figures: many({ one: '# цифра', few: '# цифры', other: '# цифр' }),
  countedEvents: many({ one: '# событие', few: '# события', other: '# событий' }),
  cards: many({ one: '# карточка', few: '# карточки', other: '# карточек' }),
  compared: (before, after) => `Сравнивается: справка ${before} и ${after}.`,
  states: {
    asKnownOf: (date) => `по нынешним сведениям на дату: ${date}`,
    asItIs: 'в нынешнем виде',
    stillAsWrittenBy: (date) => `в виде, написанном до ${genitive(date)} и неизменном`,
    asWrittenBy: (date, time, version) =>
      `${date === null ? 'в прежнем виде' : `в виде, написанном до ${genitive(date)}`} (версия ${time}: ${version})`
  },
  versions: {
    hourly: 'Сохранена за час',
    daily: 'Сохранена за день',
    migration: 'До перезаписи более новым Standpoint',
    import: 'До слияния с загруженным файлом',
    restore: 'До замены другой версией',
    named: 'Названа',
    undone: 'До отмены',
    visit: 'Как была оставлена'
  },
  comparedByOwnDays:
    'Позиции и события сравниваются по их собственным датам; карточки и сценарии дат не имеют и не учитываются.',
  goesOnOverleaf: 'Это больше, чем вмещает одна страница; продолжение на обороте.',
  above: 'выше',
  beforeLabel: 'Раньше:',
  andLabel: 'И:',
  noPositionAnyMore: 'позиции больше нет',
  evidenceTakenAway: 'Подтверждения сняты.',
  evidenceOf: (actor, issue, quotes) =>
    `${isolated(actor)}, по вопросу «${isolated(issue)}»: ${quotes}`,
  cardsLabel: 'Карточки.',
  sourcesLabel: 'Источники.',
  whereQuotesStand: 'Где стоят цитаты.',
  newSource: '(новый источник)',
  title: 'Название',
  cardChanges: {
    added: 'добавлена',
    removed: 'удалена',
    changed: 'изменено',
    moved: 'перемещена',
    named: 'названа',
    signs: 'изменены знаки',
    formerly: (heading) => `прежде «${isolated(heading)}»`,
    nowKind: (kind) => `теперь: ${kind}`,
    wordsAdded: many({
      one: 'добавлено # слово',
      few: 'добавлено # слова',
      other: 'добавлено # слов'
    }),
    wordsTakenOut: many({ one: 'убрано # слово', few: 'убрано # слова', other: 'убрано # слов' }),
    wordsAddedAndTakenOut: (added, removed) => `слов добавлено: ${added}, убрано: ${removed}`
  }
};
