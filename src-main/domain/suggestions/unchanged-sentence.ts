/**
 * Whether a suggestion rests on a sentence that another text has too, word for word. Who is meant by
 * “she” hangs on what stands before: where the sentence names nobody, the one before counts as well.
 */
import type { Range } from '../text/range.js';
import { sentencesIn } from '../text/sentences.js';
import type { DraftActor, Suggestion } from './suggestion.js';

/** UTF-16 units to each side of the words in which their sentence is looked for. */
const furthest = 2_000;

/** `null` for a text that is not here: of that nothing is known. Of actors the name alone counts. */
export function readsTheSame(
  suggestion: Suggestion,
  text: string | null,
  other: string | null
): boolean {
  if (suggestion.kind === 'actor') return true;
  if (text === null || other === null) return false;
  const sentences = sentencesAround(text, suggestion.words);
  const withBefore = !isSpeakerNamed(suggestion, sentences.own);
  const wanted = inOneLine(text, sentences, withBefore);
  return placesOf(suggestion.words.text, other).some(
    (place) => inOneLine(other, sentencesAround(other, place), withBefore) === wanted
  );
}

interface Sentences {
  /** In which the words stand: from the first to the last, where there are several. */
  readonly own: Range;
  /** `null` where none is near. */
  readonly before: Range | null;
}

function sentencesAround(text: string, words: Range): Sentences {
  const [from, to] = [Math.max(0, words.start - furthest), words.end + furthest];
  const paragraphs = text.slice(from, to).matchAll(/\S(?:(?!\n\s*\n)[\s\S])*/g);
  const all = [...paragraphs].flatMap(({ index, 0: paragraph }) => [
    ...sentencesIn(text, { start: from + index, end: from + index + paragraph.length })
  ]);
  const own = all.filter(({ start, end }) => start < words.end && end > words.start);
  const before = all.findLast(({ end }) => end <= (own[0]?.start ?? words.start)) ?? null;
  return {
    own: { start: own[0]?.start ?? words.start, end: own.at(-1)?.end ?? words.end },
    before
  };
}

function inOneLine(text: string, { own, before }: Sentences, withBefore: boolean): string {
  const stretches = withBefore && before ? [before, own] : [own];
  return stretches.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ')).join('\n');
}

/** Whether the sentence names whoever is meant; also where nobody is. */
function isSpeakerNamed(suggestion: Suggestion, { start, end }: Range): boolean {
  const actor = actorOf(suggestion);
  return (
    actor?.mentions.some(
      (each) =>
        each.start >= start &&
        each.end <= end &&
        (each.kind === 'name' || each.kind === 'title+name' || each.kind === 'group')
    ) ?? true
  );
}

function actorOf(suggestion: Suggestion): DraftActor | null {
  switch (suggestion.kind) {
    case 'position':
      return suggestion.position.actor;
    case 'change':
      return suggestion.actor;
    case 'statement':
      return suggestion.statement.actor;
    case 'actor':
    case 'quote':
    case 'figure':
    case 'date':
    case 'event':
    case 'constraint':
    case 'outcome':
      return null;
  }
}

/** Where the text has these words, however its lines are broken. */
function placesOf(words: string, text: string): readonly Range[] {
  const parts = words
    .trim()
    .split(/\s+/)
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return [...text.matchAll(new RegExp(parts.join('\\s+'), 'g'))].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length
  }));
}
