/** Whether words that were found as said tell anything, or are only a piece of the sentence: “him”, “the plan”. */
import { isDenial } from '../../domain/suggestions/denials.js';
import { correctionAround } from '../../domain/text/denied-numbers.js';
import type { Reading } from '../reading/reading.js';
import type { FoundAttribution } from './find-attributions.js';

/** Words of content: with a verb among them, and without. */
const fewest = { withVerb: 2, withoutVerb: 4 };

/** With a mere object they tell what somebody does: “responded to the report”, “continues to write books”. */
const deeds = /^(?:answer|continue|discuss|react|reply|respond)$/;
/** Whom the speaker addresses, who says nothing: “you know that”, “my Lords will recall that”. */
const addressed =
  /^(?:you|(?:my|your) (?:lords?|lad(?:y|ies)|lordships?|ladyships?|honou?rs?|excellenc(?:y|ies)|majest(?:y|ies)|worships?))$/i;

/** With a clause behind “that” they still want something, and tell nothing. */
const wants = /^(?:ask|demand|propose|recommend|request|urge)$/;

/** Says how unsure the speaker is. */
const isUnsure = /^(?:assume|doubt|expect|fear|guess|hope|imagine|suppose|suspect|wonder)$/;

/** “asked when it would end”; not “cheered when she sat down”. */
const askedWhen =
  /^(?:ask|say|tell|explain|wonder|reveal|recall|remember|describe|question|clarify|specify|disclose|announce|know|decide)$/;
/** “has not said whether she will”: the writer tells it. */
const silent =
  /(?:\bnot|\bnever|n['’]t) (?:yet )?(?:sa(?:y|id)|t(?:e|o)l[dl]|comment|answer|respon|confirm|reveal|disclos)/iu;

/** Whether the words do not stand without their verb: “urged the court to wait”, “called it “a farce””, “said there are 47”. */
export function isGoverned(text: string, { cue, content, lemma, link }: FoundAttribution): boolean {
  const first = content[0];
  if (!cue || !first || first.start < cue.end) return false;
  if (link === 'quote')
    return /\s(?:about|against|for|of|on|to|with)$/i.test(text.slice(cue.start, cue.end));
  if (isUnsure.test(lemma) && /^(?:that|clause)$/.test(link)) return true;
  if (link === 'that') return wants.test(lemma);
  if (link === 'clause')
    return /^there \p{L}+ [^\p{L}]+$/u.test(text.slice(first.start, first.end));
  return /^(?:infinitive|phrase|question)$/.test(link);
}

/** Words in quotation marks always do: the speaker chose them. */
export function tellsSomething({ clean, sentences }: Reading, found: FoundAttribution): boolean {
  const { start = 0, end = 0, tokens = [] } = sentences[found.sentence] ?? {};
  // What the article itself corrects is no statement of anybody.
  if (correctionAround(clean, { start, end: start })?.wrong.start === start) return false;
  const isElsewhere = found.content.some((range) => range.start < start || range.end > end);
  if (found.kind !== 'indirect' || isElsewhere) return true;
  const { cue, lemma, link, source } = found;
  if (link === 'question' && cue && silent.test(clean.slice(cue.start, cue.end))) return false;
  const first = found.content[0];
  const isWhen = /^(?:when|while)\b/i.test(clean.slice(first?.start, first?.end));
  if (link === 'question' && isWhen && !askedWhen.test(lemma)) return false;
  if (source && addressed.test(clean.slice(source.start, source.end))) return false;
  if (deeds.test(lemma) && /^(?:phrase|infinitive)$/.test(link)) return false;
  // “voted against the motion”: a denial stays with what it denies.
  const told =
    cue && isDenial(clean.slice(cue.start, cue.end)) ? [cue, ...found.content] : found.content;
  const words = tokens.filter((token) =>
    told.some((range) => range.start <= token.start && token.end <= range.end)
  );
  const telling = words.filter(({ pos }) =>
    /^(?:NOUN|PROPN|VERB|AUX|ADJ|ADV|NUM)$/.test(pos)
  ).length;
  const hasVerb = link === 'that' || words.some(({ pos }) => /^(?:VERB|AUX)$/.test(pos));
  return telling >= (hasVerb ? fewest.withVerb : fewest.withoutVerb);
}
