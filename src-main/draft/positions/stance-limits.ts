/** What keeps words of stance from being one, or makes it depend on something: negations and conditions. */
import type { Reading, Sentence } from '../reading/reading.js';
import type { Token } from '../reading/tagger.js';
import type { Range } from '../../domain/text/range.js';
import { deniable, type SideTaken } from './stance-cues.js';

/** Turn what they govern into no stance: "never said that she opposes it", "asked whether". */
export const unsettling =
  /^(?:deny|doubt|ask|wonder|question|accuse|imagine|pretend|speculate|suspect|blame|claim|allege|mock|fear|dispute)$/;
export const conditionWords =
  /\b(only if|if|unless|provided(?: that)?|as long as|on (?:the )?condition that|in exchange for|in return for|only when|only after)\b/i;
/** UTF-16 units between an object and its condition: a time or a place may stand there. */
const furthestCondition = 45;

/** "will not back" opposes; "did not back" and "does not oppose" leave it open. */
export function denied(
  side: SideTaken,
  negated: boolean,
  cueWords: string,
  lemma: string
): SideTaken | null {
  if (!negated) return side;
  const isFirm =
    /\b(?:(?:do|does|will|would|can|could|wo|ca)(?: ?n't| not)|cannot|will never|would never)\b/.test(
      cueWords
    );
  return side === 'supports' && isFirm && deniable.has(lemma) ? 'opposes' : null;
}

/** "no longer supports", "stopped short of endorsing", "refused to back" */
export function isRuledOut(tokens: readonly Token[], cueFirst: number): boolean {
  const before = tokens
    .slice(Math.max(0, cueFirst - 4), cueFirst + 3)
    .map(({ lower }) => lower)
    .join(' ');
  return /\b(?:no longer|short of|without|instead of|rather than|refus\w+ to|declin\w+ to|fail\w+ to|hesitat\w+ to|neither|nor|hardly|barely|accus\w+ of|denied|denies)\b/.test(
    before
  );
}

/** Only say when it will be: "if her party wins". */
const merelyWhen =
  /\b(?:wins?|won|elected|re-elected|to power|takes? office|becomes? (?:law|president|prime minister|chancellor)|asked|necessary|needed|possible)\b/i;

interface FoundCondition extends Range {
  readonly marker: string;
}

/** Behind the object, in the same breath; or before the speaker: "If it is fair, the union will back it". */
export function conditionBehind(
  { clean }: Reading,
  { start, tokens }: Sentence,
  from: number,
  to: number,
  source: Range
): FoundCondition | null {
  const rest = clean.slice(from, to);
  const behind = conditionWords.exec(rest);
  if (
    behind?.[1] &&
    behind.index <= furthestCondition &&
    !merelyWhen.test(rest.slice(behind.index, behind.index + 60)) &&
    !/[.:](?!\d)|[;!?]|\b(?:and|but|as|even|what|said|asked|see|wonder)\s*$/i.test(
      rest.slice(0, behind.index)
    )
  )
    return { start: from + behind.index, end: to, marker: behind[1].toLowerCase() };
  const [opener] = tokens;
  const fronted = clean.slice(start, source.start);
  if (opener && /^(?:if|unless)$/.test(opener.lower) && /,\s*$/.test(fronted))
    return { start: opener.start, end: source.start, marker: opener.lower };
  return null;
}
