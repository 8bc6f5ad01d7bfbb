/**
 * What in a briefing contradicts something else in it, and nobody has settled: open points. Pure, and
 * the same whatever the order in which sources and entries came.
 */
import type { Id } from '../base/values.js';
import type { Annotation } from '../briefing/annotation.js';
import type { Briefing } from '../briefing/briefing.js';
import type { Dismissal, Figure } from '../briefing/entries.js';
import { dismissedPairs, isFork, pairOf } from '../ledger/held-stances.js';
import { disputesAsOf } from '../ledger/ledger-questions.js';
import { searchWords } from '../search/words.js';
import { hashesOfPairs } from '../text/hash-word.js';
import { figureCorrections } from './corrected-figures.js';
import type { CorrectedWords } from './corrected-words.js';
import { bucketOf, compareFigures } from './same-measure.js';

/**
 * `stances`: one actor holds two stances on one issue, both in force. `denied`: one entry says what another says that
 * its actor denied. `figures`: two numbers for one measure at one time. `quotes`: one utterance of one actor in
 * different words. `corrected`: evidence, or lines of a card, whose words a newer version of their source has otherwise.
 */
export const contradictionKinds = ['stances', 'denied', 'figures', 'quotes', 'corrected'] as const;
export type ContradictionKind = (typeof contradictionKinds)[number];

export interface Contradiction {
  readonly kind: ContradictionKind;
  /** The earlier one: a position, a figure or, of quotes and corrected words, an annotation or a part that quotes. */
  readonly one: Id;
  /** Of corrected words the newer version of the source. */
  readonly other: Id;
  /**
   * Their words, of the earlier one first, where these differ: of quotes what was said in each, and
   * empty for words that a newer version lacks.
   */
  readonly words: readonly [string, string];
  /** That the words of `other` deny the figure `one`. Left out where they do not. */
  readonly isCorrection?: true;
}

type Contradicting = Pick<
  Briefing,
  'positions' | 'statements' | 'figures' | 'annotations' | 'dismissals'
>;

/** One that a person has looked at and let stand. */
export interface SettledContradiction {
  readonly contradiction: Contradiction;
  /** With its reason; `null`: a person marked it as contested, so both stay in force. */
  readonly dismissal: Dismissal | null;
}

export interface SortedContradictions {
  readonly open: readonly Contradiction[];
  readonly settled: readonly SettledContradiction[];
}

/** Those that nobody has settled: neither superseded, nor marked as contested by a person, nor dismissed. */
export function openContradictions(
  briefing: Contradicting,
  corrected: readonly CorrectedWords[] = []
): readonly Contradiction[] {
  return sortContradictions(briefing, corrected).open;
}

/**
 * Those that are open, and those that were settled and still contradict: one that was superseded does
 * not. The dismissal of one has its kind as `rule`, and its two ids as `about` and `with`, in either
 * order.
 *
 * @param corrected of the briefing and its texts, which alone tell them.
 */
export function sortContradictions(
  briefing: Contradicting,
  corrected: readonly CorrectedWords[]
): SortedContradictions {
  const open: Contradiction[] = [];
  const settled: SettledContradiction[] = [];
  for (const { contradiction, dismissal } of allContradictions(briefing, corrected)) {
    if (dismissal === undefined) open.push(contradiction);
    else settled.push({ contradiction, dismissal });
  }
  return { open, settled };
}

interface SettledOrOpen {
  readonly contradiction: Contradiction;
  /** `undefined`: open; `null`: contested. */
  readonly dismissal: Dismissal | null | undefined;
}

function allContradictions(
  briefing: Contradicting,
  corrected: readonly CorrectedWords[]
): readonly SettledOrOpen[] {
  const dismissals = dismissedPairs(briefing.dismissals);
  const takenUp = corrected.filter(({ isTakenUp }) => isTakenUp);
  const others = [
    ...inNewerVersions(corrected),
    ...betweenFigures(briefing),
    ...betweenQuotes(briefing, new Set(takenUp.map(({ quoting }) => quoting)))
  ];
  return [
    ...betweenPositions(briefing),
    ...others.map((contradiction) => ({
      contradiction,
      dismissal: dismissals.get(pairOf(contradiction))
    }))
  ];
}

