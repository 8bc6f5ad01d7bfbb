/** Words that are written from right to left, and what keeps them and their neighbours in order. */

const scripts = ['Arabic', 'Hebrew', 'Syriac', 'Thaana', 'Nko', 'Adlam', 'Samaritan', 'Mandaic'];
const fromRight = scripts.map((script) => String.raw`\p{Script=${script}}`).join('');
const first = new RegExp(String.raw`^[^\p{L}]*(?=\p{L})[${fromRight}]`, 'u');
const any = new RegExp(String.raw`(?=\p{L})[${fromRight}]`, 'u');

/** Whether a paragraph of these words runs from right to left: as its first letter does (UAX #9, P2). */
export function runsFromRight(text: string): boolean {
  return first.test(text);
}

/** Whether any letter in them is written from right to left. */
export function hasRightToLeft(text: string): boolean {
  return any.test(text);
}

/**
 * A name to be set among words of ours: with signs around it that nobody sees, so that neither changes the
 * order in which the other is read (UAX #9, FSI and PDI). As it is where nothing in it runs from right to left.
 */
export function isolated(name: string): string {
  return hasRightToLeft(name) ? isolate(name) : name;
}

/** Each of these that stand in one line, as soon as one of them has letters from right to left. */
export function isolatedFromEachOther(parts: readonly string[]): readonly string[] {
  return parts.some(hasRightToLeft) ? parts.map(isolate) : parts;
}

const drawnFromRight = new RegExp(
  String.raw`(?:(?=\p{L})[${fromRight}])(?:[\p{M}\s]*(?=\p{L})[${fromRight}])*`,
  'gu'
);
/** A letter with its marks; lam and alef with a hamza are drawn as one. */
const drawnAsOne = /ل[أإآ]|\P{M}\p{M}*/gu;

/** As it is read, from words in the order in which they are drawn, which is from the left whatever they are. */
export function asRead(drawn: string): string {
  return drawn.replace(drawnFromRight, (run) =>
    (run.match(drawnAsOne) ?? []).toReversed().join('')
  );
}

function isolate(words: string): string {
  return `\u2068${words}\u2069`;
}
