/** What a list of sources tells of each, after the standards for citing what a judgement rests on. Pure. */
import type { Briefing } from '../briefing/briefing.js';
import { gradeOf, type Source, titleOfSource } from '../briefing/source.js';
import { credibilityWords, dateInWords, reliabilityWords } from '../terms/terms.js';
import { isolated } from '../text/direction.js';
import { asSentence } from '../text/joined-words.js';
import { sizeInWords } from '../text/size-in-words.js';
import { sharedOriginInWords } from './shared-origin.js';

const words = {
  accessed: (day: string) => `Read at its address on ${day}`,
  /** Of a month or a year. */
  accessedIn: (time: string) => `Read at its address in ${time}`,
  language: (name: string) => `In ${name}`,
  original: (name: string, size: string) => `Original kept: ${name}, ${size}`,
  unnamed: (description: string) => `People it does not name: ${description}`
} as const;

export interface SourceEntry {
  readonly title: string;
  /** Author, publisher and day, as far as they are known. */
  readonly madeBy: readonly string[];
  /** Empty for none. */
  readonly address: string;
  /** Such as `B2`. */
  readonly grade: string;
  /** Such as “usually reliable; probably true”. */
  readonly gradeInWords: string;
  /** Such as “Read at its address on 16 August 2025”, “In German”, “Original kept: report.pdf, 1.2 MB”. */
  readonly handling: readonly string[];
  /** How it describes people whom it does not name; empty where nobody said. */
  readonly unnamed: string;
  /** Such as “Of one origin (AFP) with sources 2 and 4”; empty for one that stands for itself. */
  readonly origin: string;
}

export function sourceEntry(
  briefing: Pick<Briefing, 'sources' | 'origins'>,
  source: Source
): SourceEntry {
  const { author, publisher, published, url, reliability, credibility } = source;
  const unnamed = source.unnamedPeople.trim();
  return {
    title: titleOfSource(source),
    madeBy: [author, publisher, published ? dateInWords(published) : ''].filter(
      (part) => part.trim() !== ''
    ),
    address: url.trim(),
    grade: gradeOf(source),
    gradeInWords: `${reliabilityWords[reliability]}; ${credibilityWords[credibility]}`,
    handling: handlingOf(source),
    unnamed: unnamed === '' ? '' : words.unnamed(isolated(unnamed)),
    origin: sharedOriginInWords(briefing, source)
  };
}

/** All but the citation, the address and the grade, as sentences: for formats that write an entry as one paragraph. */
export function remarksOf({ handling, unnamed, origin }: SourceEntry): string {
  return [...handling, unnamed, origin]
    .map(asSentence)
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function handlingOf({ accessed, language, original }: Source): readonly string[] {
  const day = accessed && dateInWords(accessed);
  return [
    ...(accessed && day
      ? [accessed.length === 10 ? words.accessed(day) : words.accessedIn(day)]
      : []),
    ...(language ? [words.language(languageInWords(language))] : []),
    ...(original ? [words.original(isolated(original.name), sizeInWords(original.bytes))] : [])
  ];
}

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

/** The tag itself where it names no language that is known. */
function languageInWords(tag: string): string {
  try {
    return languageNames.of(tag) ?? tag;
  } catch {
    // A tag may be any word of two letters and more.
    return tag;
  }
}
