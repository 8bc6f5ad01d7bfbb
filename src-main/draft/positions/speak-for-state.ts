/** Who holds an office of a state speaks for it: "US Special Envoy Steve Witkoff" for the United States. */
import type { Actor } from '../actors/actor.js';
import { demonyms, fullName } from '../actors/name-words.js';
import type { Position } from './find-positions.js';

const offices =
  /\b(?:president|prime minister|chancellor|premier|foreign minister|defen[cs]e minister|secretary of state|foreign secretary|envoy|ambassador|negotiator|spokes(?:man|woman|person))\b/i;
/** The person's word is surer than what it means for the state. */
const share = 0.7;

/** Positions of states that officeholders take a side for, to be confirmed like any other. */
export function positionsOfStates(
  positions: readonly Position[],
  actors: readonly Actor[]
): Position[] {
  const byName = new Map(
    actors.filter(({ type }) => type === 'state').map((actor) => [actor.name, actor])
  );
  return positions.flatMap((position) => {
    if (position.actor.type !== 'person' || position.stance === 'unclear') return [];
    for (const title of position.actor.titles) {
      const state = offices.test(title) ? byName.get(stateIn(title)) : undefined;
      if (!state) continue;
      const confidence = Math.max(0.5, Math.round(position.confidence * share * 100) / 100);
      return [
        { ...position, actor: state, why: [...position.why, `speaks for it: ${title}`], confidence }
      ];
    }
    return [];
  });
}

function stateIn(title: string): string {
  const [first = '', second = ''] = title.split(/\s+/);
  for (const words of [`${first} ${second}`, first]) {
    const state = fullName(words)?.[0] ?? demonyms[words.toLowerCase()];
    if (state) return state;
  }
  return first;
}
