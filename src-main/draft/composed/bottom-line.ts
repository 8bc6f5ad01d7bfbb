/**
 * The bottom line: up to two sentences of the article that say what it is about or what has come of it.
 *
 * News leads beat sentence ranking (TextRank and the like) as summaries, so in general these are the first
 * sentences. Only where a kind of text is known to open otherwise are its own words for its aim looked for.
 */
import { withoutSpeech } from '../../domain/text/direct-speech.js';
import { type Range, trimRange } from '../../domain/text/range.js';
import { sentencesIn } from '../../domain/text/sentences.js';
import { clippedLength } from '../cards/clip.js';
import { endsAsSentence, isBoilerplate } from '../outline/boilerplate.js';
import { beginningsOf } from '../outline/headline.js';
import { datelineLength, plainText, referenceLength } from '../outline/outline.js';
import { aimsOf } from './aims.js';
import { isQuestion, kindOfText } from './kind-of-text.js';
import { isGreeting, isSaidAloud, salutationLength, standsAlone } from './stands-alone.js';

/** UTF-16 units: one sentence always, a second one where both stay within the first, cut beyond the second. */
const comfortable = 400;
const longest = 600;
/** UTF-16 units: what is shorter tells nothing, where there is a paragraph that does. */
const telling = { paragraph: 40, sentence: 16, aim: 45, answer: 24 };
/** Paragraphs further down are no lead; points of a list are one only near the top. */
const furthest = { prose: 60, points: 12 };
/** Sentences that are looked at. */
const reach = { opening: 8, aim: 40, answers: 150 };

interface Told extends Range {
  /** As it is read. */
  readonly words: string;
  /** Of all sentences of the prose: what is passed over is counted. */
  readonly index: number;
  /** Paragraphs between it and the sentence before: none, a quotation or so, or a heading, which parts them. */
  readonly gap: 'none' | 'story' | 'heading';
  readonly greets: boolean;
}

/**
 * What a page prints around its story is passed over, and so are greetings and questions, as long as
 * there is anything else.
 *
 * @param title the headline as text.
 */
export function bottomLine(text: string, paragraphs: readonly Range[], title: string): Range[] {
  const near = paragraphs.slice(0, furthest.prose).filter((each) => !isAround(text, each));
  const prose = near.filter((each) => isProse(text, each));
  const points = prose.length > 0 ? [] : near.slice(0, furthest.points);
  if (points.length > 0) {
    return points
      .flatMap((each) => listPoint(text, each) ?? [])
      .slice(0, 2)
      .map((each) => clipped(text, each));
  }
  const sentences = new Opening(text, prose, near).sentences();
  const chosen = choose(text, sentences, paragraphs, title);
  return chosen.map((each) => clipped(text, each));
}

function choose(
  text: string,
  sentences: readonly Told[],
  paragraphs: readonly Range[],
  title: string
): readonly Told[] {
  const told = sentences.filter(({ greets }) => !greets);
  const all = told.length > 0 ? told : sentences;
  const kind = kindOfText(text, paragraphs, title);
  if (kind === 'interview') return ofInterview(text, all, paragraphs, title);
  const near = all.slice(0, reach.aim).filter(({ words }) => words.length >= telling.aim);
  const aims = aimsOf(kind);
  const [aim] = [near.filter(({ words }) => standsAlone(words)), near].flatMap((from) =>
    aims.flatMap((pattern) => from.find(({ words }) => pattern.test(words)) ?? [])
  );
  if (aim) {
    // “Radiators lose heat. This guide shows how to …”, “Lee counted 40. We build on this research.”
    const before = all[all.indexOf(aim) - 1];
    const leans = !standsAlone(aim.words);
    const isSecond =
      /^(?:other|academic|hearing)$/.test(kind) &&
      before &&
      (before === all[0] || leans) &&
      aim.index - before.index === 1 &&
      aim.gap === 'none' &&
      before.words.length >= telling.aim;
    return isSecond &&
      standsAlone(before.words) &&
      fits([before, aim], leans ? longest : comfortable)
      ? [before, aim]
      : withNext(all, aim);
  }
  const opening = all.slice(0, reach.opening);
  const [first] = opening;
  return first ? withNext(all, opening.find(({ words }) => standsAlone(words)) ?? first) : [];
}

/** What is told before the first question; else what answers the title. */
function ofInterview(
  text: string,
  all: readonly Told[],
  paragraphs: readonly Range[],
  title: string
): readonly Told[] {
  const asked = paragraphs.find((each) => isQuestion(text, each))?.start ?? text.length;
  const intro = all.filter(({ start, words }) => start < asked && !isSpoken(words));
  const [first] = intro;
  if (first && standsAlone(first.words)) return withNext(intro, first);
  const stems = beginningsOf(title);
  const answers = all
    .slice(0, reach.answers)
    .filter(
      ({ words }) => words.length >= telling.answer && standsAlone(words) && !/\byou\b/i.test(words)
    );
  const [best] = answers
    .map((each) => ({
      each,
      shared: [...beginningsOf(each.words)].filter((stem) => stems.has(stem)).length
    }))
    .sort((a, b) => b.shared - a.shared || a.each.start - b.each.start);
  const one = best?.each ?? all[0];
  return one ? withNext(all, one) : [];
}

