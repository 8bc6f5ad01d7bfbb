/** The short names of bodies: "UN" for the United Nations, "the Council" in a text with one council. */
import { isBodyNoun } from '../../domain/text/name-words.js';
import type { FoundActor } from './actor.js';
import { isEverydayWord, isKind } from './word-lists.js';

/** Acronyms with what they stand for, and a body's name with its beginning or end. */
export function joinShortForms(actors: readonly FoundActor[]): FoundActor[] {
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
    for (const edge of edgesOf(actor.name)) byEdge.set(edge, [...(byEdge.get(edge) ?? []), actor]);
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
  edges.push(...words.filter((word, i) => (i === 0 || i === words.length - 1) && isBodyNoun(word)));
  return [...new Set(edges)].filter((edge) => edge.length > 2);
}

/** What a name of several words says that its bearer is, in small letters: "council"; `null` where it does not. */
export function nounOfBody(name: string): string | null {
  const noun =
    name
      .split(/ (?:of|for|on|and) /)[0]
      ?.split(' ')
      .at(-1) ?? '';
  return noun !== name && isBodyNoun(noun) ? noun.toLowerCase() : null;
}
