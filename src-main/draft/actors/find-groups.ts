/** Groups without a name: "European leaders", "people familiar with the summit". */
import type { Reading, Sentence } from '../reading/reading.js';
import type { FoundActor, FoundMention } from './actor.js';
import type { Token } from '../reading/tagger.js';
import { demonyms, isGroupNoun } from './name-words.js';
import { kindOfVerb } from './word-kinds.js';

/** Too general to be anybody by themselves. */
const general =
  /^(?:people|members|forces|women|men|states|groups|nations|countries|companies|governments|families|parties|workers|students|parents|banks|agencies|players|customers|passengers|consumers|businesses|fans|crews|clubs|sources)$/;
/** Speak for their state: "Russian officials". */
const official = /^(?:officials|authorities|government|administration|negotiators|diplomats)$/;

/** `actors` gain mentions where a group speaks for a state; the other groups are returned. */
export function findGroups(reading: Reading, actors: readonly FoundActor[]): FoundActor[] {
  const states = new Map(
    actors.filter(({ type }) => type === 'state').map((actor) => [actor.name, actor])
  );
  const groups = new Map<string, FoundActor>();
  const named = new Set(
    actors.flatMap(({ type, mentions }) =>
      mentions.flatMap(({ sentence: { tokens }, first, last }) =>
        // "the Citrus Exporters' Forum" tells of no exporters.
        tokens.slice(isBody(type) ? first : last, last + 1)
      )
    )
  );
  for (const sentence of reading.sentences) {
    sentence.tokens.forEach((token, i) => {
      const isState = official.test(token.lower);
      if (!(isGroupNoun(token.text) || isState) || !isHead(sentence, i)) return;
      const mention = mentionAt(reading, sentence, i);
      if (!mention) return;
      const state = isState ? states.get(stateOf(mention.name)) : undefined;
      if (state) state.mentions.push(mention);
      // "Senate Democrats" is a name already.
      else if (isGroupNoun(token.text) && !named.has(token)) {
        const key = mention.name.toLowerCase();
        const group = groups.get(key) ?? {
          type: 'group',
          name: mention.name,
          sure: true,
          titles: new Set(),
          mentions: []
        };
        group.mentions.push(mention);
        groups.set(key, group);
      }
    });
  }
  for (const actor of states.values()) actor.mentions.sort((a, b) => a.start - b.start);
  return [...groups.values()];
}

function isBody(type: FoundActor['type']): boolean {
  return type === 'organisation' || type === 'unknown';
}

/** "has left … and cost exporters a year", "the tariffs cost farmers the season": how many words before the group are no part of it. */
function verbBefore(tokens: readonly Token[], first: number, head: number): number {
  const behind = tokens[head + 1]?.pos ?? '';
  if (!/^(?:DET|NUM|PRON)$/.test(behind)) return 0;
  for (let i = first; i < head; i++) {
    const token = tokens[i];
    const before = tokens[i - 1];
    const isDeed = /^\p{Ll}/u.test(token?.text ?? '') && kindOfVerb(token?.lower ?? '') !== null;
    const opens =
      i === first
        ? /^(?:CCONJ|AUX)$/.test(before?.pos ?? '') || /^(?:which|who)$/.test(before?.lower ?? '')
        : before?.pos === 'NOUN' && /s$/.test(before.lower);
    if (isDeed && opens) return i + 1 - first;
  }
  return 0;
}

function isHead({ tokens }: Sentence, i: number): boolean {
  const token = tokens[i];
  const next = tokens[i + 1];
  if (token?.pos === 'VERB' && !/^(?:sources|ministers|police|allies)$/.test(token.lower))
    return false;
  // Whoever is spoken to: "my Lords".
  if (token?.lower === 'lords' && tokens[i - 1]?.lower === 'my') return false;
  return (
    !(next && /^(?:NOUN|PROPN)$/.test(next.pos) && next.start - (token?.end ?? 0) <= 1) &&
    next?.text !== '-'
  );
}

function mentionAt({ clean }: Reading, sentence: Sentence, i: number): FoundMention | null {
  const { tokens } = sentence;
  const head = tokens[i];
  if (!head) return null;
  let first = i;
  while (first > 0 && i - first < 6) {
    const before = tokens[first - 1];
    if (
      !before ||
      !(
        /^(?:ADJ|PROPN|NOUN)$/.test(before.pos) ||
        (before.text === '-' && before.end === tokens[first]?.start)
      )
    )
      break;
    if (before.quoted !== head.quoted) break;
    first--;
  }
  while (
    first < i &&
    /^(?:several|some|many|most|other|few|various|certain|all|two|three)$/.test(
      tokens[first]?.lower ?? ''
    )
  )
    first++;
  first += verbBefore(tokens, first, i);
  let last = i;
  if (
    tokens[i + 1]?.lower === 'familiar' ||
    (tokens[i + 1]?.lower === 'close' && tokens[i + 2]?.lower === 'to')
  ) {
    last = i + 2;
    while (/^(?:DET|ADJ|NOUN|PROPN)$/.test(tokens[last + 1]?.pos ?? '') && last - i < 8) last++;
    // "sources close to him": a pronoun names nobody.
    if (last === i + 2) return null;
  }
  if (first === i && last === i && general.test(head.lower)) return null;
  const start = tokens[first]?.start ?? head.start;
  const end = tokens[last]?.end ?? head.end;
  return {
    start,
    end,
    kind: 'group',
    name: clean.slice(start, end).replace(/\s+/g, ' '),
    sentence,
    first,
    last
  };
}

function stateOf(group: string): string {
  const words = group.toLowerCase().split(' ');
  return demonyms[words.slice(0, 2).join(' ')] ?? demonyms[words[0] ?? ''] ?? '';
}
