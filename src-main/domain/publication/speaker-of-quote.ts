/**
 * Whose words a quotation are: as the text around it says, else as the position on it does. A quotation in a wrong
 * mouth is worse than none, so that whatever is not certain is nobody.
 * Over 300 lines because the words by which a text names its speaker are one grammar.
 */
import type { Briefing } from '../briefing/briefing.js';
import type { Actor, Position } from '../briefing/entries.js';
import { textOfSource } from '../briefing/source.js';
import { Id } from '../base/values.js';
import { z } from '../base/zod.js';
import { findMentions } from '../ledger/mentions.js';
import { renderedSource } from '../markdown/render-markdown.js';
import { sameName } from '../text/fold-name.js';
import { directSpeech } from '../text/direct-speech.js';
import type { Range } from '../text/range.js';
import { sentencesIn } from '../text/sentences.js';

/** Of one quotation in the words of an annotation. */
export const QuoteSpeaker = z
  .strictObject({
    quote: Id,
    /** Where the quotation begins in the annotation's words. */
    start: z.int().nonnegative(),
    actor: Id
  })
  .readonly();
export type QuoteSpeaker = z.infer<typeof QuoteSpeaker>;

/** Of all quotations in evidence for positions; none of one whose speaker is not certain. */
export function speakersOfQuotes(
  briefing: Pick<Briefing, 'annotations' | 'sources' | 'positions' | 'actors'>,
  texts: Readonly<Record<string, string>>
): readonly QuoteSpeaker[] {
  const { annotations, actors, positions } = briefing;
  const resting = new Map<Id, Position[]>();
  for (const position of positions)
    for (const id of new Set(position.evidence))
      resting.set(id, [...(resting.get(id) ?? []), position]);
  const sources = new Map(briefing.sources.map((source) => [source.id, source]));
  const rendered = new Map<Id, string | null>();
  // Rendering takes the most time, and most sources hold no quotation that a position rests on.
  const render = (id: Id): string | null => {
    const source = sources.get(id);
    const text = source ? textOfSource(source, texts) : null;
    return source && text !== null ? renderedSource(source, text) : null;
  };
  return annotations.flatMap(({ id, target }) => {
    const claims = resting.get(id) ?? [];
    const speeches = [...target.selectors.quote.exact.matchAll(directSpeech)];
    if (claims.length === 0 || speeches.length === 0) return [];
    const enteredIn = ({ attribution, actor, status }: Position) =>
      personSpeaking(attribution, actors) ??
      (status === 'stated' ? actors.find((each) => each.id === actor) : null) ??
      null;
    const told = new Set(claims.map(enteredIn));
    const [entered = null] = told.size === 1 ? told : [];
    const { quote, position } = target.selectors;
    if (!rendered.has(target.id)) rendered.set(target.id, render(target.id));
    const whole = rendered.get(target.id);
    const isThere = position && whole?.slice(position.start, position.end) === quote.exact;
    const [text, at] = isThere && whole ? [whole, position.start] : [quote.exact, 0];
    return speeches.flatMap(({ index: start, 0: { length } }) => {
      const speech = { start: at + start, end: at + start + length };
      const speaker = speakerOfQuote(text, speech, actors, entered);
      return speaker ? [{ quote: id, start, actor: speaker.id }] : [];
    });
  });
}

function personSpeaking(
  [speaking = '']: readonly string[],
  actors: readonly Actor[]
): Actor | null {
  const isNamed = (actor: Actor) => namesOf(actor).some((name) => sameName(name, speaking));
  return actors.find((actor) => actor.type === 'person' && isNamed(actor)) ?? null;
}

/** Words for saying, in the languages of the fixed words: behind them stands who says it, or before. */
const say =
  'said|says|wrote|writes|added|adds|noted|notes|tweeted|tweets|posted|stated|states|declared|declares|' +
  'replied|warned|warns|insisted|insists|explained|explains|argued|argues|asked|asks|continued|' +
  'sagte|sagt|schrieb|schreibt|erklärte|erklärt|betonte|betont|dit|déclare|déclaré|écrit|affirme|affirmé|' +
  'сказала?|заявила?|написала?|добавила?|говорит|сказа(?:в|ла)|заяви(?:в|ла)|написа(?:в|ла)|' +
  'و?قالت?|و?كتبت?|و?صرحت?|و?أعلنت?';
