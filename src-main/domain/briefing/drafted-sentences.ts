/**
 * What of a text is a draft’s, word for word. The draft leaves the hashes of its sentences and nothing changes
 * them: so it is told by the text alone, however that became what it is. Pure.
 */
import type { DraftedSentences } from './entries.js';
import { hashOfWord } from '../text/hash-word.js';
import { sentencesIn } from '../text/sentences.js';

/** Where a block of Markdown ends: at a blank line, and before a point of a list, a heading, a quote or a row. */
const betweenBlocks = /\n\s*\n|\n(?=\s*(?:>|\||#{1,6}\s|[-*+]\s|\d+[.)]\s))/u;
const signsOfBlock = /^(?:\s*(?:>|#{1,6}\s|[-*+]\s|\d+[.)]\s))+/u;

/**
 * What tells a line or a sentence from another. It hangs on the words alone: one that is moved or made bold
 * stays the same, one that is reworded does not. The words themselves would stay behind when they are deleted.
 */
export function hashOfLine(line: string): number {
  return (
    hashOfWord(
      line
        .replace(/[*_`\\]/gu, '')
        .replace(/\s+/gu, ' ')
        .trim()
    ) >>> 0
  );
}

/** Of Markdown, in order and without the signs of its blocks. What has neither letter nor digit is none. */
export function sentencesOfMarkdown(markdown: string): readonly string[] {
  return markdown.split(betweenBlocks).flatMap((block) => {
    const words = block.replace(signsOfBlock, '').replace(/\s+/gu, ' ');
    return [...sentencesIn(words, { start: 0, end: words.length })]
      .map(({ start, end }) => words.slice(start, end))
      .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
  });
}

/** Each once, as a draft leaves them. */
export function hashesOfSentences(markdown: string): DraftedSentences {
  return [...new Set(sentencesOfMarkdown(markdown).map(hashOfLine))];
}

/**
 * Whether each of the passages is the draft’s: all its sentences are. One in which a single sentence is
 * a person’s is hers.
 *
 * @param drafted `undefined`: not known, so that each may be the draft’s.
 */
export function draftedAmong(
  passages: readonly string[],
  drafted: DraftedSentences | undefined
): readonly boolean[] {
  if (!drafted) return passages.map(() => true);
  const known = new Set(drafted);
  return passages.map((passage) => {
    const sentences = hashesOfSentences(passage);
    return sentences.length > 0 && sentences.every((each) => known.has(each));
  });
}
