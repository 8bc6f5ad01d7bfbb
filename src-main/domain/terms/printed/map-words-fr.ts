/** The fixed words of a map of positions in French. */
import { counting } from './counting.js';
import type { mapWordsEn } from './map-words-en.js';
import { sinceInFrench } from './fr.js';

const many = counting('fr');

export const mapWordsFr: typeof mapWordsEn = {
  timelineChange: (actor, issue, before, after, day) =>
    `${actor}, sur «\u202f${issue}\u202f»\u00a0: ${before}, puis ${after}, ${day}.`,
  timelineStays: 'Aucune position consignée n’a changé.',
  group: 'Groupe',
  groupOf: (letter) => (letter ? `Groupe ${letter}` : 'Hors groupe'),
  issues: 'Sujets',
  conditions: 'Conditions',
  groups: 'Groupes',
  changed: 'Changements',
  supporting: 'pour',
  opposing: 'contre',
  inAll: 'Acteurs',
  lettered: 'sous condition\u00a0: voir sa lettre sous «\u00a0Conditions\u00a0»',
  none: 'aucune consignée',
  changedSince: (day) => `a changé ${sinceInFrench(day)}`,
  changedBefore: 'a changé\u00a0: une autre position figurait ici auparavant',
  several: 'plusieurs positions en vigueur',
  noQuote: 'aucune citation consignée',
  dayWithoutQuote: (day, count, all) => `${day}\u202f; ${count} sur ${all} sans citation`,
  day: (day) => `Positions au ${day}`,
  lastKnown: 'Positions selon les dernières informations',
  members: many({ one: '# acteur.', other: '# acteurs.' }),
  howGrouped:
    'Sont réunis les acteurs qui défendent le plus souvent la même position sur les mêmes sujets, d’après le décompte de ce registre.',
  support: (issues) => `La plupart sont pour\u00a0: ${issues}.`,
  oppose: (issues) => `La plupart sont contre\u00a0: ${issues}.`,
  both: (support, oppose) =>
    `La plupart sont pour\u00a0: ${support}\u202f; contre\u00a0: ${oppose}.`,
  neither: 'Sur aucun sujet la plupart ne défendent la même position.',
  ungrouped:
    'Trop peu de positions consignées pour en juger, ou aucune ressemblance avec d’autres.',
  was: (before, now) => `avant ${before}, maintenant ${now}`,
  wasUntil: (before, now, day) => `avant ${before}, maintenant ${now} (${day})`
};
