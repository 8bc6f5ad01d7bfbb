/** The fixed words of a map of positions in Russian. */
import { counting } from './counting.js';
import type { mapWordsEn } from './map-words-en.js';
import { genitiveOfMonth } from './writing.js';

const many = counting('ru');
const genitive = genitiveOfMonth('ru');

export const mapWordsRu: typeof mapWordsEn = {
  timelineChange: (actor, issue, before, after, day) =>
    `${actor}, «${issue}», ${day}: сначала ${before}, затем ${after}.`,
  timelineStays: 'Ни одна записанная позиция не изменилась.',
  group: 'Группа',
  groupOf: (letter) => (letter ? `Группа ${letter}` : 'Вне групп'),
  issues: 'Вопросы',
  conditions: 'Условия',
  groups: 'Группы',
  changed: 'Изменилось',
  supporting: 'за',
  opposing: 'против',
  inAll: 'Всего',
  lettered: 'с условием: см. букву в разделе «Условия»',
  none: 'нет записи',
  changedSince: (day) => `изменилось с ${genitive(day)}`,
  changedBefore: 'изменилось: раньше здесь стояла другая позиция',
  several: 'в силе несколько позиций',
  noQuote: 'без цитаты',
  dayWithoutQuote: (day, count, all) => `${day}; без цитаты: ${count} из ${all}`,
  day: (day) => `Позиции на ${day}`,
  lastKnown: 'Позиции по последним данным',
  members: many({ one: '# участник.', few: '# участника.', other: '# участников.' }),
  howGrouped:
    'Вместе стоят участники, которые по одним и тем же вопросам чаще всего занимают одинаковую позицию, по подсчёту из этого реестра.',
  support: (issues) => `Большинство за: ${issues}.`,
  oppose: (issues) => `Большинство против: ${issues}.`,
  both: (support, oppose) => `Большинство за: ${support}; против: ${oppose}.`,
  neither: 'Ни по одному вопросу у большинства нет общей позиции.',
  ungrouped: 'Записей слишком мало, чтобы судить, или ни на кого не похожи.',
  was: (before, now) => `было ${before}, стало ${now}`,
  wasUntil: (before, now, day) => `было ${before}, стало ${now} (${day})`
};
