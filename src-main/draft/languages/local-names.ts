/**
 * Names in a text of another language than English, by its rules: persons, bodies, states, and places where
 * the word before tells one. Without parts of speech a name is one that a list, a title or a speaker makes.
 */
import type { FoundActor, FoundMention } from '../actors/actor.js';
import { datelinesIn, isWithin } from '../actors/filed-by.js';
import { isListed } from '../actors/name-lists.js';
import type { FoundAttribution } from '../attributions/find-attributions.js';
import type { Reading, Sentence } from '../reading/reading.js';
import { foldName } from '../../domain/text/fold-name.js';
import type { LanguageRules } from './language-rules.js';

type Type = FoundActor['type'];

const capital = `\\p{Lu}[\\p{L}\\p{M}.'-]*`;
/** Capitalised words in a row, with what joins those of a person's name. */
const runs = new RegExp(
  `(?<![\\p{L}\\p{N}.'-])(?:[LlDd]')?${capital}(?: (?:(?:von der|von|van der|van|de la|de|du|ben|zu|di) )?(?:[dl]')?${capital})*`,
  'gu'
);
const acronym = /(?<![\p{L}\p{N}.'-])(?:[ldLD]')?(\p{Lu}{2,6})(?![\p{L}\p{N}'-])/gu;
const romanNumber = /^[IVXLC]+$/;
const noBody = /^(?:USA|TV|EUR|USD|CHF|CEO|KI|IA|PDF|OK|II|AG|SA|SE|ID)$/;

export function findLocalNames(
  reading: Reading,
  rules: LanguageRules,
  attributions: readonly FoundAttribution[]
): FoundActor[] {
  const gathered = new Gathered();
  const states = statesOf(rules);
  const datelines = datelinesIn(reading);
  for (const sentence of reading.sentences) {
    const text = reading.clean.slice(sentence.start, sentence.end).replace(/[\n\r\t]/g, ' ');
    for (const { 0: whole, index } of text.matchAll(rules.names.bodies)) {
      const name = withoutKind(whole, rules);
      gathered.add('organisation', name, sentence, index + whole.length - name.length);
    }
    for (const { name, index } of states(text)) gathered.add('state', name, sentence, index);
    if (!sentence.headline)
      for (const { 0: whole, 1: name = '', index } of text.matchAll(acronym)) {
        if (isWithin(datelines, sentence.start + index)) continue;
        if (!romanNumber.test(name) && !noBody.test(name))
          gathered.add('organisation', name, sentence, index + whole.length - name.length);
      }
    for (const m of text.matchAll(runs)) fromRun(m[0], m.index, text, sentence, rules, gathered);
  }
  for (const { source, sentence: index } of attributions) {
    // A quotation may run on into the sentence behind the one in which it began.
    const sentence =
      source &&
      reading.sentences
        .slice(index, index + 4)
        .find(({ start, end }) => start <= source.start && source.end <= end);
    if (!sentence) continue;
    const words = reading.clean.slice(source.start, source.end);
    const known = speakerIn(words, rules);
    if (known)
      gathered.add(known.type, known.name, sentence, source.start - sentence.start + known.at);
  }
  gathered.addSurnames(reading, rules);
  return gathered.actors();
}

/** Name and type of each actor by its folded name, with the places that are taken. */
class Gathered {
  readonly #byName = new Map<string, FoundActor>();
  readonly #taken = new Map<Sentence, { start: number; end: number }[]>();

  /** `index` in the sentence. Whatever comes first keeps its place. */
  add(type: Type, name: string, sentence: Sentence, index: number, titles: readonly string[] = []) {
    const start = sentence.start + index;
    const end = start + name.length;
    const taken = this.#taken.get(sentence) ?? [];
    if (taken.some((each) => each.start < end && start < each.end)) return;
    this.#taken.set(sentence, [...taken, { start, end }]);
    this.#actor(type, name, titles).mentions.push(mention(name, sentence, start, end));
  }

  #actor(type: Type, name: string, titles: readonly string[]): FoundActor {
    const key = foldName(name);
    const known = this.#byName.get(key);
    if (known) {
      for (const title of titles) known.titles.add(title);
      return known;
    }
    const actor: FoundActor = { type, name, sure: true, titles: new Set(titles), mentions: [] };
    this.#byName.set(key, actor);
    return actor;
  }

  /** “Weber”, once “Anna Weber” is known; and what was one word is joined to the whole name. */
  addSurnames({ clean, sentences }: Reading, rules: LanguageRules): void {
    const bySurname = new Map<string, FoundActor>();
    for (const actor of this.#byName.values()) {
      if (actor.type !== 'person' || !actor.name.includes(' ')) continue;
      const surname = actor.name.replace(
        /^\S+ (?!(?:von|van|de|du|ben|zu|di) )(?:.* )?(?=\p{Lu}\S*$)|^\S+ /u,
        ''
      );
      if (surname.length > 2 && !bySurname.has(surname)) bySurname.set(surname, actor);
    }
    for (const [surname, actor] of bySurname) {
      const alone = this.#byName.get(foldName(surname));
      if (alone && alone !== actor) {
        actor.mentions.push(...alone.mentions);
        this.#byName.delete(foldName(surname));
      }
    }
    for (const sentence of sentences) {
      const text = clean.slice(sentence.start, sentence.end);
      for (const { 0: word, index } of text.matchAll(/(?<![\p{L}-])\p{Lu}[\p{L}\p{M}'-]+/gu)) {
        const actor = bySurname.get(word) ?? bySurname.get(word.replace(/s$/, ''));
        const before = /(\S+)\s$/.exec(text.slice(0, index))?.[1]?.toLowerCase() ?? '';
        // “der Weber” is the trade.
        if (!actor || (rules.phrase.nounsAreCapital && rules.phrase.determiners.has(before)))
          continue;
        this.add('person', bySurname.has(word) ? word : word.slice(0, -1), sentence, index);
        const alone =
          this.#byName.get(foldName(word.replace(/s$/, ''))) ?? this.#byName.get(foldName(word));
        if (alone && alone !== actor) {
          actor.mentions.push(...alone.mentions);
          this.#byName.delete(foldName(alone.name));
        }
      }
    }
  }

  actors(): FoundActor[] {
    const all = [...this.#byName.values()].filter(({ mentions }) => mentions.length > 0);
    for (const { mentions } of all) mentions.sort((a, b) => a.start - b.start);
    return all.sort((a, b) => b.mentions.length - a.mentions.length);
  }
}

function mention(name: string, sentence: Sentence, start: number, end: number): FoundMention {
  return { start, end, kind: 'name', name, sentence, first: 0, last: 0 };
}

const bareName =
  /(?<=^|, |^\p{Lu}[\p{L}-]+ )\p{Lu}\p{Ll}[\p{L}-]* (?:(?:von|van|de|du) )?\p{Lu}\p{Ll}[\p{L}-]*(?=,|$)/u;
const bareBody = /^(?:[Ll]e |[Ll]a |[Ll]')(\p{Lu}\p{L}+)$/u;

/** Whoever speaks by a name that no list has: two words without an article are a person. */
function speakerIn(
  words: string,
  rules: LanguageRules
): { type: Type; name: string; at: number } | null {
  const body = rules.phrase.nounsAreCapital ? undefined : bareBody.exec(words)?.[1];
  if (body !== undefined)
    return { type: 'organisation', name: body, at: words.length - body.length };
  const person = bareName.exec(words);
  if (!person || person[0].split(' ').some((word) => rules.names.common.has(word.toLowerCase())))
    return null;
  return { type: 'person', name: person[0], at: person.index };
}

/** “Der Autobauer Horn AG” is “Horn AG”. */
function withoutKind(name: string, rules: LanguageRules): string {
  const { names } = rules;
  const [first = '', ...rest] = name.split(' ');
  const isKind = names.common.has(first.toLowerCase()) || names.kindOfBody.test(first);
  return isKind && rest.length > 1 ? withoutKind(rest.join(' '), rules) : name;
}

/** What a row of capitalised words names: without titles and words that only begin a sentence. */
function fromRun(
  run: string,
  index: number,
  text: string,
  sentence: Sentence,
  rules: LanguageRules,
  gathered: Gathered
): void {
  let words = run.split(' ');
  let at = index;
  const titles: string[] = [];
  let isBody = false;
  const drop = () => {
    at += (words[0] ?? '').length + 1;
    words = words.slice(1);
  };
  while (words.length > 0) {
    const [first = ''] = words;
    // “Stadtrat von Lindenau” names nobody, “Präsidentin von der Leyen” does.
    if ((isBody || titles.length > 0) && /^\p{Ll}/u.test(first) && words.length < 3) return;
    if (rules.phrase.role.test(first)) titles.push(first);
    else if (rules.names.kindOfBody.test(first)) isBody = true;
    else if (/^\p{Ll}/u.test(first) && titles.length > 0) break;
    else if (!rules.names.common.has(first.toLowerCase())) break;
    drop();
  }
  // “Grünen-Politikerin Katharina Dröge”
  const named = words.findIndex((word, i) => i < words.length - 1 && isFirstName(word));
  if (!isBody && named > 0 && named < 3) for (let i = 0; i < named; i += 1) drop();
  const before = /(\S+)\s$/.exec(text.slice(0, at))?.[1] ?? '';
  const [first = '', second] = words;
  // A full stop ends the last word of a sentence, but for an initial.
  const name = words
    .join(' ')
    .replace(/(?<=\p{L}{2})[.'-]+$/u, '')
    .replace(/^[LlDd]'/, '');
  if (name.length < 2) return;
  at += /^[LlDd]'\p{Lu}/u.test(words[0] ?? '') ? 2 : 0;
  const isTitled = titles.length > 0 || rules.phrase.role.test(before);
  const isPerson = second !== undefined && isFirstName(first);
  if (isBody || rules.names.kindOfBody.test(before))
    gathered.add('organisation', name, sentence, at);
  else if (isPerson || (isTitled && isPlainName(words, rules)))
    gathered.add('person', name, sentence, at, titles);
  else if (rules.names.beforePlace.test(text.slice(0, at)) && isPlace(first, rules))
    gathered.add('place', first.replace(/[.'-]+$/, ''), sentence, at);
}

function isFirstName(word: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(word) && isListed(word.replace(/-.*/, ''), 'firstNames');
}

/** “Kanzler Scholz”, not “Minister Ende März” or “Chef der Bank”. */
function isPlainName(words: readonly string[], { names }: LanguageRules): boolean {
  return (
    words.length <= 4 &&
    words.every((word) => !names.common.has(word.toLowerCase().replace(/\.$/, '')))
  );
}

/** In German every noun has a capital, so a list has to know it. */
function isPlace(word: string, { phrase, names }: LanguageRules): boolean {
  const bare = word.replace(/[.'-]+$/, '');
  if (names.common.has(bare.toLowerCase())) return false;
  return !phrase.nounsAreCapital || isListed(bare, 'places');
}

const regions = new WeakMap<LanguageRules, RegExp>();

/** The names that the platform has for all states, in the text's language. */
function statesOf(rules: LanguageRules) {
  let pattern = regions.get(rules);
  if (!pattern) {
    const names = new Intl.DisplayNames(rules.code, { type: 'region', fallback: 'none' });
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const codes = letters.flatMap((one) => letters.map((other) => one + other));
    const all = codes.flatMap((code) => names.of(code) ?? []);
    const escaped = [...new Set([...all, ...rules.names.states])]
      .filter((name) => /^\p{Lu}[\p{L}' -]+$/u.test(name) && !/^(?:EU|UN|XA|XB)$/.test(name))
      .map((name) => name.replaceAll('’', "'"))
      .sort((a, b) => b.length - a.length);
    pattern = new RegExp(
      `(?<![\\p{L}\\p{N}-])(?:[ldLD]')?(?<name>${escaped.join('|')})${rules.names.genitive}(?![\\p{L}\\p{N}-])`,
      'gu'
    );
    regions.set(rules, pattern);
  }
  const states = pattern;
  return (text: string) =>
    [...text.matchAll(states)].map(({ 0: whole, groups, index }) => {
      const name = groups?.['name'] ?? '';
      return { name, index: index + whole.indexOf(name) };
    });
}
