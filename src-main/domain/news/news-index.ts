/**
 * A briefing prepared for being asked what is new about suggestions. It is made once for a state of the
 * briefing; each answer then looks only at what its actor has said. Pure, and the answers do not depend
 * on the order in which sources and entries came. Over 300 lines because all answers rest on one
 * prepared state.
 */
import { firstDayOf, type Id, PartialDate } from '../base/values.js';
import type { Annotation } from '../briefing/annotation.js';
import type { Briefing } from '../briefing/briefing.js';
import type { Actor, Position } from '../briefing/entries.js';
import type { Source } from '../briefing/source.js';
import { corrects } from '../contradictions/corrected-figures.js';
import { bucketOf, compareFigures } from '../contradictions/same-measure.js';
import { dayOfPosition } from '../ledger/ledger.js';
import { LedgerIndex } from '../ledger/ledger-index.js';
import { draftedNames } from '../suggestions/enter.js';
import type {
  DraftActor,
  PositionClaim,
  StatementClaim,
  Suggestion,
  SuggestionOf
} from '../suggestions/suggestion.js';
import { NameIndex } from '../text/fold-name.js';
import { areAlike, readIssue, type ReadIssue } from '../suggestions/alike-issues.js';
import { SaidBefore } from './alike-words.js';
import type { KnownEntry, KnownQuote, News, RepeatedFrom } from './news.js';

type Known = Pick<
  Briefing,
  'sources' | 'actors' | 'issues' | 'positions' | 'statements' | 'figures'
> & { readonly annotations: readonly Pick<Annotation, 'id' | 'target'>[] };
type KnownPosition = Extract<KnownEntry, { readonly kind: 'position' }>;
type KnownFigure = Extract<KnownEntry, { readonly kind: 'figure' }>;
type KnownSaying = Exclude<KnownEntry, { readonly kind: 'figure' }>;

/** A position as a draft or a person claims it. */
export interface ClaimedPosition extends Pick<PositionClaim, 'actor' | 'said'> {
  readonly position: Pick<Position, 'stance' | 'statement'> & {
    /** As it is worded. */
    readonly issue: string;
  };
  /** A person chose the issue: what is known of others says nothing then, though they are worded alike. */
  readonly isChosen?: boolean;
  /** The actor denies it. */
  readonly isDenied?: boolean;
}
type ClaimedStatement = Pick<StatementClaim, 'actor' | 'text'>;

export class NewsIndex {
  readonly #actors: NameIndex<Actor>;
  readonly #issues: ReadonlyMap<Id, ReadIssue>;
  readonly #ledger: LedgerIndex;
  readonly #positions: ReadonlyMap<Id, KnownPosition>;
  readonly #sayings = new Map<Id, SaidBefore<KnownSaying>>();
  /** By what may be one measure. */
  readonly #figures = new Map<string, KnownFigure[]>();
  readonly #sources: ReadonlyMap<Id, Source>;
  /** As they were read before: many suggestions are on one issue. */
  readonly #read = new Map<string, ReadIssue>();

  constructor({ sources, actors, issues, positions, statements, figures, annotations }: Known) {
    this.#sources = new Map(sources.map((source) => [source.id, source]));
    this.#actors = new NameIndex(actors);
    this.#issues = new Map(issues.map(({ id, wording }) => [id, readIssue(wording)]));
    this.#ledger = new LedgerIndex(positions);
    const quotes = new Map(
      annotations.map(({ id, target }): [Id, KnownQuote] => [
        id,
        {
          annotation: id,
          quote: target.selectors.quote.exact,
          source: (target.type === 'source' && this.#sources.get(target.id)) || null
        }
      ])
    );
    const evidenceOf = ({ evidence }: { readonly evidence: readonly Id[] }) =>
      evidence.flatMap((id) => quotes.get(id) ?? []);
    const wordings = new Map(issues.map(({ id, wording }) => [id, wording]));
    this.#positions = new Map(
      positions.map((entry) => {
        const issue = wordings.get(entry.issue) ?? '';
        return [entry.id, { kind: 'position', entry, issue, evidence: evidenceOf(entry) }];
      })
    );
    const owners = new Map(annotations.map(({ id, target }) => [id, target]));
    const add = (known: KnownSaying, text: string) => {
      const { actor } = known.entry;
      const sayings = this.#sayings.get(actor) ?? new SaidBefore();
      this.#sayings.set(actor, sayings);
      sayings.add(text, known.entry, known);
      for (const { annotation, quote } of known.evidence) {
        sayings.add(quote, owners.get(annotation) ?? known.entry, known);
      }
    };
    for (const known of this.#positions.values()) add(known, known.entry.statement);
    for (const entry of statements) {
      add({ kind: 'statement', entry, evidence: evidenceOf(entry) }, entry.text);
    }
    for (const entry of figures) {
      const bucket = bucketOf(entry);
      const same = this.#figures.get(bucket);
      const known: KnownFigure = { kind: 'figure', entry, evidence: evidenceOf(entry) };
      if (same) same.push(known);
      else this.#figures.set(bucket, [known]);
    }
  }

  /** @param source that it is suggested from. `null` of a kind about which this says nothing. */
  of(suggestion: Suggestion, source: Id): News | null {
    switch (suggestion.kind) {
      case 'position':
        return this.ofPosition(suggestion.position, suggestion.words.text, source);
      case 'change':
        return this.ofPosition(suggestion.after, suggestion.after.position.evidence.text, source);
      case 'statement':
        return this.ofStatement(suggestion.statement, suggestion.words.text, source);
      case 'figure':
        return this.#figure(suggestion, source);
      case 'actor': {
        // That the briefing does not know him its list says; that others do is news.
        const { briefings = 0 } = suggestion.actor;
        const isNew = briefings > 0 && !this.#actor(suggestion.actor);
        return isNew ? { is: 'new-actor', briefings } : null;
      }
      case 'quote':
      case 'date':
      case 'event':
      case 'constraint':
      case 'outcome':
        return null;
    }
  }

  #actor(drafted: DraftActor): Actor | undefined {
    return this.#actors.find(draftedNames(drafted.name, drafted));
  }

