/** What an actor does to an issue, in agreement with the actor's name. Pure. */
import type { DraftPosition } from './suggestion.js';

const verbs: Readonly<
  Record<DraftPosition['stance'], { readonly one: string; readonly many: string }>
> = {
  supports: { one: 'supports', many: 'support' },
  opposes: { one: 'opposes', many: 'oppose' },
  conditional: { one: 'sets conditions on', many: 'set conditions on' },
  unclear: { one: 'speaks of', many: 'speak of' }
};

/** Where what follows the noun begins: "people familiar with the summit". */
const addition = / (?:of|in|from|at|on|with|for|to|who|that|familiar|close|briefed|present)\b/u;
/** A proper name, such as the United States, is one; "leaders" are many. */
const plural = /(?:^|\s)(?:people|police|\p{Ll}+[^s\P{Ll}]s)$/u;

export function stanceVerb(actor: string, stance: DraftPosition['stance']): string {
  const noun = actor.split(addition, 1)[0] ?? actor;
  return verbs[stance][plural.test(noun) ? 'many' : 'one'];
}
