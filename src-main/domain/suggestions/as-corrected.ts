/** Who speaks at selected words, after what a person has recorded on others of the sentence. Pure. */
import { overlaps, type Range } from '../text/range.js';
import { rangeOfSentence } from '../text/sentences.js';
import { nobody, type Speaker } from './who-speaks.js';

/** A position on words of a text. */
export interface RecordedThere {
  readonly place: Range;
  /** As the briefing names the actor. */
  readonly actor: string;
}

/**
 * Where the same speaker was read at other words of the sentence, and the last position on them is
 * recorded of another actor: that actor.
 *
 * @param recorded in the order of recording
 * @param speakerAt who is read at a place of `text`
 */
export function asCorrected(
  text: string,
  selected: Range,
  recorded: readonly RecordedThere[],
  speakerAt: (place: Range) => Speaker
): Speaker {
  const read = speakerAt(selected);
  const sentence = rangeOfSentence(text, selected);
  const last = recorded.findLast(
    ({ place }) => overlaps(place, sentence) && speakerAt(place).name === read.name
  );
  if (!last || last.actor === read.name) return read;
  const { direct, said } = read;
  return { ...nobody, name: last.actor, why: 'as recorded in this sentence', direct, said };
}
