/** What changed of the words that stand before the cards: day, marking, submission, key judgements; and of key points. */
import type { Briefing } from '../briefing/briefing.js';
import type { Card, KeyJudgement } from '../briefing/entries.js';
import type { Id } from '../base/values.js';
import { likelihoodWord } from '../ledger/judgement.js';
import { dateInWords, stanceWords } from '../terms/terms.js';
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
  const told = before.keyJudgements.map((judgement) => ({
    judgement,
    subject: subjectOf(before, judgement.about)
  }));
  const taken = new Set<KeyJudgement>();
  const kept = after.keyJudgements.map((is): ComparedWords => {
    const subject = subjectOf(after, is.about);
    const was = (
      told.find(({ judgement }) => judgement.id === is.id) ??
      told.find((each) => !taken.has(each.judgement) && each.subject === subject)
    )?.judgement;
    if (was) taken.add(was);
    return {
      name: nameOf(subject),
      words: [was ? judgementIn(before, was) : '', judgementIn(after, is)]
    };
  });
  const gone = told
    .filter(({ judgement }) => !taken.has(judgement))
    .map(({ judgement, subject }): ComparedWords => ({
      name: nameOf(subject),
      words: [judgementIn(before, judgement), '']
    }));
  return [...kept, ...gone];
}

function nameOf(subject: string): string {
  return `Key judgement “${subject}”`;
}

/** The outcome, or the position in a few words. */
function subjectOf({ outcomes, positions, actors, issues }: Briefing, about: Id): string {
  const outcome = outcomes.find(({ id }) => id === about);
  if (outcome) return outcome.statement;
  const position = positions.find(({ id }) => id === about);
  const actor = actors.find(({ id }) => id === position?.actor)?.name ?? '';
  const issue = issues.find(({ id }) => id === position?.issue)?.wording ?? '';
  return position ? `${actor}, on ${issue}: ${stanceWords[position.stance]}` : '';
}

/** All that its author wrote of it, a line each. */
function judgementIn({ likelihoodScale }: Briefing, judgement: KeyJudgement): string {
  const { likelihood, because, against, indicators, gaps } = judgement;
  const lines = [
    ['Likelihood', likelihood && likelihoodWord(likelihoodScale, likelihood)],
    ['Because', because],
    ['Against', against],
    ['Would change it', indicators],
    ['Not known', gaps]
  ].flatMap(([name, words]) => (words ? [`${name}: ${words}`] : []));
  return lines.length > 0 ? lines.join('\n') : 'No reason given';
}

function markOf({ portionMark }: Card): string {
  return portionMark && `(${portionMark})`;
}
