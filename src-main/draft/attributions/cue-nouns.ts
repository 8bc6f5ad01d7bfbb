/** Nouns and adjectives that report: "the claim that", "is confident that". */
import { wordSet } from '../reading/word-set.js';

export const cueNouns = wordSet(`
  report reports claim claims statement statements suggestion suggestions allegation allegations
  accusation accusations assertion assertions belief beliefs view views opinion argument arguments
  warning warnings promise promises pledge vow fear fears concern concerns hope hopes prediction
  predictions conclusion admission announcement insistence denial contention rumour rumours rumor
  rumors speculation idea notion criticism demand demands proposal proposals call calls complaint
  complaints testimony acknowledgement acknowledgment confirmation assurance assurances theory
  conviction expectation expectations estimate estimates doubt doubts suspicion suspicions
  declaration charge charges recommendation finding findings news evidence feeling sense worry worries
  position stance verdict plea
`);

/** Nouns that name words themselves: "his message: “…”", "their answer was “no”". */
export const wordsNouns = wordSet(`
  words message answer reply response verdict statement tweet post conclusion view position advice
  warning question motto slogan argument explanation comment letter email
`);

export const cueAdjectives = wordSet(`
  confident sure certain convinced concerned worried afraid hopeful optimistic pessimistic sceptical
  skeptical doubtful adamant aware unaware happy glad pleased delighted disappointed angry furious
  proud grateful sorry surprised shocked upset determined opposed supportive critical dismissive
  fearful mindful wary unhappy alarmed dismayed outraged cautious unconvinced clear satisfied
  suspicious nervous appalled reluctant unwilling willing ready keen eager prepared open
`);
