/**
 * Whose words a place of a text holds, in a text in which people speak throughout: an interview, a
 * hearing, a speech. English.
 */
import { withoutSpeech } from '../../domain/text/direct-speech.js';
import type { Draft } from '../../domain/suggestions/draft.js';
import type { Range } from '../../domain/text/range.js';
import { labelRule } from '../attributions/speaker-labels.js';
import { isQuestion, kindOfText, peopleSpeakIn, speaksToYou } from './kind-of-text.js';
import type { StorySentences } from './story-sentences.js';

export interface SpeakingVoice {
  /** Empty where it is not plain who speaks. */
  readonly name: string;
  /** Perhaps of whoever asks, who says nothing of their own by it. */
  readonly asks: boolean;
}

export class Voices {
  readonly #isInterview: boolean;
  readonly #isSpoken: boolean;
  /** Of an interview, where its first question begins. */
  readonly #begun: number;
  readonly #answerer: string;
  /** What stands behind the label of a speaker. */
  readonly #turns: readonly { start: number; end: number; name: string }[];

  constructor(
    private readonly text: string,
    private readonly story: StorySentences,
    draft: Pick<Draft, 'title' | 'summary'> &
      Partial<Pick<Draft, 'actors' | 'attributions' | 'answers'>>
  ) {
    const { paragraphs } = story;
    const kind = kindOfText(text, paragraphs, draft.title?.text ?? '');
    const { actors = [], attributions = [], answers } = draft;
    this.#isInterview = kind === 'interview';
    this.#isSpoken = peopleSpeakIn(text, kind);
    this.#begun = this.#isInterview
      ? (paragraphs.find((each) => isQuestion(text, each) || this.#isTalk(each))?.start ?? 0)
      : 0;
    this.#turns = attributions
      .filter(({ rule }) => rule === labelRule)
      .flatMap(({ content, actor, source }) => {
        const name = actors.find(({ id }) => id === actor)?.name ?? source?.text ?? '';
        return content.map(({ start, end }) => ({ start, end, name }));
      });
    this.#answerer = actors.find(({ id }) => id === answers?.actor)?.name ?? '';
  }

  /** `null` where the writer tells. */
  at(place: number): SpeakingVoice | null {
    if (!this.#isSpoken) return null;
    const paragraph = this.story.paragraphAt(place);
    if (!paragraph) return null;
    const turn = this.#turns.find(({ start, end }) => start <= place && place < end);
    if (turn) return { name: turn.name, asks: false };
    if (!this.#isInterview) return { name: this.#pleading(paragraph.start), asks: false };
    if (place < this.#begun && !/\bI\b/.test(this.#unquoted(paragraph))) return null;
    const asks = isQuestion(this.text, paragraph) || this.#isRemark(paragraph);
    return { name: asks ? '' : this.#answerer, asks };
  }

  /** “I wanted to know what you think of it.” */
  #isTalk(paragraph: Range): boolean {
    return /\bI\b/.test(this.#unquoted(paragraph)) && speaksToYou(this.text, paragraph);
  }

  /** “You have seen a good deal of it.”, which is no answer to a question. */
  #isRemark(paragraph: Range): boolean {
    if (!speaksToYou(this.text, paragraph)) return false;
    const { start } = paragraph;
    const before = this.story.paragraphAt(this.text.slice(0, start).trimEnd().length - 1);
    return !before || !isQuestion(this.text, before);
  }

  #unquoted({ start, end }: Range): string {
    return withoutSpeech(this.text.slice(start, end));
  }

  /** “ORAL ARGUMENT OF ANN B. LEE ON BEHALF OF THE STATES” stands before what she pleads. */
  #pleading(start: number): string {
    const before = this.text.slice(Math.max(0, start - 200), start).trimEnd();
    const name = pleads.exec(before.slice(before.lastIndexOf('\n') + 1))?.[1] ?? '';
    return name
      .replace(/\p{L}{2,}/gu, (word) => `${word.charAt(0)}${word.slice(1).toLowerCase()}`)
      .replace(/\bMc\p{Ll}/gu, (word) => `Mc${word.slice(2).toUpperCase()}`);
  }
}

const pleads =
  /^ORAL ARGUMENT OF (?:(?:GEN|MR|MRS|MS|DR|PROF)\.? )?(\p{Lu}[\p{Lu}.’'-]*(?: \p{Lu}[\p{Lu}.’'-]*){1,3})(?:,| ON BEHALF OF | FOR )/u;
