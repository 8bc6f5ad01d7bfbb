/** The fixed words of a map of positions in German. */
import { counting } from './counting.js';
import type { mapWordsEn } from './map-words-en.js';
import { sinceInGerman } from './de.js';

const many = counting('de');

export const mapWordsDe: typeof mapWordsEn = {
  timelineChange: (actor, issue, before, after, day) =>
    `${actor} zu „${issue}“: erst ${before}, dann ${after}, ${day}.`,
  timelineStays: 'Keine verzeichnete Haltung hat sich geändert.',
  group: 'Gruppe',
  groupOf: (letter) => (letter ? `Gruppe ${letter}` : 'In keiner Gruppe'),
  issues: 'Themen',
  conditions: 'Bedingungen',
  groups: 'Gruppen',
  changed: 'Geändert',
  supporting: 'dafür',
  opposing: 'dagegen',
  inAll: 'Akteure',
  lettered: 'unter einer Bedingung: siehe ihren Buchstaben unter „Bedingungen“',
  none: 'keine verzeichnet',
  changedSince: (day) => `geändert ${sinceInGerman(day)}`,
  changedBefore: 'geändert: Vorher stand hier eine andere Haltung',
  several: 'mehrere Haltungen gelten zugleich',
  noQuote: 'kein Zitat verzeichnet',
  dayWithoutQuote: (day, count, all) => `${day}; ${count} von ${all} ohne Zitat`,
  day: (day) => `Positionen, Stand ${day}`,
  lastKnown: 'Positionen nach letztem Stand',
  members: many({ one: '# Akteur.', other: '# Akteure.' }),
  howGrouped:
    'Zusammen stehen Akteure, die zu denselben Themen meist dieselbe Haltung haben, so wie es sich aus diesem Register zählen lässt.',
  support: (issues) => `Die meisten sind dafür: ${issues}.`,
  oppose: (issues) => `Die meisten sind dagegen: ${issues}.`,
  both: (support, oppose) => `Die meisten sind dafür: ${support}; dagegen: ${oppose}.`,
  neither: 'Zu keinem Thema haben die meisten dieselbe Haltung.',
  ungrouped: 'Zu wenig verzeichnet, um zu urteilen, oder keinem anderen ähnlich.',
  was: (before, now) => `vorher ${before}, jetzt ${now}`,
  wasUntil: (before, now, day) => `vorher ${before}, jetzt ${now} (${day})`
};