  /**
   * What is known of its issue tells first; then the same words, whatever they were recorded as.
   *
   * @param words that it rests on.
   */
  ofPosition(claimed: ClaimedPosition, words: string, source: Id): News {
    const { actor: drafted, position, said, isChosen = false, isDenied = false } = claimed;
    const actor = this.#actor(drafted);
    if (!actor) return { is: 'new-actor', briefings: drafted.briefings ?? 0 };
    const day = said ?? this.#sources.get(source)?.published ?? null;
    const inForce = this.#heldOn(actor.id, position.issue, day, isChosen);
    const alike = this.#alike(actor.id, [position.statement, words]);
    const isDenial = ({ entry }: KnownPosition) => entry.status === 'denied';
    const holds = (known: KnownPosition) =>
      known.entry.stance === position.stance && isDenial(known) === isDenied;
    const again = alike
      .filter((known) => known.kind === 'position')
      .filter(holds)
      // An old stance in the same words, taken up again later, is none that is known.
      .filter(
        (known) => this.#isInForce(known.entry, day) || this.#from(known, source) !== 'other-origin'
      );
    const isOnIt = ({ entry }: KnownPosition) =>
      this.#issues.get(entry.issue)?.folded === this.#issueOf(position.issue).folded ||
      inForce.some((held) => held.entry.issue === entry.issue);
    const same =
      this.#best(again.filter(isOnIt), source) ?? this.#best(inForce.filter(holds), source);
    if (same) return this.#repeats(same, source);
    const differing = inForce.filter((known) =>
      known.entry.stance === position.stance
        ? isDenial(known) !== isDenied
        : !isDenial(known) && !isDenied
    );
    const known = first(differing, latest);
    if (known) {
      return {
        is: 'differs',
        known,
        isLater: isLater(day, known.entry),
        inForce: differing
          .filter(({ entry }) => entry.issue === known.entry.issue)
          .map(({ entry }) => entry.id)
      };
    }
    // With an issue of its own it is more than the same words on another, or on none.
    if (isChosen) return { is: 'new' };
    const statements = alike.filter((each) => each.kind === 'statement');
    const elsewhere = this.#best(again, source) ?? this.#best(statements, source);
    return elsewhere ? this.#repeats(elsewhere, source) : { is: 'new' };
  }

  /** @param words that it rests on. */
  ofStatement(statement: ClaimedStatement, words: string, source: Id): News {
    const actor = this.#actor(statement.actor);
    if (!actor) return { is: 'new-actor', briefings: statement.actor.briefings ?? 0 };
    const known = this.#best(this.#alike(actor.id, [statement.text, words]), source);
    return known ? this.#repeats(known, source) : { is: 'new' };
  }

