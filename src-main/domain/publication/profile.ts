/** Who a document is for, and what such a reader must not be given. */
import type { Profile } from './edition.js';
import type { Annotation, Selectors } from '../briefing/annotation.js';
import type { Briefing } from '../briefing/briefing.js';
import { type CollectionName, collectionNames } from '../briefing/collections.js';
import { correctedWords } from '../contradictions/corrected-lines.js';
import { contradictionKinds } from '../contradictions/find-contradictions.js';
import { isFigureRule } from '../ledger/held-stances.js';
import type { DocumentPart } from './document-job.js';
import { entriesWithEvidence } from '../briefing/evidence.js';
import type { Id } from '../base/values.js';
import { noText } from '../briefing/source.js';
import type { WrittenState } from '../briefing/written-state.js';
import { speakersOfQuotes } from './speaker-of-quote.js';
import { supersededWords } from './superseded-words.js';

/**
 * What may leave the house under a profile: a briefing, its texts, and the states that changes are told
 * between.
 *
 * `audience` keeps no private word: no card of kind `note`, no note, reply or tag of an annotation,
 * actor, issue or figure, no reason for a dismissal, no highlight that is nothing but the author's own, no full text of a source
 * and no file that it was read from, neither the author nor the device of any entry. The quotes that claims rest on stay, since a claim without its quote cannot be judged; the words
 * around them go. What comes out is whole, and the same again when it is applied again.
 */
export function applyProfile<Part extends DocumentPart>(part: Part, profile: Profile): Part {
  if (profile === 'full') return part;
  const { briefing, texts, written } = part;
  const shown = (state: WrittenState | null) =>
    state && {
      briefing: withoutPrivateWords(state.briefing),
      version: state.version && { ...state.version, by: null }
    };
  const bare = withoutPrivateWords(briefing);
  const cited = new Set(bare.annotations.map(({ id }) => id));
  const parts = new Set([bare, ...bare.cards].map(({ id }) => id));
  // The texts that tell it stay here.
  const corrected = (part.corrected ?? correctedWords(briefing, texts))
    .filter(({ quoting }) => cited.has(quoting) || parts.has(quoting))
    .map((each) => ({ ...each, noted: each.noted && cited.has(each.noted) ? each.noted : null }));
  const speakers = (part.speakers ?? speakersOfQuotes(briefing, texts)).filter(({ quote }) =>
    cited.has(quote)
  );
  const superseded = (part.superseded ?? supersededWords(briefing, texts)).filter((each) =>
    parts.has(each.part)
  );
  return {
    ...part,
    ...((part.superseded || superseded.length > 0) && { superseded }),
    ...((part.speakers || speakers.length > 0) && { speakers }),
    ...((part.corrected || corrected.length > 0) && { corrected }),
    briefing: bare,
    texts: briefing.sources.length > 0 ? { [noText]: '' } : {},
    ...(written && { written: { before: shown(written.before), after: shown(written.after) } })
  };
}

function withoutPrivateWords(briefing: Briefing): Briefing {
  const cards = briefing.cards.filter(({ kind }) => kind !== 'note');
  const kept = new Set(cards.map(({ id }) => id));
  const evidence = new Set(entriesWithEvidence(briefing).flatMap((claim) => claim.evidence));
  const annotations = briefing.annotations
    .filter(
      ({ id, target }) => evidence.has(id) && (target.type === 'source' || kept.has(target.id))
    )
    .map(withoutPrivate);
  const cited = new Set(annotations.map(({ id }) => id));
  const citing = <T extends { readonly evidence: readonly Id[] }>(claims: readonly T[]) =>
    claims.map((claim) => ({ ...claim, evidence: claim.evidence.filter((id) => cited.has(id)) }));
  return withoutAuthors({
    ...briefing,
    cards,
    annotations,
    sources: briefing.sources.map((source) => ({ ...source, text: noText, original: null })),
    actors: briefing.actors.map((actor) => ({ ...actor, note: '', tags: [] })),
    issues: briefing.issues.map((issue) => ({ ...issue, note: '', tags: [] })),
    positions: citing(briefing.positions).map((each) => ({ ...each, reviewBy: null })),
    statements: citing(briefing.statements),
    events: citing(briefing.events),
    figures: citing(briefing.figures).map((each) => ({ ...each, note: '' })),
    outcomes: citing(briefing.outcomes),
    dismissals: settledOf({ ...briefing, cards }, cited)
  });
}

/**
 * That a contradiction was dismissed, else its reader would take it for open; not why, which is its
 * author's own remark.
 */
function settledOf(
  { id: whole, dismissals, cards, positions, figures, sources }: Briefing,
  cited: ReadonlySet<Id>
): Briefing['dismissals'] {
  const entries = [...cards, ...positions, ...figures, ...sources];
  const kept = new Set([whole, ...entries.map(({ id }) => id), ...cited]);
  return dismissals
    .filter(
      ({ of, rule, about, with: other }) =>
        of === 'contradiction' &&
        (contradictionKinds.some((kind) => kind === rule) || isFigureRule(rule)) &&
        kept.has(about) &&
        other !== null &&
        kept.has(other)
    )
    .map((dismissal) => ({ ...dismissal, words: '', reason: '' }));
}

/** Neither who recorded an entry nor the device that it was recorded on. */
function withoutAuthors(briefing: Briefing): Briefing {
  const lists = collectionNames.map((name) => {
    const entries: readonly Briefing[CollectionName][number][] = briefing[name];
    return [name, entries.map((entry) => ({ ...entry, by: null }))] as const;
  });
  const unsigned: Briefing = { ...briefing, ...Object.fromEntries(lists) };
  return { ...unsigned, cards: unsigned.cards.map((card) => ({ ...card, reviewedBy: null })) };
}

function withoutPrivate(annotation: Annotation): Annotation {
  const { target } = annotation;
  // Without its text a source has no places.
  const bare = (selectors: Selectors): Selectors => ({
    quote: { ...selectors.quote, prefix: '', suffix: '' },
    position: target.type === 'source' ? null : selectors.position
  });
  return {
    ...annotation,
    note: '',
    tags: [],
    replies: [],
    links: [],
    flag: null,
    target: {
      ...target,
      selectors: bare(target.selectors),
      // The words as first marked may be some that their author has taken out since.
      original: bare(target.selectors),
      base: null
    }
  };
}
