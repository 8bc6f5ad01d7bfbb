/** Attributions by a verb in the passive. */
import {
  isNominal,
  type Phrase,
  phraseEndingAt,
  phraseStartingAt
} from '../reading/noun-phrases.js';
import { type Token, wordSet } from '../reading/tagger.js';
import type { VerbGroup } from '../reading/verb-groups.js';
import type { Range } from '../../domain/text/range.js';
import type { Strength } from './cues.js';
import { endBefore, type FoundReport, type Scene, toRange } from './finding.js';
import { canSpeak } from './speakers.js';

/** "is said to", "are believed to": nobody is named. */
export const hearsay = wordSet('say report believe think allege rumour rumor understand know');

/** "was criticised by the union", "was told that", "is expected to" */
export function passiveFinding(
  scene: Scene,
  group: VerbGroup,
  strength: Strength
): FoundReport | null {
  const { tokens } = scene;
  const before = tokens[group.first - 1];
  const base = {
    cue: toRange(tokens, group.first, group.main),
    lemma: group.lemma,
    negated: group.negated,
    modal: group.modal,
    sentence: scene.sentence.index,
    paragraph: scene.sentence.paragraph,
    rule: `cue: ${tokens[group.main]?.lower ?? ''}, passive`
  };
  const subject = before && isNominal(before) ? phraseEndingAt(tokens, group.first - 1) : null;
  const end = endBefore(tokens, tokens.length - 1);
  const next = tokens[group.main + 1];
  const by = findBy(tokens, group.main + 1);
  const told =
    by && /^(?:tell|inform|remind|warn|assure|advise|notify)$/.test(group.lemma)
      ? tokens.findIndex((token, i) => i > by[1] && i < by[1] + 8 && token.lower === 'that')
      : -1;
  if (by && told > 0) {
    const content = [{ start: tokens[told]?.start ?? end, end }];
    return {
      ...base,
      source: toRange(tokens, by[0], by[1]),
      content,
      link: 'that',
      confidence: 0.7
    };
  }
  const that = by ? by[1] + 1 : -1;
  // "It was denied by the mayor that the town had paid"
  if (by && before?.lower === 'it' && tokens[that]?.lower === 'that') {
    return {
      ...base,
      source: toRange(tokens, by[0], by[1]),
      content: [{ start: tokens[that]?.start ?? end, end }],
      link: 'that',
      confidence: 0.7
    };
  }
  if (by && subject && strength !== 'clause') {
    const content: Range[] = [toRange(tokens, subject[0], subject[1])];
    const rest = tokens[group.main + 1];
    if (rest && by[0] - 1 > group.main + 1)
      content.push(toRange(tokens, group.main + 1, by[0] - 2));
    // "was described by aides as tense", "was urged by allies to quit"
    const behind = tokens[by[1] + 1];
    if (behind && completes[group.lemma]?.test(behind.lower) && tokens[by[1] + 2])
      content.push({ start: behind.start, end: stopOf(tokens, by[1] + 1) });
    return {
      ...base,
      source: toRange(tokens, by[0], by[1]),
      content,
      link: 'phrase',
      confidence: strength === 'always' ? 0.66 : 0.55
    };
  }
  if (!subject || !next) return null;
  const unnamed = { ...base, source: null, content: [{ start: next.start, end }] };
  if (next.lower === 'that' && /^(?:tell|inform|remind|warn|assure|advise)$/.test(group.lemma)) {
    return { ...unnamed, link: 'that', confidence: 0.62 };
  }
  if (
    next.lower === 'to' &&
    (hearsay.has(group.lemma) ||
      /^(?:expect|estimate|consider|predict|project|forecast)$/.test(group.lemma))
  ) {
    const content = [toRange(tokens, subject[0], subject[1]), { start: next.start, end }];
    return {
      ...unnamed,
      content,
      link: 'infinitive',
      confidence: group.lemma === 'expect' ? 0.5 : 0.6
    };
  }
  if (/^(?:quote)$/.test(group.lemma) && next.lower === 'as') {
    const quote = tokens.findIndex(
      (token, i) => i > group.main && (token.text === '“' || token.lower === 'that')
    );
    const from = tokens[quote < 0 ? group.main + 3 : quote];
    if (from && from.start < end)
      return {
        ...base,
        source: toRange(tokens, subject[0], subject[1]),
        content: [{ start: from.start, end }],
        link: 'quote',
        confidence: 0.9
      };
  }
  // "was asked whether he would resign": the question alone.
  if (group.lemma === 'ask' && /^(?:whether|if|why|how|what|when|where|who)$/.test(next.lower))
    return { ...unnamed, link: 'question', confidence: 0.58 };
  // "was accused of fraud", "is described as a monument": nobody is named.
  const named = completes[group.lemma];
  if (!group.modal && named?.test(next.lower) && tokens[group.main + 2]) {
    const content = [
      toRange(tokens, subject[0], subject[1]),
      { start: next.start, end: stopOf(tokens, group.main) }
    ];
    return { ...unnamed, content, link: 'phrase', confidence: 0.52 };
  }
  // "is considered a moderate", "was called a liar"
  const isNaming = /^(?:consider|call|deem|label|dub|brand|judge)$/.test(group.lemma);
  if (!group.modal && isNaming && /^(?:DET|ADJ|ADV)$/.test(next.pos)) {
    const content = [
      toRange(tokens, subject[0], subject[1]),
      { start: next.start, end: stopOf(tokens, group.main + 1) }
    ];
    return { ...unnamed, content, link: 'phrase', confidence: 0.52 };
  }
  if (before?.lower === 'it' && next.lower === 'that') {
    return { ...unnamed, link: 'that', confidence: 0.55 };
  }
  return null;
}

