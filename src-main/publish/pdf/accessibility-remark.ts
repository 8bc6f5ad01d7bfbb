/**
 * What is said of a document that breaks rules of accessibility or of archives: to the person who wrote it,
 * in words that need no standard at hand, and by clause to whoever checks files.
 */

interface Cause {
  /** Clauses of ISO 14289-1; of ISO 19005-3 in the order of its own. */
  readonly clauses: RegExp;
  /** What it means for a reader with a screen reader. */
  readonly what: string;
  /** What its author can do; empty for nothing. */
  readonly mend: string;
}

const causes: readonly Cause[] = [
  {
    clauses: /^(?:7\.21\.8|6\.2\.11\.8)$/,
    what: 'A screen reader passes over the signs that came out as empty boxes.',
    mend: 'Install a font that holds them, or write them in other letters, and export again.'
  },
  {
    clauses: /^(?:7\.21|6\.2\.11)\./,
    what: 'The font of some letters does not tell what they are, so a screen reader may read them wrong.',
    mend: 'Write them in other letters, or export where another font holds them.'
  },
  {
    clauses: /^7\.3$/,
    what: 'A picture has no words, so a screen reader only says that there is one.',
    mend: 'Write what it shows between the square brackets before its address.'
  }
];
const other =
  'A screen reader may read some of its tables, headings or notes in another order than they stand in. Nothing that you wrote is the cause, and what is seen is right.';

interface Remark {
  /** In sentences, without a clause or the name of a font. */
  readonly words: string;
  /** The rules that are broken, clauses first. */
  readonly rules: string;
}

/** `faults`: those of `lintDocument`, at least one. */
export function remarkOnAccess(faults: readonly string[]): Remark {
  const { whats, mends } = causesOf(faults);
  const claim = 'The PDF therefore does not say that it is accessible (PDF/UA-1).';
  return {
    words: [...whats, claim, ...mends].join(' '),
    rules: `Rules of ISO 14289-1 that it breaks: ${faults.join(' ')}`
  };
}

/** Why a document is not written as PDF/A-3u, in sentences, the clauses last. `faults` as before. */
export function whyNotArchival(faults: readonly string[]): string {
  const { whats, mends } = causesOf(faults);
  return [
    'This document cannot be kept as PDF/A-3u, so nothing was written.',
    ...whats.filter((what) => what !== other),
    ...mends,
    'It can be written without that.',
    `(Rules of ISO 19005-3 that it breaks: ${faults.join(' ')})`
  ].join(' ');
}

function causesOf(faults: readonly string[]) {
  const found = faults.map((fault) => {
    const [clause = ''] = fault.split(/[ ,]/u);
    return causes.find(({ clauses }) => clauses.test(clause));
  });
  const known = causes.filter((cause) => found.includes(cause));
  return {
    whats: [...known.map(({ what }) => what), ...(found.includes(undefined) ? [other] : [])],
    mends: known.map(({ mend }) => mend)
  };
}
