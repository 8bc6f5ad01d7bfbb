/** The fixed words of page one in Russian. */
import type { pageOneEn } from './page-one-en.js';

export const pageOneRu: typeof pageOneEn = {
  decision: 'Записка для принятия решения',
  submission: 'Записка',
  to: 'Кому',
  from: 'От кого',
  copy: 'Копия',
  decideBy: 'Решение до',
  recommendation: 'Рекомендация',
  boxes: ['Согласен', 'Обсудить', 'Нет'],
  noted: 'Принято к сведению',
  isToBeNoted: /^принять к сведению/iu,
  signed: 'Подпись',
  date: 'Дата',
  options: 'Варианты',
  judgements: 'Ключевые выводы',
  judgement: 'Вывод',
  because: 'Потому что',
  against: 'Против этого',
  indicators: 'Что изменило бы вывод',
  gaps: 'Не известно',
  sources: 'На чём основано',
  handling: 'Порядок обращения',
  clearance: 'Согласовано',
  contact: 'Контакт',
  authorsCopy: 'Авторский экземпляр с личными заметками',
  copyNumber: (number) => `Экземпляр ${number}`,
  inFull: 'В полной справке',
  draft: (unreviewed, all) =>
    unreviewed === all
      ? 'Черновик, не проверен.'
      : `Черновик, проверен частично (${all - unreviewed} из ${all}).`,
  countOfSources: 'Число источников',
  grades: 'Оценки',
  published: 'Опубликовано',
  positionsInForce: 'Действующие позиции',
  ofOneOutlet: 'все одного издания',
  sourcesOfOrigins: (sources, origins) =>
    origins === 1
      ? `Источников: ${sources}, первоисточник один, и говорят они не больше одного`
      : `Источников: ${sources}, первоисточников: ${origins}; источники общего происхождения говорят не больше одного`,
  listedToo: (sources) => `ещё в списке, без цитат: ${sources}`,
  graded: (count, grade, reliability, credibility) =>
    `с оценкой ${grade}: ${count} (${reliability}; ${credibility})`,
  notGraded: (count) => `без оценки: ${count}`,
  known: {
    stated: (count) => `словами самого участника: ${count}`,
    reported: (count) => `в пересказе: ${count}`,
    inferred: (count) => `выведено из действий: ${count}`,
    denied: (count) => `опровергнуто участником: ${count}`
  },
  withoutQuote: (count) => `без цитаты: ${count}`
};