  #figure({ figure }: SuggestionOf<'figure'>, source: Id): News {
    const date = PartialDate.safeParse(figure.date).data ?? null;
    const suggested = { ...figure, wording: figure.text, date };
    const denied = [...this.#figures.values()]
      .flat()
      .filter(({ entry }) => corrects(suggested, figure.denies ?? [], entry));
    const compared = (this.#figures.get(bucketOf(suggested)) ?? []).map((known) => {
      const sources = sourcesOf(known);
      const ofOneSource = sources.length > 0 && sources.every(({ id }) => id === source);
      // A sentence that tells several numbers does not contradict itself.
      const isItsSentence = known.evidence.some(({ quote }) => quote.includes(figure.text));
      if (ofOneSource && isItsSentence && known.entry.value !== figure.value) {
        return { known, says: null };
      }
      return { known, says: compareFigures(known.entry, suggested, ofOneSource) };
    });
    const saying = (what: 'same' | 'differ') =>
      compared.flatMap(({ known, says }) => (says === what ? [known] : []));
    const same = this.#best(saying('same'), source);
    if (same) return this.#repeats(same, source);
    const known = first(denied, latest) ?? first(saying('differ'), latest);
    return known ? { is: 'differs', known, isLater: false, inForce: [] } : { is: 'new' };
  }

  /** What the actor held on the day: on the issue of this wording, else on those worded alike, unless only that counts. */
  #heldOn(
    actor: Id,
    wording: string,
    day: PartialDate | null,
    onlyExact: boolean
  ): readonly KnownPosition[] {
    const wanted = this.#issueOf(wording);
    const cells = this.#ledger.issuesOf(actor).flatMap((id) => {
      const issue = this.#issues.get(id);
      if (!issue || !areAlike(issue, wanted)) return [];
      if (onlyExact && issue.folded !== wanted.folded) return [];
      const entries = this.#ledger.allAt(actor, id, day);
      const known = entries.flatMap((entry) => this.#positions.get(entry.id) ?? []);
      return known.length > 0 ? [{ known, isExact: issue.folded === wanted.folded }] : [];
    });
    const exact = cells.filter(({ isExact }) => isExact);
    return (exact.length > 0 ? exact : cells).flatMap(({ known }) => known);
  }

  #issueOf(wording: string): ReadIssue {
    const known = this.#read.get(wording) ?? readIssue(wording);
    this.#read.set(wording, known);
    return known;
  }

  #alike(actor: Id, texts: readonly string[]): KnownSaying[] {
    const sayings = this.#sayings.get(actor);
    return [...new Set([...new Set(texts)].flatMap((text) => sayings?.alike(text) ?? []))];
  }

  #isInForce(entry: Position, day: PartialDate | null): boolean {
    return this.#ledger.allAt(entry.actor, entry.issue, day).includes(entry);
  }

  #repeats(known: KnownEntry, source: Id): News {
    const closest = first(sourcesOf(known), (each) => [
      rank[this.#fromSource(each, source)],
      ...[each.published ?? '', each.title, each.text, each.id]
    ]);
    return { is: 'repeats', known, from: this.#from(known, source), source: closest ?? null };
  }

  #from(known: KnownEntry, source: Id): RepeatedFrom {
    let closest: RepeatedFrom = 'other-origin';
    for (const each of sourcesOf(known)) {
      const from = this.#fromSource(each, source);
      if (rank[from] < rank[closest]) closest = from;
    }
    return closest;
  }

  #fromSource(other: Source, source: Id): RepeatedFrom {
    if (other.id === source) return 'same-source';
    const own = this.#sources.get(source)?.origin ?? source;
    return (other.origin ?? other.id) === own ? 'same-origin' : 'other-origin';
  }

  /** The closest to the source, then the latest. Ids tell the order in which entries came, so they come last. */
  #best<K extends KnownEntry>(found: readonly K[], source: Id): K | undefined {
    return first(found, (known) => [rank[this.#from(known, source)], ...latest(known)]);
  }
}

const rank: Readonly<Record<RepeatedFrom, number>> = {
  'same-source': 0,
  'same-origin': 1,
  'other-origin': 2
};

function sourcesOf({ evidence }: KnownEntry): readonly Source[] {
  return evidence.flatMap(({ source }) => source ?? []);
}

function placeOf({ quote, source }: KnownQuote): string {
  return [quote, source?.published, source?.title, source?.text].join('\n');
}

/** Whether what counts from `day` came after the entry; what is undated came before everything. */
function isLater(day: PartialDate | null, entry: Position): boolean {
  return day !== null && firstDayOf(day) > (dayOfPosition(entry) ?? '');
}

function dayOf(known: KnownEntry): string {
  switch (known.kind) {
    case 'position':
      return dayOfPosition(known.entry) ?? '';
    case 'statement':
      return known.entry.said ?? '';
    case 'figure':
      return known.entry.date ?? '';
  }
}

function wordsOf(known: KnownEntry): string {
  switch (known.kind) {
    case 'position':
      return [known.issue, known.entry.stance, known.entry.statement].join('\n');
    case 'statement':
      return known.entry.text;
    case 'figure':
      return known.entry.wording;
  }
}

/** Of several the one whose key comes first; a key is read only where there is a choice. */
function first<T>(all: readonly T[], keyOf: (each: T) => SortKey): T | undefined {
  if (all.length < 2) return all[0];
  return all
    .map((each) => ({ each, key: keyOf(each) }))
    .reduce((best, other) => (isBefore(other.key, best.key) ? other : best)).each;
}

/** Numbers and texts, compared one after the other. */
type SortKey = readonly (string | number)[];

function isBefore(one: SortKey, other: SortKey): boolean {
  const at = one.findIndex((value, i) => value !== other[i]);
  if (at < 0) return false;
  const [a = '', b = ''] = [one[at], other[at]];
  return a < b;
}

/** The latest first, as a key that rises: days count down. */
function latest(known: KnownEntry): SortKey {
  const day = dayOf(known);
  const down = day === '' ? 0 : -Number(day.padEnd(10, '-00').replaceAll('-', ''));
  const places = known.evidence.map(placeOf).sort();
  return [down, wordsOf(known), places.length, ...places, known.entry.id];
}
