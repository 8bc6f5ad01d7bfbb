/**
 * The fixed words of a document in French. A space that does not break stands before colon and semicolon.
 * Over 300 lines because all words of one language stand in one place.
 */
import { isolated } from '../../text/direction.js';
import { counting } from './counting.js';
import type { PrintedWords } from './en.js';
import { newerVersionFr } from './newer-version-fr.js';
import { pageOneFr } from './page-one-fr.js';
import { datesIn, leftToRight, quoting, sizesIn } from './writing.js';

const many = counting('fr');
const list = new Intl.ListFormat('fr');
const languageNames = new Intl.DisplayNames('fr', { type: 'language', fallback: 'code' });
const size = sizesIn('fr');
const dates = datesIn('fr');
/** The first of a month is an ordinal in French. */
const ordinal = (date: string): string => date.replace(/^1 /u, '1er ');
/** “le 15 août 2025”, “en août 2025”, “en 2014”. */
const on = (date: string): string => `${isDay(date) ? 'le' : 'en'} ${date}`;
const until = (date: string): string => (isDay(date) ? `jusqu’au ${date}` : `jusqu’en ${date}`);
export const sinceInFrench = (date: string): string =>
  isDay(date) ? `depuis le ${date}` : `depuis ${date}`;
const after = (date: string): string => (isDay(date) ? `après le ${date}` : `après ${date}`);
const isDay = (date: string): boolean => /^\d{1,2}(?:er)? /u.test(date);
const stances: PrintedWords['stances'] = {
  supports: 'Pour',
  opposes: 'Contre',
  conditional: 'Sous condition',
  neutral: 'Neutre',
  unclear: 'Pas clair'
};
export const fr: PrintedWords = {
  language: 'fr',
  ...leftToRight,

  date: (date) => ordinal(dates.date(date)),
  dateInShort: (date) => ordinal(dates.dateInShort(date)),
  moment: (moment) => ordinal(dates.moment(moment)),
  span: (from, to) => (isDay(from) && isDay(to) ? `du ${from} au ${to}` : `de ${from} à ${to}`),
  undated: 'sans date',
  quoted: quoting(['«\u202f', '\u202f»'], ['“', '”']),
  semicolon: '\u202f;',
  colon: '\u00a0:',
  enumerated: (words) => list.format(words),

  untitledBriefing: 'Note sans titre',
  untitledSource: 'Source sans titre',
  briefing: 'Note de synthèse',
  briefingBook: 'Recueil de notes',
  bookOfBriefings: 'Recueil de notes',
  contents: 'Sommaire',
  bottomLine: 'L’essentiel',
  bottomLineUnreviewed: 'L’essentiel · non relu',
  keyPoints: 'Points clés',
  nextDate: 'Prochaine date',
  inTheirWords: 'Dans leurs mots',
  pageOne: pageOneFr,
  newerVersion: newerVersionFr,
  headings: {
    changes: 'Ce qui a changé',
    positions: 'Qui défend quoi',
    timeline: 'Chronologie',
    ledger: 'Registre des positions',
    statements: 'Qui a dit quoi',
    outcomes: 'Ce qui pourrait arriver',
    figures: 'Chiffres',
    points: 'Points ouverts',
    sources: 'Sources',
    notes: 'Preuves et notes'
  },
  cardKinds: {
    summary: 'synthèse',
    context: 'contexte',
    fact: 'fait',
    quote: 'citation',
    position: 'position',
    event: 'événement',
    constraint: 'contrainte',
    outcome: 'issue',
    question: 'question',
    note: 'note'
  },
  annotationKinds: {
    key: 'essentiel',
    claim: 'affirmation',
    figure: 'chiffre',
    change: 'changement',
    doubt: 'doute',
    note: 'note'
  },
  sourceText: (title) => `Texte de la source\u00a0: ${isolated(title)}`,
  pageOf: (page, pages) => `Page ${page} sur ${pages}`,
  picture: 'image',

  lastChanged: (date) => `Dernière modification ${on(date)}`,
  preparedBy: (name) => `Préparé par ${name}`,
  changes: 'Changements',
  changesSince: (date) => `Changements ${sinceInFrench(date)}`,
  changesBetween: (from, to) => `Changements ${sinceInFrench(from)}, ${until(to)}`,
  unreviewed: 'non relu',
  unsettled: 'différence non tranchée',
  linesUnreviewed: (lines, all) =>
    lines.length === 1
      ? `ligne ${lines.join(', ')} sur ${all} non relue`
      : `lignes ${lines.join(', ')} sur ${all} non relues`,
  partsUnreviewed: many({
    one: '# partie n’a pas été relue\u00a0: un brouillon automatique l’a rédigée et personne ne l’a confirmée.',
    other:
      '# parties n’ont pas été relues\u00a0: un brouillon automatique les a rédigées et personne ne les a confirmées.'
  }),
  pointsOpen: many({
    one: '# point est ouvert\u00a0: ce qui a été dit ou compté se contredit ou a été corrigé. La note complète présente les deux côtés.',
    other:
      '# points sont ouverts\u00a0: ce qui a été dit ou compté se contredit ou a été corrigé. La note complète présente les deux côtés.'
  }),
  fromSources: (sources) => `D’après ${sources}.`,
  briefings: many({ one: '# note', other: '# notes' }),
  positions: many({ one: '# position', other: '# positions' }),
  laterLeftOut: many({ one: '# plus récente est omise', other: '# plus récentes sont omises' }),
  sources: many({ one: '# source', other: '# sources' }),
  reports: many({ one: '# article', other: '# articles' }),
  origins: many({ one: '# origine', other: '# origines' }),

  columns: {
    actor: 'Acteur',
    stance: 'Position',
    statement: 'Déclaration',
    when: 'Date',
    basis: 'Fondement',
    whatHappened: 'Ce qui s’est passé',
    who: 'Qui',
    outcome: 'Issue',
    likelihood: 'Probabilité',
    confidence: 'Confiance',
    confidenceInBasis: 'Confiance dans les données',
    figure: 'Chiffre',
    measures: 'Mesure',
    what: 'Objet',
    words: 'Propos',
    quotes: 'Citations',
    settled: 'Réglé',
    beforeAndNow: 'Avant → maintenant',
    inTheirWords: 'Dans leurs mots'
  },

  stances,
  stance: (stance) => stances[stance].toLowerCase(),
  denied: 'démenti',
  deniedStance: (stance) => `Démenti\u00a0: ${stance}`,
  disputes: { contested: 'contesté', open: 'point ouvert' },
  superseded: 'remplacé',
  since: (date, stance) => `${sinceInFrench(date)}\u00a0: ${stance}`,
  corrected: { is: 'corrigé', date: 'date', status: 'statut' },
  statuses: { stated: 'déclaré', reported: 'rapporté', inferred: 'déduit', denied: 'démenti' },
  effectiveFrom: (date) => sinceInFrench(date),
  said: (date) => `dit ${on(date)}`,
  reported: (date) => `rapporté ${on(date)}`,
  via: (names) => `via ${names}`,
  noQuote: 'sans citation',
  condition: (condition) => `Condition\u00a0: ${condition}`,
  ifLabel: 'à condition\u00a0:',
  asOf: (date) => `au ${date}`,
  asLastKnown: 'selon les dernières informations',
  matrixCaption: (asOf, table, tables) =>
    `Positions ${asOf}${tables > 1 ? ` (tableau ${table} sur ${tables})` : ''}. Les chiffres en exposant renvoient aux citations.`,

  confidences: { high: 'élevée', moderate: 'modérée', low: 'faible' },
  confidenceOf: {
    high: 'confiance élevée',
    moderate: 'confiance modérée',
    low: 'confiance faible'
  },
  likelihoods: {
    icd203: {
      remote: 'presque aucune chance',
      'very-unlikely': 'très improbable',
      unlikely: 'improbable',
      even: 'chances à peu près égales',
      likely: 'probable',
      'very-likely': 'très probable',
      'almost-certain': 'presque certain'
    },
    uk: {
      remote: 'chance infime',
      'very-unlikely': 'très improbable',
      unlikely: 'improbable',
      even: 'possibilité réaliste',
      likely: 'probable',
      'very-likely': 'très probable',
      'almost-certain': 'presque certain'
    }
  },
  notJudged: 'non évalué',
  whatTheWordsMean: (scale) =>
    scale === 'icd203'
      ? 'Sens des termes (directive 203 de la communauté américaine du renseignement, normes analytiques)'
      : 'Sens des termes (échelle de probabilité du Professional Head of Intelligence Assessment, Royaume-Uni)',
  by: (date) => (isDay(date) ? `d’ici au ${date}` : `d’ici ${date}`),

  reliability: {
    A: 'totalement fiable',
    B: 'habituellement fiable',
    C: 'assez fiable',
    D: 'habituellement peu fiable',
    E: 'non fiable',
    F: 'fiabilité impossible à évaluer'
  },
  credibility: {
    '1': 'confirmé par d’autres sources',
    '2': 'probablement vrai',
    '3': 'peut-être vrai',
    '4': 'douteux',
    '5': 'improbable',
    '6': 'véracité impossible à évaluer'
  },
  grade: (grade) => `cotation ${grade}`,
  sharedOrigin: (name, numbers) =>
    `De même origine${name === '' ? '' : ` (${isolated(name)})`} que ${numbers.length > 1 ? 'les sources' : 'la source'} ${list.format(numbers)}`,
  readAtAddress: (date) => `Consulté ${on(date)}`,
  inLanguage: (tag) => `En ${languageNames.of(tag) ?? tag}`,
  originalKept: (name, bytes) => `Original conservé\u00a0: ${isolated(name)}, ${size(bytes)}`,
  unnamedPeople: (description) => `Personnes qu’elle ne nomme pas\u00a0: ${isolated(description)}`,
  cardsDrafted: (drafted, all) =>
    `Rédigé par Standpoint avec les mots mêmes des sources\u00a0: ${many({ one: '# fiche', other: '# fiches' })(drafted)} sur ${all}.`,
  linesReviewed: (reviewed, drafted, reviewers) =>
    `Relu par ${reviewers || 'une personne'}\u00a0: ${reviewed === 0 ? 'aucune' : `${many({ one: '# ligne', other: '# lignes' })(reviewed)} sur ${drafted}`}.`,
  others: 'd’autres',
  bottomLineDrafted: 'L’essentiel a été rédigé de même, et personne ne l’a relu.',
  highlights: 'Surlignages de ce document',
  inTheText: 'Dans le texte',
  placeUncertain: 'Sa place dans le texte n’est plus certaine.',
  fromTextTakenOut: 'Tiré d’un texte qui ne fait plus partie de cette note',
  thisBriefing: 'Cette note',
  inThisBriefing: (heading) => `Cette note, «\u202f${isolated(heading)}\u202f»`,
  evidenceFor: (issue) => ({
    before: 'À l’appui de ',
    after: ` sur «\u202f${isolated(issue)}\u202f»`
  }),
  toldBeside: (numbers) => `Uniquement en marge du texte\u00a0: ${numbers}.`,

  onPage: (place, page) => `${place}, page ${page}`,
  note: (number) => `Note ${number}`,
  elsewhere: 'Ailleurs dans ce document',

  contradictions: {
    stances: 'Deux positions en vigueur',
    denied: 'Dit puis démenti',
    figures: 'Deux chiffres pour une mesure',
    quotes: 'Un même propos en des termes différents',
    corrected: 'Preuve modifiée dans une version plus récente de la source'
  },
  sidesByDay: ['Avant', 'Après'],
  sidesOfOneDay: ['A, même jour', 'B, même jour'],
  sidesUndated: ['A', 'B'],
  sidesOfOthers: ['L’un', 'L’autre'],
  contested: 'Contesté\u00a0: les deux restent en vigueur.',
  dismissed: (date, reason) => `Écarté ${on(date)}\u00a0: ${isolated(reason)}`,

  events: 'Événements',
  timelineLabel: (from, to, lanes) => `Chronologie de ${from} à ${to}\u00a0: ${lanes}.`,
  leftOutOfTimeline: many({
    one: '# autre élément daté ne tient pas dans cette image.',
    other: '# autres éléments datés ne tiennent pas dans cette image.'
  }),

  changeKinds: {
    new: 'Nouveau',
    withdrawn: 'Retiré',
    reversed: 'Inversé',
    contested: 'Contesté',
    open: 'Point ouvert',
    settled: 'Réglé',
    hardened: 'Durci',
    softened: 'Assoupli',
    'newly-evidenced': 'Même position, nouvelle preuve',
    restated: 'Réaffirmé',
    corrected: 'Corrigé',
    stale: 'À revoir'
  },
  arrow: '→',
  and: 'et',
  changeLists: { outcomes: 'Issues', figures: 'Chiffres', events: 'Événements' },
  entryChanges: { added: 'Nouveau', removed: 'Retiré', changed: 'Modifié' },
  sourceChanges: { added: 'Nouvelle', removed: 'Retirée', changed: 'Réévaluée' },
  noDatesToCompare: 'Aucune position ne porte de date\u00a0: impossible de dire ce qui a changé.',
  changedAfter: (from, to) =>
    `${after(from).replace('après', 'Après')}, ${to === null ? 'jusqu’aux dernières informations' : until(to)}\u00a0:`,
  nothing: 'rien',
  changesOfPosition: many({ one: '# changement de position', other: '# changements de position' }),
  newPositions: many({ one: '# nouvelle position', other: '# nouvelles positions' }),
  positionsUpdated: many({
    one: '# position précisée sans changement de fond',
    other: '# positions précisées sans changement de fond'
  }),
  positionsOnLessEvidence: many({
    one: '# position moins étayée',
    other: '# positions moins étayées'
  }),
  outcomes: many({ one: '# issue', other: '# issues' }),
  figures: many({ one: '# chiffre', other: '# chiffres' }),
  countedEvents: many({ one: '# événement', other: '# événements' }),
  cards: many({ one: '# fiche', other: '# fiches' }),
  compared: (one, other) => `Comparaison\u00a0: la note ${one}, et ${other}.`,
  states: {
    asKnownOf: (date) => `telle qu’on la connaît aujourd’hui pour ${date}`,
    asItIs: 'telle qu’elle est maintenant',
    stillAsWrittenBy: (date) => `telle qu’écrite ${until(date)} et inchangée`,
    asWrittenBy: (date, time, version) =>
      `telle qu’écrite${date === null ? '' : ` ${until(date)}`} (version du ${time}\u00a0: ${version})`
  },
  versions: {
    hourly: 'Gardée toutes les heures',
    daily: 'Gardée tous les jours',
    migration: 'Avant sa réécriture par un Standpoint plus récent',
    import: 'Avant la fusion d’un fichier importé',
    restore: 'Avant son remplacement par une autre version',
    named: 'Nommée',
    undone: 'Avant une annulation',
    visit: 'Telle que laissée'
  },
  comparedByOwnDays:
    'Les positions et les événements sont comparés selon leurs propres dates\u202f; les fiches et les issues, sans date, sont laissées de côté.',
  goesOnOverleaf: 'Une page ne suffit pas\u00a0: suite au verso.',
  above: 'ci-dessus',
  beforeLabel: 'Avant\u00a0:',
  andLabel: 'Et\u00a0:',
  noPositionAnyMore: 'plus de position',
  evidenceTakenAway: 'Preuves retirées.',
  evidenceOf: (actor, issue, quotes) =>
    `${isolated(actor)}, sur «\u202f${isolated(issue)}\u202f»\u00a0: ${quotes}`,
  cardsLabel: 'Fiches.',
  sourcesLabel: 'Sources.',
  whereQuotesStand: 'Où se trouvent les citations.',
  newSource: '(nouvelle source)',
  title: 'Titre',
  cardChanges: {
    added: 'ajoutée',
    removed: 'supprimée',
    changed: 'modifié',
    moved: 'déplacée',
    named: 'nommée',
    signs: 'signes modifiés',
    formerly: (heading) => `auparavant «\u202f${isolated(heading)}\u202f»`,
    nowKind: (kind) => `désormais ${kind}`,
    wordsAdded: many({ one: '# mot ajouté', other: '# mots ajoutés' }),
    wordsTakenOut: many({ one: '# mot retiré', other: '# mots retirés' }),
    wordsAddedAndTakenOut: (added, removed) =>
      `${many({ one: '# mot ajouté', other: '# mots ajoutés' })(added)}, ${removed} ${removed === 1 ? 'retiré' : 'retirés'}`
  }
};
