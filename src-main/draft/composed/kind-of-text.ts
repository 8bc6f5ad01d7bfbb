/**
 * What kind of text an article is, where its kind decides what it has to say first. By marks that such texts
 * have in English; everything else, news above all, says it in its first sentence.
 */
import { withoutSpeech } from '../../domain/text/direct-speech.js';
import type { Range } from '../../domain/text/range.js';

export type KindOfText =
  'interview' | 'hearing' | 'academic' | 'letter' | 'minutes' | 'speech' | 'other';

/** UTF-16 units of the text that are looked at. */
const head = 6_000;
/** UTF-16 units: a question that is longer is a paragraph of a story. */
const longestQuestion = 400;
/** Of the paragraphs, how many are questions. */
const questionsOfInterview = { least: 3, share: 0.12 };

const hearing =
  /\bmay it please (?:the|this) court\b|\byour honou?rs?\b|\bmy lords?\b|\boral argument of\b|\bthe next case\b|\bbrought an action\b|\bfor the (?:appellant|respondent|petitioner|intervener)s?[,:;]|\bcounsel for (?:the )?(?:appell|petition|respond|plaintiff|defend)|\b(?:plaintiffs?|defendants?|appell(?:ant|ee)s?|petitioners?|respondents?)['’]? ?(?:v\.|versus)\s/iu;
const spokenInCourt =
  /\bmay it please (?:the|this) court\b|\byour honou?rs?\b|\bmy lords?\b|\boral argument of\b|\bthe next case will\b|^good (?:morning|afternoon)\b|\bthank you\b/imu;
const party = /\b(?:appell(?:ant|ee)s?|petitioners?|plaintiffs?|respondents?)\b/iu;
const decided =
  /\b(?:we (?:hold|affirm|reverse|conclude)|(?:appeal|petition|claim|motion) is (?:hereby |therefore )?(?:allowed|dismissed|granted|denied|refused))\b/iu;
const citation =
  /\[\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\]|\([^()]{2,80}, (?:1[89]|20)\d{2}[a-z]?(?:[;:,][^()]{0,80})?\)/gu;
/** An encyclopaedia cites as well, and speaks of itself nowhere. */
const research =
  /\b(?:we|our|this (?:paper|study|article|section|chapter)|the (?:present|current) study)\b/iu;
const letter =
  /^[ \t]*(?:(?:dear|hi|hello)\b[^.!?\n]{1,60}[,:][ \t]*$|to whom it may concern\b)/imu;
const minutes =
  /^[ \t]*(?:[^\n]{0,60}\bminutes\b[^\n]{0,60}$|(?:members )?present\s?:|in attendance\s?:|apologies(?: for absence)?\b\s?:?|matters arising\b)/imu;
const speech =
  /^(?:ladies and gentlemen|fellow \p{L}+|(?:my )?(?:dear |distinguished )?(?:friends|colleagues|delegates|guests|excellencies)|m(?:r|ister)\.? (?:president|chair(?:man)?|speaker|secretary-general)|madam (?:president|chair|speaker)|your (?:excellenc|majest|royal)\p{L}*)\b[^.!?\n]{0,80}[,:.]|^good (?:morning|afternoon|evening)\b/iu;

/**
 * @param paragraphs of the text, in order.
 * @param title the headline as text.
 */
export function kindOfText(text: string, paragraphs: readonly Range[], title: string): KindOfText {
  const opening = text.slice(0, head);
  if (isJudgment(opening) || hearing.test(opening)) return 'hearing';
  if (isInterview(text, paragraphs, title)) return 'interview';
  if (letter.test(opening.slice(0, 1_500))) return 'letter';
  if (minutes.test(opening.slice(0, 1_500))) return 'minutes';
  const isCited = (opening.match(citation)?.length ?? 0) >= 3;
  if (isCited && research.test(text.slice(0, 3 * head))) return 'academic';
  const first = paragraphs
    .slice(0, 4)
    .map(({ start, end }) => text.slice(start, Math.min(end, start + 200)));
  return first.some((words) => speech.test(words)) ? 'speech' : 'other';
}

/** What a court decides is written, though it reads like a hearing otherwise. */
function isJudgment(opening: string): boolean {
  return party.test(opening) && decided.test(opening);
}

/** Whether its sentences are what people say in it, and not what a writer tells. */
export function peopleSpeakIn(text: string, kind: KindOfText): boolean {
  const opening = text.slice(0, head);
  return kind === 'hearing'
    ? spokenInCourt.test(opening) && !isJudgment(opening)
    : kind === 'interview' || kind === 'speech';
}

/** As an interviewer puts it: short, and ending in its question mark. */
export function isQuestion(text: string, { start, end }: Range): boolean {
  return (
    end - start <= longestQuestion &&
    /[?؟？]["”’»)\]*_]*\s*$/u.test(text.slice(Math.max(start, end - 10), end))
  );
}

/** As somebody does who asks: in short, and outside quotation marks. */
export function speaksToYou(text: string, { start, end }: Range): boolean {
  const words = withoutSpeech(text.slice(start, end));
  return end - start <= longestQuestion && /\byou(?:rs?|rself|['’]\p{L}+)?\b/iu.test(words);
}

function isInterview(text: string, paragraphs: readonly Range[], title: string): boolean {
  const near = paragraphs.slice(0, 200);
  const questions = near.filter((each) => isQuestion(text, each)).length;
  if (/\binterview(?:s|ed)?\b|\bQ ?& ?A\b/iu.test(title) && questions > 0) return true;
  return (
    questions >= questionsOfInterview.least && questions >= questionsOfInterview.share * near.length
  );
}
