/** In which language a document is, and a quote in it. */
import type { Briefing } from '../briefing/briefing.js';
import { type Source, textOfSource } from '../briefing/source.js';
import { languageOf } from '../text/language-of.js';
import type { Note } from './number-notes.js';

/** What its author chose; else the language of its cards, then of its sources; English where neither tells. */
export function languageOfBriefing(
  { language, title, bottomLine, cards, sources }: Briefing,
  texts: Readonly<Record<string, string>>
): string {
  if (language !== null) return language;
  const own = [
    bottomLine,
    ...cards.map(({ body }) => body),
    ...cards.map(({ heading }) => heading)
  ];
  const found = languageOf([...own, title].filter(Boolean).join('\n'));
  if (found !== null) return found;
  const first = sources.find((source) => textOfSource(source, texts) !== null);
  return (first && languageOf(textOfSource(first, texts) ?? '')) ?? first?.language ?? 'en';
}

/** Of a quote: as its source's, else as its own words tell; that of the document where neither does. */
export function languageOfQuote(
  { annotation, place }: Pick<Note, 'annotation' | 'place'>,
  document: {
    readonly language: string;
    readonly texts: readonly { readonly source: Source; readonly language: string }[];
  }
): string {
  if (place?.type !== 'source') return document.language;
  const { source } = place;
  const text = document.texts.find((each) => each.source.id === source.id);
  const { exact } = annotation.target.selectors.quote;
  return source.language ?? languageOf(exact) ?? text?.language ?? document.language;
}
