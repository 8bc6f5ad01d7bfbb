import { findSimilar } from '../../anchoring/candidates.js';
import type { Annotation } from '../../briefing/annotation.js';
import type { Briefing } from '../../briefing/briefing.js';
import type { Finding } from '../finding.js';
import { quotationsOf } from '../own-voice.js';
import { findingIn, type Passage } from '../passages.js';
import { foldQuotation, type SourceIndex } from '../sources.js';

/** Fewer words are a name or a word at arm's length. */
const leastWords = 3;

/** Of one text: to look through long sources for words like these takes its time. */
const mostCompared = 40;

/** Quotations in a text that no source holds as they stand. */
export function differingQuote(passage: Passage, sources: SourceIndex): readonly Finding[] {
  if (sources.isEmpty) return [];
  const verdicts = verdictsOf(sources);
  let compared = 0;
  return quotationsOf(passage.text).flatMap((quotation) =>
    partsOf(quotation).flatMap((part) => {
      const folded = foldQuotation(part);
      let verdict = verdicts.get(folded);
      if (!verdict) {
        const held = sources.folded.some((text) => text.includes(folded));
        if (!held) compared += 1;
        verdict = { held, near: held || compared > mostCompared ? null : nearest(folded, sources) };
        verdicts.set(folded, verdict);
      }
      if (verdict.held) return [];
      return [
        findingIn(
          passage,
          'differing-quote',
          part,
          verdict.near
            ? `The source says “${verdict.near}”. Quote it as it stands, or mark what you left out with […].`
            : 'No source of this briefing holds these words. Add the source, or take the quotation marks away.'
        )
      ];
    })
  );
}

interface Verdict {
  readonly held: boolean;
  /** The words of a source that are most like it; `null` for none. */
  readonly near: string | null;
}
const known = new WeakMap<SourceIndex, Map<string, Verdict>>();

/** By the folded words. The same sources are not asked twice. */
function verdictsOf(sources: SourceIndex): Map<string, Verdict> {
  const verdicts = known.get(sources) ?? new Map<string, Verdict>();
  known.set(sources, verdicts);
  return verdicts;
}

/** Annotations of a source whose words are not in it. */
export function differingEvidence(briefing: Briefing, sources: SourceIndex): readonly Finding[] {
  if (sources.isEmpty) return [];
  return briefing.annotations
    .filter((annotation) => differs(annotation, sources))
    .map(({ id, target }) => ({
      rule: 'differing-quote',
      in: 'annotation',
      about: id,
      words: target.selectors.quote.exact.slice(0, 300),
      message: 'These words are not in the source that they were marked in. Mark them anew.'
    }));
}

const compared = new WeakMap<
  Annotation,
  { readonly sources: SourceIndex; readonly differs: boolean }
>();

function differs(annotation: Annotation, sources: SourceIndex): boolean {
  if (annotation.target.type !== 'source') return false;
  const known = compared.get(annotation);
  if (known?.sources === sources) return known.differs;
  const folded = foldQuotation(annotation.target.selectors.quote.exact);
  const found = { sources, differs: !sources.folded.some((text) => text.includes(folded)) };
  compared.set(annotation, found);
  return found.differs;
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