function betweenPositions(briefing: Contradicting): readonly SettledOrOpen[] {
  const dismissals = dismissedPairs(briefing.dismissals);
  return disputesAsOf(briefing, null).map(({ kind, relation, one, other }) => {
    const contradiction: Contradiction = {
      kind,
      one: one.id,
      other: other.id,
      words: [one.statement, other.statement]
    };
    // A fork is marked by the merge that found it: a person has yet to say that both stay.
    const isContested = relation === 'contested' && !isFork(one, other);
    return { contradiction, dismissal: isContested ? null : dismissals.get(pairOf(contradiction)) };
  });
}

function inNewerVersions(corrected: readonly CorrectedWords[]): readonly Contradiction[] {
  return corrected.flatMap(({ quoting, quote, update, words, isTakenUp }): Contradiction[] =>
    isTakenUp ? [] : [{ kind: 'corrected', one: quoting, other: update, words: [quote, words] }]
  );
}

function betweenFigures({ figures, annotations }: Contradicting): readonly Contradiction[] {
  if (figures.length < 2) return [];
  const buckets = new Map<string, Figure[]>();
  for (const figure of figures) {
    const bucket = bucketOf(figure);
    const known = buckets.get(bucket);
    if (known) known.push(figure);
    else buckets.set(bucket, [figure]);
  }
  const sources = new Map(
    annotations.flatMap(({ id, target }) => (target.type === 'source' ? [[id, target.id]] : []))
  );
  /** `null` of one that rests on none, or on several. */
  const onlySource = ({ evidence }: Figure): Id | null => {
    const [first, ...others] = new Set(evidence.map((id) => sources.get(id) ?? null));
    return others.length === 0 ? (first ?? null) : null;
  };
  const tell = (one: Figure, other: Figure): Contradiction => {
    return { kind: 'figures', one: one.id, other: other.id, words: [one.wording, other.wording] };
  };
  const corrections = figureCorrections({ figures, annotations }).map(
    ({ older, newer }): Contradiction => ({ ...tell(older, newer), isCorrection: true })
  );
  const told = new Set(corrections.map(pairOf));
  const alike = [...buckets.values()].flatMap((same) =>
    pairsIn(same.toSorted(byNumber), mostInCell).flatMap(([one, other]): Contradiction[] => {
      // “24 hours for a storm and 36 for a depression”: a sentence does not contradict itself.
      if (one.evidence.some((id) => other.evidence.includes(id))) return [];
      const source = onlySource(one);
      const ofOneSource = source !== null && source === onlySource(other);
      return compareFigures(one, other, ofOneSource) === 'differ' ? [tell(one, other)] : [];
    })
  );
  return [...corrections, ...alike.filter((each) => !told.has(pairOf(each)))];
}

