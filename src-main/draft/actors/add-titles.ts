/** "The President", "the prime minister": mentions of whoever holds the title in the article. */
import type { Reading, Sentence } from '../reading/reading.js';
import type { Actor } from './actor.js';

const offices =
  /^(?:president|prime minister|minister|chancellor|premier|senator|governor|mayor|secretary|ambassador|envoy|king|queen|pope|chairman|chairwoman|chair|speaker|general|judge|director|commissioner|spokesman|spokeswoman|spokesperson|congressman|congresswoman|nominee|candidate|coach|leader|chief executive|ceo|captain|professor|analyst|economist|manager|republican|democrat|billionaire|businessman)$/;

export function addTitles({ sentences }: Reading, actors: readonly Actor[]): void {
  const holders = holdersByOffice(actors);
  if (!holders.size) return;
  for (const sentence of sentences) {
    sentence.tokens.forEach((token, i) => {
      if (token.lower !== 'the' || token.quoted) return;
      const office = officeAt(sentence, i + 1);
      const candidates = office && holders.get(office.name);
      if (!candidates) return;
      const actor = candidates.toSorted(
        (a, b) => nearness(b, token.start) - nearness(a, token.start)
      )[0];
      const end = sentence.tokens[office.last]?.end;
      if (!actor || end === undefined || nearness(actor, token.start) === -Infinity) return;
      actor.mentions.push({
        start: token.start,
        end,
        kind: 'title',
        name: '',
        sentence,
        first: i,
        last: office.last
      });
    });
  }
}

function holdersByOffice(actors: readonly Actor[]): Map<string, Actor[]> {
  const holders = new Map<string, Actor[]>();
  for (const actor of actors) {
    if (actor.type !== 'person') continue;
    for (const title of actor.titles) {
      const words = title
        .toLowerCase()
        .replace(/\./g, '')
        .replace(/ (?:of|at|for|in|on) .*$/, '')
        .split(/[\s-]+/);
      for (const office of [words.slice(-2).join(' '), words.at(-1) ?? '']) {
        if (!offices.test(office)) continue;
        const list = holders.get(office) ?? [];
        if (!list.includes(actor)) holders.set(office, [...list, actor]);
      }
    }
  }
  return holders;
}

/** "prime minister", "US president", and nothing that goes on: "president Trump", "president of Chad". */
function officeAt({ tokens }: Sentence, at: number): { name: string; last: number } | null {
  const first =
    /^(?:us|u\.s\.|former|republican|democratic|british|russian|\p{L}+(?:ian|ish|ese))$/u.test(
      tokens[at]?.lower ?? ''
    )
      ? at + 1
      : at;
  for (const length of [2, 1]) {
    const words = tokens.slice(first, first + length).map(({ lower }) => lower);
    const name = words.join(' ');
    if (!offices.test(name)) continue;
    const next = tokens[first + length];
    if (next && (/^(?:NOUN|PROPN)$/.test(next.pos) || /^(?:of|-)$/.test(next.lower))) return null;
    return { name, last: first + length - 1 };
  }
  return null;
}

/** The most lately named before, and more so the often named. */
function nearness({ mentions }: Actor, at: number): number {
  let last = -Infinity;
  for (const { start } of mentions) if (start < at) last = Math.max(last, start);
  return last === -Infinity ? last : (last - at) / 2 + Math.min(20, mentions.length) * 60;
}
