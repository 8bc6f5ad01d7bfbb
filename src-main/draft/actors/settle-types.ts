/** What a name of unknown kind names, by the company it keeps. */
import type { Actor } from './actor.js';
import { isEverydayWord } from './word-lists.js';

const speaking =
  /^(?:said|says|told|added|wrote|argued|asked|explained|replied|insisted|recalled|joked|tweeted|thinks|believes)$/;

export function settleTypes(actors: readonly Actor[]): void {
  for (const actor of actors) {
    if (actor.type !== 'unknown') continue;
    const votes = { person: 0, organisation: 0, place: 0 };
    for (const { sentence, first, last } of actor.mentions) {
      const before = sentence.tokens[first - 1];
      const next = sentence.tokens[last + 1];
      const after = sentence.tokens[last + 2];
      if (
        before?.pos !== 'ADP' &&
        /^(?:who|himself|herself)$/.test(
          next?.text === ',' ? (after?.lower ?? '') : (next?.lower ?? '')
        )
      )
        votes.person += 3;
      if (next && speaking.test(next.lower)) votes.person += 1;
      if (before && /^(?:said|says|told)$/.test(before.lower)) votes.person += 1;
      if (before?.lower === 'the') votes.organisation += 2;
      if (
        before &&
        /^(?:in|at|from|near|to|into|across|around|outside|toward|towards)$/.test(before.lower)
      )
        votes.place += 1.2;
      if (
        next &&
        /^(?:announced|launched|employs|sells|owns|bought|acquired|shares|stock)$/.test(next.lower)
      )
        votes.organisation += 1;
    }
    const words = actor.name.split(' ');
    if (words.length > 1)
      votes.organisation += words.every((word) => !isEverydayWord(word)) ? 0 : 0.9;
    const [type, most] = Object.entries(votes).reduce((best, vote) =>
      vote[1] > best[1] ? vote : best
    );
    if (most >= 0.9) actor.type = type as Actor['type'];
  }
}