/** "The plan, backed by the union, failed"; `null` where no agent stands right behind the verb. */
export function reducedPassive(
  scene: Scene,
  group: VerbGroup,
  strength: Strength
): FoundReport | null {
  const { tokens } = scene;
  const by = findBy(tokens, group.main + 1);
  let last = group.first - 1;
  if (tokens[last]?.pos === 'ADV') last--;
  if (tokens[last]?.text === ',') last--;
  const thing = tokens[last];
  if (!by || by[0] !== group.main + 2 || !thing || !/^(?:NOUN|PROPN)$/.test(thing.pos)) return null;
  if (strength === 'clause') return null;
  const content: Range[] = [toRange(tokens, phraseEndingAt(tokens, last)[0], last)];
  const behind = tokens[by[1] + 1];
  if (behind && completes[group.lemma]?.test(behind.lower) && tokens[by[1] + 2])
    content.push({ start: behind.start, end: stopOf(tokens, by[1] + 1) });
  return {
    cue: toRange(tokens, group.main, group.main),
    source: toRange(tokens, by[0], by[1]),
    content,
    rule: `cue: ${tokens[group.main]?.lower ?? ''} by`,
    lemma: group.lemma,
    link: 'phrase',
    negated: false,
    modal: false,
    confidence: strength === 'always' ? 0.56 : 0.52,
    sentence: scene.sentence.index,
    paragraph: scene.sentence.paragraph
  };
}

/** A participle with its agent right behind it: "guarantees offered by Russia". */
export function isReducedPassive({ tokens }: Scene, { main, form, auxiliary }: VerbGroup): boolean {
  if (form !== 'finite' || auxiliary || tokens[main + 1]?.lower !== 'by') return false;
  return !/ing$/.test(tokens[main + 2]?.lower ?? '');
}

/** What goes on with what is said, behind the verb or behind its agent. */
const completes: Readonly<Record<string, RegExp>> = {
  accuse: /^of$/,
  criticise: /^(?:for|as|over)$/,
  criticize: /^(?:for|as|over)$/,
  blame: /^(?:for|on)$/,
  praise: /^(?:for|as)$/,
  credit: /^with$/,
  describe: /^as$/,
  regard: /^as$/,
  view: /^(?:as|with)$/,
  see: /^as$/,
  hail: /^as$/,
  denounce: /^(?:as|for)$/,
  condemn: /^(?:as|for)$/,
  dismiss: /^as$/,
  portray: /^as$/,
  depict: /^as$/,
  characterise: /^as$/,
  characterize: /^as$/,
  deride: /^as$/,
  decry: /^as$/,
  mock: /^(?:as|for)$/,
  ridicule: /^(?:as|for)$/,
  tout: /^as$/,
  lambaste: /^(?:as|for)$/,
  attack: /^(?:as|for|over)$/,
  cite: /^as$/,
  brand: /^as$/,
  urge: /^to$/,
  advise: /^to$/,
  warn: /^(?:to|about|against|of)$/,
  ask: /^(?:to|about|whether|if|why|how|what)$/,
  estimate: /^(?:at|to)$/,
  compare: /^(?:to|with)$/,
  liken: /^to$/,
  question: /^(?:about|over)$/
};

/** Where the next comma or the sentence ends it. */
function stopOf(tokens: readonly Token[], from: number): number {
  const comma = tokens.findIndex(({ text }, k) => k > from && /^[,;:—–]$/.test(text));
  return endBefore(tokens, (comma < 0 ? tokens.length : comma) - 1);
}

/** The agent behind "by", within a few words of the verb. */
function findBy(tokens: readonly Token[], from: number): Phrase | null {
  for (let i = from; i < Math.min(tokens.length, from + 7); i++) {
    const token = tokens[i];
    if (!token || /^[,.;]$/.test(token.text)) return null;
    if (token.lower !== 'by') continue;
    const phrase = phraseStartingAt(tokens, i + 1, tokens.length - 1);
    const head = phrase && tokens[phrase[1]];
    // "is expected to grow by 3 percent"
    if (!phrase || !head || !canSpeak(head) || tokens[phrase[0]]?.pos === 'NUM') return null;
    return phrase;
  }
  return null;
}
