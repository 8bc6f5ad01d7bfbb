/**
 * The fixed words of a document in German.
 * Over 300 lines because all words of one language stand in one place.
 */
import { isolated } from '../../text/direction.js';
import { counting } from './counting.js';
import type { PrintedWords } from './en.js';
import { newerVersionDe } from './newer-version-de.js';
import { pageOneDe } from './page-one-de.js';
import { datesIn, leftToRight, quoting, sizesIn } from './writing.js';

const many = counting('de');
const list = new Intl.ListFormat('de');
const languageNames = new Intl.DisplayNames('de', { type: 'language', fallback: 'code' });
const size = sizesIn('de');
const isDay = (date: string): boolean => /^\d{1,2}\. /u.test(date);
/** “am 15. August 2025”, “im August 2025”, “2014”. */
const on = (date: string): string =>
  /^\d{4}$/u.test(date) ? date : `${isDay(date) ? 'am' : 'im'} ${date}`;
const until = (date: string): string => (isDay(date) ? `bis zum ${date}` : `bis ${date}`);
const after = (date: string): string => (isDay(date) ? `nach dem ${date}` : `nach ${date}`);
export const sinceInGerman = (date: string): string =>
  isDay(date) ? `seit dem ${date}` : `seit ${date}`;
const stances: PrintedWords['stances'] = {
  supports: 'Dafür',
  opposes: 'Dagegen',
  conditional: 'Bedingt',
  neutral: 'Neutral',
  unclear: 'Unklar'
};
export const de: PrintedWords = {
  language: 'de',
  ...leftToRight,

  ...datesIn('de'),
  span: (from, to) => `${from} bis ${to}`,
  undated: 'ohne Datum',
  quoted: quoting(['„', '“'], ['‚', '‘']),
  enumerated: (words) => list.format(words),

  untitledBriefing: 'Lagebericht ohne Titel',
  untitledSource: 'Quelle ohne Titel',
  briefing: 'Lagebericht',
  briefingBook: 'Sammlung von Lageberichten',
  bookOfBriefings: 'Sammlung von Lageberichten',
  contents: 'Inhalt',
  bottomLine: 'Kernaussage',
  bottomLineUnreviewed: 'Kernaussage · ungeprüft',
  keyPoints: 'Kernpunkte',
  nextDate: 'Nächster Termin',
  inTheirWords: 'In ihren Worten',
  pageOne: pageOneDe,
  newerVersion: newerVersionDe,
  headings: {
    changes: 'Was sich geändert hat',
    positions: 'Wer wo steht',
    timeline: 'Was wann geschah',
    ledger: 'Register der Positionen',
    statements: 'Wer was gesagt hat',
    outcomes: 'Was geschehen könnte',
    figures: 'Zahlen',
    points: 'Offene Punkte',
    sources: 'Quellen',
    notes: 'Belege und Anmerkungen'
  },
  cardKinds: {
    summary: 'Zusammenfassung',
    context: 'Hintergrund',
    fact: 'Tatsache',
    quote: 'Zitat',
    position: 'Position',
    event: 'Ereignis',
    constraint: 'Einschränkung',
    outcome: 'mögliche Entwicklung',
    question: 'Frage',
    note: 'Notiz'
  },
  annotationKinds: {
    key: 'wichtig',
    claim: 'Behauptung',
    figure: 'Zahl',
    change: 'Änderung',
    doubt: 'Zweifel',
    note: 'Notiz'
  },
  sourceText: (title) => `Quellentext: ${isolated(title)}`,
  pageOf: (page, pages) => `Seite ${page} von ${pages}`,
  picture: 'Bild',

  lastChanged: (date) => `Zuletzt geändert ${on(date)}`,
  preparedBy: (name) => `Erstellt von ${name}`,
  changes: 'Änderungen',
  changesSince: (from) => `Änderungen ${sinceInGerman(from)}`,
  changesBetween: (from, to) => `Änderungen ${sinceInGerman(from)}, ${until(to)}`,
  unreviewed: 'ungeprüft',
  unsettled: 'Unterschied nicht geklärt',
  linesUnreviewed: (lines, all) =>
    `${lines.length === 1 ? 'Zeile' : 'Zeilen'} ${lines.join(', ')} von ${all} ungeprüft`,
  partsUnreviewed: many({
    one: '# Teil ist ungeprüft: Ein automatischer Entwurf hat ihn verfasst, und niemand hat ihn bestätigt.',
    other:
      '# Teile sind ungeprüft: Ein automatischer Entwurf hat sie verfasst, und niemand hat sie bestätigt.'
  }),
  pointsOpen: many({
    one: '# Punkt ist offen: Gesagtes oder Gezähltes widerspricht sich oder wurde berichtigt. Der volle Bericht nennt beide Seiten.',
    other:
      '# Punkte sind offen: Gesagtes oder Gezähltes widerspricht sich oder wurde berichtigt. Der volle Bericht nennt beide Seiten.'
  }),
  fromSources: (sources) => `Nach ${sources}.`,
  briefings: many({ one: '# Lagebericht', other: '# Lageberichte' }),
  positions: many({ one: '# Position', other: '# Positionen' }),
  laterLeftOut: many({ one: '# spätere ist weggelassen', other: '# spätere sind weggelassen' }),
  sources: many({ one: '# Quelle', other: '# Quellen' }),
  reports: many({ one: '# Meldung', other: '# Meldungen' }),
  origins: many({ one: '# Ursprung', other: '# Ursprünge' }),

  columns: {
    actor: 'Akteur',
    stance: 'Haltung',
    statement: 'Aussage',
    when: 'Wann',
    basis: 'Grundlage',
    whatHappened: 'Was geschah',
    who: 'Wer',
    outcome: 'Mögliche Entwicklung',
    likelihood: 'Wahrscheinlichkeit',
    confidence: 'Sicherheit',
    confidenceInBasis: 'Sicherheit der Grundlage',
    figure: 'Zahl',
    measures: 'Misst',
    what: 'Was',
    words: 'Wortlaut',
    quotes: 'Zitate',
    settled: 'Geklärt',
    beforeAndNow: 'Vorher → jetzt',
    inTheirWords: 'In ihren Worten'
  },

  stances,
  stance: (stance) => stances[stance].toLowerCase(),
  denied: 'dementiert',
  deniedStance: (stance) => `Dementiert: ${stance}`,
  disputes: { contested: 'umstritten', open: 'offener Punkt' },
  superseded: 'überholt',
  since: (date, stance) => `${sinceInGerman(date)}: ${stance}`,
  corrected: { is: 'berichtigt', date: 'Datum', status: 'Status' },
  statuses: {
    stated: 'erklärt',
    reported: 'berichtet',
    inferred: 'erschlossen',
    denied: 'dementiert'
  },
  effectiveFrom: (date) => (isDay(date) ? `ab dem ${date}` : `ab ${date}`),
  said: (date) => `gesagt ${on(date)}`,
  reported: (date) => `berichtet ${on(date)}`,
  via: (names) => `laut ${names}`,
  noQuote: 'kein Zitat',
  condition: (condition) => `Bedingung: ${condition}`,
  ifLabel: 'falls:',
  asOf: (date) => `Stand ${date}`,
  asLastKnown: 'nach letztem Stand',
  matrixCaption: (asOf, table, tables) =>
    `Positionen, ${asOf}${tables > 1 ? ` (Tabelle ${table} von ${tables})` : ''}. Hochgestellte Zahlen führen zu den Zitaten.`,

  confidences: { high: 'hoch', moderate: 'mittel', low: 'gering' },
  confidenceOf: {
    high: 'hohe Sicherheit',
    moderate: 'mittlere Sicherheit',
    low: 'geringe Sicherheit'
  },
  likelihoods: {
    icd203: {
      remote: 'nahezu ausgeschlossen',
      'very-unlikely': 'sehr unwahrscheinlich',
      unlikely: 'unwahrscheinlich',
      even: 'etwa gleich wahrscheinlich',
      likely: 'wahrscheinlich',
      'very-likely': 'sehr wahrscheinlich',
      'almost-certain': 'nahezu sicher'
    },
    uk: {
      remote: 'äußerst geringe Möglichkeit',
      'very-unlikely': 'sehr unwahrscheinlich',
      unlikely: 'unwahrscheinlich',
      even: 'realistische Möglichkeit',
      likely: 'wahrscheinlich',
      'very-likely': 'sehr wahrscheinlich',
      'almost-certain': 'nahezu sicher'
    }
  },
  notJudged: 'nicht beurteilt',
  whatTheWordsMean: (scale) =>
    scale === 'icd203'
      ? 'Was die Wörter bedeuten (Direktive 203 der US-Nachrichtendienste, Analytic Standards)'
      : 'Was die Wörter bedeuten (Wahrscheinlichkeitsskala des Professional Head of Intelligence Assessment, Vereinigtes Königreich)',
  by: (date) => until(date),

  reliability: {
    A: 'völlig zuverlässig',
    B: 'gewöhnlich zuverlässig',
    C: 'ziemlich zuverlässig',
    D: 'gewöhnlich nicht zuverlässig',
    E: 'unzuverlässig',
    F: 'Zuverlässigkeit nicht zu beurteilen'
  },
  credibility: {
    '1': 'durch andere Quellen bestätigt',
    '2': 'wahrscheinlich wahr',
    '3': 'möglicherweise wahr',
    '4': 'zweifelhaft',
    '5': 'unwahrscheinlich',
    '6': 'Wahrheitsgehalt nicht zu beurteilen'
  },
  grade: (grade) => `Bewertung ${grade}`,
  sharedOrigin: (name, numbers) =>
    `Gleichen Ursprungs${name === '' ? '' : ` (${isolated(name)})`} wie ${numbers.length > 1 ? 'die Quellen' : 'Quelle'} ${list.format(numbers)}`,
  readAtAddress: (date) => `Abgerufen ${on(date)}`,
  inLanguage: (tag) => `Auf ${languageNames.of(tag) ?? tag}`,
  originalKept: (name, bytes) => `Original aufbewahrt: ${isolated(name)}, ${size(bytes)}`,
  unnamedPeople: (description) => `Personen, die sie nicht nennt: ${isolated(description)}`,
  cardsDrafted: (drafted, all) =>
    `Von Standpoint aus dem Wortlaut der Quellen entworfen: ${drafted} von ${many({ one: '# Karte', other: '# Karten' })(all)}.`,
  linesReviewed: (reviewed, drafted, reviewers) =>
    `Geprüft von ${reviewers || 'einem Menschen'}: ${reviewed === 0 ? 'keine' : `${reviewed} von ${many({ one: '# Zeile', other: '# Zeilen' })(drafted)}`}.`,
  others: 'anderen',
  bottomLineDrafted: 'Auch die Kernaussage ist so entworfen, und niemand hat sie geprüft.',
  highlights: 'Markierungen in diesem Dokument',
  inTheText: 'Im Text',
  placeUncertain: 'Die Stelle im Text ist nicht mehr sicher.',
  fromTextTakenOut: 'Aus einem Text, der nicht mehr zu diesem Bericht gehört',
  thisBriefing: 'Dieser Bericht',
  inThisBriefing: (heading) => `Dieser Bericht, „${isolated(heading)}“`,
  evidenceFor: (issue) => ({ before: 'Beleg für ', after: ` zu „${isolated(issue)}“` }),
  toldBeside: (numbers) => `Nur neben dem Text: ${numbers}.`,

  onPage: (place, page) => `${place}, Seite ${page}`,
  note: (number) => `Anmerkung ${number}`,
  elsewhere: 'An anderer Stelle in diesem Dokument',

  contradictions: {
    stances: 'Zwei geltende Haltungen',
    denied: 'Gesagt und dementiert',
    figures: 'Zwei Zahlen für eine Größe',
    quotes: 'Eine Äußerung in verschiedenen Worten',
    corrected: 'Beleg in einer neueren Fassung der Quelle geändert'
  },
  sidesByDay: ['Früher', 'Später'],
  sidesOfOneDay: ['A, am selben Tag', 'B, am selben Tag'],
  sidesUndated: ['A', 'B'],
  sidesOfOthers: ['Eine Seite', 'Andere Seite'],
  contested: 'Umstritten: Beide gelten weiter.',
  dismissed: (date, reason) => `Verworfen ${on(date)}: ${isolated(reason)}`,

  events: 'Ereignisse',
  timelineLabel: (from, to, lanes) => `Zeitleiste, ${from} bis ${to}: ${lanes}.`,
  leftOutOfTimeline: many({
    one: '# weiterer datierter Eintrag hat in diesem Bild keinen Platz.',
    other: '# weitere datierte Einträge haben in diesem Bild keinen Platz.'
  }),

  changeKinds: {
    new: 'Neu',
    withdrawn: 'Zurückgezogen',
    reversed: 'Umgekehrt',
    contested: 'Umstritten',
    open: 'Offener Punkt',
    settled: 'Geklärt',
    hardened: 'Verhärtet',
    softened: 'Abgeschwächt',
    'newly-evidenced': 'Gleiche Haltung, neuer Beleg',
    restated: 'Bekräftigt',
    corrected: 'Berichtigt',
    stale: 'Zu überprüfen'
  },
  arrow: '→',
  and: 'und',
  changeLists: { outcomes: 'Mögliche Entwicklungen', figures: 'Zahlen', events: 'Ereignisse' },
  entryChanges: { added: 'Neu', removed: 'Zurückgezogen', changed: 'Geändert' },
  sourceChanges: { added: 'Neu', removed: 'Zurückgezogen', changed: 'Neu bewertet' },
  noDatesToCompare:
    'Keine Position trägt ein Datum; was sich geändert hat, lässt sich nicht sagen.',
  changedAfter: (from, to) =>
    `${after(from).replace('nach', 'Nach')}, ${to === null ? 'bis zum letzten Stand' : until(to)}:`,
  nothing: 'nichts',
  changesOfPosition: many({ one: '# geänderte Position', other: '# geänderte Positionen' }),
  newPositions: many({ one: '# neue Position', other: '# neue Positionen' }),
  positionsUpdated: many({
    one: '# ergänzte Position bei gleicher Haltung',
    other: '# ergänzte Positionen bei gleicher Haltung'
  }),
  positionsOnLessEvidence: many({
    one: '# schwächer belegte Position',
    other: '# schwächer belegte Positionen'
  }),
  outcomes: many({ one: '# mögliche Entwicklung', other: '# mögliche Entwicklungen' }),
  figures: many({ one: '# Zahl', other: '# Zahlen' }),
  countedEvents: many({ one: '# Ereignis', other: '# Ereignisse' }),
  cards: many({ one: '# Karte', other: '# Karten' }),
  compared: (one, other) => `Verglichen: der Bericht ${one} und ${other}.`,
  states: {
    asKnownOf: (date) => `nach heutigem Wissen, Stand ${date}`,
    asItIs: 'in der jetzigen Fassung',
    stillAsWrittenBy: (date) => `in der Fassung, wie sie ${until(date)} entstand und noch gilt`,
    asWrittenBy: (date, time, version) =>
      `in der Fassung${date === null ? '' : `, wie sie ${until(date)} entstand`} (Version vom ${time}: ${version})`
  },
  versions: {
    hourly: 'Stündlich aufbewahrt',
    daily: 'Täglich aufbewahrt',
    migration: 'Vor der Umschreibung durch ein neueres Standpoint',
    import: 'Vor dem Zusammenführen mit einer eingelesenen Datei',
    restore: 'Vor dem Ersetzen durch eine andere Version',
    named: 'Benannt',
    undone: 'Vor einem Rückgängig',
    visit: 'Wie verlassen'
  },
  comparedByOwnDays:
    'Positionen und Ereignisse sind nach ihren eigenen Tagen verglichen; Karten und mögliche Entwicklungen haben keinen Tag und bleiben außen vor.',
  goesOnOverleaf: 'Das ist mehr, als eine Seite fasst; es geht auf der nächsten weiter.',
  above: 'oben',
  beforeLabel: 'Vorher:',
  andLabel: 'Und:',
  noPositionAnyMore: 'keine Position mehr',
  evidenceTakenAway: 'Entfallene Belege.',
  evidenceOf: (actor, issue, quotes) => `${isolated(actor)}, zu „${isolated(issue)}“: ${quotes}`,
  cardsLabel: 'Karten.',
  sourcesLabel: 'Quellen.',
  whereQuotesStand: 'Wo die Zitate stehen.',
  newSource: '(neue Quelle)',
  title: 'Titel',
  cardChanges: {
    added: 'hinzugefügt',
    removed: 'entfernt',
    changed: 'geändert',
    moved: 'verschoben',
    named: 'benannt',
    signs: 'Zeichen geändert',
    formerly: (heading) => `früher „${isolated(heading)}“`,
    nowKind: (kind) => `jetzt ${kind}`,
    wordsAdded: many({ one: '# Wort hinzugefügt', other: '# Wörter hinzugefügt' }),
    wordsTakenOut: many({ one: '# Wort entfernt', other: '# Wörter entfernt' }),
    wordsAddedAndTakenOut: (added, removed) =>
      `${many({ one: '# Wort hinzugefügt', other: '# Wörter hinzugefügt' })(added)}, ${removed} entfernt`
  }
};
