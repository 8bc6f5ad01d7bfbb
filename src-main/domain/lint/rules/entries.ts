/** Rules for entries: what is judged twice, not at all, without evidence, or overdue. */
import type { Briefing } from '../../briefing/briefing.js';
import { LedgerIndex } from '../../ledger/ledger-index.js';
import { quoted, stanceWords, dateInWords } from '../../terms/terms.js';
import type { LintFinding } from '../finding.js';
import { overdueAsOf } from '../../ledger/ledger-questions.js';
import type { Id, PartialDate } from '../../base/values.js';
import { likelihoodWord } from '../../ledger/judgement.js';
import { likelihoodsIn } from '../likelihood-terms.js';
import { findingIn, type Passage } from '../passages.js';

/** Outcomes that are stated, and positions in force, that rest on no annotation; an outcome may rest on the reason of a key judgement. */
export function judgementWithoutEvidence(briefing: Briefing): readonly LintFinding[] {
  const rule = 'judgement-without-evidence';
  const annotated = new Set(briefing.annotations.map(({ id }) => id));
  const names = namesOf(briefing);
  const reasoned = new Set(
    briefing.keyJudgements.flatMap(({ about, because }) => (because.trim() === '' ? [] : about))
  );
  const outcomes = briefing.outcomes
    .filter(({ id, statement }) => statement.trim() !== '' && !reasoned.has(id))
    .filter(({ evidence }) => !evidence.some((id) => annotated.has(id)))
    .map(({ id, statement }): LintFinding => ({
      rule,
      in: 'outcome',
      about: id,
      words: statement,
      message: `Nothing is shown that the outcome ${quoted(statement)} rests on. Add evidence.`
    }));
  const positions = new LedgerIndex(briefing.positions)
    .asOf(null)
    .filter(({ evidence }) => !evidence.some((id) => annotated.has(id)))
    .map((position): LintFinding => {
      const name = names.get(position.actor) ?? '';
      const issue = names.get(position.issue) ?? '';
      return {
        rule,
        in: 'position',
        about: position.id,
        words: position.statement || `${name}: ${stanceWords[position.stance]}`,
        message: `The position of ${name} on ${quoted(issue)} rests on no quote and is printed as unsupported. Add evidence.`
      };
    });
  return [...outcomes, ...positions];
}

function namesOf({ actors, issues }: Briefing): ReadonlyMap<Id, string> {
  return new Map([
    ...actors.map(({ id, name }) => [id, name] as const),
    ...issues.map(({ id, wording }) => [id, wording] as const)
  ]);
}

/** Positions in force whose author wanted to look at them again by now. */
export function overduePosition(briefing: Briefing, today: PartialDate): readonly LintFinding[] {
  const names = namesOf(briefing);
  return overdueAsOf(new LedgerIndex(briefing.positions), today).map((position) => ({
    rule: 'overdue-position',
    in: 'position',
    about: position.id,
    // With the date, so that a dismissal does not outlive it.
    words: `${stanceWords[position.stance]}, review by ${position.reviewBy}`,
    message: `The position of ${names.get(position.actor) ?? ''} on ${quoted(names.get(position.issue) ?? '')} was due for review by ${dateInWords(position.reviewBy ?? '')}. Confirm or update it.`
  }));
}

/** Outcomes whose statement judges them twice, or otherwise than was chosen. `passages` are the briefing's. */
export function twoLikelihoods(
  { outcomes, likelihoodScale }: Briefing,
  passages: readonly Passage[]
): readonly LintFinding[] {
  const chosen = new Map(outcomes.map(({ id, likelihood }) => [id, likelihood]));
  return passages
    .filter((passage) => passage.in === 'outcome')
    .flatMap((passage) => {
      const said = likelihoodsIn(passage.ownSentences.join(' '));
      const [first, second] = said;
      if (!first) return [];
      const rule = 'two-likelihoods';
      if (second) {
        const message = `“${first.words}” and “${second.words}” are two judgements of one outcome. Choose one, or make two outcomes.`;
        return [findingIn(passage, rule, passage.text, message)];
      }
      const step = chosen.get(passage.about) ?? null;
      if (step === null || step === first.step) return [];
      const message = `The statement says “${first.words}”, and “${likelihoodWord(likelihoodScale, step)}” was chosen. Say it once.`;
      return [findingIn(passage, rule, passage.text, message)];
    });
}

/** Outcomes that are stated, and whose likelihood nobody has chosen. */
export function unjudgedOutcome({ outcomes }: Briefing): readonly LintFinding[] {
  return outcomes
    .filter(({ statement, likelihood }) => statement.trim() !== '' && likelihood === null)
    .map(({ id, statement }): LintFinding => {
      const [said] = likelihoodsIn(statement);
      const how = said
        ? `The word “${said.words}” in its statement does not count: choose the likelihood.`
        : 'Choose its likelihood.';
      return {
        rule: 'unjudged-outcome',
        in: 'outcome',
        about: id,
        words: statement.slice(0, 300),
        message: `The outcome ${quoted(statement)} does not say how likely it is. ${how}`
      };
    });
}
