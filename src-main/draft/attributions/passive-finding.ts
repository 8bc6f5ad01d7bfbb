/** Attributions by a verb in the passive. */
import {
  isNominal,
  type Phrase,
  phraseEndingAt,
  phraseStartingAt
} from '../reading/noun-phrases.js';
import { type Token, wordSet } from '../reading/tagger.js';
import type { VerbGroup } from '../reading/verb-groups.js';
import { endBefore, type FoundReport, type Scene, toRange } from './finding.js';
import { canSpeak } from './speakers.js';

/** "is said to", "are believed to": nobody is named. */
export const hearsay = wordSet('say report believe think allege rumour rumor understand know');

/** "was criticised by the union", "was told that", "is expected to" */
export function passiveFinding(scene: Scene, group: VerbGroup): FoundReport | null {
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
  if (!subject || !next) return null;
  const unnamed = { ...base, source: null, content: [{ start: next.start, end }] };
  if (next.lower === 'that' && /^(?:tell|inform|remind|warn|assure|advise)$/.test(group.lemma)) {
    return { ...unnamed, link: 'that', confidence: 0.62 };
  }
  // "was asked whether he would resign": the question alone.
  if (group.lemma === 'ask' && /^(?:whether|if|why|how|what|when|where|who)$/.test(next.lower))
    return { ...unnamed, link: 'question', confidence: 0.58 };
  if (before?.lower === 'it' && next.lower === 'that') {
    return { ...unnamed, link: 'that', confidence: 0.55 };
  }
  return null;
}

/** A participle with its agent right behind it: "guarantees offered by Russia". */
export function isReducedPassive({ tokens }: Scene, { main, form, auxiliary }: VerbGroup): boolean {
  if (form !== 'finite' || auxiliary || tokens[main + 1]?.lower !== 'by') return false;
  return !/ing$/.test(tokens[main + 2]?.lower ?? '');
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
