/**
 * What speaks for each kind of name: its words, and the company that all its mentions in the text keep.
 *
 * Only kinds of words count, never the words of a name themselves, so that what is learned of some texts
 * holds for others.
 */
import type { JudgedName } from './judge-name.js';
import { evidenceOfCompany } from './name-company.js';
import { isListed, type NameList } from './name-lists.js';
import { isOrganisationName, isPlaceName, isRole, isTitle } from '../../domain/text/name-words.js';
import { isGroupNoun } from './name-words.js';
import { endsInWord, isInDictionary, isKnownWord } from './type-of-name.js';
import { kindOfNoun } from './word-kinds.js';
import { isEverydayWord, isKind } from './word-lists.js';

/** Head a name of something that acts for nobody: an award, a law, a war, a work. */
const thingWords =
  /^(?:Prize|Prizes|Award|Awards|Medal|Act|Acts|Bill|Law|Code|Constitution|Amendment|Treaty|Accord|Accords|Agreement|Convention|Declaration|Protocol|Pact|War|Wars|Revolution|Siege|Battle|Uprising|Rebellion|Invasion|Games|Olympics|Paralympics|Cup|Championship|Championships|Tournament|Open|Derby|Marathon|Festival|Carnival|Day|Week|Month|Year|Century|Age|Era|Season|Series|Episode|Show|Symphony|Concerto|Sonata|Opera|Bible|Gospel|Gospels|Testament|Psalms|Syndrome|Disease|Virus|Hurricane|Cyclone|Typhoon|Storm|Earthquake|Operation|Summit|Election|Elections|Referendum|Scholarship|Fellowship|Degree|Article|Chapter|Section|Figure|Table|Volume|Edition|Report|Survey|Poll|Study|Index|List|Theory|Method|Language|Grammar|Linguistics|Syntax|Studies|Economics|Science|Sciences|Engineering|Psychology|Philosophy|Mathematics|History|Literature|Culture|Research|Plan|Model|Questionnaire|Inventory|Scale|License|Licence|Commons|Rights|Question|Manifesto|Doctrine|Protest|Deal)$/;

/** Of these, never the name of a body, and of a person only behind a first name: “Jude Law”. */
const thingsAlways =
  /^(?:Prize|Award|Awards|Medal|Act|Acts|Bill|Law|Constitution|Amendment|Treaty|Accord|Accords|Declaration|Protocol|Pact|War|Wars|Revolution|Battle|Uprising|Rebellion|Games|Olympics|Paralympics|Championship|Championships|Bible|Gospel|Gospels|Testament|Syndrome|Disease|Virus|Hurricane|Cyclone|Typhoon|Earthquake|Election|Elections|Referendum|Scholarship|Fellowship|Degree|Manifesto|Doctrine|Century|Siege|Massacre|Memorandum)$/;

/** "Hurricane Sandy", "Operation Cast Lead", "Flight 370" */
const thingOpeners =
  /^(?:(?:Tropical |Severe )?(?:Hurricane|Cyclone|Typhoon|Storm)|Super Typhoon|Operation|Proposition|Resolution|Article|Section|Chapter|Flight|USS|HMS|HMAS|RMS) [\p{Lu}\d]/u;

/** A law, an award, a war, a document: it acts for nobody. */
export function isThing(core: string): boolean {
  // "Treaty of Rome", "World War II"
  const words = core.replace(/ (?:of|on|for) .*$| [IVX]+$/, '').split(/\s+/);
  const last = words.at(-1) ?? '';
  if (thingOpeners.test(core)) return true;
  return core.includes(' ') && thingsAlways.test(last) && !isListed(words[0] ?? '', 'firstNames');
}

/** @param names of one wording in the text. @param longer what the longer names of the text are, by their first and last words */
export function nameEvidence(names: readonly JudgedName[], longer: LongerNames): readonly string[] {
  const [name] = names;
  if (!name) return [];
  return [...ofWords(name), ...longer.evidenceFor(name.core), ...evidenceOfCompany(names)];
}

/** “Calder” speaks for what “Calder Minerals” is, and “Voss” for what “Clara Voss” is. */
export class LongerNames {
  readonly #firsts = new Map<string, Set<string>>();
  readonly #lasts = new Map<string, Set<string>>();

