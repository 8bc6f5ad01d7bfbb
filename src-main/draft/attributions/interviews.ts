/** Interviews without names before the lines: what is asked, what is answered, and who answers. */
import { withoutSpeech } from '../../domain/text/direct-speech.js';
import type { Range } from '../../domain/text/range.js';
import type { FoundActor } from '../actors/actor.js';
import type { FindActor } from '../actors/find-actors.js';
import { tellsTopic, tellsWho } from '../composed/aims.js';
import { isQuestion, speaksToYou } from '../composed/kind-of-text.js';
import { standsAlone } from '../composed/stands-alone.js';
import { isCaption } from '../outline/boilerplate.js';
import type { Reading } from '../reading/reading.js';
import type { FoundReport } from './finding.js';

export interface Interview {
  /** Paragraphs that are questions to whoever answers. */
  readonly questions: readonly Range[];
  /** Paragraphs behind the first of them that are none. */
  readonly answers: readonly Range[];
}

/** Fewer questions are asked in any story, and in one that says it is an interview. */
const fewest = { inStory: 3, inInterview: 2 };
const leastShare = 0.12;

/** `null` for other texts: questions there do not alternate with answers, or ask nobody. */
export function interviewIn({ clean, paragraphs, sentences }: Reading): Interview | null {
  const asked = paragraphs.map((paragraph) => isQuestion(clean, paragraph));
  const begun = asked.indexOf(true);
  const telling = sentences.find(
    ({ start, end, headline, paragraph }) =>
      (headline || paragraph < begun) && tellsWho(clean.slice(start, end))
  );
  const isTold = telling !== undefined;
  // “I wanted to know what you think of it.”
  const opening = paragraphs.findIndex(
    (paragraph, i) => telling && telling.paragraph < i && i < begun && speaksToYou(clean, paragraph)
  );
  if (opening >= 0) asked[opening] = true;
  const questions = paragraphs.filter((_, i) => asked[i]);
  const answered = paragraphs.filter((_, i) => asked[i] && asked[i + 1] === false);
  const toSomebody = questions.filter((question) => speaksToYou(clean, question));
  const first = asked.indexOf(true);
  const isEnough = isTold
    ? questions.length >= fewest.inInterview && toSomebody.length > 0
    : questions.length >= Math.max(fewest.inStory, leastShare * paragraphs.length) &&
      2 * toSomebody.length >= questions.length;
  if (!isEnough || 3 * answered.length < 2 * questions.length) return null;
  const answers = paragraphs.filter(
    ({ start, end }, i) => i > first && !asked[i] && !isCaption(clean.slice(start, end))
  );
  return { questions, answers };
}

/**
 * In a question somebody else is asked for what he says: such findings are never likely, and what “you”
 * are asked to plan, want or back there is no stance of yours. A thought that is put to you stays.
 */
export function unsureInQuestions(
  { clean }: Reading,
  { questions }: Interview,
  findings: readonly FoundReport[]
): FoundReport[] {
  return findings.flatMap((finding) => {
    const at = finding.cue?.start ?? finding.source?.start ?? -1;
    if (!questions.some(({ start, end }) => start <= at && at < end)) return [finding];
    const { source, lemma } = finding;
    const isOfYou = source && /^you$/i.test(clean.slice(source.start, source.end));
    if (isOfYou && !thoughts.test(lemma)) return [];
    return [{ ...finding, confidence: Math.min(finding.confidence, mostInQuestion) }];
  });
}

const mostInQuestion = 0.6;
const thoughts =
  /^(?:think|believe|say|tell|know|feel|find|see|mean|understand|remember|notice|reali[sz]e|guess|suppose|explain|describe|argue|claim|mention)$/;

/**
 * The one person whom the first of `places` that names somebody in full names: the headline, or the
 * sentence that tells of the interview. Whom a question speaks of is not the one who is asked. `null`
 * where that leaves more than one, or nobody.
 */
function intervieweeOf(
  text: string,
  actors: readonly FoundActor[],
  places: readonly Range[],
  questions: readonly Range[]
): FoundActor | null {
  const persons = actors.filter(({ type }) => type === 'person');
  for (const place of places) {
    if (ofTwo.test(text.slice(place.start, place.end))) return null;
    const told = persons.filter(({ mentions }) =>
      mentions.some((each) => isInterviewed(text, each, place))
    );
    if (told.length === 1) return told[0] ?? null;
    const { start, end } = place;
    const named = persons.filter(
      (actor) =>
        !isSpokenOf(text, actor, questions) &&
        actor.mentions.some(
          (each) =>
            each.start >= start &&
            each.end <= end &&
            /\p{L}\s+\p{Lu}/u.test(text.slice(each.start, each.end)) &&
            !/\b(?:on|about|over|of) $/i.test(text.slice(Math.max(0, each.start - 6), each.start))
        )
    );
    if (named.length) return named.length === 1 ? (named[0] ?? null) : null;
  }
  return null;
}

