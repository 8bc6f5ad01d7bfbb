/** What changed of the words that stand before the cards: day, marking, submission, key judgements; and of key points. */
import type { Briefing } from '../briefing/briefing.js';
import type { Card } from '../briefing/entries.js';
import { likelihoodWord } from '../ledger/judgement.js';
import { judgedIn, type Judged, reasonsOf } from '../terms/judged-in-words.js';
import { en } from '../terms/printed/en.js';
import { dateInWords } from '../terms/terms.js';
import { diffWords } from '../text/word-diff.js';
import type { PageOneChange } from './comparison.js';

/** In the order of the page. Judgements are matched by id, then by what they judge; cards by id. */
export function comparePageOne(before: Briefing, after: Briefing): readonly PageOneChange[] {
  const fields = namesOfFields.map(([name, read]) => ({
    name,
    words: [read(before), read(after)] as const
  }));
  const judgements = compareJudgements(before, after);
  const earlier = new Map(before.cards.map((card) => [card.id, card]));
  const cards = after.cards.flatMap((is) => {
    const was = earlier.get(is.id);
    // A card that came or went is told as a whole.
    if (!was) return [];
    const of = (what: string) => `${what} of “${is.heading || is.kind}”`;
    return [
      { name: of('Key point'), words: [was.keyPoint, is.keyPoint] as const },
      { name: of('Portion mark'), words: [markOf(was), markOf(is)] as const }
    ];
  });
  return [...fields, ...judgements, ...cards].flatMap(({ name, words: [was, is] }) =>
    was === is ? [] : [{ name, words: diffWords(was, is) }]
  );
}

const namesOfFields: readonly (readonly [string, (briefing: Briefing) => string])[] = [
  ['Marking', ({ marking }) => marking],
  ['Day', ({ date }) => (date ? dateInWords(date) : '')],
  ['Confidence', ({ confidence }) => confidence ?? ''],
  ['Tags', ({ tags }) => tags.join(', ')],
  ['To', ({ submission }) => submission.to],
  ['From', ({ submission }) => submission.from],
  ['Copy', ({ submission }) => submission.copy],
  ['Decide by', ({ submission: { decideBy } }) => (decideBy ? dateInWords(decideBy) : '')],
  ['Recommendation', ({ submission }) => submission.recommendation],
  ['Options', ({ submission }) => submission.options.join('\n')],
  ['Handling', ({ submission }) => submission.handling],
  ['Clearance', ({ submission }) => submission.clearance],
  ['Contact', ({ submission }) => submission.contact]
];

interface ComparedWords {
  readonly name: string;
  readonly words: readonly [was: string, is: string];
}

function compareJudgements(before: Briefing, after: Briefing): readonly ComparedWords[] {
  const told = judgedIn(before);
  const taken = new Set<Judged>();
  const kept = judgedIn(after).map((is): ComparedWords => {
    const was =
      told.find(({ judgement }) => judgement.id === is.judgement.id) ??
      told.find((each) => !taken.has(each) && each.statement === is.statement);
    if (was) taken.add(was);
    return {
      name: nameOf(is),
      words: [was ? judgementIn(before, was) : '', judgementIn(after, is)]
    };
  });
  const gone = told
    .filter((each) => !taken.has(each))
    .map((each): ComparedWords => ({ name: nameOf(each), words: [judgementIn(before, each), ''] }));
  return [...kept, ...gone];
}

function nameOf({ statement }: Judged): string {
  return `Key judgement “${statement}”`;
}

/** All that its author wrote of it, a line each. What an outcome says of itself is compared with the outcomes. */
function judgementIn({ likelihoodScale }: Briefing, { judgement }: Judged): string {
  const { likelihood } = judgement;
  const lines = [
    ...(likelihood ? [`Likelihood: ${likelihoodWord(likelihoodScale, likelihood)}`] : []),
    ...reasonsOf(judgement, en).map(({ label, words }) => `${label}: ${words}`)
  ];
  return lines.length > 0 ? lines.join('\n') : 'No reason given';
}

function markOf({ portionMark }: Card): string {
  return portionMark && `(${portionMark})`;
}
