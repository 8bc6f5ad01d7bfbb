/** What a list of sources tells of each, after the standards for citing what a judgement rests on. Pure. */
import type { Briefing } from '../briefing/briefing.js';
import { gradeOf, notGraded, type Source } from '../briefing/source.js';
import type { PrintedWords } from '../terms/printed/en.js';
import { sourceTitle } from './number-notes.js';
import { sharedOriginInWords } from './shared-origin.js';

export interface SourceEntry {
  readonly title: string;
  /** Author, publisher and day, as far as they are known. */
  readonly madeBy: readonly string[];
  /** Empty for none. */
  readonly address: string;
  /** Such as `B2`; empty, with its words, for a source that nobody graded. */
  readonly grade: string;
  /** Such as “usually reliable; probably true”. */
  readonly gradeInWords: string;
  /** Such as “Newer version of source 3”, “Read at its address on 16 August 2025”, “In German”, “Original kept: report.pdf, 1.2 MB”. */
  readonly handling: readonly string[];
  /** How it describes people whom it does not name; empty where nobody said. */
  readonly unnamed: string;
  /** Such as “Of one origin (AFP) with sources 2 and 4”; empty for one that stands for itself. */
  readonly origin: string;
}

export function sourceEntry(
  briefing: Pick<Briefing, 'sources' | 'origins'>,
  source: Source,
  words: PrintedWords
): SourceEntry {
  const { author, publisher, published, url, reliability, credibility } = source;
  const unnamed = source.unnamedPeople.trim();
  return {
    title: sourceTitle(source, words),
    madeBy: [author, publisher, published ? words.date(published) : ''].filter(
      (part) => part.trim() !== ''
    ),
    address: url.trim(),
    ...(gradeOf(source) === notGraded
      ? { grade: '', gradeInWords: '' }
      : {
          grade: gradeOf(source),
          gradeInWords: `${words.reliability[reliability]}${words.semicolon} ${words.credibility[credibility]}`
        }),
    handling: [...versionsOf(briefing, source, words), ...handlingOf(source, words)],
    unnamed: unnamed === '' ? '' : words.unnamedPeople(unnamed),
    origin: sharedOriginInWords(briefing, source, words)
  };
}

/** By their numbers in the list. */
function versionsOf(
  { sources }: Pick<Briefing, 'sources'>,
  { id, updates }: Source,
  { number, newerVersion }: PrintedWords
): readonly string[] {
  const numbered = sources.map((each, index) => ({ ...each, number: number(index + 1) }));
  return [
    ...numbered.filter((each) => each.id === updates).map((each) => newerVersion.isOf(each.number)),
    ...numbered
      .filter((each) => each.updates === id)
      .map((each) => newerVersion.isReplacedBy(each.number))
  ];
}

function handlingOf(
  { accessed, language, original }: Source,
  words: PrintedWords
): readonly string[] {
  return [
    ...(accessed ? [words.readAtAddress(words.date(accessed), accessed.length === 10)] : []),
    ...(language ? [inLanguage(language, words)] : []),
    ...(original ? [words.originalKept(original.name, original.bytes)] : [])
  ];
}

/** The tag itself where it is none that a language could have. */
function inLanguage(tag: string, words: PrintedWords): string {
  try {
    return words.inLanguage(tag);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return tag;
  }
}
