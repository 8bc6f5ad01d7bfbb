/** Whether a person is a man or a woman, by titles and the first name; `null` where they do not tell. */
import type { FoundActor } from './actor.js';
import { isListed } from './name-lists.js';
import { isKind } from './word-lists.js';

const men =
  /\b(?:Mr|Sir|Lord|King|Prince|Baron|chairman|spokesman|businessman|congressman|father|husband|son|brother|actor)\b/;
const women =
  /\b(?:Mrs|Ms|Miss|Lady|Queen|Dame|Princess|Baroness|chairwoman|spokeswoman|businesswoman|congresswoman|mother|wife|daughter|sister|actress)\b/;

export function genderOf({ name, titles }: Pick<FoundActor, 'name' | 'titles'>) {
  const all = [...titles].join(' ');
  if (men.test(all)) return 'male';
  if (women.test(all)) return 'female';
  const first = name.split(' ')[0] ?? '';
  if (!name.includes(' ')) return null;
  if (isKind(first, 'MaleName')) return 'male';
  if (isKind(first, 'FemaleName')) return 'female';
  if (isListed(first, 'menNames')) return 'male';
  return isListed(first, 'womenNames') ? 'female' : null;
}
