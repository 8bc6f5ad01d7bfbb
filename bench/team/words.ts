/** The words that desks type, by which their edits are known again elsewhere. */

/** Such as `d3x17`: which desk, and which of its edits. */
const typed = /\b\w+x\d+\b/g;

export function wordsIn(text: string): readonly string[] {
  return text.match(typed) ?? [];
}
