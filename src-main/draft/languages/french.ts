/** French: the rules that the finders here read it by. */
import { wordSet } from '../reading/tagger.js';
import type { LanguageRules } from './language-rules.js';

const months =
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre';
const month = `(?<month>${months.split(' ').join('|')})`;
const weekdays = 'dimanche lundi mardi mercredi jeudi vendredi samedi';
const weekday =
  '(?<weekday>[Dd]imanche|[Ll]undi|[Mm]ardi|[Mm]ercredi|[Jj]eudi|[Vv]endredi|[Ss]amedi)';
const year = '(?<year>1[5-9]\\d{2}|20\\d{2})(?!\\d|[.,]\\d| \\d{3})';
const numberWords: Readonly<Record<string, number>> = Object.fromEntries(
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'
    .split(' ')
    .map((word, value) => [word, value])
);
const count = `(?<count>\\d{1,3}|${Object.keys(numberWords).slice(1).join('|')}|une)`;

const participles =
  '(?:déclaré|affirmé|estimé|dit|ajouté|expliqué|indiqué|souligné|précisé|annoncé|assuré|dénoncé|critiqué|regretté|averti|' +
  'promis|insisté|rappelé|confié|martelé|lancé|réagi|conclu|répondu|écrit|reconnu|jugé|plaidé|prévenu|commenté|' +
  'fustigé|salué|déploré|raconté|lâché|soutenu|résumé|poursuivi|observé|noté|répété|admis|ironisé|tweeté|félicité|inquiété|indigné|alerté|menacé|demandé|renchéri|réjoui)e?s?';
const present =
  'déclare|affirme|estime|dit|ajoute|explique|indique|souligne|précise|annonce|assure|dénonce|critique|regrette|avertit|' +
  'promet|insiste|rappelle|confie|martèle|lance|réagit|conclut|répond|écrit|reconnaît|juge|plaide|prévient|commente|' +
  'fustige|salue|déplore|raconte|lâche|soutient|résume|poursuit|observe|note|répète|admet|ironise|alerte|demande|renchérit|' +
  'disait|affirmait|expliquait|écrivait|soulignait|déclarait|estimait|assurait|déclarent|affirment|estiment|disent|' +
  'expliquent|assurent|dénoncent|écrivent|déclara|affirma|ajouta|répondit';
const auxiliaries = '(?:a|ont|avait|avaient|aurait)';
const reflexive = "s'(?:est|était|étaient|sont)";
const pronoun = '(?<pronoun>il|elle|ils|elles|on)';
const end = '(?![\\p{L}\\p{N}-])';
const start = "(?<![\\p{L}\\p{N}'-])";
const pastCue = `(?:${auxiliaries}|${reflexive})(?: (?:aussi|également|encore|ainsi|notamment|toutefois|enfin|ensuite))? ${participles}`;

