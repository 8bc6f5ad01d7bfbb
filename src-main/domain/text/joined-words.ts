/** Sets a person's words beside ours: they may bring a full stop or a question mark of their own. */
import { isolatedFromEachOther } from './direction.js';

/** Quotation marks, brackets and the end of isolated words, which may follow the end of a sentence. */
const closers = String.raw`["'”’»“)\]」』\u2069]*$`;
/** What ends a sentence, in the scripts that a briefing may be written in. */
const ended = new RegExp(`[.!?…。！？．؟۔।։]${closers}`, 'u');
/** What no comma can follow. */
const final = new RegExp(`(?:[!?…！？؟]|\\.{2,})${closers}`, 'u');
/** A full stop that only ends the sentence. */
const fullStop = /[.。．۔।։]$/u;
/** Words whose full stop is their own: `U.S.`, `J.`, `Example Inc.` */
const abbreviated =
  /(?:^|[\s.(])(?:\p{L}|Inc|Ltd|Co|Corp|Jr|Sr|St|No|Vol|etc|al|eds?|pp?|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.$/u;

/** Ended by one full stop, or by what ends it already. Empty for no words. */
export function asSentence(words: string): string {
  const line = words.trimEnd();
  return line === '' || ended.test(line) ? line : `${line}.`;
}

/** One after the other with commas between, those without words left out; isolated where one runs from right to left. */
export function joinedByCommas(parts: readonly string[], comma = ','): string {
  const told = parts.map((part) => part.trim()).filter((part) => part !== '');
  const last = told.length - 1;
  const kept = told.map((part, index) => (index < last ? withoutFullStop(part) : part));
  return isolatedFromEachOther(kept)
    .map((part, index) => (index < last && !final.test(part) ? `${part}${comma}` : part))
    .join(' ');
}

/** Such as “1 briefing” and “2 briefings”. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** How often each key stands in each list, in words such as “1 position, 2 figures”; one in no list is missing. */
export function countedByKey<K>(
  lists: readonly (readonly [keys: readonly K[], one: string, many?: string])[]
): ReadonlyMap<K, string> {
  const words = new Map<K, string>();
  for (const [keys, one, many] of lists) {
    const counts = new Map<K, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    for (const [key, count] of counts) {
      const told = counted(count, one, many);
      words.set(key, words.has(key) ? `${words.get(key)}, ${told}` : told);
    }
  }
  return words;
}

/** `addition` as the last words of the sentence; empty for none. */
export function withAddition(sentence: string, addition: string, comma = ','): string {
  const line = sentence.trim();
  if (addition === '' || line === '') return line || addition;
  if (final.test(line)) return `${line} (${addition})`;
  const stop = abbreviated.test(line) ? '' : (fullStop.exec(line)?.[0] ?? '');
  return `${beforeMore(line, comma)} ${addition}${stop}`;
}

function beforeMore(line: string, comma: string): string {
  return final.test(line) ? line : `${withoutFullStop(line)}${comma}`;
}

/** Not without that of an abbreviation. */
export function withoutFullStop(line: string): string {
  if (final.test(line) || abbreviated.test(line)) return line;
  return line.replace(fullStop, '').trimEnd();
}

export function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Words that begin a sentence, or a name that may begin one, as within it. */
export function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
