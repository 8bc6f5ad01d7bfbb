/** Names → actors: "Keir Starmer", "Starmer" and "Mr Starmer" are one. */
import { lowerFirst } from '../../domain/text/joined-words.js';
import type { FoundActor, FoundMention } from './actor.js';
import { surnameOf } from './actor.js';
import { opensWithParticle, withoutParticles } from './small-words.js';
import { certainGenderOf, type Gender, genderOf } from './gender.js';
import type { JudgedName } from './judge-name.js';
import type { ActorType } from './type-of-name.js';
import { fullName } from '../../domain/text/name-words.js';
import { joinShortForms } from './short-forms.js';
import { isKind } from './word-lists.js';

/** In the order of their first mentions. Titles without a name and demonyms make no actor here. */
export function clusterNames(names: readonly JudgedName[]): FoundActor[] {
  const persons = new Persons();
  const later: JudgedName[] = [];
  for (const name of names) {
    if (name.type === 'person' && name.core.includes(' ') && !opensWithParticle(name.core))
      persons.add(name);
    else if (name.type !== 'title' && name.type !== 'demonym') later.push(name);
  }
  persons.addKnownByLastName(later);
  const others = new Map<string, FoundActor>();
  for (const name of later) {
    if (persons.addShort(name)) continue;
    if (name.type === 'person') {
      persons.add(name);
      continue;
    }
    const full = fullName(name.core)?.[0] ?? properCase(name.core.replace(/^the /i, ''));
    const key = full.toLowerCase();
    const actor = others.get(key) ?? newActor(full, name.type as ActorType, name.sure);
    if (!actor.sure && name.sure) [actor.type, actor.sure] = [name.type as ActorType, true];
    actor.mentions.push(toMention(name));
    others.set(key, actor);
  }
  const bodies = joinShortForms([...others.values()]);
  return [...persons.all, ...bodies].map(inOrder).toSorted((a, b) => firstStart(a) - firstStart(b));
}

/** Characters within which a full name is still what a last name stands for. */
const near = 150;

class Persons {
  readonly all: FoundActor[] = [];
  /** In lower case at the start: where a sentence begins "van" has a capital. */
  private readonly bySurname = new Map<string, FoundActor[]>();
  private readonly byFirstName = new Map<string, FoundActor[]>();

  add(name: JudgedName): void {
    const surname = surnameOf(name.core);
    // A last name alone comes here only where it is nobody's that is known by it.
    const known = name.core.includes(' ') ? this.bySurname.get(lowerFirst(surname)) : undefined;
    const same = known?.find((actor) => mayBeOne(actor.name, name.core));
    const actor = same ?? this.create(name, surname);
    if (name.core.length > actor.name.length) actor.name = name.core;
    if (name.title) actor.titles.add(name.title);
    actor.sure ||= name.sure;
    actor.mentions.push(toMention(name));
  }

  /** A surname, a first name, or a title with one: joined to the person named last before it. */
  addShort(name: JudgedName): boolean {
    const isShort = !name.core.includes(' ') || opensWithParticle(name.core);
    if (!isShort || (name.type === 'state' && name.title === null)) return false;
    const byLast =
      this.bySurname.get(lowerFirst(name.core)) ??
      this.bySurname.get(lowerFirst(withoutParticles(name.core))) ??
      [];
    const candidates = byLast.length ? byLast : (this.byFirstName.get(name.core) ?? []);
    if (
      !byLast.length &&
      (candidates.length !== 1 ||
        ((name.type === 'place' || name.type === 'organisation') && name.sure))
    )
      return false;
    if (candidates.some(({ mentions }) => mentions.some(({ start }) => start === name.start)))
      return true;
    const before = candidates.filter((actor) => firstStart(actor) < name.start);
    const actor = likeliest(before.length ? before : candidates, name);
    if (!actor) return false;
    if (name.title) actor.titles.add(name.title);
    actor.mentions.push(toMention({ ...name, type: 'person' }));
    return true;
  }

  /**
   * "President Obama … he", in a text that names but Michelle Obama in full, is somebody else, who is known
   * by the last name alone.
   */
  addKnownByLastName(names: readonly JudgedName[]): void {
    const short = names.filter(({ core, type }) => !core.includes(' ') && type === 'person');
    for (const core of new Set(short.map((name) => name.core))) {
      const [known, ...more] = this.bySurname.get(lowerFirst(core)) ?? [];
      const gender = known && certainGenderOf(known);
      if (!gender || more.some((actor) => certainGenderOf(actor) !== gender)) continue;
      const told = short.flatMap((name) => {
        const own = name.core === core ? genderOfMention(name) : null;
        return own ? [{ name, isOther: own !== gender }] : [];
      });
      const others = told.filter(({ isOther }) => isOther);
      const [first] = others;
      if (first && others.length * 2 > told.length) this.add(first.name);
    }
  }