export const french: LanguageRules = {
  code: 'fr',
  phrase: {
    pronouns: wordSet('il elle ils elles'),
    determiners: wordSet('le la les un une des son sa ses leur leurs ce cette notre'),
    connectors: wordSet("de du des d' la le les van von ben"),
    stops: wordSet(`
      à au aux dans lors devant sur en pour avec après avant pendant depuis qui que dont où et mais lundi mardi mercredi
      jeudi vendredi samedi dimanche hier ainsi encore alors par chez face via sans sous entre lorsque quand comme selon
      ensuite dès récemment notamment plus auprès toujours déjà tout aujourd'hui ce cette cité citée interrogé interrogée
      publié publiée réalisé réalisée est a ont était sont sera lui y ne ni si
    `),
    nounsAreCapital: false,
    role: /^(?:ministre|président|présidente|maire|directeur|directrice|député|députée|sénateur|sénatrice|porte-parole|chef|cheffe|secrétaire|responsable|délégué|déléguée|conseiller|conseillère|commissaire|professeur|professeure|avocat|avocate|chercheur|chercheuse|économiste|patron|patronne|candidat|candidate|procureur|procureure|général|préfet|préfète|premier|première|l'ancien|ancien|ancienne|élu|élue|membre|fondateur|fondatrice|juge|analyste|m\.|mme|mm\.|dr)$/iu
  },
  speech: {
    behind: [
      new RegExp(
        `^,?\\s(?<cue>(?:a-t-|ont-|avait-|avaient-)${pronoun}(?: (?:aussi|également|encore))? ${participles})${end}`,
        'du'
      ),
      new RegExp(`^,?\\s(?<cue>(?:${present})(?:-t)?-${pronoun})${end}`, 'du'),
      new RegExp(`^,?\\s(?<cue>${pastCue})\\s`, 'u'),
      new RegExp(`^,?\\s(?<cue>${present})\\s`, 'u'),
      /^,?\s(?<cue>selon|d'après)\s/u
    ],
    auxiliary: null,
    between:
      /^(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?: (?:matin|soir|midi|après-midi))?|hier(?: soir| matin)?|jeudi|aussitôt|ensuite|de son côté|pour sa part|quant à (?:lui|elle)|à [\p{Lu}][\p{L}-]+|dans un communiqué|sur (?:X|Twitter|Facebook)|à la presse|à l'AFP|le \d{1,2} \p{L}+),?\s/u,
    verbs: new RegExp(`${start}(?<cue>${pastCue}|${present})${end}`, 'gu'),
    naming: new RegExp(
      `${start}(?<cue>(?:${auxiliaries} )?(?:qualifiée?s?|dénoncé|fustigé|salué|évoqué|critiqué|regretté|déploré|réclamé|parlé)|dénonce|fustige|salue|qualifie|évoque|critique|regrette|déplore|réclame|parle)${end}`,
      'gu'
    ),
    inverting: null,
    accordingTo:
      /(?<![\p{L}'-])(?<cue>[Ss]elon|[Dd]'après)\s(?!que\s|les cas|moi|nous|vous)(?=\p{L})/gu,
    joining: /^(?:et|mais|puis|ou|car|or|que|qui)\s+/iu
  },
  names: {
    common: wordSet(`
      le la les un une des du de il elle ils elles on nous vous je ce cette ces cet son sa ses leur leurs mon ma notre
      selon pour dans en au aux à et mais ou où si que qui quand comme après avant depuis sur sous avec sans par chez
      c'est ceci cela tout tous toute toutes chaque aucun aucune personne pas ne ni plus moins très lundi mardi mercredi
      jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre
      interrogé interrogée lors pendant environ près d'ici d'après hier demain aujourd'hui
    `),
    kindOfBody:
      /^(?:syndicat|association|l'association|parti|entreprise|l'entreprise|société|groupe|fondation|institut|l'institut|organisation|l'organisation|ong|l'ong|l'agence|agence|journal|constructeur|banque)$/iu,
    bodies:
      /(?<![\p{L}\p{N}.-])(?:(?:[\p{Lu}][\p{L}&-]+\s){1,3}(?:SA|SAS|SARL|SE)|(?:Parti|Assemblée|Conseil|Commission|Banque|Union|Cour|Fédération|Confédération|Agence|Organisation|Rassemblement|Croix|Ligue)[ -](?:\p{Ll}+(?:iste|istes|ale|al|aire|éenne|éen|ienne|ien|ique|elle|el|raine|rain|ise|ouge)|d['e] ?\p{L}+|des \p{L}+)|Sénat|Greenpeace|Amnesty International|Human Rights Watch|Médecins sans frontières|Nations unies|Élysée|Matignon|Kremlin|Otan|Onu)(?![\p{L}\p{N}-])/gu,
    beforePlace: /(?:^|[\s(])(?:à|À)\s$/u,
    states: ['États-Unis', 'Grande-Bretagne', 'Royaume-Uni', 'Russie'],
    genitive: ''
  },
  dates: {
    months: months.split(' '),
    weekdays: weekdays.split(' '),
    patterns: [
      {
        words: `(?:${weekday.replace('?<weekday>', '?:')} )?(?<day>\\d{1,2})(?:er)? ${month}(?: ${year})?`,
        means: 'day'
      },
      { words: '(?<day>\\d{1,2})/(?<month>\\d{1,2})/(?<year>\\d{4})', means: 'day' },
      { words: `(?:début |mi-|fin )?${month} ${year}`, means: 'month' },
      { words: `(?:début |mi-|fin )${month}`, means: 'month' },
      {
        words: `(?<=(?:[Ee]n|[Dd]epuis|[Dd]'ici|[Aa]vant|[Aa]près|de|jusqu'en) )${month}(?! \\d)`,
        means: 'month'
      },
      { words: '[Ll]es années (?:19|20)?\\d0|années (?:19|20)?\\d0', means: 'decade' },
      { words: '[Aa]vant-hier', means: { days: -2 } },
      { words: '[Aa]près-demain', means: { days: 2 } },
      { words: '[Hh]ier(?: soir| matin)?', means: { days: -1 } },
      { words: "[Aa]ujourd'hui", means: { days: 0 } },
      { words: '[Dd]emain(?: soir| matin)?', means: { days: 1 } },
      { words: '[Ll]a semaine (?:dernière|passée)', means: { weeks: -1 } },
      { words: '[Cc]ette semaine', means: { weeks: 0 } },
      { words: '[Ll]a semaine prochaine', means: { weeks: 1 } },
      { words: '[Ll]e mois (?:dernier|passé)', means: { months: -1 } },
      { words: '[Cc]e mois-ci', means: { months: 0 } },
      { words: '[Ll]e mois prochain', means: { months: 1 } },
      { words: "[Ll]'(?:an|année) (?:dernier|dernière|passée?)", means: { years: -1 } },
      { words: '[Cc]ette année', means: { years: 0 } },
      { words: "[Ll]'(?:an|année) prochaine?", means: { years: 1 } },
      { words: `[Ii]l y a ${count} jours?`, means: { ago: 'day' } },
      { words: `[Ii]l y a ${count} semaines?`, means: { ago: 'week' } },
      { words: `[Ii]l y a ${count} mois`, means: { ago: 'month' } },
      { words: `[Ii]l y a ${count} ans?`, means: { ago: 'year' } },
      { words: `${weekday}(?: (?:dernier|prochain))?(?: (?:matin|soir|midi))?`, means: 'weekday' },
      {
        words: `(?<=(?:[Ee]n|[Dd]epuis|[Dd]'ici à|[Dd]'ici|[Aa]vant|[Aa]près|jusqu'en|et|à|de|qu'en|l'année|printemps|l'été|l'automne|l'hiver) |\\()${year}`,
        means: 'year'
      }
    ],
    future:
      /(?<!\p{L})(?:\p{L}+(?:era|eront|ira|iront|dra|dront|tra|tront)|va|vont|doit|doivent|prochain)(?!\p{L})/u
  },
  figures: {
    number: new RegExp(
      "(?<![\\p{L}\\p{N}.,/#:'-])(?:(?<approx>[Ee]nviron|[Pp]rès de|[Pp]lus de|[Mm]oins de|[Aa]u moins|[Aa]u plus|[Qq]uelque|[Pp]resque|jusqu'à)\\s)?" +
        '(?:(?:(?:entre\\s)?(?<first>\\d{1,3}(?: \\d{3})+|\\d{1,9}(?:,\\d{1,4})?)\\s?(?:à|–|-|et(?<=entre.{1,20}))\\s?)?' +
        '(?<digits>\\d{1,3}(?:[ .]\\d{3})+(?!\\d)(?:,\\d{1,4})?|\\d{1,12}(?:,\\d{1,4})?)(?![\\d/:]|[.,-]\\d|(?:er|e|ème|h)\\b| h\\b)' +
        `|(?<fraction>(?:un|deux|trois|quatre) (?:tiers|quarts?|cinquièmes?|dixièmes?)|la moitié)(?= (?:de|des|du|d')|\\sd')|(?:(?<firstWords>${Object.keys(numberWords).slice(2).join('|')}) à )?(?<words>${Object.keys(numberWords).slice(2).join('|')})(?=\\s))(?!\\s\\p{L}+ sur )` +
        '(?<magnitude>\\s(?:mille|milliers?|millions?|milliards?|Mds?)(?!\\p{L}))?' +
        '(?<share>\\s?(?:%|pour cent|points? de pourcentage)(?!\\p{L}))?' +
        "(?:\\s?(?:(?:d'|de )?(?<currency>euros?|€|dollars?|\\$|francs(?: suisses)?|livres(?: sterling)?|yens?|roubles?|centimes?)(?!\\p{L})))?" +
        "(?:\\s(?<unit>(?:(?:d'|de |de la |de l'|des |du ))?\\p{Ll}[\\p{L}'-]{2,40}))?",
      'gu'
    ),
    words: numberWords,
    magnitude: (word) =>
      /^mil(?:le|lier)/i.test(word) && !/^milliard/i.test(word)
        ? 1e3
        : /^million/i.test(word)
          ? 1e6
          : 1e9,
    fraction: (words) => {
      const [many = '', part = ''] = words.toLowerCase().split(' ');
      if (part === 'moitié') return 0.5;
      const of = /^tiers/.test(part) ? 3 : /^quart/.test(part) ? 4 : /^cinq/.test(part) ? 5 : 10;
      return (numberWords[many] ?? 1) / of;
    },
    noUnits: wordSet(
      'heures heure ans jours semaines mois années minutes dans sur par pour avec sont sera ont est qui que dont mais soit contre depuis selon après avant pendant lors plus moins seulement autres fois étaient était seront avaient'
    )
  }
};
