/** What the one who is interviewed says: sentences of answers, where it is plain whose they are. */
import type { Draft } from '../../domain/suggestions/draft.js';
import type { Range } from '../../domain/text/range.js';
import { intervieweeOf } from '../attributions/interviews.js';
import { isQuestion } from './kind-of-text.js';
import { tellsWho } from './aims.js';
import { standsAlone } from './stands-alone.js';
import type { StorySentences } from './story-sentences.js';

/** UTF-16 units of a sentence. */
const shortest = 50;
const longestPulled = 400;
const ownView =
  /\b(?:I|[Ww]e)(?: \p{L}+)? (?:think|believe|support|oppose|reject|favou?r|want|hope|expect|doubt|agree|disagree|plan|intend|promise|prefer|have no doubt|am convinced|do not|don['’]t|can(?:no|['’])t|cannot|will|would)\b|\b(?:should|must|need to|ought to|important|hardest|biggest|main|problem)\b/u;

export interface Answers {
  /** Of whoever answers. */
  readonly name: string;
  /** Those that tell a view of one's own. */
  readonly sentences: readonly Range[];
}

/** Of an interview. `null` where more than one answers, or it is not said who. */
export function answersIn(text: string, draft: Draft, story: StorySentences): Answers | null {
  const { paragraphs } = story;
  const name = interviewee(text, draft, paragraphs);
  if (name === null) return null;
  const answers = paragraphs.flatMap((paragraph, i) => {
    const asked = paragraphs[i - 1];
    if (!asked || !isQuestion(text, asked) || isQuestion(text, paragraph)) return [];
    const own = story
      .sentencesOf(paragraph)
      .filter(({ start, end }) => isOwn(text.slice(start, end)));
    return [own.filter(({ start, end }) => ownView.test(text.slice(start, end)))];
  });
  // Of as many answers as can be, before a second sentence of one.
  return {
    name,
    sentences: [
      ...answers.flatMap((each) => each.slice(0, 1)),
      ...answers.flatMap((each) => each.slice(1))
    ]
  };
}

/** In the first person, and not to the one who asks. */
function isOwn(sentence: string): boolean {
  const words = sentence.replace(/["“][^"”]*["”]/g, '');
  return (
    sentence.length >= shortest &&
    /\b(?:I|[Mm]y|[Ww]e|[Oo]ur)\b/.test(words) &&
    !/\byour?\b/i.test(words) &&
    standsAlone(sentence)
  );
}

/** Whom the headline, else the sentence that tells of the interview, names; else who is quoted with an answer. */
export function interviewee(
  text: string,
  { title, summary, actors }: Pick<Draft, 'title' | 'summary' | 'actors'>,
  paragraphs: readonly Range[]
): string | null {
  const told = summary.find(({ text }) => tellsWho(text));
  const places = [title, told].flatMap((place) => (place ? [place] : []));
  const questions = paragraphs.filter((paragraph) => isQuestion(text, paragraph));
  const named = intervieweeOf(text, actors, places, questions) ?? quotedWithAnswer(text, actors);
  return named?.name ?? null;
}

/** “The future is only peace.” Ann Lee: beside the story, before her name, stands a sentence of her answers. */
function quotedWithAnswer(text: string, actors: Draft['actors']): Draft['actors'][number] | null {
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
