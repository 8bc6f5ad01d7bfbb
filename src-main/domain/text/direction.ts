/** Words that are written from right to left, and what keeps them and their neighbours in order. */

const scripts = ['Arabic', 'Hebrew', 'Syriac', 'Thaana', 'Nko', 'Adlam', 'Samaritan', 'Mandaic'];
const fromRight = scripts.map((script) => String.raw`\p{Script=${script}}`).join('');
const first = new RegExp(String.raw`^[^\p{L}\u200f]*(?:\u200f|(?=\p{L})[${fromRight}])`, 'u');
const any = new RegExp(String.raw`(?=\p{L})[${fromRight}]`, 'u');

/** Whether a paragraph of these words runs from right to left: as its first letter does that is not isolated (UAX #9, P2). */
export function runsFromRight(text: string): boolean {
  return first.test(withoutIsolated(text));
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

/** The same among words of ours that run so: among those from the right, letters from the left need it too. */
export function isolatedAmong(direction: 'ltr' | 'rtl', name: string): string {
  return direction === 'rtl' ? isolate(name) : isolated(name);
}

/**
 * A line of ours that is made of names: with a sign at its start that nobody sees (RLM), since whoever asks
 * how it runs would go by the first name, or find none that is not isolated. As it is from the left.
 */
export function running(direction: 'ltr' | 'rtl', line: string): string {
  return direction === 'rtl' && line !== '' ? `\u200f${line}` : line;
}

/** Each of these that stand in one line, as soon as one of them has letters from right to left. */
export function isolatedFromEachOther(parts: readonly string[]): readonly string[] {
  return parts.some(hasRightToLeft) ? parts.map(isolate) : parts;
}

/** Whether any letter, or sign of direction, is there that is not isolated. */
export function hasOwnDirection(text: string): boolean {
  return /[\p{L}\u200e\u200f]/u.test(withoutIsolated(text));
}

function withoutIsolated(text: string): string {
  return text.replace(/\u2068[^\u2068\u2069]*\u2069/gu, '');
}

function isolate(words: string): string {
  return `\u2068${words}\u2069`;
}
