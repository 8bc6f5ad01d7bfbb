/** Names → actors: "Keir Starmer", "Starmer" and "Mr Starmer" are one. */
import { lowerFirst } from '../../domain/text/joined-words.js';
import type { FoundActor, FoundMention } from './actor.js';
import { surnameOf } from './actor.js';
import { opensWithParticle, withoutParticles } from './small-words.js';
import { certainGenderOf, type Gender, genderOf } from './gender.js';
import type { JudgedName } from './judge-name.js';
import type { ActorType } from './type-of-name.js';
import { fullName } from './name-words.js';
import { isEverydayWord, isKind } from './word-lists.js';

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

/** Acronyms with what they stand for, and a body's name with its beginning or end. */
function joinShortForms(actors: readonly FoundActor[]): FoundActor[] {
  const gone = new Set<FoundActor>();
  const byInitials = new Map<string, FoundActor>();
  for (const actor of actors) {
    for (const initials of initialsOf(actor.name))
      if (!byInitials.has(initials)) byInitials.set(initials, actor);
  }
  for (const actor of actors) {
    const long = isAcronym(actor.name) ? byInitials.get(actor.name.replace(/\./g, '')) : undefined;
    const stated = long ?? (isAcronym(actor.name) ? statedFor(actor, actors) : undefined);
    if (stated && stated !== actor && !gone.has(stated)) absorb(stated, actor, gone);
  }
  const byEdge = new Map<string, FoundActor[]>();
  for (const actor of actors) {
    if (actor.type === 'state' || actor.type === 'place') continue;
    for (const edge of edgesOf(actor.name)) push(byEdge, edge, actor);
  }
  for (const actor of actors) {
    if (gone.has(actor) || actor.type === 'state' || (actor.type === 'place' && actor.sure))
      continue;
    const longer = (byEdge.get(actor.name) ?? []).filter(
      (other) => other !== actor && !gone.has(other)
    );
    const [only] = longer;
    if (
      only &&
      longer.length === 1 &&
      (actor.type === only.type || !actor.sure || actor.type === 'unknown')
    )
      absorb(only, actor, gone);
  }
  return actors.filter((actor) => !gone.has(actor));
}

function isAcronym(name: string): boolean {
  return /^\p{Lu}[\p{Lu}.&]{1,7}$/u.test(name);
}

/** "Department for Environment, Food and Rural Affairs (DEFRA)" */
function statedFor(
  { type, mentions: [mention] }: FoundActor,
  actors: readonly FoundActor[]
): FoundActor | undefined {
  const tokens = mention?.sentence.tokens ?? [];
  if (!mention || type === 'state' || type === 'place') return undefined;
  if (tokens[mention.first - 1]?.text !== '(' || tokens[mention.last + 1]?.text !== ')')
    return undefined;
  return actors.find(
    (actor) =>
      actor.type === 'organisation' &&
      actor.name.includes(' ') &&
      actor.mentions.some(
        ({ sentence, last }) => sentence === mention.sentence && last === mention.first - 2
      )
  );
}

function absorb(into: FoundActor, from: FoundActor, gone: Set<FoundActor>): void {
  into.mentions.push(...from.mentions);
  if (into.type === 'unknown') into.type = from.type === 'unknown' ? 'organisation' : from.type;
  gone.add(from);
}

function initialsOf(name: string): string[] {
  const words = name.split(/[\s-]+/).filter((word) => /^\p{L}/u.test(word));
  if (words.length < 2 || words.length > 8) return [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word));
  return [capitals, words]
    .map((list) => list.map((word) => (word[0] ?? '').toUpperCase()).join(''))
    .filter((initials) => initials.length > 1);
}

const generic =
  /^(?:Inc|Corp|Corporation|Company|Co|Ltd|LLC|PLC|plc|AG|Holdings|Group|Party|Industries|Systems|Technologies|Energy|Pharmaceuticals|Airlines|Airways|Motors|Bank|Partners|Capital|University|Council|Laboratories|Railways|Media|Foundation|Institute|Trust|Association|Union|Federation|Club|FC|United|City)\.?$/;

/** Of several words, what the last may stand for by itself. */
const body =
  /^(?:Council|Court|Bank|Party|Commission|Ministry|University|Union|Fund|Committee|Senate|Board|Agency|Coalition|Institute|Foundation|Association|Federation|Authority|Parliament|Assembly|League|Trust|Tribunal|Society|Brotherhood|Church|Army|Navy|Department|Network|Company|Group|Front|Movement|Guard|Club|School|Hospital|Museum|Administration|Bureau|Office|Alliance|Corporation|College|Academy|Centre|Center|Chamber|Confederation|Congress|Service|Times|Post|Journal|Herald|Tribune)$/;

/** "Acme Motors" is called Acme; "the Harbour Workers' Union" the Workers' Union. */
function edgesOf(name: string): string[] {
  const words = name.split(/\s+/);
  if (words.length < 2 || words.length > 8) return [];
  const edges: string[] = [];
  if (generic.test(words.at(-1) ?? '')) edges.push(words.slice(0, -1).join(' '));
  for (let n = 2; n < words.length; n++)
    edges.push(words.slice(0, n).join(' '), words.slice(-n).join(' '));
  // "Calder" for Calder Minerals, where no person has the name
  const first = words[0] ?? '';
  if (
    first.length > 3 &&
    !isEverydayWord(first) &&
    !isKind(first, 'Demonym', 'Country', 'City', 'Region', 'Place')
  )
    edges.push(first);
  // "the Council", in a text with one council
  for (const word of [words[0], words.at(-1)]) if (word && body.test(word)) edges.push(word);
  return [...new Set(edges)].filter((edge) => edge.length > 2);
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