/** "interviews Ann Lee and Tom Hale": either may answer. */
const ofTwo = /\b[Ii]nterview(?:s|ed)?(?: with)? (?:\p{Lu}[\p{L}.'’-]* )+(?:and|&) \p{Lu}/u;

/** "Interview with Ann Lee", "The Courier interviews Ann Lee", "Ann Lee speaks about", "Ann Lee interviewed by" */
function isInterviewed(text: string, { start, end }: Range, place: Range): boolean {
  if (start < place.start || end > place.end) return false;
  if (!/\p{L}\s+\p{Lu}/u.test(text.slice(start, end))) return false;
  const before = text.slice(Math.max(place.start, start - 60), start);
  const behind = text.slice(end, Math.min(place.end, end + 60));
  return (
    /\b(?:interview(?:ed|ing|s)?(?: with)?|(?:spoke|speaks|talks?|talked) (?:to|with)|conversation with)(?: (?!(?:as|after|about|before|by|in|of|on|over|when)\b)[\p{L}.-]+){0,3} $/iu.test(
      before
    ) ||
    /^(?:,[^,]{2,40},)? (?:(?:speaks|talks) (?:about|of|on)|(?:is )?interviewed\b)/iu.test(behind)
  );
}

/** By name in a question, and not called by it: "What do you think of Ann Lee?" */
function isSpokenOf(text: string, { mentions }: FoundActor, questions: readonly Range[]): boolean {
  return mentions.some(
    ({ start, end, kind }) =>
      /name/.test(kind) &&
      questions.some((question) => question.start <= start && end <= question.end) &&
      !/^\s*[,?!]/.test(text.slice(end, end + 2)) &&
      !/,\s*(?:\p{L}+\.? )?$/u.test(text.slice(Math.max(0, start - 12), start))
  );
}

/** Who answers in an interview, and in which paragraphs. */
export interface Answering {
  /** `null` where that is not plain. */
  readonly answerer: FoundActor | null;
  /** Empty where answers are known by the label before them alone. */
  readonly answers: readonly Range[];
  /** Sentences of the answers that tell what the answerer holds, and can be read by themselves. */
  readonly views: readonly Range[];
  /** Sentences before the first question that tell of the interview. */
  readonly telling: readonly Range[];
  /** What says nothing of its own: questions, and sentences that tell of the interview. */
  readonly around: readonly Range[];
}

/** `null` for a text that is no interview. */
export function answeringIn(reading: Reading, actors: readonly FoundActor[]): Answering | null {
  const interview = interviewIn(reading);
  const { clean, sentences } = reading;
  const begun = interview?.questions[0]?.start ?? clean.search(answerLabel);
  if (begun < 0) return null;
  const headlines = sentences.filter(({ headline }) => headline);
  const opening = sentences.filter(({ end, headline }) => !headline && end <= begun);
  const wordsOf = ({ start, end }: Range) => clean.slice(start, end);
  const telling = opening.filter((each) => tellsWho(wordsOf(each)));
  const { questions, answers } = interview ?? { questions: [], answers: [] };
  const answerer =
    intervieweeOf(clean, actors, [...headlines, ...telling], questions) ??
    quotedWithAnswer(clean, actors);
  const isAtOnce = ({ start }: Range) =>
    questions.some(({ end }) => end <= start && clean.slice(end, start).trim() === '');
  const views = answers.flatMap((answer) => viewsIn(reading, answer, isAtOnce(answer)));
  const around = [...headlines, ...opening].filter(
    (each) => tellsWho(wordsOf(each)) || tellsTopic(wordsOf(each))
  );
  return { answerer, answers, views, telling, around: [...questions, ...around] };
}

/** Nobody's statement: a part of a question, or what a crowd is said to think in an answer. */
export function isOnlyTold(
  answering: Answering | null,
  { cue, source }: Pick<FoundReport, 'cue' | 'source'>,
  findActor: FindActor
): boolean {
  const at = cue?.start ?? source?.start ?? -1;
  const isIn = (ranges: readonly Range[] = []) =>
    ranges.some(({ start, end }) => start <= at && at < end);
  const by = findActor(source);
  return isIn(answering?.around) || (isIn(answering?.answers) && (!by || by.type === 'group'));
}

/** UTF-16 units of a sentence that can be quoted. */
const quotable = { ofSelf: 50, ofOthers: 40, most: 340 };
/** Sentences of one answer. */
const mostViews = 3;
const ofSelf = /\b(?:I|[Mm]y|[Ww]e|[Oo]ur)\b/;
const ownView =
  /\b(?:I|[Ww]e)(?: \p{L}+)? (?:am (?:the|an?|against|sure)|think|believe|support|oppose|reject|favou?r|want|hope|expect|doubt|agree|disagree|plan|intend|promise|prefer|have no doubt|do not|don['’]t|can(?:no|['’])t|cannot|will|would)\b|\b(?:should|must|need to|ought to|important|hardest|biggest|main|problem)\b/u;

/** Views of one's own, then what is said of others at once, which answers the question. */
function viewsIn(
  { clean, sentences }: Reading,
  answer: Range,
  isAtOnce: boolean
): readonly Range[] {
  const within = sentences.filter(({ start, end }) => answer.start <= start && end <= answer.end);
  const views = within.flatMap(({ start, end, tokens }) => {
    const words = clean.slice(start, end);
    const isOfSelf = ofSelf.test(withoutSpeech(words));
    const isQuotable =
      words.length >= (isOfSelf ? quotable.ofSelf : quotable.ofOthers) &&
      words.length <= quotable.most &&
      /[.!]["”’)]*$/.test(words) &&
      tokens.some(({ pos }) => /^(?:VERB|AUX)$/.test(pos)) &&
      standsAlone(words) &&
      !/\byour?\b/i.test(words);
    if (!isQuotable) return [];
    if (isOfSelf ? !ownView.test(words) : !isAtOnce || start > answer.start) return [];
    return [{ start, end, isOfSelf }];
  });
  return views
    .toSorted((a, b) => Number(b.isOfSelf) - Number(a.isOfSelf))
    .slice(0, mostViews)
    .map(({ start, end }) => ({ start, end }));
}

/** UTF-16 units. */
const longestPulled = 400;

/** “The future is only peace.” Ann Lee: beside the story, before her name, stands a sentence of her answers. */
function quotedWithAnswer(text: string, actors: readonly FoundActor[]): FoundActor | null {
  const [found, ...others] = actors.filter(
    ({ type, mentions }) =>
      type === 'person' &&
      mentions.some(({ start, kind }) => {
        const before = text.slice(Math.max(0, start - longestPulled), start);
        const quoted = /["“]([^"“”]{24,})["”]\s?[—–-]?\s?$/u.exec(before)?.[1];
        return /name/.test(kind) && quoted !== undefined && text.includes(quoted, start);
      })
  );
  return found && others.length === 0 ? found : null;
}

/**
 * The day with which a sentence begins that tells of the interview: “On 13 March, Lee sat down with …”. A day
 * further on may be that of what is told. `null` for other texts, and where no day of the calendar stands there.
 */
export function heldOn(
  { clean }: Reading,
  answering: Answering | null,
  dates: readonly (Range & { readonly value: string | null })[]
): Range | null {
  const found = dates.find(
    ({ start, value }) =>
      value?.length === 'YYYY-MM-DD'.length &&
      answering?.telling.some((each) => /^On $/u.test(clean.slice(each.start, start)))
  );
  return found ?? null;
}

/** "I" of an answer is who answers, and "he" is not; so is the "A" before an answer. */
export function withAnswerer(
  { clean }: Reading,
  answering: Answering | null,
  findActor: FindActor
): FindActor {
  if (!answering) return findActor;
  const { answerer, answers } = answering;
  const isAnswer = (at: number) => answers.some(({ start, end }) => start <= at && at < end);
  return (range) => {
    if (!range) return null;
    const words = clean.slice(range.start, range.end);
    if (isAnswerLabel(words) && clean[range.end] === ':') return answerer;
    if (!isAnswer(range.start)) return findActor(range);
    if (/^(?:I|my|me|myself)$/i.test(words)) return answerer;
    const found = findActor(range);
    return found === answerer && /^(?:he|she|his|her)$/i.test(words) ? null : found;
  };
}

const answerLabel = /^(?:A|Answer):/mu;

/** Before an answer, in place of a name. */
export function isAnswerLabel(label: string): boolean {
  return /^(?:a|answer)$/i.test(label);
}

/** Answers behind "A:" have no source where nobody is known to answer. */
export function withoutLabels<Finding extends Pick<FoundReport, 'source'>>(
  { clean }: Reading,
  findings: readonly Finding[],
  findActor: FindActor
): Finding[] {
  return findings.map((finding) => {
    const { source } = finding;
    const isLabel = source && isAnswerLabel(clean.slice(source.start, source.end));
    return isLabel && !findActor(source) ? { ...finding, source: null } : finding;
  });
}
