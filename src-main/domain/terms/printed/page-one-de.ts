/** The fixed words of page one in German. */
import type { pageOneEn } from './page-one-en.js';

export const pageOneDe: typeof pageOneEn = {
  decision: 'Entscheidungsvorlage',
  submission: 'Vorlage',
  to: 'An',
  from: 'Von',
  copy: 'Kopie',
  decideBy: 'Entscheidung bis',
  recommendation: 'Empfehlung',
  boxes: ['Zustimmung', 'Rücksprache', 'Nein'],
  noted: 'Kenntnis genommen',
  isToBeNoted: /^(?:zur )?kenntnis/iu,
  signed: 'Unterschrift',
  date: 'Datum',
  options: 'Optionen',
  judgements: 'Wesentliche Einschätzungen',
  judgement: 'Einschätzung',
  because: 'Weil',
  against: 'Dagegen spricht',
  indicators: 'Würde sie ändern',
  gaps: 'Nicht bekannt',
  sources: 'Worauf sie beruht',
  handling: 'Umgang',
  clearance: 'Mitgezeichnet',
  contact: 'Rückfragen an',
  authorsCopy: 'Eigenes Exemplar mit privaten Notizen',
  copyNumber: (number) => `Exemplar ${number}`,
  inFull: 'Im vollständigen Bericht',
  draft: (unreviewed, all) =>
    unreviewed === all
      ? 'Entwurf, ungeprüft.'
      : `Entwurf, teilweise geprüft (${all - unreviewed} von ${all}).`,
  countOfSources: 'Zahl der Quellen',
  grades: 'Bewertungen',
  published: 'Veröffentlicht',
  positionsInForce: 'Geltende Positionen',
  ofOneOutlet: 'alle aus einem Medium',
  sourcesOfOrigins: (sources, origins) =>
    origins === 1
      ? `${sources} Quellen eines Ursprungs, die nicht mehr sagen als eine`
      : `${sources} Quellen aus ${origins} Ursprüngen; die eines Ursprungs sagen nicht mehr als eine`,
  listedToo: (sources) => `${sources} weitere aufgeführt, nicht zitiert`,
  graded: (count, grade, reliability, credibility) =>
    `${count} bewertet mit ${grade} (${reliability}; ${credibility})`,
  notGraded: (count) => `${count} nicht bewertet`,
  known: {
    stated: (count) => `${count} in den Worten des Akteurs`,
    reported: (count) => `${count} wie berichtet`,
    inferred: (count) => `${count} aus Verhalten erschlossen`,
    denied: (count) => `${count} vom Akteur dementiert`
  },
  withoutQuote: (count) => `${count} ohne Zitat`
};
