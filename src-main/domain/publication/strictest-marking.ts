/** The marking of a document that is made of several: never milder than any of theirs. */

/** Each list goes from the mildest to the strictest; words on one line are equal. */
const scales: readonly (readonly (readonly string[])[])[] = [
  // Government Security Classifications (UK) and Executive Order 13526 (US), with common plain words.
  [
    ['public', 'unclassified', 'open'],
    ['official', 'internal', 'internal use', 'internal use only', 'for internal use'],
    ['official-sensitive', 'restricted', 'sensitive', 'for official use only', 'cui'],
    ['confidential'],
    ['secret'],
    ['top secret']
  ],
  // Traffic Light Protocol 2.0 (FIRST), with the white of 1.0.
  [['tlp:clear', 'tlp:white'], ['tlp:green'], ['tlp:amber'], ['tlp:amber+strict'], ['tlp:red']]
];

/**
 * One that is known to be milder than another is left out. All others stand beside one another, each
 * once: words of another scale, or with a caveat behind them, cannot be weighed.
 */
export function strictestMarking(markings: readonly string[]): string {
  const given = [...new Map(markings.map((marking) => [plain(marking), marking.trim()])).values()];
  const named = given.filter((marking) => marking !== '');
  return named.filter((marking) => !named.some((other) => outdoes(other, marking))).join(' · ');
}

function outdoes(other: string, marking: string): boolean {
  return scales.some((scale) => {
    const own = scale.findIndex((words) => words.includes(plain(marking)));
    return (
      own >= 0 && scale.slice(own + 1).some((words) => words.some((word) => begins(other, word)))
    );
  });
}

/** Also where a caveat follows. */
function begins(marking: string, word: string): boolean {
  const words = plain(marking);
  return (
    words === word ||
    (words.startsWith(word) && /^\s*(?:\/\/|[-–—:;,(])/.test(words.slice(word.length)))
  );
}

function plain(marking: string): string {
  return marking.trim().toLowerCase().replace(/\s+/g, ' ');
}
