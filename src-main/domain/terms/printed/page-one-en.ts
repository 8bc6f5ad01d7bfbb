/** The fixed words of page one in English: those of the submission, of key judgements and of what they rest on. */

export const pageOneEn = {
  decision: 'Submission for decision',
  submission: 'Submission',
  to: 'To',
  from: 'From',
  copy: 'Copy',
  decideBy: 'Decide by',
  recommendation: 'Recommendation',
  /** To tick beside what is recommended. */
  boxes: ['Agree', 'Discuss', 'No'] as readonly string[],
  /** Beside what cannot be refused: what begins with this word. */
  noted: 'Noted',
  isToBeNoted: /^note\b(?! (?:de|du|des|pour|sur)\b)/iu,
  signed: 'Signed',
  date: 'Date',
  options: 'Options',
  judgements: 'Key judgements',
  judgement: 'Judgement',
  because: 'Because',
  against: 'Against it',
  indicators: 'Would change it',
  gaps: 'Not known',
  sources: 'What it rests on',
  handling: 'Handling',
  clearance: 'Cleared by',
  contact: 'Contact',
  /** In the marking of what holds words that no reader is to get. */
  authorsCopy: 'Author’s copy, with private notes',
  copyNumber: (number: string) => `Copy ${number}`,
  /** Before what a brief has no room for. */
  inFull: 'In the full briefing',

  /** What a draft that nobody has confirmed says first; `all` are its parts. */
  draft: (unreviewed: number, all: number) =>
    unreviewed === all
      ? 'Draft, not reviewed.'
      : `Draft, reviewed in part (${all - unreviewed} of ${all}).`,

  // What a briefing rests on.
  countOfSources: 'Sources',
  grades: 'Grades',
  published: 'Published',
  positionsInForce: 'Positions in force',
  /** Of several that have one publisher. */
  ofOneOutlet: 'all of one outlet',
  sourcesOfOrigins: (sources: number, origins: number) =>
    origins === 1
      ? `${sources} sources of one origin, which say no more than one`
      : `${sources} sources of ${origins} origins; those of one origin say no more than one`,
  /** Of the list of sources, beside those that are quoted. */
  listedToo: (sources: number) => `${sources} more listed, not quoted`,
  graded: (count: number, grade: string, reliability: string, credibility: string) =>
    `${count} graded ${grade} (${reliability}; ${credibility})`,
  notGraded: (count: number) => `${count} not graded`,
  known: {
    stated: (count: number) => `${count} in the actor’s own words`,
    reported: (count: number) => `${count} as reported`,
    inferred: (count: number) => `${count} inferred from conduct`,
    denied: (count: number) => `${count} denied by the actor`
  },
  withoutQuote: (count: number) => `${count} without a quote`
};