  private create(name: JudgedName, surname: string): FoundActor {
    const actor = newActor(name.core, 'person', name.sure);
    this.all.push(actor);
    push(this.bySurname, lowerFirst(surname), actor);
    const bare = withoutParticles(surname);
    if (bare !== surname) push(this.bySurname, lowerFirst(bare), actor);
    const first = name.core.split(/\s+/)[0] ?? '';
    if (name.core.includes(' ')) push(this.byFirstName, first, actor);
    // "Xi Jinping" is called Xi, "Ban Ki-moon" Ban.
    if (
      /-\p{Ll}/u.test(surname) ||
      (isKind(surname, 'MaleName', 'FemaleName') &&
        !isKind(first, 'MaleName', 'FemaleName', 'FirstName'))
    )
      push(this.bySurname, lowerFirst(first), actor);
    return actor;
  }
}

/**
 * Of several with one last name, whoever the text is about; a wife or son that is named once takes no more
 * of the mentions than those right behind. "Ms Lee" is a woman.
 */
function likeliest(candidates: readonly FoundActor[], name: JudgedName): FoundActor | undefined {
  const gender = genderOfTitle(name);
  if (candidates.length < 2) {
    return candidates.find((actor) => !gender || (certainGenderOf(actor) ?? gender) === gender);
  }
  const known = candidates.filter((actor) => genderOf(actor) === gender);
  const fitting = !gender
    ? candidates
    : known.length > 0
      ? known
      : candidates.filter((actor) => genderOf(actor) === null);
  const weightOf = (actor: FoundActor) => {
    const last = lastBefore(actor, name.start);
    const isNear = last >= 0 && name.start - last < near;
    // "Maria Holm, his wife": the other is known by the last name.
    const isRelative = [...actor.titles].some((title) => relative.test(title));
    return (
      Math.min(actor.mentions.length, 8) + (isNear ? 2 : 0) - (isRelative ? 3 : 0) + last / 1e7
    );
  };
  return (fitting.length ? fitting : candidates).toSorted((a, b) => weightOf(b) - weightOf(a))[0];
}

const relative =
  /\b(?:his|her) (?:\p{L}+ )?(?:wife|husband|son|daughter|brother|sister|mother|father|widow)\b|\bfirst lady\b/iu;

function genderOfTitle({ title }: JudgedName): Gender | null {
  return certainGenderOf({ name: '', titles: new Set(title === null ? [] : [title]) });
}

/** By the title, else by the pronoun that follows in the sentence before another name. */
function genderOfMention(judged: JudgedName): Gender | null {
  const { sentence, last } = judged.name;
  const behind = sentence.tokens.slice(last + 1);
  const end = behind.findIndex(({ pos, quoted }) => pos === 'PROPN' || quoted);
  const pronoun = behind
    .slice(0, end < 0 ? undefined : end)
    .find(({ lower }) => /^(?:he|him|his|she|her)$/.test(lower));
  const told =
    pronoun && (pronoun.lower.startsWith('h') && pronoun.lower !== 'her' ? 'male' : 'female');
  return genderOfTitle(judged) ?? told ?? null;
}

function newActor(name: string, type: ActorType, sure: boolean): FoundActor {
  return { type, name, sure, titles: new Set(), mentions: [] };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Of one surname: the same first name, or one that an initial stands for, or none given. */
function mayBeOne(a: string, b: string): boolean {
  const [first = '', other = ''] = [a, b].map((name) =>
    name.includes(' ') ? (name.split(/\s+/)[0] ?? '') : ''
  );
  if (first === '' || other === '' || first === other) return true;
  // "Aung San Suu Kyi", "Suu Kyi"
  if (a.endsWith(` ${b}`) || b.endsWith(` ${a}`)) return true;
  const isInitial = (name: string) => /^(?:\p{Lu}\.?|(?:\p{Lu}\.){2,3})$/u.test(name);
  return (
    first[0] === other[0] &&
    (isInitial(first) || isInitial(other) || first.startsWith(other) || other.startsWith(first))
  );
}

function toMention({ name, start, end, core, title, type }: JudgedName): FoundMention {
  const { sentence, first, last } = name;
  const titleStands =
    type === 'person' &&
    title !== null &&
    sentence.tokens[first] !== undefined &&
    !core.startsWith(sentence.tokens[first].text);
  return {
    start,
    end,
    kind: titleStands ? 'title+name' : 'name',
    name: core,
    sentence,
    first,
    last
  };
}

/** "UKRAINE" in a shouted quotation is Ukraine. */
function properCase(name: string): string {
  if (!/^\p{Lu}{5,}$/u.test(name)) return name;
  const proper = name.slice(0, 1) + name.slice(1).toLowerCase();
  return isKind(proper, 'Country') ? proper : name;
}

function inOrder(actor: FoundActor): FoundActor {
  actor.mentions.sort((a, b) => a.start - b.start);
  return actor;
}

function firstStart({ mentions }: FoundActor): number {
  return mentions.reduce((least, { start }) => Math.min(least, start), Infinity);
}

function lastBefore({ mentions }: FoundActor, at: number): number {
  return mentions.reduce((most, { start }) => (start < at ? Math.max(most, start) : most), -1);
}
