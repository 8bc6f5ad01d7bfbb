/** The fixed words of page one in Ukrainian. */
import type { pageOneEn } from './page-one-en.js';

export const pageOneUk: typeof pageOneEn = {
  decision: 'Записка для ухвалення рішення',
  submission: 'Записка',
  to: 'Кому',
  from: 'Від кого',
  copy: 'Копія',
  decideBy: 'Рішення до',
  recommendation: 'Рекомендація',
  boxes: ['Згода', 'Обговорити', 'Ні'],
  noted: 'Взято до відома',
  isToBeNoted: /^взяти до відома/iu,
  signed: 'Підпис',
  date: 'Дата',
  options: 'Варіанти',
  judgements: 'Ключові висновки',
  judgement: 'Висновок',
  because: 'Тому що',
  against: 'Проти цього',
  indicators: 'Що змінило б висновок',
  gaps: 'Невідомо',
  sources: 'На чому ґрунтується',
  handling: 'Порядок поводження',
  clearance: 'Погоджено',
  contact: 'Контакт',
  authorsCopy: 'Авторський примірник з особистими нотатками',
  copyNumber: (number) => `Примірник ${number}`,
  inFull: 'У повній довідці',
  draft: (unreviewed, all) =>
    unreviewed === all
      ? 'Чернетка, не перевірено.'
      : `Чернетка, перевірено частково (${all - unreviewed} з ${all}).`,
  countOfSources: 'Кількість джерел',
  grades: 'Оцінки',
  published: 'Опубліковано',
  positionsInForce: 'Чинні позиції',
  ofOneOutlet: 'усі одного видання',
  sourcesOfOrigins: (sources, origins) =>
    origins === 1
      ? `Джерел: ${sources}, першоджерело одне, і кажуть вони не більше за одне`
      : `Джерел: ${sources}, першоджерел: ${origins}; джерела спільного походження кажуть не більше за одне`,
  listedToo: (sources) => `ще у списку, без цитат: ${sources}`,
  graded: (count, grade, reliability, credibility) =>
    `з оцінкою ${grade}: ${count} (${reliability}; ${credibility})`,
  notGraded: (count) => `без оцінки: ${count}`,
  known: {
    stated: (count) => `словами самого учасника: ${count}`,
    reported: (count) => `у переказі: ${count}`,
    inferred: (count) => `виведено з дій: ${count}`,
    denied: (count) => `спростовано учасником: ${count}`
  },
  withoutQuote: (count) => `без цитати: ${count}`
};
