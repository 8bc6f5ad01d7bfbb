/** Which words a briefing has already for people whom one of its sources does not name. Pure. */
import type { Briefing } from '../briefing/briefing.js';
import type { Id } from '../base/values.js';

type Parts = Pick<Briefing, 'annotations' | 'actors' | 'positions' | 'statements'>;

/** What relays words and is no person. */
const notPeople =
  /\b(?:newspapers?|papers?|agenc(?:y|ies)|broadcasters?|websites?|magazines?|outlets?|media|radio|television|channels?|press|posts?|statements?|reports?|documents?|letters?|memos?|transcripts?|stud(?:y|ies)|polls?|surveys?|interviews?)$/u;

/**
 * Who speaks or relays in what rests on the source, without a name: such as “two officials briefed on the
 * talks”. A name begins with a capital letter, so in scripts without capitals none is told.
 */
export function unnamedPeopleOf(
  { annotations, actors, positions, statements }: Parts,
  source: Id
): readonly string[] {
  const here = new Set(
    annotations.filter(({ target }) => target.id === source).map(({ id }) => id)
  );
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  const told = [...positions, ...statements]
    .filter(({ evidence }) => evidence.some((id) => here.has(id)))
    .flatMap(({ actor, attribution }) => [names.get(actor) ?? '', ...attribution])
    .map((each) => each.replace(/\s+/gu, ' ').trim())
    .filter((each) => /^\p{Ll}/u.test(each) && !notPeople.test(each));
  return [...new Set(told)];
}
