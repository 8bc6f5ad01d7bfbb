/**
 * Draft → the parts of a composed briefing: who says what, figures, what happened, what comes next and
 * limits. Each line is a sentence of the article, or a piece of one, word for word, so that its words
 * lead to their place in the source. At most a screen or two, whatever the article's length. Pure.
 */
import type { Article } from '../../domain/program/article.js';
import type { PartialDate } from '../../domain/base/values.js';
import type { Draft } from '../../domain/suggestions/draft.js';
import { dateInWords, figureInWords } from '../../domain/terms/terms.js';
import type { Range } from '../../domain/text/range.js';
import type { Outline } from '../outline/outline.js';
import { hasNoName, limitsOf } from './limits.js';
import type { ComposedLine, ComposedPart, LimitFacts } from './composed-part.js';
import { StorySentences } from './story-sentences.js';

/** Lines of a part: what is more is found under New. */
const most = { said: 8, ofOneActor: 2, figures: 5, happened: 4, next: 3 };
/** From here the drafter is likely right. */
const likely = { saying: 0.9, figure: 0.6 };

export function composeParts(
  article: Article,
  outline: Outline,
  draft: Draft,
  facts: LimitFacts
): readonly ComposedPart[] {
  return new Composer(article, outline, draft, facts).parts();
}

class Composer {
  readonly #sentences: StorySentences;
  /** Where the sentences begin that stand in a part already. */
  readonly #used: Set<number>;
  readonly #days: ReadonlyMap<number, PartialDate>;