  constructor(names: Iterable<readonly JudgedName[]>) {
    for (const [name] of names) {
      const words = name?.core.split(/\s+/) ?? [];
      if (!name || words.length < 2) continue;
      // "Ban" of "Ban Ki-moon"
      if (/-\p{Ll}\p{L}*$/u.test(name.core)) put(this.#lasts, words[0] ?? '', name.type);
      for (let n = 1; n < words.length; n++) {
        put(this.#firsts, words.slice(0, n).join(' '), name.type);
        put(this.#lasts, words.slice(-n).join(' '), name.type);
      }
    }
  }

  /** "Marbles", in a text with "Jenna Marbles" */
  isPersons(core: string): boolean {
    return this.#lasts.get(core)?.has('person') ?? false;
  }

  evidenceFor(core: string): readonly string[] {
    const first = [...(this.#firsts.get(core) ?? [])].map((type) => `begins a longer ${type}`);
    const last = [...(this.#lasts.get(core) ?? [])].map((type) => `ends a longer ${type}`);
    return [...first, ...last];
  }
}

function put(map: Map<string, Set<string>>, key: string, value: string): void {
  map.set(key, (map.get(key) ?? new Set()).add(value));
}

function ofWords({ core, type, sure }: JudgedName): string[] {
  const words = core.replace(/^the /i, '').split(/\s+/);
  const first = words[0] ?? '';
  const last = words.at(-1) ?? '';
  const isOne = words.length === 1;
  const rule = `rule ${type}${sure ? '' : '?'}`;
  const has = (label: string, holds: boolean) => (holds ? [label] : []);
  const whole: readonly NameList[] = [
    'places',
    'towns',
    'persons',
    'organisations',
    'peoples',
    'others',
    'firstNames',
    'lastNames'
  ];
  const listed = whole.filter((list) => isListed(core, list));
  return [
    rule,
    `words ${Math.min(words.length, 4)}`,
    `${rule}, words ${Math.min(words.length, 4)}`,
    ...listed.map((list) => `listed ${list}`),
    ...has(isOne ? 'not listed, one word' : 'not listed', listed.length === 0),
    ...has(
      'listed place and last name',
      listed.some((list) => /places|towns/.test(list)) &&
        listed.some((list) => /Names|persons/.test(list))
    ),
    ...has('acronym', /^\p{Lu}[\p{Lu}\d&.-]+s?$/u.test(core)),
    ...has('digit', /\d/.test(core)),
    ...has('initial', /(?:^| )\p{Lu}\.(?: |$)/u.test(core)),
    ...has('of', / (?:of|for) /.test(core)),
    ...has('particle', / (?:de|la|le|du|von|van|der|bin|al|di|da|del) /.test(core)),
    ...has('body word', isOrganisationName(core)),
    ...has('place word', isPlaceName(core)),
    ...has(
      'ends in a thing',
      words.some((word) => thingWords.test(word))
    ),
    ...has('last word is everyday', isEverydayWord(last)),
    ...has('first word is everyday', isEverydayWord(first)),
    ...has('first of several is in no list', !isOne && !isKnownWord(first)),
    ...has('all of several are in the dictionary', !isOne && words.every(isInDictionary)),
    ...has('ends in a word that nobody bears', endsInWord(words)),
    ...has('all words are everyday', words.every(isEverydayWord)),
    ...has('first word is a first name', isListed(first, 'firstNames')),
    ...has('first of several is a first name', !isOne && isListed(first, 'firstNames')),
    ...has('last of several is a last name', !isOne && isListed(last, 'lastNames')),
    ...has('last of several is a person', !isOne && isListed(last, 'persons')),
    ...has('last of several is a place', !isOne && isListed(last, 'places')),
    ...has('last of several is a town', !isOne && isListed(last, 'towns')),
    ...has('first of several is a place', !isOne && isListed(first, 'places')),
    ...has('first of several is a town', !isOne && isListed(first, 'towns')),
    ...has(`${isOne ? 'is' : 'ends in'} ${kindOfNoun(last) ?? ''}`, kindOfNoun(last) !== null),
    ...has(`begins with ${kindOfNoun(first) ?? ''}`, !isOne && kindOfNoun(first) !== null),
    ...has(
      'is called like a body',
      isOne &&
        /(?:news|bank|corp|media|soft|tech|tel|jet|air|gas|oil|mart|leaks|works|com)$/.test(core)
    ),
    ...has(
      'holds a people',
      words.some((word) => isListed(word, 'peoples') || isKind(word, 'Demonym'))
    ),
    ...has('last word is a group', isGroupNoun(last)),
    ...has(
      'holds a role',
      words.some((word) => isRole(word) || isTitle(word))
    ),
    ...has('dictionary: place', isKind(core, 'City', 'Region', 'Place', 'Country')),
    ...has('dictionary: first name', isKind(first, 'FirstName', 'MaleName', 'FemaleName')),
    ...has('dictionary: last name', isKind(last, 'LastName')),
    ...has('dictionary: body', isKind(core, 'Organization', 'SportsTeam')),
    ...has('ends like a people', /(?:ans|ians|ese|ists|ish)$/.test(last)),
    ...has('ends like a field', /(?:ics|ology|ism|graphy)$/.test(last)),
    ...has('ends like a region', /(?:ia|land|stan|burg|ville|ford|ton|shire|polis)$/.test(last))
  ];
}
