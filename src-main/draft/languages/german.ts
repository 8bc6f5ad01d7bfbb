/** German: the rules that the finders here read it by. */
import { wordSet } from '../reading/tagger.js';
import type { LanguageRules } from './language-rules.js';

const months = 'januar februar märz april mai juni juli august september oktober november dezember';
const month = `(?<month>Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)`;
const weekdays = 'sonntag montag dienstag mittwoch donnerstag freitag samstag';
const weekday = '(?<weekday>Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)';
const partOfDay = '(?:abend|morgen|nachmittag|vormittag|mittag|nacht)?';
const year = '(?<year>1[5-9]\\d{2}|20\\d{2})(?!\\d|[.,]\\d| (?:Euro|Menschen|Stellen)\\b)';
const numberWords: Readonly<Record<string, number>> = Object.fromEntries(
  'null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'
    .split(' ')
    .map((word, value) => [word, value])
);
const count = `(?<count>\\d{1,3}|${Object.keys(numberWords).slice(1).join('|')}|einem|einer|einigen)`;

const verbs =
  'sagte|sagt|sagten|sagen|erklärte|erklärt|erklärten|betonte|betont|betonten|kritisierte|kritisiert|kritisierten|' +
  'warnte|warnt|warnten|forderte|fordert|forderten|meinte|meint|schrieb|schreibt|schrieben|antwortete|antwortet|' +
  'bekräftigte|bekräftigt|bestätigte|bestätigt|versicherte|versichert|behauptete|behauptet|bemerkte|bemerkt|' +
  'ergänzte|ergänzt|lobte|lobt|begrüßte|begrüßt|beklagte|beklagt|bedauerte|bedauert|mahnte|mahnt|urteilte|urteilt|' +
  'resümierte|resümiert|rief|ruft|twitterte|unterstrich|unterstreicht|entgegnete|entgegnet|konterte|kontert|' +
  'erwiderte|erwidert|spottete|spottet|klagte|klagt|kommentierte|kommentiert|berichtete|berichtet|erzählte|erzählt|' +
  'fragte|fragt|räumte|räumt|stellte|stellt|fügte|fügt|hob|hebt|kündigte|kündigt|teilte|teilt|gab|gibt|' +
  'argumentierte|argumentiert|appellierte|appelliert|versprach|verspricht|drohte|droht|hieß|lautete|lautet';
const participles =
  'gesagt|erklärt|betont|kritisiert|gewarnt|gefordert|gemeint|geschrieben|geantwortet|bekräftigt|bestätigt|versichert|' +
  'behauptet|bemerkt|ergänzt|gelobt|begrüßt|beklagt|bedauert|gemahnt|gerufen|mitgeteilt|angekündigt|hinzugefügt|hervorgehoben';
const end = '(?![\\p{L}\\p{N}])';
const start = '(?<![\\p{L}\\p{N}-])';

