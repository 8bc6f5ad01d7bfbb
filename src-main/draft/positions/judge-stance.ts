/** What somebody is reported to say → for, against, on conditions, or neither; and by which words. */
import type { Draft } from '../../domain/suggestions/draft.js';
import {
  against,
  blame,
  conditions,
  describingCues,
  flexible,
  inFavour,
  negation,
  opposeCues,
  praise,
  supportCues
} from './stance-words.js';

export type Stance = Draft['positions'][number]['stance'];

export interface Judgement {
  readonly stance: Stance;
  /** In plain words, for the person who confirms it. */
  readonly why: readonly string[];
}

/** `said` has plain typography; `negated` is of the cue: "did not support". */
export function judgeStance(lemma: string, negated: boolean, said: string): Judgement {
  const why: string[] = [];
  let stance = fromCue(lemma, negated, said, why);
  stance ??= fromWords(said, why);
  const condition = conditions.exec(said)?.[0];
  if (
    condition &&
    stance !== 'opposes' &&
    /\b(?:would|could|might|may|will|if|unless|provided|only|once|condition|offer\p{L}*|propos\p{L}*|show)\b/iu.test(
      said
    )
  ) {
    if (stance !== 'supports' || !/^(?:once|without|as part of)$/i.test(condition)) {
      why.push(`condition: ${condition.toLowerCase()}`);
      return { stance: 'conditional', why };
    }
  }
  return { stance: stance ?? 'unclear', why };
}

function fromCue(lemma: string, negated: boolean, said: string, why: string[]): Stance | null {
  const is = (stance: Stance): Stance => {
    why.push(`cue: ${negated ? 'not ' : ''}${lemma}`);
    if (!negated) return stance;
    return stance === 'supports' ? 'opposes' : 'supports';
  };
  if (describingCues.has(lemma)) {
    const word = praise.exec(said)?.[0] ?? null;
    const harsh = blame.exec(said)?.[0] ?? null;
    if (harsh) why.push(`word: ${harsh.toLowerCase()}`);
    else if (word) why.push(`word: ${word.toLowerCase()}`);
    return harsh ? 'opposes' : word ? 'supports' : null;
  }
  if (opposeCues.has(lemma)) return is('opposes');
  if (!supportCues.has(lemma)) return null;
  const no =
    /^(?:that )?(?:there (?:will|must|should) be )?(?:no|not|never|against)\b|\b(?:must|should|will|would|can) (?:not|never)\b|n't\b/i.exec(
      said
    )?.[0];
  if (no && !/^(?:welcome|praise|hail|thank|congratulate)$/.test(lemma)) {
    why.push(`cue: ${lemma}`, `negation: ${no.toLowerCase()}`);
    return 'opposes';
  }
  return is('supports');
}

function fromWords(said: string, why: string[]): Stance | null {
  const opposing = against.exec(said)?.[0];
  if (opposing) {
    why.push(`word: ${opposing.toLowerCase()}`);
    return 'opposes';
  }
  if (
    said.length < 120 &&
    negation.test(said) &&
    !/\b(?:not only|no doubt|not yet)\b/i.test(said)
  ) {
    const word = negation.exec(said)?.[0] ?? '';
    if (
      /\b(?:will|would|must|should|can|do|does|going|concessions?|deal|way|never|no)\b/i.test(said)
    ) {
      why.push(`negation: ${word.toLowerCase()}`);
      return 'opposes';
    }
  }
  const open = flexible.exec(said)?.[0];
  if (open) {
    why.push(`word: ${open.toLowerCase()}`);
    return 'conditional';
  }
  const should = inFavour.exec(said)?.[0];
  if (should) {
    why.push(`word: ${should.toLowerCase()}`);
    return 'supports';
  }
  const harsh = blame.exec(said)?.[0];
  const good = harsh ? null : praise.exec(said)?.[0];
  if (harsh) why.push(`word: ${harsh.toLowerCase()}`);
  if (good) why.push(`word: ${good.toLowerCase()}`);
  return harsh ? 'opposes' : good ? 'supports' : null;
}