/** Behind these stands whom or what it is said of. */
const call = 'told|tells|called|calls|nannte|nennt|appelle|appelé|назвала?|назва(?:в|ла)';
/** Behind these stands who says it, and never before. */
const by = '[Aa]ccording to|[Ll]aut|[Ss]elon';
const cues = new RegExp(`(?<![\\p{L}-])(?:(?<say>${say})|${call}|(?<by>${by}))(?!\\p{L})`, 'gu');
const pronoun = /^(?:he|she|er|sie|il|elle|он|она|він|вона)$/iu;
/** Between a name and the word behind it: an apposition, helping verbs, and adverbs. */
const beforeCue =
  /^(?:\s\([^()]{1,40}\))?(?:,[^,]{1,80},|,\s+who)?(?:\s+(?:has|have|had|also|later|then|again|hat|haben|a|ont|avait|\p{Ll}+ly))*\s+$/u;
/** Before a name that somebody else speaks for, as in “a spokesman for the Health Minister Ann Lee said”. */
const behalf =
  /(?<!\p{L})(?:for|of|from|at|in|with|by|to|about|against|über|für|von|der|de|du|des|pour|à)(?:\s+(?:the|\p{Lu}\S*))*\s+$/u;
/** Two who speak at once, as in “Bob Ray and Ann Lee said”. */
const joined = /\p{Lu}[\p{L}.]*,?\s+(?:and|und|et|и|і|та|و)\s+(?:the\s+)?$/u;
/** Between the word and a name behind it, as in “said the US envoy” and “said Harbour Union chair”. */
const offices = /^(?:\s+(?:the|an?|der|die|le|la|\p{Lu}[\p{L}.&’'-]*|\p{Ll}[\p{L}’'-]+)){0,6}\s+$/u;
/** What ends the words in front of a name: behind it begins another phrase. */
const begins =
  /(?<!\p{L})(?:of|for|from|to|in|on|at|by|with|about|against|that|and|or|but|as|than|after|before|when|while|where|if|who|he|she|it|they|we|is|was|von|für|mit|und|dass|que|et|pour|avec)(?!\p{L})/u;
const titles =
  /(?<!\p{L})(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Lord|Lady|Dame|Sen|Senator|Rep|Representative|Gov|Governor|Gen|General|Col|Colonel|Capt|Captain|Lt|Sgt|Adm|Admiral|Rev|Judge|Justice|Pope|King|Queen|Prince|Princess|President|Vice-President|Premier|Chancellor|Minister|Secretary|Mayor|Ambassador|Herr|Frau|Präsident|Kanzler|Kanzlerin|Kanzlers|Ministerin|Monsieur|Madame|M|Mme)\.?\s+$/u;
