/** A library to search: words as unevenly common as in prose, the same at every run, in files as the program keeps them. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newActor, newIssue, newCard } from '../../src-main/domain/briefing/entries.js';
import { type Briefing, emptyBriefing } from '../../src-main/domain/briefing/briefing.js';
import { currentSchema } from '../../src-main/domain/briefing/migrations.js';
import { type Source, newSource } from '../../src-main/domain/briefing/source.js';
import { createRandom } from '../anchoring/random.js';

export interface Filed {
  readonly briefing: Briefing;
  /** Relative to the library. */
  readonly file: string;
  readonly text: string;
}

/** Different words of the library. */
const vocabulary = 60_000;
const syllables = 'ta re no mi sol ver den kra pol sti an or ek ul im ba ge fo chu wyn'.split(' ');

export function wordAt(rank: number): string {
  let word = '';
  for (let n = rank + syllables.length; n > 0; n = Math.floor(n / syllables.length)) {
    word += syllables[n % syllables.length] ?? '';
  }
  return word;
}

/** A rank as likely as that of a word in running text: after Zipf, its logarithm is even. */
export function likelyRank(random: () => number): number {
  return Math.floor(Math.exp(random() * Math.log(vocabulary))) - 1;
}

export function generateLibrary(folder: string, count: number): readonly Filed[] {
  const { next } = createRandom(11);
  const say = (length: number) => Array.from({ length }, () => wordAt(likelyRank(next))).join(' ');
  for (const name of ['b', 'texts']) mkdirSync(join(folder, name), { recursive: true });
  return Array.from({ length: count }, (_, i) => {
    const text = say(400);
    const hash = createHash('sha256').update(text).digest('hex');
    const briefing: Briefing = {
      ...emptyBriefing(say(7), new Date(Date.UTC(2025, 0, 1) + i * 60_000)),
      bottomLine: say(30),
      tags: [say(1)],
      cards: Array.from({ length: 9 }, () => newCard('fact', { heading: say(6), body: say(80) })),
      actors: Array.from({ length: 4 }, () => newActor(say(2), 'state')),
      issues: Array.from({ length: 3 }, () => newIssue(`${say(6)}?`)),
      sources: [sourceOf(hash, say(8))]
    };
    const file = `b/${briefing.id}.json`;
    writeFileSync(join(folder, file), JSON.stringify({ schema: currentSchema, data: briefing }));
    writeFileSync(join(folder, 'texts', hash), text);
    return { briefing, file, text };
  });
}

function sourceOf(text: Source['text'], title: string): Source {
  return newSource({ title, text, importedAt: '2025-01-01T00:00:00Z' });
}
