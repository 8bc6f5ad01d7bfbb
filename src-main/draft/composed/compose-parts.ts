/**
 * Draft → the parts of a composed briefing: who says what, figures, what happened, what comes next and
 * limits. Each line is a sentence of the article, or a piece of one, word for word, so that its words
 * lead to their place in the source. At most a screen or two, whatever the article's length. Pure.
 * Over 300 lines because all parts take from the same sentences, each of which stands once.
 */
import { withoutSpeech } from '../../domain/text/direct-speech.js';
import { compareText } from '../../domain/base/compare-text.js';
import type { Article } from '../../domain/program/article.js';
import type { PartialDate } from '../../domain/base/values.js';
import type { Draft, Span } from '../../domain/suggestions/draft.js';
import type { DraftQuote } from '../../domain/suggestions/suggestion.js';
import { dateInWords, figureInWords } from '../../domain/terms/terms.js';
import { namesNobody } from '../../domain/text/name-words.js';
import type { Range } from '../../domain/text/range.js';
import { isArranged } from '../facts/find-prospects.js';
import { type KindOfText, kindOfText } from './kind-of-text.js';
import { daysWithoutDate, isAnyTime, limitsOf } from './limits.js';
import { Sayings } from './sayings.js';
import { opensWithPronoun, standsAlone } from './stands-alone.js';
import { worthOf } from './worth-of-figure.js';
import type { ComposedLine, ComposedPart, LimitFacts } from './composed-part.js';
import type { StorySentences } from './story-sentences.js';
import type { SpeakingVoice, Voices } from './voices.js';

type Stands = 'alone' | 'under its label';
/** Lines of a part: what is more is found under New. */
const most = { said: 8, ofOneActor: 2, answers: 6, figures: 5, happened: 4, next: 3 };
/** From here the drafter is likely right about a figure. */
const likely = 0.6;

export function composeParts(
  article: Article,
  story: StorySentences,
  voices: Voices,
  draft: Draft,
  facts: LimitFacts
): readonly ComposedPart[] {
  return new Composer(article, story, voices, draft, facts).parts();
}

class Composer {
  /** Where the sentences begin that stand in a part already. */
  readonly #used: Set<number>;
  readonly #kind: KindOfText;
  readonly #days: ReadonlyMap<number, PartialDate>;

