/**
 * What reported words speak of: their noun phrases that name a matter, each as a whole and in those parts that
 * name one by themselves. Nobody, no time and no manner is among them.
 */
import type { FindActor } from '../actors/find-actors.js';
import type { FoundAttribution } from '../attributions/find-attributions.js';
import { isTemporal } from '../reading/noun-phrases.js';
import type { Reading, Sentence } from '../reading/reading.js';
import { type Token, wordSet } from '../reading/tagger.js';
import type { Range } from '../../domain/text/range.js';
import type { FoundPosition } from './find-positions.js';
import { clauseAt, isGerund, type IsActor, matterAt, wordingOf } from './issue-wording.js';

export interface FoundTopic extends Range {
  /** Without articles and quotation marks. */
  readonly wording: string;
}

/** UTF-16 units: what is longer is a sentence, and only its parts are named. */
const longest = 72;
/** With the preposition before it it tells how, and what follows is spoken of: “in response to the strike”. */
const manners = wordSet(`
  accordance addition answer behalf case charge comparison contrast course detail effect end exchange fact favor favour
  form front full general hand honor honour keeping light line name need order part particular place practice
  principle private public pursuit reaction reality regard relation response result return search sense spite
  support terms theory total touch turn view wake ways
`);

/** In the order of the text; a part of a phrase follows the whole. */
export function findTopics(
  reading: Reading,
  attributions: readonly FoundAttribution[],
  positions: readonly FoundPosition[],
  findActor: FindActor
): FoundTopic[] {
  const said = merged([
    ...attributions.flatMap(({ content }) => content),
    ...positions.map(({ evidence }) => evidence)
  ]);
  const isActor = (start: number, end: number) => findActor({ start, end }) !== null;
  let at = 0;
  return reading.sentences.flatMap((sentence) => {
    while ((said[at]?.end ?? Infinity) <= sentence.start) at += 1;
    const found: FoundTopic[] = [];
    for (let i = at; (said[i]?.start ?? Infinity) < sentence.end; i += 1) {
      const range = said[i];
      if (range) found.push(...topicsIn(reading, sentence, range, isActor));
    }
    return found;
  });
}

function* topicsIn(
  reading: Reading,
  { tokens }: Sentence,
  { start, end }: Range,
  isActor: IsActor
): Generator<FoundTopic> {
  const first = tokens.findIndex((token) => token.start >= start);
  const last = tokens.findLastIndex((token) => token.end <= end);
  if (first < 0) return;
  const sought = { reading, tokens, max: last, isActor };
  for (let i = first; i <= last; i += 1) {
    if (isDeed(tokens, i)) {
      const deed = clauseAt(sought, i);
      // A verb without anything that it is done to is none.
      if (deed && /\s/.test(deed.wording)) yield* topicAt(reading, deed);
      continue;
    }
    if (!isOpener(tokens, i)) continue;
    const phrase = matterAt(sought, i);
    if (!phrase) continue;
    const { head, noun } = phrase;
    const core = { start: tokens[coreOf(tokens, i, head)]?.start ?? noun.start, end: noun.end };
    if (!isManner(tokens, i, head)) {
      if (!isCutShort(tokens, phrase.last)) {
        yield* topicAt(reading, { start: core.start, end: tokens[phrase.last]?.end ?? noun.end });
      }
      if (phrase.last > head || isCutShort(tokens, phrase.last)) yield* topicAt(reading, core);
      // “guarantees | resembling those of NATO”
      const doing = tokens.findIndex(
        ({ pos, lower }, at) => at > i && at < head && pos === 'VERB' && lower.endsWith('ing')
      );
      const doer = tokens[doing - 1];
      if (doer?.pos === 'NOUN') yield* topicAt(reading, { start: core.start, end: doer.end });
    }
    // What hangs on its head may name a matter as well.
    i = head;
  }
}

/** Where a noun phrase begins. */
function isOpener(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  const before = tokens[i - 1];
  if (!token || isTemporal(token)) return false;
  if (/^(?:his|her|its|their|our|my|your)$/.test(token.lower)) return true;
  if (token.pos === 'DET') return before?.pos !== 'DET';
  if (!/^(?:ADJ|NOUN|PROPN)$/.test(token.pos)) return false;
  // Within a phrase: that began before.
  return !before || !/^(?:DET|ADJ|NOUN|PROPN)$/.test(before.pos) || isTemporal(before);
}

/** “by closing the school” */
function isDeed(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  return token !== undefined && tokens[i - 1]?.pos === 'ADP' && isGerund(token, tokens[i + 1]);
}

function isManner(tokens: readonly Token[], first: number, head: number): boolean {
  if (!manners.has(tokens[head]?.lower ?? '')) return false;
  return tokens[first - 1]?.pos === 'ADP' && head - first < 2;
}

/** Whether what hangs on the head goes on: “the war between Russia | and Ukraine”, “for the sham | it is”. */
function isCutShort(tokens: readonly Token[], last: number): boolean {
  const [next, after] = [tokens[last + 1], tokens[last + 2]];
  if (!next || !after) return false;
  if (next.pos === 'PRON') return true;
  return tokens[last]?.pos === 'PROPN' && next.pos === 'CCONJ' && after.pos === 'PROPN';
}

/** The first token of a phrase that tells something of its head; of several adjectives the last. */
function coreOf(tokens: readonly Token[], first: number, head: number): number {
  let core = first;
  for (let i = first; i < head; i += 1) if (tokens[i]?.text === ',') core = i + 1;
  while (core < head && !/^(?:ADJ|NOUN|PROPN|VERB)$/.test(tokens[core]?.pos ?? '')) core += 1;
  return core;
}

/** Worded as it stands there: what “the plan” was called before is none of these words. */
function* topicAt({ text }: Reading, { start, end }: Range): Generator<FoundTopic> {
  // A compound is read as several words: “decision-making”.
  const range = {
    start:
      start -
      (/[\p{L}\d]+[-‐]$/u.exec(text.slice(Math.max(0, start - longest), start))?.[0].length ?? 0),
    end: end + (/^[-‐]\p{L}+/u.exec(text.slice(end, end + longest))?.[0].length ?? 0)
  };
  const wording = wordingOf(text.slice(range.start, range.end));
  if (wording !== '' && wording.length <= longest) yield { ...range, wording };
}

function merged(ranges: readonly Range[]): Range[] {
  const all: { start: number; end: number }[] = [];
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else all.push({ start, end });
  }
  return all;
}
