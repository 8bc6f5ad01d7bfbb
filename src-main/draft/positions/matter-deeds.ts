/** What "the ruling" or "the ban" is called by the deed that was told before: "Supreme Court ruling", "banning fireworks". */
import { isTemporal, phraseEndingAt } from '../reading/noun-phrases.js';
import type { Reading } from '../reading/reading.js';
import { wordSet } from '../reading/tagger.js';
import { gerundOf } from './deed-wording.js';
import { clauseAt, wordingOf } from './issue-wording.js';

/** Words of a name that is read at a glance. */
export const mostWords = 8;
/** Called by what was done: "the ruling" of a court that ruled. */
const doings: Readonly<Record<string, ReadonlySet<string>>> = {
  ruling: wordSet('rule strike uphold overturn'),
  decision: wordSet('decide rule vote'),
  verdict: wordSet('convict acquit rule'),
  judgment: wordSet('rule'),
  judgement: wordSet('rule'),
  vote: wordSet('vote'),
  lawsuit: wordSet('sue'),
  suit: wordSet('sue'),
  strike: wordSet('strike')
};
/** Whose deed may be called after them. */
const bodies =
  /^(?:courts?|committee|council|parliament|senate|board|jury|government|commission|cabinet|bank|judges?|congress|assembly|panel|tribunal|regulators?|ministers)$/;
/** Verbs whose deed the noun names: "the ban", where somebody would ban something. */
const deedsOf: Readonly<Record<string, string>> = {
  ban: 'ban',
  cut: 'cut',
  closure: 'close',
  sale: 'sell',
  merger: 'merge',
  expansion: 'expand',
  increase: 'increase',
  reduction: 'reduce',
  withdrawal: 'withdraw',
  construction: 'build',
  extension: 'extend',
  removal: 'remove',
  release: 'release',
  appointment: 'appoint',
  sanction: 'sanction',
  limit: 'limit',
  privatisation: 'privatise',
  privatization: 'privatize'
};

export function wordCount(wording: string): number {
  return wording.split(/\s+/).length;
}

/** "Supreme Court ruling", of the court that ruled before. */
export function byDoing({ sentences, text }: Reading, head: string, before: number): string | null {
  const verbs = Object.hasOwn(doings, head) ? doings[head] : undefined;
  if (!verbs) return null;
  for (const { tokens, start } of sentences) {
    if (start > before) break;
    for (let i = 1; i < tokens.length; i++) {
      const verb = tokens[i];
      if (!verb || verb.quoted || verb.pos !== 'VERB' || !verbs.has(verb.lemma)) continue;
      const subject = tokens[i - 1];
      if (
        !subject ||
        isTemporal(subject) ||
        !(subject.pos === 'PROPN' || bodies.test(subject.lower))
      )
        continue;
      const [first, last] = phraseEndingAt(tokens, i - 1);
      const named = wordingOf(text.slice(tokens[first]?.start, tokens[last]?.end));
      if (named && wordCount(named) <= 4) return `${named} ${head}`;
    }
  }
  return null;
}

/** "Banning fireworks", of "the ban". */
export function byDeed(reading: Reading, head: string, before: number): string | null {
  const lemma = Object.hasOwn(deedsOf, head) ? deedsOf[head] : undefined;
  if (!lemma) return null;
  for (const { tokens, start } of reading.sentences) {
    if (start > before) break;
    for (let i = 0; i < tokens.length; i++) {
      const verb = tokens[i];
      if (!verb || verb.quoted || verb.pos !== 'VERB' || verb.lemma !== lemma) continue;
      const deed = clauseAt({ reading, tokens, max: Math.min(tokens.length - 1, i + 8) }, i);
      if (!deed?.inner || deed.inner.vague || deed.inner.start < verb.end) continue;
      const wording = `${gerundOf(lemma)} ${reading.text.slice(verb.end, deed.end).trim()}`;
      if (wordCount(wording) <= mostWords) return wordingOf(wording);
    }
  }
  return null;
}
