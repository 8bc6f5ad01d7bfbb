import type { Briefing } from '../../briefing/briefing.js';
import { LedgerIndex } from '../../ledger/ledger-index.js';
import { quoted, stanceWords } from '../../terms/terms.js';
import type { Finding } from '../finding.js';

/** Outcomes that are stated, and positions in force, that rest on no annotation. */
export function judgementWithoutEvidence(briefing: Briefing): readonly Finding[] {
  const rule = 'judgement-without-evidence';
  const annotated = new Set(briefing.annotations.map(({ id }) => id));
  const names = new Map([
    ...briefing.actors.map(({ id, name }) => [id, name] as const),
    ...briefing.issues.map(({ id, wording }) => [id, wording] as const)
  ]);
  const outcomes = briefing.outcomes
    .filter(({ statement }) => statement.trim() !== '')
    .filter(({ evidence }) => !evidence.some((id) => annotated.has(id)))
    .map(({ id, statement }): Finding => ({
      rule,
      in: 'outcome',
      about: id,
      words: statement,
      message: `Nothing is shown that the outcome ${quoted(statement)} rests on. Give it evidence.`
    }));
  const positions = new LedgerIndex(briefing.positions)
    .asOf(null)
    .filter(({ evidence }) => !evidence.some((id) => annotated.has(id)))
    .map((position): Finding => {
      const name = names.get(position.actor) ?? '';
      const issue = names.get(position.issue) ?? '';
      return {
        rule,
        in: 'position',
        about: position.id,
        words: position.statement || `${name}: ${stanceWords[position.stance]}`,
        message: `The position of ${name} on ${quoted(issue)} rests on no quote and is printed as unsupported. Give it evidence.`
      };
    });
  return [...outcomes, ...positions];
}
