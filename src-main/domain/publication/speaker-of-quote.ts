/**
 * Whose words a quotation are, as its passage says. A quotation in a wrong mouth is worse than one without a
 * name, so that whatever is not certain is nobody.
 */
import type { Actor, Position } from '../briefing/entries.js';
import { findMentions } from '../ledger/mentions.js';
import { sameName } from '../text/fold-name.js';
import type { Range } from '../text/range.js';
import { rangeOfSentence } from '../text/sentences.js';

/** Direct speech with its quotation marks. */
export const directSpeech = /“[^“”]+”|„[^„“”]+[“”]|«[^«»]+»|"[^"]+"/gu;

/** Words for saying, in the languages of the fixed words: behind them stands who says it, or before. */
const say =
  'said|says|wrote|writes|added|adds|declared|declares|posted|replied|warned|warns|insisted|insists|' +
  'sagte|sagt|schrieb|schreibt|erklärte|erklärt|betonte|betont|dit|déclare|déclaré|écrit|affirme|affirmé|' +
  'сказала?|заявила?|написала?|добавила?|говорит|сказа(?:в|ла)|заяви(?:в|ла)|написа(?:в|ла)|' +
  'و?قالت?|و?كتبت?|و?صرحت?|و?أعلنت?';
/** Behind these stands whom or what it is said of. */
const call = 'told|tells|called|calls|nannte|nennt|appelle|appelé|назвала?|назва(?:в|ла)';
const cues = new RegExp(`(?<!\\p{L})(?:(?<say>${say})|${call})(?!\\p{L})`, 'gu');
/** Between a name and the word behind it: an apposition, helping verbs, and adverbs. */
const beforeCue =
  /^(?:,[^,]{1,80},)?(?:\s+(?:has|have|had|also|later|then|again|hat|haben|a|ont|avait|\p{Ll}+ly))*\s+$/u;
/** Before a name that somebody else speaks for, as in “a spokesman for the Health Minister Ann Lee said”. */
const behalf =
  /(?<!\p{L})(?:for|of|from|at|in|with|by|to|für|von|der|de|du|des|pour|à)(?:\s+(?:the|\p{Lu}\S*))*\s+$/u;
/** Between the word and a name behind it, as in “said the US envoy”. */
const offices = /^(?:\s+(?:the|der|die|le|la|\p{Lu}[\p{L}.]*|\p{Ll}{4,})){0,4}\s+$/u;
/** Stands for every unit of a quotation: what is named in it does not say it. */
const quotation = '\0';
/** UTF-16 units between a quotation and what tells who says it. */
const furthest = 60;

/**
 * The actor whom its sentence names beside a word for saying; where the sentence names nobody at all, the person
 * who speaks in the entry that rests on it. `null`: neither, or two.
 */
export function speakerOf(
  passage: string,
  speech: Range,
  { attribution: [speaking = ''] }: Pick<Position, 'attribution'>,
  actors: readonly Actor[]
): Actor | null {
  const within = rangeOfSentence(passage, speech);
  const sentence = passage
    .slice(within.start, within.end)
    .replace(directSpeech, (words) => quotation.repeat(words.length));
  const [start, end] = [speech.start - within.start, speech.end - within.start];
  const mentions = actors.flatMap((actor) =>
    findMentions(sentence, namesOf(actor), actor.type).map((range) => ({ ...range, actor }))
  );
  const speakers = [...sentence.matchAll(cues)].flatMap((cue) => {
    const cueEnd = cue.index + cue[0].length;
    const before = mentions.filter(
      (each) =>
        each.end <= cue.index &&
        beforeCue.test(sentence.slice(each.end, cue.index)) &&
        !behalf.test(sentence.slice(0, each.start))
    );
    // “…”, said the envoy Ann Lee
    const isTurned = sentence.slice(0, cue.index).trimEnd().endsWith(quotation);
    const after = mentions.filter((each) => {
      if (!cue.groups?.['say'] || each.start < cueEnd) return false;
      const between = sentence.slice(cueEnd, each.start);
      return isTurned ? offices.test(between) : between.trim() === '';
    });
    const named = before.length > 0 ? before : after;
    const from = Math.min(cue.index, ...named.map((each) => each.start));
    const to = Math.max(cueEnd, ...named.map((each) => each.end));
    const away = start >= to ? start - to : from - end;
    return away <= furthest ? named.map(({ actor }) => actor) : [];
  });
  const [speaker, ...others] = new Set(speakers);
  if (speaker) return others.length > 0 ? null : speaker;
  const inEntry = actors.find(
    (actor) => actor.type === 'person' && namesOf(actor).some((name) => sameName(name, speaking))
  );
  return mentions.length === 0 ? (inEntry ?? null) : null;
}

/** A person is also called by the last word of the name alone. */
function namesOf({ name, aliases, type }: Actor): readonly string[] {
  const last = type === 'person' ? name.trim().split(/\s+/u).slice(-1) : [];
  return [name, ...aliases, ...last];
}