/** Words in quotation marks, of at least `fewestWords`. */
const quotation = /[“„«"]([^“”„«»"]{10,2000})[”“»"]/g;
const fewestWords = 6;
/** Of the pairs of neighbouring words of either, how many both have: less is another utterance. */
const alike = 0.5;
/** Entries of one cell, or utterances of one actor that share words, beyond which none more are compared. */
const mostInCell = 200;

interface Quotation {
  readonly said: string;
  readonly words: readonly string[];
  /** Its pairs of neighbouring words, each as a number and once. */
  readonly pairs: ReadonlySet<number>;
}

interface Utterance {
  readonly annotation: Id;
  readonly actor: Id;
  readonly quotation: Quotation;
}

/** @param older words that newer ones, which are cited too, stand for */
function betweenQuotes(briefing: Contradicting, older: ReadonlySet<Id>): readonly Contradiction[] {
  const byActor = new Map<Id, Utterance[]>();
  for (const utterance of utterancesOf(briefing)) {
    if (older.has(utterance.annotation)) continue;
    const known = byActor.get(utterance.actor);
    if (known) known.push(utterance);
    else byActor.set(utterance.actor, [utterance]);
  }
  const found = new Map<string, Contradiction>();
  for (const utterances of byActor.values()) {
    for (const [one, other] of candidates(utterances.toSorted(byWords))) {
      if (one.annotation === other.annotation) continue;
      const [first, second] = [one.quotation, other.quotation];
      if (areSame(first, second) || likeness(first, second) < alike) continue;
      const contradiction: Contradiction = {
        kind: 'quotes',
        one: one.annotation,
        other: other.annotation,
        words: [first.said, second.said]
      };
      // Two quotations of one annotation may both differ from one of another: told once.
      const name = pairOf(contradiction);
      if (!found.has(name)) found.set(name, contradiction);
    }
  }
  return [...found.values()];
}

function utterancesOf({ positions, statements, annotations }: Contradicting): readonly Utterance[] {
  const speakers = new Map<Id, Set<Id>>();
  for (const { actor, evidence } of [...positions, ...statements]) {
    for (const id of evidence) speakers.set(id, (speakers.get(id) ?? new Set()).add(actor));
  }
  return annotations.flatMap(({ id, target }) => {
    const actors = speakers.get(id);
    if (target.type !== 'source' || !actors) return [];
    return quotationsIn(target.selectors.quote).flatMap((quotation) =>
      Array.from(actors, (actor) => ({ annotation: id, actor, quotation }))
    );
  });
}

type Quote = Annotation['target']['selectors']['quote'];

/** Of quotes that are the same object: cutting them into words is most of the work, and they seldom change. */
const cutQuotes = new WeakMap<Quote, readonly Quotation[]>();

function quotationsIn(quote: Quote): readonly Quotation[] {
  let found = cutQuotes.get(quote);
  if (!found) {
    found = [...quote.exact.matchAll(quotation)].flatMap(([, said = '']): readonly Quotation[] => {
      const words = searchWords(said);
      if (words.length < fewestWords) return [];
      return [{ said, words, pairs: hashesOfPairs(words) }];
    });
    cutQuotes.set(quote, found);
  }
  return found;
}

/** Pairs that share a run of two words, each once. */
function* candidates(utterances: readonly Utterance[]): Generator<readonly [Utterance, Utterance]> {
  // Most runs stand in one utterance alone, which needs no list.
  const byPair = new Map<number, Utterance | Utterance[]>();
  for (const utterance of utterances) {
    const met = new Set<Utterance>();
    for (const pair of utterance.quotation.pairs) {
      const known = byPair.get(pair);
      if (known === undefined) byPair.set(pair, utterance);
      else if (known instanceof Array) {
        for (const other of known) met.add(other);
        if (known.length < mostInCell) known.push(utterance);
      } else {
        met.add(known);
        byPair.set(pair, [known, utterance]);
      }
    }
    for (const other of met) yield [other, utterance];
  }
}

/** But for case, accents, signs and quotation marks. */
function areSame({ words }: Quotation, other: Quotation): boolean {
  return words.length === other.words.length && words.every((word, i) => word === other.words[i]);
}

/** Dice's coefficient of their pairs of neighbouring words, from 0 to 1. */
function likeness(one: Quotation, other: Quotation): number {
  let shared = 0;
  for (const pair of one.pairs) if (other.pairs.has(pair)) shared += 1;
  return (2 * shared) / (one.pairs.size + other.pairs.size);
}

function pairsIn<T>(entries: readonly T[], most: number): readonly (readonly [T, T])[] {
  const few = entries.slice(0, most);
  return few.flatMap((one, i) => few.slice(i + 1).map((other) => [one, other] as const));
}

/** Ids tell the order in which entries came, so they come last. */
function byNumber(a: Figure, b: Figure): number {
  return inOrder([a.date ?? '', a.wording, a.id], [b.date ?? '', b.wording, b.id]);
}

function byWords(a: Utterance, b: Utterance): number {
  return inOrder([a.quotation.said, a.annotation], [b.quotation.said, b.annotation]);
}

function inOrder(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : (a[at] ?? '') < (b[at] ?? '') ? -1 : 1;
}