/** By somebody who asks or answers, outside quotation marks. */
function isSpoken(words: string): boolean {
  return /\b(?:I|[Yy]ou|[Yy]our|[Mm]y|me|[Ww]e|[Oo]ur)\b/.test(withoutSpeech(words));
}

/** The sentence with the one after it, where that goes on without a break. */
function withNext(all: readonly Told[], one: Told): readonly Told[] {
  const next = all[all.indexOf(one) + 1];
  if (!next || next.index - one.index > 1 || isSaidAloud(next.words)) return [one];
  if (next.gap === 'heading' || (next.gap === 'story' && !standsAlone(next.words))) return [one];
  return fits([one, next]) ? [one, next] : [one];
}

function fits(sentences: readonly Told[], most = comfortable): boolean {
  return sentences.reduce((sum, { start, end }) => sum + end - start, 0) <= most;
}

/** The sentences of the prose, in order, without what stands before their first words. */
class Opening {
  #count = 0;
  /** Of `near`, the paragraph before. */
  #last = -1;

  constructor(
    private readonly text: string,
    private readonly prose: readonly Range[],
    /** The prose with what stands between it, such as headings. */
    private readonly near: readonly Range[]
  ) {}

  sentences(): readonly Told[] {
    const whole = this.prose.filter(({ start, end }) =>
      endsAsSentence(this.text.slice(Math.max(start, end - 60), end))
    );
    // A text without a full stop anywhere has no better lead.
    const ended = whole.length > 0 ? whole : this.prose;
    const long = ended.filter(({ start, end }) => end - start >= telling.paragraph);
    const shortest = long.length > 0 ? telling.sentence : 0;
    const all: Told[] = [];
    for (const each of long.length > 0 ? long : ended) {
      if (all.length >= reach.answers) break;
      all.push(...this.#of(each));
    }
    const told = all.filter(({ start, end }) => end - start >= shortest);
    const kept = told.filter(
      ({ words }) => !/[?؟？][\s"”’»)\]*_]*$/u.test(words) && !/(?:\.\.\.|…)$/u.test(words)
    );
    return kept.length > 0 ? kept : told;
  }

  #isStory({ start, end }: Range): boolean {
    return (
      end - start >= telling.paragraph &&
      endsAsSentence(this.text.slice(Math.max(start, end - 60), end))
    );
  }

  #of(paragraph: Range): readonly Told[] {
    const { start, end } = paragraph;
    const head = this.text.slice(start, Math.min(end, start + 200));
    const body = { start: start + datelineLength(head), end };
    const index = this.near.indexOf(paragraph);
    const between = this.near.slice(this.#last + 1, index);
    this.#last = index;
    const gap =
      between.length === 0
        ? 'none'
        : between.length === 1 && between.every((each) => this.#isStory(each))
          ? 'story'
          : 'heading';
    return [...sentencesIn(this.text, body)].slice(0, reach.answers).map((found, i) => {
      this.#count += 1;
      const from = found.start + referenceLength(this.text, found);
      const at = from + salutationLength(this.text.slice(from, found.end));
      const range = trimRange(this.text, { start: at, end: found.end });
      const words = plainText(
        this.text.slice(range.start, Math.min(range.end, range.start + 1_000))
      );
      return {
        ...range,
        words,
        index: this.#count,
        gap: i === 0 ? gap : 'none',
        greets: isGreeting(words)
      };
    });
  }
}

function isAround(text: string, { start, end }: Range): boolean {
  return isBoilerplate(plainText(text.slice(start, Math.min(end, start + 1_000))));
}

/** Any script; not a list, a table, code, an image, or an interviewer's question. */
function isProse(text: string, range: Range): boolean {
  const paragraph = text.slice(range.start, Math.min(range.end, range.start + 400));
  const [line = ''] = paragraph.split(/[\n\r]/, 1);
  if (/\S(?:\t| {3})/.test(line) || isQuestion(text, range)) return false;
  return (
    /^["“«'(*_[「]?[*_]*\p{L}/u.test(paragraph) &&
    (paragraph.length > 80 || /[.!…。！۔।]/.test(paragraph))
  );
}

/** The words of a list's point, without its mark. */
function listPoint(text: string, { start, end }: Range): Range | null {
  const mark = /^(?:[-*+•–—]|\d+[.)])\s+(?=\p{L})/u.exec(text.slice(start, start + 40))?.[0];
  return mark === undefined ? null : { start: start + mark.length, end };
}

function clipped(text: string, { start, end }: Range): Range {
  return {
    start,
    end: start + clippedLength(text.slice(start, Math.min(end, start + longest + 1)), longest)
  };
}
