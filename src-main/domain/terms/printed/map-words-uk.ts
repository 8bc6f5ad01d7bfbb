/** The fixed words of a map of positions in Ukrainian. */
import { counting } from './counting.js';
import type { mapWordsEn } from './map-words-en.js';
import { genitiveOfMonth } from './writing.js';

const many = counting('uk');
const genitive = genitiveOfMonth('uk');

export const mapWordsUk: typeof mapWordsEn = {
  timelineChange: (actor, issue, before, after, day) =>
    `${actor}, «${issue}», ${day}: спершу ${before}, потім ${after}.`,
  timelineStays: 'Жодна записана позиція не змінилася.',
  group: 'Група',
  groupOf: (letter) => (letter ? `Група ${letter}` : 'Поза групами'),
  issues: 'Питання',
  conditions: 'Умови',
  groups: 'Групи',
  changed: 'Змінилося',
  supporting: 'за',
  opposing: 'проти',
  inAll: 'Усього',
  lettered: 'за умови: див. літеру в розділі «Умови»',
  none: 'немає запису',
  changedSince: (day) => `змінилося з ${genitive(day)}`,
  changedBefore: 'змінилося: раніше тут стояла інша позиція',
  several: 'чинні кілька позицій',
  noQuote: 'без цитати',
  dayWithoutQuote: (day, count, all) => `${day}; без цитати: ${count} з ${all}`,
  day: (day) => `Позиції станом на ${day}`,
  lastKnown: 'Позиції за останніми даними',
  members: many({ one: '# учасник.', few: '# учасники.', other: '# учасників.' }),
  howGrouped:
    'Разом стоять учасники, які з тих самих питань здебільшого мають однакову позицію, за підрахунком із цього реєстру.',
  support: (issues) => `Більшість за: ${issues}.`,
  oppose: (issues) => `Більшість проти: ${issues}.`,
  both: (support, oppose) => `Більшість за: ${support}; проти: ${oppose}.`,
  neither: 'З жодного питання більшість не має спільної позиції.',
  ungrouped: 'Записів замало, щоб судити, або ні на кого не схожі.',
  was: (before, now) => `було ${before}, стало ${now}`,
  wasUntil: (before, now, day) => `було ${before}, стало ${now} (${day})`
};
