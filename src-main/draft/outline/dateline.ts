/** "GENEVA, 3 March (Wire) - ": where a report was filed, of no use in a heading or a bottom line. */
const dateline =
  /^\p{Lu}[\p{Lu} .’'-]{2,40}(?:, [\p{L}\d .]{3,30})?(?: ?\([^()]{2,40}\))? ?[—–-]{1,2} (?=\S)/u;

/** 0 when `paragraph` does not start with one. */
export function datelineLength(paragraph: string): number {
  return dateline.exec(paragraph.slice(0, 150))?.[0].length ?? 0;
}
