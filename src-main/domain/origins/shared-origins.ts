/**
 * Which sources share an origin, told by the words that they share: of copies and rewrites of one
 * report large parts are the same, word for word.
 *
 * Broder's containment of shingles (On the resemblance and containment of documents, 1997), counted
 * in the words that shared runs cover. Quotations do not count, since whoever was there can quote the
 * same words, and neither do runs that many sources share which have nothing else in common: a
 * publisher's footer.
 */
import { agenciesOf } from './agencies.js';
import { runLength, type RunsOfWords, runsOfWords } from './runs-of-words.js';

/** What one source shares with another. Shares are from 0 to 1, of the words that count. */
export interface SharedWords {
  readonly other: string;
  /** How many words of the source asked for stand in the other. */
  readonly words: number;
  readonly ofThis: number;
  readonly ofOther: number;
  /** News agencies that both texts name as where they come from. */
  readonly agencies: readonly string[];
  /** `copy`: nearly all of both is the same. `likely`: a person should look. */
  readonly verdict: 'copy' | 'likely';
}

/** Shares of the shorter and of the longer text. */
const copied = { shorter: 0.8, longer: 0.6 };
const likely = 0.13;
/** Of two that name one agency. Texts that have nothing to do with one another share less than half of it. */
const likelyOfOneAgency = 0.06;
/** Fewer words are a phrase. */
const fewestWords = 20;
/** A run in as many sources may be of a footer; so many of them are looked at. */
const oftenUsed = 4;
const sample = 6;
/** Runs of words in a footer, at the most. */
const longestFooter = 75;
/** Copies share different parts with one another; sources with a footer share no more than that. */
const moreThanAFooter = 1.5;

interface ReadSource extends RunsOfWords {
  readonly agencies: readonly string[];
}

/** What it answers depends only on which sources it holds, not on the order in which they came. */
export class SharedOrigins {
  readonly #sources = new Map<string, ReadSource>();
  /** One name or several. */
  readonly #carriers = new Map<number, string | string[]>();
  /** Worked out when first asked for, and given up when a source comes or goes. */
  readonly #areOfFooter = new Map<string, boolean>();
  readonly #footers = new Map<number, boolean>();

  get size(): number {
    return this.#sources.size;
  }

  /** A source of this id that is there already is replaced. */
  set(id: string, text: string): void {
    this.delete(id);
    const source = { ...runsOfWords(text), agencies: agenciesOf(text) };
    this.#sources.set(id, source);
    this.#forget();
    for (const run of source.sorted) {
      const carriers = this.#carriers.get(run);
      if (carriers === undefined) this.#carriers.set(run, id);
      else if (typeof carriers === 'string') this.#carriers.set(run, [carriers, id]);
      else carriers.push(id);
    }
  }

  delete(id: string): void {
    const source = this.#sources.get(id);
    if (!source) return;
    this.#sources.delete(id);
    this.#forget();
    for (const run of source.sorted) {
      const left = this.#of(run).filter((carrier) => carrier !== id);
      if (left.length === 0) this.#carriers.delete(run);
      else this.#carriers.set(run, left);
    }
  }

  /** Those with which `id` shares an origin, the closest first. Empty for a source that is not there. */
  sharedWith(id: string): readonly SharedWords[] {
    const source = this.#sources.get(id);
    if (!source) return [];
    const counts = new Map<string, number>();
    const footers = new Set<number>();
    for (const run of source.sorted) {
      const carriers = this.#carriers.get(run);
      if (carriers === undefined || typeof carriers === 'string') continue;
      if (this.#isFooter(run, carriers)) footers.add(run);
      else for (const carrier of carriers) counts.set(carrier, (counts.get(carrier) ?? 0) + 1);
    }
    counts.delete(id);
    return [...counts]
      .flatMap(([other, count]) => this.#compare(source, other, count, footers))
      .sort(
        (a, b) =>
          Math.max(b.ofThis, b.ofOther) - Math.max(a.ofThis, a.ofOther) ||
          (a.other < b.other ? -1 : 1)
      );
  }

  #of(run: number): readonly string[] {
    const carriers = this.#carriers.get(run) ?? [];
    return typeof carriers === 'string' ? [carriers] : carriers;
  }

  #forget(): void {
    this.#areOfFooter.clear();
    this.#footers.clear();
  }

  #isFooter(run: number, carriers: readonly string[]): boolean {
    if (carriers.length < oftenUsed) return false;
    const known = this.#footers.get(run);
    if (known !== undefined) return known;
    const some = [...carriers].sort().slice(0, sample);
    const key = some.join('\n');
    const is = this.#areOfFooter.get(key) ?? this.#shareOnlyAFooter(some);
    this.#areOfFooter.set(key, is);
    this.#footers.set(run, is);
    return is;
  }

  #shareOnlyAFooter(carriers: readonly string[]): boolean {
    const runs = carriers.map((id) => this.#sources.get(id)?.sorted ?? new Uint32Array());
    const inAll = (runs[0] ?? new Uint32Array()).filter((run) =>
      runs.every((each) => has(each, run))
    ).length;
    if (inAll > longestFooter) return false;
    const pairs = runs.flatMap((a, i) => runs.slice(i + 1).map((b) => [a, b] as const));
    const closer = pairs.filter(
      ([a, b]) => a.filter((run) => has(b, run)).length > inAll * moreThanAFooter
    );
    return closer.length < pairs.length / 2;
  }

  #compare(
    source: ReadSource,
    other: string,
    sharedRuns: number,
    footers: ReadonlySet<number>
  ): readonly SharedWords[] {
    const theirs = this.#sources.get(other);
    if (!theirs) return [];
    const agencies = source.agencies.filter((name) => theirs.agencies.includes(name));
    const least = agencies.length > 0 ? likelyOfOneAgency : likely;
    // Each covers so many words at the most, if it stands in the text but once.
    const enough = Math.max(fewestWords, least * Math.min(source.words, theirs.words));
    if (sharedRuns * runLength < enough / 2) return [];
    const words = wordsCovered(source, theirs, footers);
    const theirWords = wordsCovered(theirs, source, footers);
    const [ofThis, ofOther] = [words / source.words, theirWords / theirs.words];
    const [shorter, longer] = [Math.max(ofThis, ofOther), Math.min(ofThis, ofOther)];
    if (Math.max(words, theirWords) < fewestWords || shorter < least) return [];
    const isCopy = shorter >= copied.shorter && longer >= copied.longer;
    return [{ other, words, ofThis, ofOther, agencies, verdict: isCopy ? 'copy' : 'likely' }];
  }
}

/** How many counting words of `one` lie in runs that `other` has too. */
function wordsCovered(one: RunsOfWords, other: RunsOfWords, without: ReadonlySet<number>): number {
  let words = 0;
  let covered = 0;
  one.runs.forEach((run, at) => {
    if (without.has(run) || !has(other.sorted, run)) return;
    for (let i = Math.max(at, covered); i < at + runLength; i++) words += one.counts[i] ?? 0;
    covered = at + runLength;
  });
  return words;
}

function has(sorted: Uint32Array, wanted: number): boolean {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const found = sorted[middle] ?? 0;
    if (found === wanted) return true;
    if (found < wanted) low = middle + 1;
    else high = middle;
  }
  return false;
}
