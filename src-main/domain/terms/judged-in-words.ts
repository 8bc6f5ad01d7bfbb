/** What a briefing judges, in words: its outcomes, and its key judgements with their reasons. */
import type { Briefing } from '../briefing/briefing.js';
import type { PartialDate } from '../base/values.js';
import type {
  KeyJudgement,
  Likelihood,
  LikelihoodScale,
  Outcome,
  Position
} from '../briefing/entries.js';
import { isolated, isolatedAmong, runsFromRight } from '../text/direction.js';
import { capitalised, withAddition } from '../text/joined-words.js';
import { languageOf } from '../text/language-of.js';
import { en, type PrintedWords } from './printed/en.js';
import { allWords, wordsIn } from './printed/languages.js';

export interface Judged {
  readonly judgement: KeyJudgement;
  /** That it is about; `null`: it is about a position. */
  readonly outcome: Outcome | null;
  /** What it is about. */
  readonly of: Outcome | Position;
  /** The outcome with its horizon, or the position with its actor; empty for an outcome without words. */
  readonly statement: string;
  readonly likelihood: Outcome['likelihood'];
  readonly confidence: Outcome['confidence'];
}

/** In their order. One about what is not in the briefing is left out. */
export function judgedIn(briefing: Briefing, words: PrintedWords = en): readonly Judged[] {
  const outcomes = new Map(briefing.outcomes.map((outcome) => [outcome.id, outcome]));
  const positions = new Map(briefing.positions.map((position) => [position.id, position]));
  return briefing.keyJudgements.flatMap((judgement): readonly Judged[] => {
    const outcome = outcomes.get(judgement.about);
    if (outcome) {
      const { likelihood, confidence } = outcome;
      return [
        {
          ...{ judgement, outcome, of: outcome, likelihood, confidence },
          statement: withHorizon(outcome, words)
        }
      ];
    }
    const position = positions.get(judgement.about);
    if (!position) return [];
    const { likelihood } = judgement;
    const statement = positionInWords(briefing, position, words);
    const { confidence } = position;
    return [{ judgement, outcome: null, of: position, statement, likelihood, confidence }];
  });
}

/** With its actor; one without a statement by its stance and issue. */
export function positionInWords(
  { actors, issues }: Briefing,
  position: Position,
  { stances, colon }: PrintedWords
): string {
  const actor = actors.find(({ id }) => id === position.actor)?.name ?? '';
  const issue = issues.find(({ id }) => id === position.issue)?.wording ?? '';
  const words = position.statement.trim() || `${stances[position.stance]}${colon} ${issue}`;
  return `${isolated(actor)}${colon} ${isolated(words)}`;
}

/** Such as “The war continues, by 31 December 2025.” A statement that names the day stays as it is. */
export function withHorizon({ statement, horizon }: Outcome, words: PrintedWords): string {
  const isNamed =
    horizon && toldIn(statement, words).some((own) => namesDate(statement, horizon, own));
  const by = horizon && !isNamed ? words.by(words.date(horizon)) : '';
  return withAddition(statement, by, words.comma);
}

/** With how likely it is in front, unless it says so itself in the word of the scale, as “is unlikely to” does. */
export function withLikelihood(
  statement: string,
  likelihood: Likelihood | null,
  scale: LikelihoodScale,
  words: PrintedWords
): string {
  const wordOf = ({ likelihoods, notJudged }: PrintedWords) =>
    likelihood ? likelihoods[scale][likelihood] : notJudged;
  const isSaid = toldIn(statement, words).some((own) => {
    const word = wordOf(own);
    // “Very likely” does not say “likely”.
    const longer = Object.values(own.likelihoods[scale]).filter(
      (each) => each !== word && each.includes(word)
    );
    const has = (each: string) =>
      new RegExp(`(?<![\\p{L}-])${each}(?!\\p{L})`, 'iu').test(statement);
    return has(word) && !longer.some(has);
  });
  if (isSaid) return statement;
  const { colon, direction } = words;
  const runsAlike = runsFromRight(statement) === (direction === 'rtl');
  const told = runsAlike ? statement : isolatedAmong(direction, statement);
  return `${capitalised(wordOf(words))}${colon} ${told}`;
}

/** The words of the document, and those of the language that a statement in it is written in. */
function toldIn(statement: string, words: PrintedWords): readonly PrintedWords[] {
  const language = languageOf(statement);
  return language === null ? allWords : [words, wordsIn(language)];
}

/**
 * In the language of `words`, as “8 November”, “November 8, 2016”, “8 Nov.”, “8.11.2016” and “2016-11-08”.
 * A month needs its year: “May” and “March” are words of their own.
 */
function namesDate(text: string, date: PartialDate, words: PrintedWords): boolean {
  const [year = '', month = '', day = ''] = date.split('-').map((part) => part.replace(/^0/u, ''));
  const names = [words.date(date), words.dateInShort(date)]
    .flatMap((told) => told.match(/\p{L}{3,}/u) ?? [])
    // Languages decline the ends of longer names.
    .map((name) => (name.length > 4 ? `${name.slice(0, -2)}\\p{L}*` : `${name}\\.?`));
  const named = `(?:${names.join('|')})`;
  const otherYear = `(?!,?\\s+(?!${year})\\d{4})`;
  const forms =
    day !== ''
      ? [
          `${day}(?:st|nd|rd|th|er|\\.)?\\s+(?:of\\s+)?${named}${otherYear}`,
          `${named}\\s+${day}(?:st|nd|rd|th)?(?!\\d)${otherYear}`,
          `0?${day}[./]\\s?0?${month}[./]\\s?(?:${year}|${year.slice(2)})?(?!\\d)`
        ]
      : month !== ''
        ? [`${named},?\\s+(?:of\\s+)?${year}`]
        : [`${year}(?!\\d)`];
  const latin = text.replace(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x660));
  return new RegExp(`(?<![\\p{L}\\d])(?:${[date, ...forms].join('|')})(?!\\p{L})`, 'u').test(latin);
}

const reasons = ['because', 'against', 'indicators', 'gaps'] as const;

/** Why a judgement is made and what is open about it, each under its label. */
export function reasonsOf(
  judgement: Pick<KeyJudgement, (typeof reasons)[number]>,
  { pageOne }: PrintedWords
): readonly { readonly label: string; readonly words: string }[] {
  return reasons.flatMap((part) => {
    const words = judgement[part].trim();
    return words === '' ? [] : [{ label: pageOne[part], words }];
  });
}
