/** What the attribution rules look at, and what they hand on. */
import { firstIndexWhere } from '../../domain/base/by-halves.js';
import type { Quotation } from '../reading/quotations.js';
import type { Phrase } from '../reading/noun-phrases.js';
import type { Reading, Sentence } from '../reading/reading.js';
import type { Token } from '../reading/tagger.js';
import { type VerbGroup, verbGroups } from '../reading/verb-groups.js';
import type { Range } from '../../domain/text/range.js';

/** How what is said hangs on its cue. */
export type CueLink =
  'that' | 'quote' | 'colon' | 'question' | 'clause' | 'infinitive' | 'phrase' | 'before';

/** Who is reported. */
export interface CueSubject {
  readonly phrase: Phrase;
  readonly how:
    'inverted' | 'direct' | 'relative' | 'apposition' | 'shared' | 'participle' | 'governed';
  /** The word that speaks: the last one of the phrase without what is set off by commas. */
  readonly head: number;
}

export interface FoundReport {
  readonly cue: Range | null;
  readonly source: Range | null;
  /** Whom "it" stands for, as the sentence before names it; left out where that is not sure, or it is no "it". */
  readonly meant?: Range | undefined;
  readonly content: readonly Range[];
  readonly rule: string;
  readonly lemma: string;
  readonly link: CueLink;
  readonly negated: boolean;
  readonly modal: boolean;
  readonly confidence: number;
  readonly sentence: number;
  readonly paragraph: number;
}

/** One sentence with what all rules need of it. */
export interface Scene {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly groups: readonly VerbGroup[];
  readonly reading: Reading;
  /** The quotation that covers an offset, its marks included. */
  readonly quotationAt: (offset: number) => Quotation | null;
}

export function toScene(reading: Reading, sentence: Sentence): Scene {
  const { tokens } = sentence;
  return {
    sentence,
    tokens,
    reading,
    groups: verbGroups(tokens),
    quotationAt: (offset) => findAt(reading.quotations, offset)
  };
}

export function toRange(tokens: readonly Token[], first: number, last: number): Range {
  const from = tokens[first];
  const to = tokens[last];
  if (!from || !to) throw new Error(`No tokens ${first} to ${last}`);
  return { start: from.start, end: to.end };
}

/** The token at or before `last` that is no stop, comma or colon. */
export function endBefore(tokens: readonly Token[], last: number): number {
  let i = last;
  while (i > 0 && /^[.;,:…–—-]$/.test(tokens[i]?.text ?? '')) i--;
  return tokens[i]?.end ?? 0;
}

export function opensQuote(token: Token | undefined): boolean {
  return token?.text === '“';
}

export function closesQuote(token: Token | undefined): boolean {
  return token?.text === '”';
}

function findAt(quotations: readonly Quotation[], offset: number): Quotation | null {
  const at = firstIndexWhere(quotations.length, (index) => quotations[index]!.end > offset);
  const quotation = quotations[at];
  return quotation && quotation.start <= offset ? quotation : null;
}

type Parts = Pick<FoundReport, 'cue' | 'source' | 'content' | 'rule' | 'confidence'> &
  Partial<FoundReport>;

export function toFinding(scene: Scene, parts: Parts): FoundReport {
  const { index, paragraph } = scene.sentence;
  return {
    lemma: '',
    link: 'clause',
    negated: false,
    modal: false,
    sentence: index,
    paragraph,
    ...parts
  };
}
/** Where the sentence ends, without its stop, or the quotation that runs on behind it. */
export function restEnd({ tokens, quotationAt, sentence }: Scene): number {
  const end = endBefore(tokens, tokens.length - 1);
  const quotation = quotationAt(end - 1);
  return quotation && quotation.end > sentence.end ? quotation.end : end;
}