  constructor(
    private readonly article: Article,
    outline: Outline,
    private readonly draft: Draft,
    private readonly facts: LimitFacts
  ) {
    this.#sentences = new StorySentences(article.text, outline, draft.title?.text ?? '');
    this.#used = new Set(draft.summary.map(({ start }) => start));
    this.#days = new Map(
      draft.dates.flatMap(({ start, value }) => (value === null ? [] : [[start, value] as const]))
    );
  }

  parts(): readonly ComposedPart[] {
    // A sentence stands once, where it says most: what comes first here takes it.
    const limits = limitsOf(this.draft, this.facts, (place) => this.#take(place));
    const said = this.#said();
    const next = this.#next();
    const happened = this.#happened();
    const figures = this.#figures();
    const parts: readonly ComposedPart[] = [
      { heading: 'Who says what', kind: 'position', lines: said },
      { heading: 'Figures', kind: 'fact', lines: figures },
      { heading: 'What happened', kind: 'event', lines: happened },
      { heading: 'What comes next', kind: 'outcome', lines: next },
      { heading: 'Limits', kind: 'question', lines: limits }
    ];
    return parts.filter(({ lines }) => lines.length > 0);
  }

  /** The sentence around the place, once. */
  #take(place: number): Range | null {
    const sentence = this.#sentences.at(place);
    if (!sentence || this.#used.has(sentence.start)) return null;
    this.#used.add(sentence.start);
    return sentence;
  }

  /** By actor, whoever says most first; each in the order of the article. */
  #said(): readonly ComposedLine[] {
    const actors = new Map(this.draft.actors.map((actor) => [actor.id, actor]));
    const sayings = this.draft.attributions.filter(
      ({ nested, confidence, actor }) =>
        !nested && confidence >= likely.saying && isNamedSpeaker(actors.get(actor ?? ''))
    );
    const byActor = new Map<string, typeof sayings>();
    for (const saying of sayings) {
      const id = saying.actor ?? '';
      byActor.set(id, [...(byActor.get(id) ?? []), saying]);
    }
    const ranked = [...byActor].sort(([, a], [, b]) => b.length - a.length);
    const lines: ComposedLine[] = [];
    for (const [id, said] of ranked) {
      const label = actors.get(id)?.name ?? '';
      let count = 0;
      for (const { cue, content } of said) {
        if (count === most.ofOneActor || lines.length === most.said) break;
        const words = this.#take((cue ?? content[0])?.start ?? -1);
        if (!words) continue;
        lines.push({ ...noWords, label, words });
        count += 1;
      }
    }
    return lines;
  }

  #figures(): readonly ComposedLine[] {
    const figures = this.draft.figures
      .filter((figure) => figure.confidence >= likely.figure && worthOf(figure) > 0)
      .sort((a, b) => worthOf(b) - worthOf(a));
    const found: { readonly words: Range; readonly strong: string }[] = [];
    const told = new Set<number | string>();
    for (const figure of figures) {
      if (found.length === most.figures) break;
      const sentence = this.#sentences.at(figure.start)?.start ?? -1;
      const amount = `${figure.value} ${figure.unit}`;
      if (told.has(sentence) || told.has(amount) || this.#isNumbered(figure.start)) continue;
      const words = this.#take(figure.start) ?? this.#inOnePiece(figure);
      if (!words) continue;
      found.push({ words, strong: figure.text });
      told.add(sentence).add(amount);
    }
    return found
      .sort((a, b) => a.words.start - b.words.start)
      .map((line) => ({ ...noWords, ...line }));
  }

  /** “Category 3 storm”, “Case 22”. */
  #isNumbered(place: number): boolean {
    const before = this.article.text.slice(Math.max(0, place - 30), place);
    return /(?<=[\p{L},] )\p{Lu}\p{L}+ $/u.test(before);
  }

  /** “350 people killed in the flood”, where that stands there word for word. */
  #inOnePiece({ start, text: wording, measures }: Draft['figures'][number]): Range | null {
    const { text } = this.article;
    const sentence = this.#sentences.at(start);
    const told = figureInWords({ wording, measures, date: null });
    const end = start + told.length;
    if (!sentence || end > sentence.end || text.slice(start, end) !== told) return null;
    return told.length > wording.length ? { start, end } : null;
  }

  /** In the order of their days: what the draft found as events first, then what the article dates to the day. */
  #happened(): readonly ComposedLine[] {
    const { events, dates } = this.draft;
    const places = [
      ...events.flatMap(({ future, date }) => (!future && date ? [date] : [])),
      ...dates.filter(({ value, start }) => value?.length === 10 && !this.#isAny(start))
    ];
    const lines: (ComposedLine & { readonly day: PartialDate })[] = [];
    for (const { start } of places) {
      const day = this.#days.get(start);
      if (lines.length === most.happened) break;
      if (!day || !this.#isPast(day, start)) continue;
      const words = this.#take(start);
      if (words) lines.push({ ...noWords, label: dateInWords(day), words, day });
    }
    return lines.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  }

  /** “On a Monday”, “every Friday”. */
  #isAny(place: number): boolean {
    return /\b(?:an?|any|every|each|most) $/i.test(
      this.article.text.slice(Math.max(0, place - 8), place)
    );
  }

  /** By its day, and by its sentence where that of the article is not known. */
  #isPast(day: PartialDate, place: number): boolean {
    const { published } = this.facts;
    const sentence = this.#sentences.at(place);
    if (!sentence || (published !== null && day.slice(0, published.length) > published))
      return false;
    const words = this.article.text.slice(sentence.start, sentence.end);
    return !ahead.test(words) && !/\b(?:would|could|might)\b/.test(words);
  }

  #next(): readonly ComposedLine[] {
    const dated = this.draft.events
      .filter(({ future }) => future)
      .map(({ start, date }) => ({ at: start, day: date && (this.#days.get(date.start) ?? null) }));
    const likelyNext = this.draft.outcomes
      .filter(({ text }) => ahead.test(text) && !ofAnyTime.test(text))
      .map(({ start }) => ({ at: start, day: null }));
    const lines: ComposedLine[] = [];
    for (const { at, day } of [...dated, ...likelyNext]) {
      if (lines.length === most.next) break;
      const words = this.#take(at);
      if (words) lines.push({ ...noWords, label: day ? dateInWords(day) : '', words });
    }
    return lines;
  }
}

const noWords = { label: '', words: null, strong: '', remark: '' };
/** What is to come, and not what could be. */
const ahead =
  /\b(?:will|is to \p{L}+|is (?:expected|set|due|scheduled|likely|planned|poised) to|are (?:expected|set|due|scheduled|likely|planned|poised) to|plans? to|scheduled for|due (?:on|in|to)|by (?:next|the end of))\b/iu;

/** What holds whenever, or for whoever reads: no step that is to come. */
const ofAnyTime = /\b(?:[Ii]f|[Uu]nless|[Ww]henever|[Yy]ou|[Yy]our|I|[Ww]e)\b/;

function isNamedSpeaker(actor: Draft['actors'][number] | undefined): boolean {
  return (
    /^(?:person|organisation|state|group)$/.test(actor?.type ?? '') && !hasNoName(actor?.name ?? '')
  );
}

/** How much a figure tells at a glance: shares, money and numbers of people most, plain counts in words nothing. */
function worthOf({ text, unit, value }: Draft['figures'][number]): number {
  if (/%|per ?cent/i.test(unit) || /[$€£¥]/.test(text)) return 3;
  if (/(?:million|billion|trillion|thousand)/i.test(text)) return 3;
  if (
    /\b(?:people|persons?|civilians?|deaths?|victims?|refugees?|troops|soldiers|workers|patients|votes?|cases|homes|jobs)\b/i.test(
      unit
    )
  )
    return value < 2 ? 0 : 3;
  if (/^an? /i.test(text)) return 0;
  if (!/\d/.test(text))
    return /\b(?:quarters?|thirds?|half|tens?|dozens?|hundreds?|thousands?|twice|times)\b/i.test(
      text
    )
      ? 2
      : 0;
  return /\b(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|century|decades?|year-old)\b/i.test(
    unit
  )
    ? 1
    : 2;
}
