/**
 * Whether the right actor is filled in at words that a person selects: all that people have annotated as
 * said by a named source is selected, as a whole.
 */
import { whoSpeaks } from '../../src-main/domain/suggestions/who-speaks.js';
import type { Range } from '../../src-main/domain/text/range.js';
import { draftArticle } from '../../src-main/draft/draft-article.js';
import type { CitingSentence } from './citing-sentences.js';
import { articleOf, type OpenMention, type OpenText } from './open-texts.js';
import { type Count, newCount } from './score.js';

/** Words that are said, and all names of whoever says them. */
interface Saying {
  readonly said: Range;
  readonly names: readonly string[];
}

/** `found` are the selections at which anybody is filled in, `marked` all. */
export function filledInAtTexts(texts: readonly OpenText[]): Count {
  return filledIn(texts.map((open) => ({ open, sayings: sayingsIn(open) })));
}

export function filledInAtSentences(sentences: readonly CitingSentence[]): Count {
  return filledIn(
    sentences.map(({ id, text, contents, sources }) => {
      const [source] = sources;
      const names = source?.named ? [text.slice(source.start, source.end)] : [];
      const sayings = names.length && contents.length ? [{ said: hull(contents), names }] : [];
      return { open: { id, text }, sayings };
    })
  );
}

function filledIn(
  parts: readonly { open: Pick<OpenText, 'id' | 'text'>; sayings: readonly Saying[] }[]
): Count {
  const count = newCount();
  for (const { open, sayings } of parts) {
    if (sayings.length === 0) continue;
    const draft = draftArticle(articleOf(open), { asEnglish: true });
    for (const { said, names } of sayings) {
      const { name, drafted } = whoSpeaks(draft, open.text, said, []);
      const given = [name, ...(drafted?.aliases ?? [])].filter((each) => each !== '');
      count.marked += 1;
      if (given.length > 0) count.found += 1;
      if (given.some((one) => names.some((other) => isSame(one, other)))) count.right += 1;
    }
  }
  return count;
}

/** Those of a source that the text names somewhere; “I” of a court’s hearing often has no name there. */
function sayingsIn({ text, entities, attributions }: OpenText): readonly Saying[] {
  const mentions = entities ?? [];
  return (attributions ?? []).flatMap(({ attribution, content }) => {
    const source = sourceIn(attribution, mentions);
    const names = mentions
      .filter(({ form, cluster }) => form === 'name' && cluster === source?.cluster)
      .map(({ start, end }) => text.slice(start, end));
    return names.length > 0 ? [{ said: hull(content), names }] : [];
  });
}

/** The first person or organisation of the clause, with all that hangs on it. */
function sourceIn(clause: readonly Range[], mentions: readonly OpenMention[]) {
  return mentions
    .filter(
      ({ type, start, end }) =>
        type !== 'place' && clause.some((part) => part.start <= start && end <= part.end)
    )
    .toSorted((a, b) => a.start - b.start || b.end - a.end)[0];
}

/** One is in the other: “Fauci” and “Dr. Anthony Fauci, who leads the institute”. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map(
    (name) =>
      ` ${name
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()} `
  ) as [string, string];
  return a.includes(b) || b.includes(a);
}

function hull(ranges: readonly Range[]): Range {
  return {
    start: Math.min(...ranges.map(({ start }) => start)),
    end: Math.max(...ranges.map(({ end }) => end))
  };
}
