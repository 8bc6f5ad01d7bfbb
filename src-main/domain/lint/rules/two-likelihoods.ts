import type { Briefing } from '../../briefing/briefing.js';
import { likelihoodWord } from '../../ledger/judgement.js';
import type { Finding } from '../finding.js';
import { likelihoodsIn } from '../likelihood-terms.js';
import { findingIn, type Passage } from '../passages.js';

/** Outcomes whose statement judges them twice, or otherwise than was chosen. `passages` are the briefing's. */
export function twoLikelihoods(
  { outcomes, likelihoodScale }: Briefing,
  passages: readonly Passage[]
): readonly Finding[] {
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
