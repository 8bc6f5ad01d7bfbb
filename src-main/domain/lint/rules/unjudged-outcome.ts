import type { Briefing } from '../../briefing/briefing.js';
import { quoted } from '../../terms/terms.js';
import type { Finding } from '../finding.js';
import { likelihoodsIn } from '../likelihood-terms.js';

/** Outcomes that are stated, and whose likelihood nobody has chosen. */
export function unjudgedOutcome({ outcomes }: Briefing): readonly Finding[] {
  return outcomes
    .filter(({ statement, likelihood }) => statement.trim() !== '' && likelihood === null)
    .map(({ id, statement }): Finding => {
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
