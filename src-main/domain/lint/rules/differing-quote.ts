import { findSimilar } from '../../anchoring/candidates.js';
import type { Briefing } from '../../briefing.js';
import type { Finding } from '../finding.js';
import { quotationsOf } from '../own-voice.js';
import { findingIn, type Passage } from '../passages.js';
import { foldQuotation, type SourceIndex } from '../sources.js';

/** Fewer words are a name or a word at arm's length. */
const leastWords = 3;

/** Quotations in a text that no source holds as they stand. */
export function differingQuote(passage: Passage, sources: SourceIndex): readonly Finding[] {
  if (sources.isEmpty) return [];
  return quotationsOf(passage.text).flatMap((quotation) =>
    partsOf(quotation).flatMap((part) => {
      const folded = foldQuotation(part);
      if (sources.folded.some((text) => text.includes(folded))) return [];
      const near = nearest(folded, sources);
      return [
        findingIn(
          passage,
          'differing-quote',
          part,
          near
            ? `The source says “${near}”. Quote it as it stands, or mark what you left out with […].`
            : 'No source of this briefing holds these words. Add the source, or take the quotation marks away.'
        )
      ];
    })
  );
}

/** Annotations of a source whose words are not in it. */
export function differingEvidence(briefing: Briefing, sources: SourceIndex): readonly Finding[] {
  if (sources.isEmpty) return [];
  return briefing.annotations
    .filter(({ target }) => target.type === 'source')
    .filter(({ target }) => {
      const folded = foldQuotation(target.selectors.quote.exact);
      return !sources.folded.some((text) => text.includes(folded));
    })
    .map(({ id, target }) => ({
      rule: 'differing-quote',
      in: 'annotation',
      about: id,
      words: target.selectors.quote.exact.slice(0, 300),
      message: 'These words are not in the source that they were marked in. Mark them anew.'
    }));
}

/** What its writer left out or put in, in brackets, is not part of the quotation; nor is the last comma. */
function partsOf(quotation: string): readonly string[] {
  return quotation
    .split(/\[[^\]]*\]|\(…\)|…|\.{3}/u)
    .map((part) => part.trim().replace(/^[,;:]\s*|[\s,.;:!?]+$/gu, ''))
    .filter((part) => (part.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= leastWords);
}

function nearest(folded: string, sources: SourceIndex): string | null {
  const quote = { exact: folded, prefix: '', suffix: '' };
  const found = sources.folded.flatMap((text) =>
    findSimilar(quote, text)
      .slice(0, 1)
      .map(({ start, end, errors }) => ({ words: text.slice(start, end).trim(), errors }))
  );
  return found.sort((a, b) => a.errors - b.errors)[0]?.words ?? null;
}
