/**
 * What a figure measures, in few words that another article may share: the noun phrase that is counted or
 * measured with what its clause says of it. “The flood killed 350 people” → “people that the flood killed”.
 *
 * It is read from one clause; where that is not plain nothing is guessed. Over 300 lines because each
 * reading of the clause rests on its bounds and verbs.
 */
import type { FoundDate } from './find-dates.js';
import { bare, earlier, joinedBySpaces, ofChange } from './measure-of-change.js';
import {
  clauseConjunctions,
  commonOpener,
  copulas,
  fallingVerbs,
  levelVerbs,
  namesPeople,
  risingVerbs
} from './measure-words.js';
import {
  isNominal,
  isPossessiveMark,
  isTemporal,
  type Phrase,
  phraseEndingAt,
  phraseStartingAt
} from '../reading/noun-phrases.js';
import type { Reading, Sentence } from '../reading/reading.js';
import type { Token } from '../reading/tagger.js';
import { type VerbGroup, verbGroups } from '../reading/verb-groups.js';
import type { Range } from '../../domain/text/range.js';

/** A figure as it stands in its sentence. */
export interface FigureInSentence {
  /** With “at least” before it and its unit behind it. */
  readonly whole: Range;
  /** What is counted, behind the number: “people”. `null` of a share, of money and of a bare number. */
  readonly counted: Range | null;
  readonly isMoney: boolean;
}

export interface FoundMeasure {
  /** `null` where the clause does not tell it plainly. */
  readonly words: string | null;
  /** The date in the clause, that it was counted for. */
  readonly date: FoundDate | null;
}

const ends = /^(?:[.,;:!?()[\]…]|[–—-]{1,2})$/;
/** Tokens of what follows; more would be no phrase. */
const longestTail = 12;
/** UTF-16 units. */
const longestMeasure = 200;

export function measureOf(
  { clean }: Reading,
  { tokens }: Sentence,
  figure: FigureInSentence,
  dates: readonly FoundDate[]
): FoundMeasure {
  const clause = new Clause(clean, tokens, figure, dates);
  const words = clause.measure();
  const plain = words?.replace(/\s+/g, ' ').trim() ?? '';
  const isTold = /\p{L}{2}/u.test(plain) && plain.length <= longestMeasure;
  // Of “from 5.4 to 5.2 % in May” the day is not that of the first.
  const isEarlier = plain.startsWith(`${earlier} `);
  return { words: isTold ? plain : null, date: isEarlier ? null : clause.date() };
}

class Clause {
  /** The first token of the figure, and of what stands behind it. */
  readonly #first: number;
  readonly #behind: number;
  /** The clause around it: its first token, and the first that is not of it. */
  readonly #start: number;
  readonly #end: number;
  /** What is left of the clause behind the figure ends before the next number or date. */
  readonly #tailEnd: number;
  readonly #groups: readonly VerbGroup[];