export const german: LanguageRules = {
  code: 'de',
  phrase: {
    pronouns: wordSet('er sie'),
    determiners: wordSet(
      'der die das ein eine einer einem eines dem den des sein seine seiner ihr ihre ihrer unser unsere deren dessen'
    ),
    connectors: wordSet('von der des van de den zu und und'),
    stops: wordSet('dem am im beim zum zur'),
    nounsAreCapital: true,
    role: /(?:minister|präsident|sprecher|chef|kanzler|bürgermeister|vorsitzender?|führer|leiter|direktor|professor|abgeordneter?|vorstand|kommissar|forscher|experte|anwält|anwalt|richter|general|botschafter|sekretär|gouverneur|politiker|vize|helfer|ökonom|trainer|kandidat|beauftragter?)(?:in)?(?:s|n|en)?$|(?:rat|rätin|vorständin|expertin|chefin|herr|frau|dr\.|prof\.)$/iu
  },
  speech: {
    behind: [
      new RegExp(`^,?\\s(?<cue>${verbs})\\s`, 'u'),
      /^,?\s(?<cue>so)\s(?=\p{Lu}|d(?:er|ie|as)\s|eine?\s|sein|ihr)/u,
      /^,?\s(?<cue>(?:heißt|hieß|steht|stand) es)\s(?:bei|in|aus|von|auf|beim|im|seitens)\s/u,
      /^,?\s(?<cue>hat|hatte|habe|haben|hatten)\s/u
    ],
    auxiliary: new RegExp(`^[^.,;:!?“”]{0,60}?\\s(?<cue>${participles})${end}`, 'u'),
    between:
      /^(?:(?:am|seit|bis) (?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)\p{Ll}*|gestern|heute|dazu|dort|weiter|auch|jetzt|später|zuvor|nun|daraufhin|in [\p{Lu}][\p{L}-]+)\s/u,
    verbs: new RegExp(`${start}(?<cue>${verbs}|so)${end}`, 'gu'),
    naming:
      /(?<![\p{L}-])(?<cue>nannte|nennt|nannten|bezeichnete|bezeichnet|bezeichneten|sprach|spricht|sprachen|kritisierte|kritisiert|lobte|lobt|warnte|warnt|forderte|fordert|beklagte|beklagt)(?!\p{L})/gu,
    inverting:
      /^(?:am|im|in|an|auf|bei|beim|nach|vor|seit|mit|zu|zum|zur|gestern|heute|dazu|zuvor|danach|später|dann|so|daraufhin|zugleich|gleichzeitig|anschließend|dabei|dort|hier|schon|bereits|laut|trotz|während|gegenüber|darauf|hierzu|deshalb|zuletzt|einst|das|dies|es)\s/iu,
    accordingTo:
      /(?<![\p{L}-])(?<cue>[Ll]aut|[Nn]ach (?:Angaben|Aussage|Ansicht|Einschätzung|Darstellung|Worten|Auskunft|Meinung)(?: von)?|[Ss]o)\s(?=\p{Lu}|(?:der|des|dem|einer|eines|einem|seiner|ihrer|ihres|seines)\s)/gu,
    joining: /^(?:und|aber|doch|denn|oder|sondern|dass|auch|selbst)\s+/iu
  },
  names: {
    common: wordSet(`
      der die das den dem des ein eine einer eines einem und oder aber doch denn in im am an auf aus bei mit nach von vor
      zu zum zur für über unter um durch gegen ohne seit bis laut so wie wenn weil als ob er sie es wir ihr ich du man
      sein seine ihre unser unsere dieser diese dieses jeder jede jedes kein keine nicht nur noch schon auch rund etwa
      herr frau stadt land kreis partei euro prozent ende anfang mitte montag dienstag mittwoch donnerstag freitag samstag
      sonntag sonnabend dort hier dann damit dabei dazu nun jetzt gestern heute morgen derzeit alle viele mehr weniger
      rat april mai august juni juli ihm ihn ihnen
    `),
    kindOfBody:
      /(?:gewerkschaft|verband|verbands|verbandes|partei|verein|vereins|stiftung|institut|instituts|organisation|konzern|konzerns|konzernchef|firma|unternehmen|bank|agentur|nachrichtenagentur|zeitung|fraktion|autobauer|hersteller|bündnis)$/iu,
    bodies:
      /(?<![\p{L}\p{N}.-])(?:(?:[\p{Lu}][\p{L}&-]+\s){1,3}(?:AG|GmbH|SE|KG|SA|e\.V\.)|IG [\p{Lu}]\p{Ll}+|(?:Bundestag|Bundesrat|Bundesregierung|Bundesbank|Bundeswehr|Bundesgerichtshof|Bundesverfassungsgericht|Bundeskartellamt|Bundeskriminalamt|Nationalrat|Ständerat)(?:e?s)?|(?:Europäischen?|Deutschen?r?|Evangelischen?|Katholischen?|Vereinten?|Roten?|Auswärtigen?|Grünen?|Statistischen?) (?:Union|Kommission|Zentralbank|Parlament|Gerichtshof|Bahn|Bank|Gewerkschaftsbund|Städtetag|Kirche|Nationen|Kreuz|Amt|Bundesamt|Partei)|\p{Lu}\p{L}+ministerium|Greenpeace|Amnesty International|Human Rights Watch|Verdi|Bitkom|Weltbank|Nato|Uno|Die Linke|Die Grünen)(?![\p{L}\p{N}-])/gu,
    beforePlace: /(?:^|[\s(])(?:in|aus|nach|bei|In|Aus)\s$/u,
    states: ['Großbritannien', 'USA', 'Vereinigten Staaten', 'Tschechien', 'Russland', 'Türkei'],
    genitive: 's?'
  },
  dates: {
    months: months.split(' '),
    weekdays: weekdays.split(' '),
    patterns: [
      {
        words: `(?:${weekday.replace('?<weekday>', '?:')}, (?:dem |den )?)?(?<day>\\d{1,2})\\. ?${month}(?: ${year})?`,
        means: 'day'
      },
      { words: '(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>\\d{4})', means: 'day' },
      { words: `(?:Anfang |Mitte |Ende )?${month}(?: ${year})?`, means: 'month' },
      { words: `(?:Jahr|Jahres|Jahre) ${year}`, means: 'year' },
      {
        words:
          '(?<year>(?:1[5-9]|20)\\d0)er(?:[- ]Jahren?)?|(?:[Ss]ieb|[Aa]cht|[Nn]eun)ziger Jahre',
        means: 'decade'
      },
      { words: '[Vv]orgestern', means: { days: -2 } },
      { words: '[Üü]bermorgen', means: { days: 2 } },
      { words: '[Gg]estern(?: Abend| Morgen| Nachmittag)?', means: { days: -1 } },
      { words: '[Hh]eute(?: Abend| Morgen| Nachmittag)?', means: { days: 0 } },
      {
        words: 'morgen(?= (?:in|im|um|will|wird|soll|werden|sollen|wollen)\\b)',
        means: { days: 1 }
      },
      { words: '(?:letzte|vergangene|vorige)[rn]? Woche', means: { weeks: -1 } },
      { words: '(?:diese|laufende)[rn]? Woche', means: { weeks: 0 } },
      { words: '(?:nächste|kommende)[rn]? Woche', means: { weeks: 1 } },
      { words: '(?:letzten|vergangenen|vorigen) Monat', means: { months: -1 } },
      { words: 'diese[nms] Monat', means: { months: 0 } },
      { words: '(?:nächsten|kommenden) Monat', means: { months: 1 } },
      { words: '(?:letzte[sn]|vergangene[sn]|vorige[sn]) Jahr|Vorjahr', means: { years: -1 } },
      { words: '(?:diese[sm]|laufenden?) Jahr', means: { years: 0 } },
      { words: '(?:nächste[sn]|kommende[sn]) Jahr', means: { years: 1 } },
      { words: `vor ${count} Tag(?:en)?`, means: { ago: 'day' } },
      { words: `vor ${count} Wochen?`, means: { ago: 'week' } },
      { words: `vor ${count} Monat(?:en)?`, means: { ago: 'month' } },
      { words: `vor ${count} Jahr(?:en)?`, means: { ago: 'year' } },
      {
        words: `(?:letzten |vergangenen |kommenden |nächsten )?${weekday}${partOfDay}`,
        means: 'weekday'
      },
      {
        words: `(?<=\\b(?:[Ii]n|[Ss]eit|[Bb]is|[Vv]or|[Nn]ach|[Aa]b|[Vv]on|zwischen|und|zum|Ende|Anfang|Mitte|Frühjahr|Sommer|Herbst|Winter|gegenüber) |\\()${year}`,
        means: 'year'
      }
    ],
    future:
      /(?<!\p{L})(?:wird|werden|will|wollen|soll|sollen|möchte|möchten|plant|planen|kommenden|nächsten)(?!\p{L})/u
  },
  figures: {
    number: new RegExp(
      '(?<![\\p{L}\\p{N}.,/#:-])(?:(?<approx>[Rr]und|[Ee]twa|[Uu]ngefähr|[Cc]irca|[Cc]a\\.|[Gg]ut|[Kk]napp|[Ff]ast|[Nn]ahezu|[Mm]ehr als|[Ww]eniger als|[Üü]ber|[Uu]nter|[Mm]indestens|[Hh]öchstens|[Bb]is zu|[Bb]einahe|[Ss]chätzungsweise)\\s)?' +
        '(?:(?:(?:zwischen\\s)?(?<first>\\d{1,3}(?:\\.\\d{3})+|\\d{1,9}(?:,\\d{1,4})?)\\s?(?:bis|–|-|und(?<=zwischen.{1,20}))\\s?)?' +
        '(?<digits>\\d{1,3}(?:[. ]\\d{3})+(?!\\d)(?:,\\d{1,4})?|\\d{1,12}(?:,\\d{1,4})?)(?![\\d/:]|[.,-]\\d|\\.\\s?(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)|\\.\\s\\p{Ll})' +
        `|(?<fraction>(?:ein|zwei|drei|vier) (?:Drittel|Viertel|Fünftel|Zehntel)|(?:die|der) Hälfte)(?= (?:der|des|aller|von)\\s)|(?:(?<firstWords>${Object.keys(numberWords).slice(2).join('|')}) bis )?(?<words>${Object.keys(numberWords).slice(2).join('|')}|ein Dutzend|zwei Dutzend)(?=\\s))` +
        '(?<magnitude>\\s?(?:Tausend|tausend|Mio\\.?|Millionen|Million|Mrd\\.?|Milliarden?|Billionen?)(?!\\p{L}))?' +
        '(?<share>\\s?(?:%|Prozentpunkten?|Prozent)(?!\\p{L}))?' +
        '(?:\\s?(?<currency>Euro|EUR|€|US-Dollar|Dollar|USD|\\$|Franken|CHF|Pfund|£|Yen|Rubel|Kronen|Cent)(?!\\p{L}))?' +
        '(?:\\s(?<unit>(?:(?:der|des|aller|von) )?(?:\\p{Ll}{3,20}(?:e|en|er)\\s){0,2}\\p{Lu}[\\p{L}-]{2,40}))?',
      'gu'
    ),
    words: { ...numberWords, 'ein dutzend': 12, 'zwei dutzend': 24 },
    magnitude: (word) =>
      /^t/i.test(word) ? 1e3 : /^mio|^million/i.test(word) ? 1e6 : /^m/i.test(word) ? 1e9 : 1e12,
    fraction: (words) => {
      const [many = '', part = ''] = words.toLowerCase().split(' ');
      const parts: Readonly<Record<string, number>> = {
        drittel: 3,
        viertel: 4,
        fünftel: 5,
        zehntel: 10
      };
      return part === 'hälfte' ? 0.5 : (numberWords[many] ?? 1) / (parts[part] ?? 1);
    },
    noUnits: wordSet(
      'uhr tag tage tagen woche wochen monat monate monaten jahr jahre jahren stunden minuten'
    )
  }
};
