/** What a document says beside words that a newer version of their source has otherwise. Pure. */
import type { Id } from '../base/values.js';
import type { Briefing } from '../briefing/briefing.js';
import type { CorrectedWords } from '../contradictions/corrected-words.js';
import { dismissedPairs, pairOf } from '../ledger/held-stances.js';
import type { PrintedWords } from '../terms/printed/en.js';
import { cutToLength } from '../text/cut-to-length.js';
import { joinedByCommas } from '../text/joined-words.js';
import { sourceTitle } from './number-notes.js';

/** UTF-16 units of the newer words. */
const mostQuoted = 400;

/** Sentences, by the annotation or the part whose words they are about. What its author dismissed is not told. */
export function newerVersionsInWords(
  { sources, dismissals }: Pick<Briefing, 'sources' | 'dismissals'>,
  corrected: readonly CorrectedWords[],
  words: PrintedWords
): ReadonlyMap<Id, string> {
  const dismissed = dismissedPairs(dismissals);
  const told = new Map<Id, string>();
  for (const { quoting, update, words: newer } of corrected) {
    const source = sources.find(({ id }) => id === update);
    if (!source || dismissed.has(pairOf({ kind: 'corrected', one: quoting, other: update }))) {
      continue;
    }
    const day = source.published ? words.date(source.published) : '';
    const named = joinedByCommas([sourceTitle(source, words), day], words.comma);
    const { says, lacks } = words.newerVersion;
    const { text, cut } = cutToLength(newer, mostQuoted);
    const quote = words.quoted(cut ? `${text} …` : text);
    const sentence = newer === '' ? lacks(named) : says(named, quote);
    told.set(quoting, [told.get(quoting) ?? '', sentence].filter(Boolean).join(' '));
  }
  return told;
}
