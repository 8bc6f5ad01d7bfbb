/** Whether a person is a man or a woman, by titles and the first name; `null` where they do not tell. */
import type { FoundActor } from './actor.js';
import { isListed } from './name-lists.js';
import { isKind } from './word-lists.js';

const men =
  /\b(?:Mr|Sir|Lord|King|Prince|Baron|chairman|spokesman|businessman|congressman|father|husband|son|brother|actor)\b/;
const women =
  /\b(?:Mrs|Ms|Miss|[Ll]ady|Queen|Dame|Princess|Baroness|chairwoman|spokeswoman|businesswoman|congresswoman|mother|wife|daughter|sister|actress)\b/;

export type Gender = 'male' | 'female';
type Named = Pick<FoundActor, 'name' | 'titles'>;

export function genderOf(person: Named): Gender | null {
  const certain = certainGenderOf(person);
  if (certain || !person.name.includes(' ')) return certain;
  const first = firstNameOf(person);
  if (isKind(first, 'MaleName')) return 'male';
  return isKind(first, 'FemaleName') ? 'female' : null;
}

/** By titles and by first names that are given to one of both only, as “Kim” is not. */
export function certainGenderOf(person: Named): Gender | null {
  const titles = [...person.titles].join(' ');
  if (men.test(titles)) return 'male';
  if (women.test(titles)) return 'female';
  if (!person.name.includes(' ')) return null;
  const first = firstNameOf(person);
  if (isListed(first, 'menNames')) return 'male';
  return isListed(first, 'womenNames') ? 'female' : null;
}

function firstNameOf({ name }: Named): string {
  return name.split(' ')[0] ?? '';
}
