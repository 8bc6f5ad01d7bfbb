/** The sentences of an article's story, without what its page prints around it: where a line can be taken from. */
import { firstIndexWhere } from '../../domain/base/by-halves.js';
import { apology } from '../../domain/text/denied-numbers.js';
import type { Range } from '../../domain/text/range.js';
import { sentencesIn } from '../../domain/text/sentences.js';
import { sectionParagraphs } from '../cards/cards.js';
import { endsAsSentence, isBoilerplate } from '../outline/boilerplate.js';
import { salutationLength } from './stands-alone.js';
import { datelineLength, type Outline, plainText, referenceLength } from '../outline/outline.js';

/** UTF-16 units: what is longer is no line to take in at a glance, and what is shorter says nothing alone. */
const longest = 340;
const shortest = 25;

export class StorySentences {
  /** In order, with what is no story among them. */
  readonly paragraphs: readonly Range[];
  readonly #sentences = new Map<Range, readonly Range[]>();

  /** @param title the headline, which may stand in the text once more. */
  constructor(
    private readonly text: string,
    outline: Outline,
    private readonly title: string
  ) {
    this.paragraphs = outline.sections
      .flatMap((section) => sectionParagraphs(text, section))
      .filter(({ start, end }) => !apology.test(text.slice(start, end)))
      .sort((a, b) => a.start - b.start);
  }

  /** The whole sentence around the place; `null` where that is no sentence of the story or too long to show. */
  at(place: number): Range | null {
    const paragraph = this.paragraphAt(place);
    if (!paragraph) return null;
    const sentence = this.#told(paragraph).find(({ end }) => place < end);
    if (!sentence || place < sentence.start) return null;
    return isShowable(sentence) ? sentence : null;
  }

  /** From the sentence around one place through that around another, of one paragraph, with questions. */
  through(from: number, to: number): Range | null {
    const paragraph = this.paragraphAt(from);
    if (!paragraph || to > paragraph.end) return null;
    const sentences = [...sentencesIn(this.text, paragraph)];
    const first = sentences.find(({ end }) => from < end);
    const last = sentences.findLast(({ start }) => start <= to);
    if (!first || !last || !this.#isToldWhole(last)) return null;
    const whole = { start: first.start, end: last.end };
    const isWhole = !hasOpenQuote(this.text.slice(whole.start, whole.end));
    return isWhole && isShowable(whole) ? whole : null;
  }

  /** Of `paragraphs`, that around the place. */
  paragraphAt(place: number): Range | null {
    const { paragraphs } = this;
    const at = firstIndexWhere(paragraphs.length, (index) => paragraphs[index]!.end > place);
    const found = paragraphs[at];
    return found && found.start <= place ? found : null;
  }

  #told(paragraph: Range): readonly Range[] {
    const known = this.#sentences.get(paragraph);
    if (known) return known;
    const { start, end } = paragraph;
    const words = this.text.slice(start, end);
    const isStory = !isBoilerplate(plainText(words.slice(0, 1_000))) && !isTable(words);
    const body = { start: start + datelineLength(words), end };
    const sentences = isStory
      ? [...sentencesIn(this.text, body)].map(this.#withoutReference).filter(this.#isToldWhole)
      : [];
    this.#sentences.set(paragraph, sentences);
    return sentences;
  }

  readonly #withoutReference = (sentence: Range): Range => {
    const start = sentence.start + referenceLength(this.text, sentence);
    return {
      start: start + salutationLength(this.text.slice(start, sentence.end)),
      end: sentence.end
    };
  };

  readonly #isToldWhole = ({ start, end }: Range): boolean => {
    const sentence = plainText(this.text.slice(start, end));
    return (
      endsAsSentence(sentence) &&
      !/(?:[?:：？؟]|\.\.\.|…)["”’»]*$/u.test(sentence) &&
      /^["“«„'‘([]*[\p{L}\p{N}]/u.test(sentence) &&
      // A point of a list, with its heading before it.
      !/^\d{1,2}[.)]\s/u.test(sentence) &&
      // What is cut off begins small: “(b. 1950) and …”
      !/^\p{Ll}/u.test(sentence) &&
      !hasOpenQuote(sentence) &&
      folded(sentence) !== folded(this.title)
    );
  };
}

function isShowable({ start, end }: Range): boolean {
  return end - start <= longest && end - start >= shortest;
}

/** A sentence out of a longer quotation, which says who speaks elsewhere. */
function hasOpenQuote(sentence: string): boolean {
  const count = (pattern: RegExp) => sentence.match(pattern)?.length ?? 0;
  return (
    count(/[“«]/g) !== count(/[”»]/g) || count(/"/g) % 2 === 1 || count(/\(/g) !== count(/\)/g)
  );
}

function isTable(words: string): boolean {
  return /\S(?:\t| {3})\S|^\s*\|/.test(words.slice(0, 400));
}

function folded(words: string): string {
  return words
    .replace(/[\p{P}\s]+/gu, ' ')
    .trim()
    .toLowerCase();
}