/** Behind the name of a body that speaks: no noun that it only describes, as in “said Union members”. */
const endsPhrase =
  /^(?:$|[,.;:!?–—\0(]|\s+(?:[–—\0(-]|(?:on|in|at|during|after|before|when|while|as|via|through|yesterday|today|this|last|late|earlier|am|le|в|у|في)(?!\p{L})))/u;
/** Opens another clause behind a quotation, and tells not who says it. */
const goesOn =
  /^,?\s*(?:and|but|while|which|who|as|before|after|when|whereas|although|though|because|or|und|aber|während|et|mais|tandis|и|но|а|і|але|و)(?!\p{L})/u;
/** UTF-16 units between a quotation and what tells who says it. */
const furthest = 60;
/** UTF-16 units of a paragraph to each side that are looked at. */
const around = 2_000;

/** A stretch of a text in which every quotation is blank: what is named in it does not say it. */
interface Blanked {
  readonly text: string;
  readonly speech: Range;
  /** Earlier in the paragraph. */
  readonly before: readonly string[];
}

/** `undefined`: the text does not say it. `null`: it names somebody, and yet nobody for certain. */
type Answer = Actor | null | undefined;

/**
 * Who says the words at `speech`, by the sentence in which they stand: the actor beside the nearest word for
 * saying. Words that are a sentence of their own are said by whoever says those before them. Where the text
 * leaves it open, it is whom the entry names as its speaker.
 */
export function speakerOfQuote(
  text: string,
  speech: Range,
  actors: readonly Actor[],
  entered: Actor | null
): Actor | null {
  const found = sentenceOf(text, speech);
  const own = speakerInSentence(found, actors, entered);
  const said = own === undefined && isAlone(found.text) ? speakerOfLast(found, actors) : own;
  return said === undefined ? entered : said;
}

/** Whether it is quotations and nothing else. */
function isAlone(sentence: string): boolean {
  return sentence.replace(/[\0\s.,!?…]/gu, '') === '';
}

/** “…,” said Ann Lee. “…”, or Ann Lee said: “…” “…” */
function speakerOfLast({ before }: Blanked, actors: readonly Actor[]): Answer {
  const at = before.findLastIndex((sentence) => !isAlone(sentence));
  const text = before[at] ?? '';
  const start = text.indexOf('\0');
  if (!/^\0+[,?!]|^[^\0]*[:,]\s*\0/u.test(text)) return undefined;
  const end = start + (/^\0+[.,!?…]?/u.exec(text.slice(start))?.[0].length ?? 0);
  const last = { text, speech: { start, end }, before: before.slice(0, at) };
  return speakerInSentence(last, actors, null);
}

function sentenceOf(text: string, speech: Range): Blanked {
  const from = Math.max(text.lastIndexOf('\n', speech.start - 1) + 1, speech.start - around);
  const lineEnd = text.indexOf('\n', speech.end);
  const to = Math.min(lineEnd === -1 ? text.length : lineEnd, speech.end + around);
  // Blank, but for the stop or comma at its end: that tells whether its sentence goes on.
  const blanked = [
    text.slice(from, speech.start).replace(directSpeech, blank),
    blank(text.slice(speech.start, speech.end)),
    text.slice(speech.end, to).replace(directSpeech, blank)
  ].join('');
  const sentences = [...sentencesIn(blanked, { start: 0, end: blanked.length })];
  const at = speech.start - from;
  const index = sentences.findIndex(({ start, end }) => start <= at && at < end);
  const { start, end } = sentences[index] ?? { start: 0, end: blanked.length };
  const before = sentences.slice(0, index).map((each) => blanked.slice(each.start, each.end));
  const above = text.slice(0, Math.max(0, from - 1)).trimEnd();
  const line = above.slice(above.lastIndexOf('\n') + 1);
  // Ann Lee said:⏎ “…”
  const isLed = start === at && before.length === 0 && /[:：]$/u.test(line) && line.length < around;
  const lead = isLed ? `${line.replace(directSpeech, blank)} ` : '';
  return {
    text: lead + blanked.slice(start, end),
    speech: { start: lead.length + at - start, end: lead.length + speech.end - from - start },
    before
  };
}

function blank(words: string): string {
  const stop = /([.,!?…])\s?[”“»"]$/u.exec(words)?.[1];
  return stop ? '\0'.repeat(words.length - 1) + stop : '\0'.repeat(words.length);
}

function speakerInSentence(
  { text, speech, before: earlier }: Blanked,
  actors: readonly Actor[],
  entered: Actor | null
): Answer {
  const mentions = actors.flatMap((actor) =>
    findMentions(text, namesOf(actor), actor.type)
      .filter((range) => isWhole(text, range, actor))
      .map((range) => ({ ...range, actor }))
  );
  const [name] = mentions.filter(({ start }) => text.slice(0, start).trim() === '');
  const head = text.slice(name?.end, speech.start);
  // Ann Lee (Union): “…”
  if (name && /^(?:\s*\([^()]*\))?\s*[:：]\s*$/u.test(head)) return name.actor;
  const said = [...text.matchAll(cues)].map((cue) => subjectOf(text, cue, mentions));
  const before = said.findLast(({ end }) => end <= speech.start);
  const next = said.find(({ start }) => start >= speech.end);
  const leading =
    before && speech.start - before.end <= furthest && isPlain(text, before, speech, mentions)
      ? before
      : undefined;
  const tail = text.slice(speech.end, next?.start);
  const isTurned = /[,?!]$/u.test(text.slice(0, speech.end)) || /^\s*(?:[,–—-]|$)/u.test(tail);
  const trailing =
    next &&
    next.start - speech.end <= furthest &&
    !tail.includes('\0') &&
    !goesOn.test(tail) &&
    (isTurned || !before)
      ? next
      : undefined;
  if (leading && trailing) return leading.actor === trailing.actor ? leading.actor : null;
  const told = trailing ?? leading;
  if (told?.actor) return told.actor;
  if (told?.isPronoun) return personBefore(text.slice(0, told.start), earlier, actors);
  const isNamed = told?.isNamed || (trailing && /\p{Lu}/u.test(tail));
  // Ann Lee was blunt: “…”
  const others = mentions.filter(({ actor }) => actor.type === 'person' && actor !== entered);
  const isTheirs = others.length === 0 && mentions.some(({ actor }) => actor === entered);
  return !isNamed && (mentions.length === 0 || isTheirs) ? undefined : null;
}

interface Subject extends Range {
  /** `null`: none of the actors, or nobody for certain. */
  readonly actor: Actor | null;
  readonly isPronoun: boolean;
  /** Somebody, also one who is no actor. */
  readonly isNamed: boolean;
}

type Mentioned = Range & { readonly actor: Actor };

/** Who says it at a word for saying, with the stretch of both. */
function subjectOf(text: string, cue: RegExpExecArray, mentions: readonly Mentioned[]): Subject {
  const end = cue.index + cue[0].length;
  const before = mentions.filter(
    (each) =>
      cue.groups?.['by'] === undefined &&
      each.end <= cue.index &&
      beforeCue.test(text.slice(each.end, cue.index)) &&
      !behalf.test(text.slice(0, each.start)) &&
      !joined.test(text.slice(0, each.start))
  );
  const isTurned = /[\0,.!?…–—-](?:\s+(?:a|ont|avait|hat|haben))?\s*$/u.test(
    text.slice(0, cue.index)
  );
  const isAfter = cue.groups?.['by'] !== undefined || (cue.groups?.['say'] && isTurned);
  const [after] = mentions.filter((each) => {
    const between = text.slice(end, each.start);
    const isPerson = each.actor.type === 'person' && cue.groups?.['say'] !== undefined;
    const isPhrase = isPerson || endsPhrase.test(text.slice(each.end));
    return each.start >= end && offices.test(between) && !begins.test(between) && isPhrase;
  });
  const named = before.length > 0 ? before : isAfter && after ? [after] : [];
  const [first] = named;
  const isOne = named.every(({ actor }) => actor === first?.actor);
  const near = [
    /(\p{L}+)\s+$/u.exec(text.slice(0, cue.index))?.[1] ?? '',
    isAfter ? (/^\s+(\p{L}+)/u.exec(text.slice(end))?.[1] ?? '') : ''
  ];
  return {
    start: Math.min(cue.index, ...named.map((each) => each.start)),
    end: Math.max(end, ...named.map((each) => each.end)),
    actor: first && isOne ? first.actor : null,
    isPronoun: near.some((word) => pronoun.test(word)),
    isNamed: near.some((word) => /^\p{Lu}/u.test(word))
  };
}

/** Whether nobody else is named between the word for saying and the quotation, but for whom it is told. */
function isPlain(
  text: string,
  { end, actor }: Subject,
  speech: Range,
  mentions: readonly Mentioned[]
): boolean {
  return mentions.every(
    (each) =>
      each.actor === actor ||
      each.end <= end ||
      each.start >= speech.start ||
      text.slice(end, each.start).trim() === ''
  );
}

/**
 * “She” is certain where a sentence of the paragraph so far begins with a person, and it names nobody else, neither
 * an actor nor anybody whom the briefing does not know.
 */
function personBefore(
  start: string,
  earlier: readonly string[],
  actors: readonly Actor[]
): Actor | undefined {
  const sentences = [...earlier, start].map((each) => each.replace(/\0+[.,!?…]?/gu, '').trim());
  const here = sentences.join(' ');
  const all = actors.flatMap((actor) =>
    findMentions(here, namesOf(actor), actor.type).map((range) => ({ ...range, actor }))
  );
  const people = new Set(all.flatMap(({ actor }) => (actor.type === 'person' ? [actor] : [])));
  const [person] = people;
  if (!person || people.size > 1) return undefined;
  const isKnown = (at: number) => all.some((each) => each.start <= at && at < each.end);
  const others = [...here.matchAll(/(?<=[\p{L}\p{N},)]\s+)\p{Lu}\p{L}+/gu)].filter(
    ({ index, 0: word }) => !isKnown(index) && !titles.test(`${word} `)
  );
  const begins = sentences.some((sentence) => {
    const [mention] = findMentions(sentence, namesOf(person), 'person');
    return mention && sentence.slice(0, mention.start).replace(titles, '').trim() === '';
  });
  return begins && others.length === 0 ? person : undefined;
}

/** Whether it names the actor: “Bruce Lee” is not Ann Lee, “Teachers Union” is not the Union, “Lee’s office” is neither. */
function isWhole(text: string, { start, end }: Range, { type }: Actor): boolean {
  if (/^['’]s?(?!\p{L})/u.test(text.slice(end))) return false;
  if (type === 'person' && /\s/u.test(text.slice(start, end))) return true;
  const before = text.slice(0, start);
  if (!/\p{Lu}[\p{L}\p{M}.’'-]*\s+$/u.test(before))
    return !/^\s+\p{Lu}\p{Ll}/u.test(text.slice(end));
  return (
    titles.test(before) || /(?:^|[.!?\0]\s+)(?:The|Die|Der|Le|La|But|And|Then)\s+$/u.test(before)
  );
}

/** A person is also called by the last word of the name alone. */
function namesOf({ name, aliases, type }: Actor): readonly string[] {
  const last = type === 'person' ? name.trim().split(/\s+/u).slice(-1) : [];
  return [name, ...aliases, ...last];
}