  constructor(
    private readonly clean: string,
    private readonly tokens: readonly Token[],
    private readonly figure: FigureInSentence,
    private readonly dates: readonly FoundDate[]
  ) {
    const { start, end } = figure.whole;
    this.#first = tokens.findIndex((token) => token.end > start);
    const behind = tokens.findIndex((token) => token.start >= end);
    this.#behind = behind < 0 ? tokens.length : behind;
    let first = this.#first;
    while (first > 0 && !this.#isBoundary(first - 1)) first--;
    this.#start = first;
    let last = this.#behind;
    while (last < tokens.length && !this.#isBoundary(last)) last++;
    this.#end = last;
    let tail = this.#behind;
    while (tail < last && tail - this.#behind < longestTail && !this.#endsTail(tail)) tail++;
    // What is cut for its length ends with a noun: not “on the site of the former”.
    const isCut = tail - this.#behind === longestTail;
    while (isCut && tail > this.#behind && !isNominal(tokens[tail - 1])) tail--;
    this.#tailEnd = tail;
    this.#groups = verbGroups(tokens);
  }

  date(): FoundDate | null {
    const from = this.tokens[this.#start]?.start ?? 0;
    const to = this.tokens[this.#end - 1]?.end ?? 0;
    const inClause = this.dates.filter(({ start, end }) => from <= start && end <= to);
    return inClause.length === 1 ? (inClause[0] ?? null) : null;
  }

  measure(): string | null {
    if (this.#first < 0) return null;
    const counted = this.figure.counted && this.#textOf(this.figure.counted);
    if (counted) return this.#ofCount(counted);
    return (
      this.#ofChange() ??
      this.#ofShare() ??
      this.#ofNounBefore() ??
      this.#ofNounBehind() ??
      this.#ofVerb()
    );
  }

  /** “350 people killed in the flood”, “closed 12 schools”, “12 members of the council resigned”. */
  #ofCount(counted: string): string | null {
    const before = this.tokens[this.#first - 1];
    // “Ukraine's 24 oblasts”
    if (isPossessiveMark(before) && isNominal(this.tokens[this.#first - 2])) {
      const owner = this.#phrase(phraseEndingAt(this.tokens, this.#first - 2, this.#start));
      return joinedBySpaces(`${owner}${before?.text ?? ''}`, counted);
    }
    // “a five-minute walk”, “no two languages”
    const isJoined = this.clean
      .slice(this.figure.whole.start, this.figure.counted?.start)
      .endsWith('-');
    if (isJoined || /^(?:no|not)$/.test(before?.lower ?? '')) return null;
    const isTime = this.tokens.slice(this.#first, this.#behind).some(isTemporal);
    const next = isTime ? null : this.#groupAt(this.#behind);
    const tail = this.#tail(this.#behind);
    if (next && before?.pos !== 'ADP') return this.#predicated(counted, next);
    const own = this.#verbWithObject();
    // “is 25 years old”
    if (own?.isExistence && this.tokens[this.#behind]?.pos === 'ADJ') return null;
    if (own)
      return own.isExistence
        ? joinedBySpaces(counted, tail)
        : joinedBySpaces(counted, 'that', own.words, tail);
    const noun = this.#nounBefore();
    if (noun !== null) return joinedBySpaces(noun, 'of', counted, this.#tailOfNoun());
    // “Two years later he left” measures nothing.
    if (isTime) return null;
    // “The losses came to 26 million crowns”
    if (before?.pos === 'ADP' && !/^(?:of|by|with)$/.test(before.lower)) return this.#ofVerb();
    if (tail === '') return null;
    const later = this.#groups.find(({ first }) => first > this.#behind && first < this.#tailEnd);
    if (!later || later.form !== 'finite') return joinedBySpaces(counted, tail);
    // “12 members of the council resigned”
    const phrase = this.#words(this.#behind, later.first);
    return this.#predicated(joinedBySpaces(counted, phrase), later);
  }

  /** “62 % of voters oppose the toll” */
  #ofShare(): string | null {
    if (this.figure.isMoney || this.tokens[this.#behind]?.lower !== 'of') return null;
    const phrase = phraseStartingAt(this.tokens, this.#behind + 1, this.#end - 1);
    if (!phrase || this.tokens[phrase[1]]?.pos === 'PRON') return null;
    const whole = this.#phrase(phrase);
    const next = this.#groupAt(phrase[1] + 1);
    if (next) return this.#predicated(whole, next);
    const own = this.#verbWithObject();
    const tail = this.#tail(phrase[1] + 1);
    if (own && !own.isExistence) return joinedBySpaces(whole, 'that', own.words, tail);
    return tail === '' ? null : joinedBySpaces(whole, tail);
  }

  #ofChange(): string | null {
    const words = (from: number, to: number) => this.#words(from, to);
    return ofChange({ tokens: this.tokens, groups: this.#groups, first: this.#first, words });
  }

  /** “an unemployment rate of 5.2 %” */
  #ofNounBefore(): string | null {
    const noun = this.#nounBefore();
    return noun === null ? null : joinedBySpaces(noun, this.#tailOfNoun());
  }

  /** What belongs to the noun behind the figure: without the verb that follows. */
  #tailOfNoun(): string {
    const verb = this.#groups.find(
      ({ first, form }) => first >= this.#behind && first < this.#tailEnd && form === 'finite'
    );
    return verb ? this.#words(this.#behind, verb.first) : this.#tail(this.#behind);
  }

  #nounBefore(): string | null {
    const at = this.#first - 1;
    if (!/^(?:of|at)$/.test(this.tokens[at]?.lower ?? '') || !isNominal(this.tokens[at - 1]))
      return null;
    if (this.tokens[at - 1]?.pos === 'PRON') return null;
    return this.#phrase(phraseEndingAt(this.tokens, at - 1, this.#start));
  }

  /** “a 5.2 % unemployment rate”, “$1.2 billion for roads” */
  #ofNounBehind(): string | null {
    const next = this.tokens[this.#behind];
    if (!next || this.#behind >= this.#tailEnd) return null;
    const isNoun = /^(?:NOUN|PROPN|ADJ)$/.test(next.pos);
    if (!isNoun && !(this.figure.isMoney && next.pos === 'ADP')) return null;
    const tail = this.#tailOfNoun();
    const own = this.#verbWithObject();
    if (own && !own.isExistence && this.figure.isMoney) {
      return isNoun
        ? joinedBySpaces(tail, 'that', own.words)
        : joinedBySpaces('that', own.words, tail);
    }
    return tail === '' ? null : tail;
  }

  /** “Unemployment rose to 5.2 %”, “the bridge will cost $3 million” */
  #ofVerb(): string | null {
    const preposition = this.tokens[this.#first - 1];
    const isTied = preposition?.pos === 'ADP' || preposition?.lower === 'to';
    const group = this.#groupBefore(isTied ? this.#beforeFrom(this.#first - 1) : this.#first);
    const subject = group && this.#subjectOf(group);
    if (!group || !subject || group.negated) return null;
    const verb = this.tokens[group.main];
    const tail = this.#tail(this.#behind);
    if (!verb) return null;
    const [isRise, isFall] = [risingVerbs.has(verb.lower), fallingVerbs.has(verb.lower)];
    if (isRise || isFall) {
      const word = preposition?.lower ?? '';
      if (isTied && (word === 'to' || word === 'at')) return joinedBySpaces(bare(subject), tail);
      if (isTied && word === 'from') return joinedBySpaces(earlier, bare(subject));
      if (isTied && word !== 'by') return null;
      return joinedBySpaces(isRise ? 'rise in' : 'fall in', subject, tail);
    }
    const isLevel = levelVerbs.has(verb.lower);
    if (isLevel && (!isTied || /^(?:at|to)$/.test(preposition?.lower ?? '')))
      return joinedBySpaces(bare(subject), tail);
    if (isTied) return null;
    if (verb.lemma === 'cost' || verb.lower === 'cost')
      return joinedBySpaces('cost of', subject, tail);
    return this.figure.isMoney
      ? joinedBySpaces('that', subject, this.#words(group.first, group.main + 1), tail)
      : null;
  }

  /** “from 5.4 % to”: the token that it starts with; else the one that is given. */
  #beforeFrom(at: number): number {
    for (let i = at - 1; i > Math.max(this.#start, at - 6); i--) {
      if (this.tokens[i]?.lower === 'from') return i;
    }
    return at;
  }

  /** “people killed in the flood”, “voters who oppose the toll” */
  #predicated(noun: string, group: VerbGroup): string | null {
    const main = this.tokens[group.main];
    if (!main) return null;
    const next = this.tokens[group.main + 1];
    const tail = this.#tail(group.main + 1);
    const no = group.negated ? 'not' : '';
    if (group.passive && !group.modal) return joinedBySpaces(noun, no, main.text, tail);
    const isBare = !group.auxiliary && group.form === 'finite' && /(?:ed|en)$/.test(main.lower);
    // “350 people killed in the flood” and “350 people marched”: the tags do not tell them apart.
    if (isBare) return joinedBySpaces(noun, main.text, tail);
    if (group.form === 'gerund') return joinedBySpaces(noun, main.text, tail);
    if (group.form === 'infinitive')
      return joinedBySpaces(noun, this.#words(group.first, group.main + 1), tail);
    if (copulas.has(main.lower) && !group.modal && !group.negated) {
      // “40,000 households were without power”
      if (next?.pos === 'ADP') return joinedBySpaces(noun, tail);
      if (tail === '') return null;
    }
    const who =
      namesPeople.test(noun.split(' ')[0] ?? '') || namesPeople.test(noun) ? 'who' : 'that';
    return joinedBySpaces(noun, who, this.#words(group.first, group.main + 1), tail);
  }

  /** Subject and verb whose object the figure is. */
  #verbWithObject(): { readonly words: string; readonly isExistence: boolean } | null {
    const group = this.#groupBefore(this.#first);
    if (!group) return null;
    const verb = this.tokens[group.main];
    if (this.tokens[group.first - 1]?.lower === 'there') {
      return { words: '', isExistence: true };
    }
    if (group.form === 'gerund') return null;
    // “The victims were 12 men”
    if (verb && copulas.has(verb.lower)) return { words: '', isExistence: true };
    const subject = this.#subjectOf(group);
    if (subject === null) return null;
    return {
      words: joinedBySpaces(subject, this.#words(group.first, group.main + 1)),
      isExistence: false
    };
  }

  /** The verb of this clause right before the token, but for adverbs and determiners. */
  #groupBefore(at: number): VerbGroup | null {
    const group = this.#groups.findLast(({ main }) => main < at);
    if (!group || group.first < this.#start) return null;
    const main = this.tokens[group.main];
    // “will close 12 schools”: the tags have an adjective.
    if (main?.pos === 'AUX' && !copulas.has(main.lower) && group.main + 1 < at) {
      return this.#isFree(group.main + 2, at) ? { ...group, main: group.main + 1 } : null;
    }
    return this.#isFree(group.main + 1, at) ? group : null;
  }

  /** Whether nothing stands between the two that would part a verb from its object. */
  #isFree(from: number, to: number): boolean {
    const between = this.tokens.slice(from, to);
    return between.every(({ pos }) => /^(?:DET|ADV|ADJ)$/.test(pos)) && between.length <= 3;
  }

  /** `null` of none that says who or what; of “the county plans to close” whoever plans. */
  #subjectOf(group: VerbGroup): string | null {
    let at = group.first - 1;
    if (group.form === 'infinitive') {
      const planning = this.#groups.find(({ main }) => main === at);
      if (!planning || planning.form === 'infinitive' || planning.first < this.#start) return null;
      const subject = this.#subjectOf(planning);
      return subject && joinedBySpaces(subject, this.#words(planning.first, planning.main + 1));
    }
    while (at > this.#start && this.tokens[at]?.pos === 'ADV') at--;
    const last = this.tokens[at];
    if (!last || at < this.#start) return null;
    if (last.pos === 'PRON') {
      // “The company said it would cut 500 jobs”
      const saying = this.#groups.find(({ main }) => main === at - 1);
      return saying && /^(?:it|he|she|they)$/.test(last.lower) ? this.#subjectOf(saying) : null;
    }
    if (!isNominal(last)) return null;
    const [first, end] = phraseEndingAt(this.tokens, at, this.#start);
    return this.#words(first, end + 1);
  }

  #groupAt(at: number): VerbGroup | null {
    if (at >= this.#end) return null;
    return this.#groups.find(({ first }) => first === at) ?? null;
  }

  #phrase([first, last]: Phrase): string {
    let from = first;
    while (from < last && this.tokens[from]?.pos === 'DET') from++;
    return this.#words(from, last + 1);
  }

  #tail(from: number): string {
    let to = Math.max(from, this.#tailEnd);
    while (to > from && /^(?:ADP|DET|CCONJ|SCONJ|PART|AUX)$/.test(this.tokens[to - 1]?.pos ?? ''))
      to--;
    return from < to ? this.#words(from, to) : '';
  }

  /** As in the sentence; a word that has its capital only because it begins one loses it. */
  #words(from: number, to: number): string {
    const [first, last] = [this.tokens[from], this.tokens[to - 1]];
    if (!first || !last || to <= from) return '';
    const text = this.clean.slice(first.start, last.end);
    const isName = first.pos === 'PROPN' && !commonOpener.test(first.lower);
    const isOpening = from === 0 && !isName && !/^\p{Lu}{2}/u.test(text);
    return isOpening ? text.charAt(0).toLowerCase() + text.slice(1) : text;
  }

  #textOf({ start, end }: Range): string {
    return this.clean.slice(start, end);
  }

  #isBoundary(at: number): boolean {
    const token = this.tokens[at];
    if (!token) return true;
    if (ends.test(token.text)) {
      const [before, after] = [this.tokens[at - 1], this.tokens[at + 1]];
      // The hyphen of a word, the point of an initial.
      return !(before?.end === token.start && after?.start === token.end);
    }
    if (/^["“”«»]$/.test(token.text)) return true;
    return clauseConjunctions.has(token.lower) && !this.#joinsNames(at);
  }

  /** “Trinidad and Tobago” */
  #joinsNames(at: number): boolean {
    return (
      this.tokens[at]?.lower === 'and' &&
      this.tokens[at - 1]?.pos === 'PROPN' &&
      this.tokens[at + 1]?.pos === 'PROPN'
    );
  }

  #endsTail(at: number): boolean {
    const token = this.tokens[at];
    if (!token || token.pos === 'NUM') return true;
    return this.dates.some(({ start, end }) => start < token.end && token.start < end);
  }
}
