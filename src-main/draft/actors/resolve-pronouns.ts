/** He and she: the person named last, rather a subject, and of that gender where the name tells. */
import type { Reading } from '../reading/reading.js';
import type { FoundActor, FoundMention } from './actor.js';
import { isKind } from './word-lists.js';

/** Sentences looked back. */
const reach = 3;
const mostLooked = 40;
/** Two pronouns of a sentence mostly mean one person: "after his talks with Putin he wrote". */
const sameAgain = 9;

export function resolvePronouns({ sentences }: Reading, actors: readonly FoundActor[]): void {
  const persons = actors.filter(({ type }) => type === 'person');
  const mentions = persons
    .flatMap((actor) => actor.mentions.map((mention) => ({ actor, mention })))
    .toSorted((a, b) => a.mention.start - b.mention.start);
  const genders = new Map(persons.map((actor) => [actor, genderOf(actor)]));
  const found: { actor: FoundActor; mention: FoundMention }[] = [];
  let next = 0;
  for (const sentence of sentences) {
    const here = new Map<string, FoundActor>();
    sentence.tokens.forEach((token, i) => {
      const gender = /^(?:he|him|his|himself)$/.test(token.lower)
        ? 'male'
        : /^(?:she|her|hers|herself)$/.test(token.lower)
          ? 'female'
          : null;
      if (!gender) return;
      while (next < mentions.length && (mentions[next]?.mention.start ?? 0) < token.start) next++;
      let best: FoundActor | null = null;
      let most = -Infinity;
      for (let k = next - 1; k >= Math.max(0, next - mostLooked); k--) {
        const candidate = mentions[k];
        if (!candidate) break;
        const back = sentence.index - candidate.mention.sentence.index;
        if (back > reach) break;
        const known = genders.get(candidate.actor);
        if (known && known !== gender) continue;
        const score =
          weight(candidate.mention, back, token.start, candidate.actor) +
          (known ? 2 : 0) +
          (here.get(gender) === candidate.actor ? sameAgain : 0);
        if (score > most) [best, most] = [candidate.actor, score];
      }
      if (best) {
        here.set(gender, best);
        found.push({
          actor: best,
          mention: {
            start: token.start,
            end: token.end,
            kind: 'pronoun',
            name: '',
            sentence,
            first: i,
            last: i
          }
        });
      }
    });
  }
  for (const { actor, mention } of found) actor.mentions.push(mention);
  for (const actor of persons) actor.mentions.sort((a, b) => a.start - b.start);
}

function weight(
  { sentence, first, last, start }: FoundMention,
  back: number,
  at: number,
  actor: FoundActor
): number {
  const next = sentence.tokens[last + 1];
  let score = -10 * back + Math.min(3, actor.mentions.length * 0.4);
  if (next && /^(?:VERB|AUX)$/.test(next.pos)) score += 5;
  const before = sentence.tokens[first - 1];
  if (before && /^(?:said|says|asked|added|wrote)$/.test(before.lower)) score += 5;
  if (next?.lower === "'s") score += 2;
  if (first <= 1) score += 3;
  if (before?.pos === 'ADP') score -= 2;
  if (back === 0) score += (start - at) / 200;
  return score;
}

function genderOf({ name, titles }: FoundActor): 'male' | 'female' | null {
  const all = [...titles].join(' ');
  if (
    /\b(?:Mr|Sir|Lord|King|Prince|Baron|chairman|spokesman|businessman|congressman|father|husband|son|brother|actor)\b/.test(
      all
    )
  )
    return 'male';
  if (
    /\b(?:Mrs|Ms|Miss|Lady|Queen|Dame|Princess|Baroness|chairwoman|spokeswoman|businesswoman|congresswoman|mother|wife|daughter|sister|actress)\b/.test(
      all
    )
  )
    return 'female';
  const first = name.includes(' ') ? (name.split(' ')[0] ?? '') : '';
  if (isKind(first, 'MaleName')) return 'male';
  return isKind(first, 'FemaleName') ? 'female' : null;
}