  constructor(
    private readonly article: Article,
    private readonly story: StorySentences,
    private readonly voices: Voices,
    private readonly draft: Draft,
    private readonly facts: LimitFacts
  ) {
    this.#kind = kindOfText(article.text, story.paragraphs, draft.title?.text ?? '');
    this.#used = new Set(draft.summary.map(({ start }) => start));
    this.#days = new Map(
      draft.dates.flatMap(({ start, value }) => (value === null ? [] : [[start, value] as const]))
    );
  }

  parts(): readonly ComposedPart[] {
    // A sentence stands once, where it says most: what comes first here takes it.
    const limits = limitsOf(this.article, this.draft, this.facts, (saying) =>
      this.#voiceOf(saying)?.name ? null : this.#takeSaying(saying, 'alone')
    );
    // The next date is what a reader must not miss, so a speaker's words that tell it stand there.
    const [next, said] = [this.#next(), this.#said()];
    const [happened, figures] = [this.#happened(), this.#figures()];
    const parts: readonly ComposedPart[] = [
      { heading: 'Who says what', kind: 'position', lines: said },
      { heading: 'Figures', kind: 'fact', lines: figures },
      { heading: 'What happened', kind: 'event', lines: happened },
      { heading: 'What comes next', kind: 'outcome', lines: next },
      { heading: 'Limits', kind: 'question', lines: limits }
    ];
    return parts.flatMap(({ lines, ...part }) =>
      lines.length > 0 ? [{ ...part, lines: lines.map(this.#withVoice) }] : []
    );
  }

  /** Whoever speaks the words stands before them, and not whom they speak of. */
  readonly #withVoice = (line: ComposedLine): ComposedLine => {
    const voice = line.words && this.voices.at(line.words.start);
    if (!voice) return line;
    const labels = [voice.name, line.label].filter(
      (each, i, all) => each && all.indexOf(each) === i
    );
    return { ...line, label: labels.join(', '), spoken: true };
  };

  /** The sentence around the place, once, where it can be read as it will stand. */
  #take(place: number): Range | null {
    return this.#takeOnce(this.story.at(place), 'alone');
  }

  /** The sentence of the verb, and that of the quotation where they are two: “Why?” Lee asked on Friday. */
  #takeSaying({ cue, source, content }: DraftQuote, stands: Stands): Range | null {
    const place = (cue ?? source ?? content[0])?.start ?? -1;
    const sentence = this.story.at(place);
    const isWithin = content.some(
      ({ start, end }) => sentence && start < sentence.end && end > sentence.start
    );
    if (isWithin || this.#used.has(sentence?.start ?? -1)) return this.#takeOnce(sentence, stands);
    const [first, last] = [content[0]?.start ?? place, content.at(-1)?.end ?? place];
    const whole = this.story.through(Math.min(first, place), Math.max(last, place));
    const taken = this.#takeOnce(whole, stands);
    if (taken && sentence) this.#used.add(sentence.start);
    return taken;
  }

  #takeOnce(sentence: Range | null, stands: Stands): Range | null {
    if (!sentence || this.#used.has(sentence.start)) return null;
    if (this.voices.at(sentence.start)?.asks) return null;
    const words = this.article.text.slice(sentence.start, sentence.end);
    const isClear =
      stands === 'alone'
        ? standsAlone(words) || this.#isOfTitle(sentence)
        : standsAlone(words) || opensWithPronoun(words) || /^["“‘'«]/.test(words);
    if (!isClear) return null;
    this.#used.add(sentence.start);
    return sentence;
  }

  /** “She …”, where the headline names her and the article is about nobody else. */
  #isOfTitle({ start }: Range): boolean {
    const { title, actors } = this.draft;
    const pronoun = /^(?:He|She|They|It)\b/.exec(this.article.text.slice(start, start + 5))?.[0];
    if (!title || pronoun === undefined) return false;
    const [first, other] = actors.filter(({ mentions }) =>
      mentions.some((each) => each.start >= title.start && each.end <= title.end)
    );
    return (
      first?.type === 'person' && !other && first.mentions.some((each) => each.start === start)
    );
  }

  /** By actor, whoever says most first, each in the order of the article; then who is interviewed. */
  #said(): readonly ComposedLine[] {
    const byActor = new Map<string, DraftQuote[]>();
    const sayings = new Sayings(this.article.text, this.draft, this.story.paragraphs);
    for (const { by, ...saying } of sayings.sure()) {
      const name = this.#voiceOf(saying)?.name ?? by.name;
      // Nobody would be named, neither who speaks nor who is spoken of.
      if (name === '' && !/\p{Lu}/u.test(saying.source?.text ?? '')) continue;
      byActor.set(name, [...(byActor.get(name) ?? []), saying]);
    }
    const lines: ComposedLine[] = [];
    for (const [label, said] of [...byActor].sort(([, a], [, b]) => b.length - a.length)) {
      let count = 0;
      for (const saying of said) {
        if (count === most.ofOneActor || lines.length === most.said) break;
        const told = namesNobody(label) ? '' : label;
        const words = this.#takeSaying(
          saying,
          told === '' || this.#voiceOf(saying) ? 'alone' : 'under its label'
        );
        if (!words) continue;
        lines.push(this.#named(sayings.ownerOf(saying) || told, words, saying));
        count += 1;
      }
    }
    return [...this.#answers(most.said - lines.length), ...lines];
  }

  /** The name once: none before a sentence that gives it to its speaker, and for “She said” what follows “She”. */
  #named(label: string, words: Range, saying: DraftQuote): ComposedLine {
    const { source, actor } = saying;
    const line = { ...noWords, label, words };
    if (label === '' || !source || this.#voiceOf(saying)) return line;
    if (source.text.includes(label)) return { ...line, label: '', strong: label };
    const isPerson = this.draft.actors.some(
      ({ id, type, mentions }) =>
        id === actor && type === 'person' && mentions.some(({ text }) => text === source.text)
    );
    if (source.start !== words.start || !isPerson) return line;
    if (this.article.text[source.end] === ' ') {
      return { ...line, words: { ...words, start: source.end + 1 } };
    }
    // “Mr Oyelaran, who on Wednesday …, said” has named him.
    const surname = label.split(' ').at(-1) ?? '';
    return source.text.endsWith(surname) ? { ...line, label: '', strong: surname } : line;
  }

  /** Who tells that somebody says it, where that is not the writer. */
  #voiceOf({ cue, source, content }: DraftQuote): SpeakingVoice | null {
    return this.voices.at((cue ?? source ?? content[0])?.start ?? -1);
  }

  #answers(room: number): readonly ComposedLine[] {
    const { actor, spans, views } = this.draft.answers ?? { actor: '', spans: [], views: [] };
    const label = this.draft.actors.find(({ id }) => id === actor)?.name ?? '';
    const inAnswers = spans.map(({ start, end }) =>
      views.filter((view) => start <= view.start && view.end <= end)
    );
    const lines: (ComposedLine & { readonly words: Range })[] = [];
    // Of as many answers as can be, before a second sentence of one.
    const inTurn = inAnswers
      .flatMap((views) => views.map((view, turn) => ({ view, turn })))
      .sort((a, b) => a.turn - b.turn);
    for (const { view } of inTurn) {
      if (lines.length >= Math.min(room, most.answers)) break;
      const words = this.#take(view.start);
      if (words) lines.push({ ...noWords, label, words });
    }
    return lines.sort((a, b) => a.words.start - b.words.start);
  }

  #figures(): readonly ComposedLine[] {
    const figures = this.draft.figures
      .flatMap((figure) => {
        const worth = figure.confidence < likely ? 0 : worthOf(this.article.text, figure);
        return worth > 0 ? [{ ...figure, worth }] : [];
      })
      .sort((a, b) => b.worth - a.worth);
    const found: { readonly words: Range; readonly strong: string }[] = [];
    const told = new Set<number | string>();
    for (const figure of figures) {
      if (found.length === most.figures) break;
      const sentence = this.story.at(figure.start)?.start ?? -1;
      const amount = `${figure.value} ${figure.unit}`;
      if (told.has(sentence) || told.has(amount)) continue;
      const words = this.#take(figure.start) ?? this.#inOnePiece(figure);
      if (!words) continue;
      found.push({ words, strong: figure.text });
      told.add(sentence).add(amount);
    }
    return found
      .sort((a, b) => a.words.start - b.words.start)
      .map((line) => ({ ...noWords, ...line }));
  }

  /**
   * “350 people killed in the flood”, where that stands there word for word, with whoever says so behind it;
   * the whole sentence where that stands elsewhere in it.
   */
  #inOnePiece({ start, text: wording, measures }: Draft['figures'][number]): Range | null {
    const { text } = this.article;
    const sentence = this.story.at(start);
    const told = figureInWords({ wording, unit: '', measures, date: null });
    const end = start + told.length;
    if (!sentence || this.voices.at(start)?.asks || end > sentence.end) return null;
    if (text.slice(start, end) !== told || told.length <= wording.length) return null;
    const said = this.draft.attributions.find(
      ({ source, content }) =>
        source && content.some((each) => each.start <= start && start < each.end)
    );
    if (!said) return { start, end };
    const places = [said.cue, said.source].flatMap((place) => place ?? []);
    const from = Math.min(...places.map((place) => place.start));
    const isBehind = from >= end && /^,?\s*$/.test(text.slice(end, from));
    return isBehind ? { start, end: Math.max(...places.map((place) => place.end)) } : sentence;
  }

  /**
   * In the order of their days: what the draft found as events first, then what the article dates to the
   * day, then, in an article without a day of its own, such as a life, to the month or the year. News of
   * which the day is not known dates nothing: it would date what stands behind the news.
   */
  #happened(): readonly ComposedLine[] {
    const { events, dates } = this.draft;
    const open = daysWithoutDate(this.draft, this.article.text);
    if (this.facts.published === null && open.length > 0) return [];
    const exact = (length: number) => dates.filter(({ value }) => value?.length === length);
    const places = [
      ...events.flatMap(({ future, date }) => (!future && date ? [date] : [])),
      ...exact(10),
      ...(this.facts.published === null ? [...exact(7), ...exact(4)] : [])
    ];
    const lines: (ComposedLine & { readonly day: PartialDate })[] = [];
    for (const date of places) {
      const { start } = date;
      const day = this.#days.get(start);
      if (lines.length === most.happened) break;
      if (!day || !this.#dates(date) || !this.#isPast(day, start)) continue;
      const words = this.#take(start);
      if (words) lines.push({ ...noWords, label: dateInWords(day), words, day });
    }
    return lines.sort((a, b) => compareText(a.day, b.day));
  }

  /** Says when something happened: not “on a Monday”, “in use today”, “the 1999 storm” or “the 1930s”. */
  #dates(date: Span): boolean {
    const { text } = this.article;
    const isDecade = /^['’]?s\b/.test(text.slice(date.end, date.end + 3));
    const isBound = bounds.test(text.slice(Math.max(0, date.start - 20), date.start));
    if (isDecade || isBound || isAnyTime(text, date)) return false;
    // “The member who backed the merger on Monday, said …”: she did not say it on that day.
    const sentence = this.story.at(date.start);
    if (sentence && /\b(?:who|whose|which)\b[^,;]*$/iu.test(this.#before(sentence, date.start)))
      return false;
    return !/^\d{4}$/.test(date.text) || this.#isYearOfSentence(date.start, date.text);
  }

  /** “In 1931 …” or “… in 1931.”, in a text that tells what was and not what was written. */
  #isYearOfSentence(place: number, date: string): boolean {
    const sentence = this.story.at(place);
    if (!sentence || this.#kind === 'academic') return false;
    const before = this.#before(sentence, place);
    const behind = this.article.text.slice(place + date.length, sentence.end);
    if (/\([^)]*$/.test(before)) return false;
    return (
      /^(?:In|By) $/.test(before) ||
      (/\b(?:in|by) $/.test(before) && /^(?:\s?\[[^\]]*\])*[.]/.test(behind))
    );
  }

  /** By its day, and by its sentence where that of the article is not known. */
  #isPast(day: PartialDate, place: number): boolean {
    const { published } = this.facts;
    const sentence = this.story.at(place);
    if (!sentence || (published !== null && day.slice(0, published.length) > published))
      return false;
    const words = this.article.text.slice(sentence.start, sentence.end);
    // Who speaks of herself tells no event, but for a diary.
    if (/\b(?:I|we|you|my|our)\b/i.test(withoutSpeech(words))) return false;
    // “The cost has risen from the £214 million put to them on Tuesday”: it did not rise on that day.
    if (
      /\bha(?:s|ve) \p{L}+(?:ed|en|wn)\b(?:[^;]*, from the\b)?[^,;]*$/iu.test(
        this.#before(sentence, place)
      )
    )
      return false;
    return isOver.test(words) && !ahead.test(words) && !/\b(?:would|could|might)\b/.test(words);
  }

  #before({ start }: Range, place: number): string {
    return this.article.text.slice(start, place);
  }

  #isToCome(place: number, day: PartialDate): boolean {
    const { published } = this.facts;
    const sentence = this.story.at(place);
    if (!sentence || (published !== null && day <= published)) return false;
    const words = this.article.text.slice(sentence.start, sentence.end);
    return isStep(words) || (published !== null && isArranged(words));
  }

  #next(): readonly ComposedLine[] {
    const dated = this.draft.events
      .filter(({ future }) => future)
      .map(({ start, date }) => ({ at: start, day: date && (this.#days.get(date.start) ?? null) }));
    const days = this.draft.dates
      .filter(({ start, value }) => value?.length === 10 && this.#isToCome(start, value))
      .map(({ start, value }) => ({ at: start, day: value }));
    const likelyNext = this.draft.outcomes
      .filter(({ text }) => isStep(text))
      .map(({ start }) => ({ at: start, day: null }));
    const lines: ComposedLine[] = [];
    const nearest = [...dated, ...days].toSorted((a, b) => compareText(a.day ?? '~', b.day ?? '~'));
    for (const { at, day } of [...nearest, ...likelyNext]) {
      if (lines.length === most.next) break;
      const words = this.#take(at);
      if (words) lines.push({ ...noWords, label: day ? dateInWords(day) : '', words });
    }
    return lines;
  }
}

/** What is to come of somebody or something, in the main clause. */
function isStep(sentence: string): boolean {
  const at = ahead.exec(sentence)?.index ?? -1;
  if (at < 0 || ofAnyTime.test(sentence)) return false;
  return !/\b(?:that|which|who|because|although|though|despite|since|whether|while|where)\b/i.test(
    sentence.slice(0, at)
  );
}

const noWords = { label: '', words: null, strong: '', remark: '' };
/** What is to come, and not what could be. */
const ahead =
  /\b(?:will|is to \p{L}+|is (?:expected|set|due|scheduled|likely|planned|poised) to|are (?:expected|set|due|scheduled|likely|planned|poised) to|plans to|(?<!, |\b(?:an?|the|his|her|its|their|our|my|no|new) )plan to|scheduled for|due (?:on|in|to)|by (?:next|the end of))\b/iu;

/** Before a day from or until which something holds: “an analysis of all cases since 1 January 2015”. */
const bounds =
  /\b(?:since|until|till|through|before|after|between|from|starting|beginning|as of)\s$/iu;

/** Told as past. */
const isOver =
  /\b(?:was|were|had|did|came|went|began|became|gave|got|held|kept|knew|led|left|lost|made|met|paid|put|ran|rose|said|sat|saw|sent|set|shot|sold|spoke|spent|stood|struck|swore|taught|took|told|threw|won|wrote|broke|built|bought|brought|chose|cut|drew|drove|fell|fought|found|flew|fled|grew|hit|hurt|laid|sank|sunk|sought|(?!hundred|indeed|need|speed|exceed|proceed|succeed|feed|seed)\p{L}{2,}ed)\b/iu;

/** What holds whenever, or for whoever reads. */
const ofAnyTime = /\b(?:[Ii]f|[Uu]nless|[Ww]henever|[Yy]ou|[Yy]our|I|[Ww]e)\b/;
