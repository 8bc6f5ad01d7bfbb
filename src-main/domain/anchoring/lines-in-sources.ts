/**
 * Where the lines of a card stand in the sources, word for word. What a draft composed, and whatever a
 * person quotes, so leads to its evidence without a mark of its own; once its words are changed, it
 * leads nowhere.
 */
import { firstIndexWhere } from '../base/by-halves.js';
import type { Id } from '../base/values.js';
import type { Range } from '../text/range.js';
import { sentencesIn } from '../text/sentences.js';

/** Offsets in rendered texts, UTF-16 units, end-exclusive. */
export interface LineInSource {
  /** The words in the card. */
  readonly line: Range;
  readonly source: Id;
  /** The same words in the source. */
  readonly place: Range;
  /** Of the source, from 1; 0 where its paragraphs are not known. */
  readonly paragraph: number;
}

/** Fewer words may stand anywhere. */
const fewest = { words: 3, units: 12 };
/** UTF-16 units of the label that a line may begin with, such as “Ann Lee:”. */
const longestLabel = 100;

/** Made once for the sources, and asked for many cards. */
export class WordsOfSources {
  readonly #sources: readonly FoldedText[];

  /** @param sources with their rendered texts, and where the paragraphs of these begin. */
  constructor(
    sources: readonly {
      readonly id: Id;
      readonly text: string;
      readonly paragraphs?: readonly number[];
    }[]
  ) {
    this.#sources = sources.map(
      ({ id, text, paragraphs = [] }) => new FoldedText(id, text, paragraphs)
    );
  }

  /**
   * In the order of the text. A line that no source has whole, or not in one paragraph, is looked for sentence by
   * sentence.
   */
  find(rendered: string): readonly LineInSource[] {
    return [...rendered.matchAll(/[^\n]+/gu)].flatMap(({ index, 0: line }) => {
      const whole = { start: index, end: index + line.length };
      const found = this.#place(rendered, whole);
      if (found && found.paragraph === found.lastParagraph) return [found];
      const sentences = [...sentencesIn(rendered, whole)];
      const parts =
        sentences.length < 2
          ? []
          : sentences.flatMap((sentence) => this.#place(rendered, sentence) ?? []);
      return found && parts.length < sentences.length ? [found] : parts;
    });
  }

  #place(
    rendered: string,
    line: Range
  ): (LineInSource & { readonly lastParagraph: number }) | null {
    for (const range of withoutFrame(rendered, line)) {
      const found = this.#placeOfWords(rendered, range);
      if (found) return found;
    }
    return null;
  }

  #placeOfWords(
    rendered: string,
    line: Range
  ): (LineInSource & { readonly lastParagraph: number }) | null {
    const words = rendered.slice(line.start, line.end).replace(/\s+/gu, ' ').trim();
    if (words.length < fewest.units || words.split(' ').length < fewest.words) return null;
    for (const source of this.#sources) {
      const place = source.placeOf(words);
      if (place)
        return {
          ...{ line, source: source.id, place, paragraph: source.paragraphAt(place.start) },
          lastParagraph: source.paragraphAt(place.end - 1)
        };
    }
    return null;
  }
}

/** As it stands, then without the label before it, then without the quotation marks around what is spoken. */
function withoutFrame(rendered: string, { start, end }: Range): readonly Range[] {
  const label = rendered.slice(start, Math.min(end, start + longestLabel)).indexOf(': ');
  const behind = label < 0 ? start : start + label + 2;
  const words = rendered.slice(behind, end);
  const inner = {
    start: behind + (words.startsWith('“') ? 1 : 0),
    end: end - (words.endsWith('”') ? 1 : 0)
  };
  const all = [{ start, end }, { start: behind, end }, inner];
  // Most lines have neither: what is not there was looked for in every source already.
  return all.filter((each, i) => {
    const before = all[i - 1];
    return each.start !== before?.start || each.end !== before.end;
  });
}

/** A text with its white space made alike, and the way back to its own offsets. */
class FoldedText {
  readonly #folded: string;
  /** Where white space was shortened: the place in the folded text, and the offset from there on. */
  readonly #shiftsAt: number[] = [];
  readonly #shiftsBy: number[] = [];

  constructor(
    readonly id: Id,
    text: string,
    private readonly paragraphs: readonly number[]
  ) {
    let folded = '';
    let from = 0;
    for (const { index, 0: space } of text.matchAll(/\s{2,}|[^\S ]/gu)) {
      folded += `${text.slice(from, index)} `;
      from = index + space.length;
      this.#shiftsAt.push(folded.length);
      this.#shiftsBy.push(from - folded.length);
    }
    this.#folded = folded + text.slice(from);
  }

  placeOf(words: string): Range | null {
    const at = this.#folded.indexOf(words);
    if (at < 0) return null;
    // Of the end the last unit counts: the space behind it may have been shortened.
    return { start: this.#unfolded(at), end: this.#unfolded(at + words.length - 1) + 1 };
  }

  paragraphAt(place: number): number {
    return countUpTo(this.paragraphs, place);
  }

  #unfolded(at: number): number {
    return at + (this.#shiftsBy[countUpTo(this.#shiftsAt, at) - 1] ?? 0);
  }
}

/** How many of the rising numbers are at most `limit`. */
function countUpTo(numbers: readonly number[], limit: number): number {
  return firstIndexWhere(numbers.length, (index) => (numbers[index] ?? 0) > limit);
}
