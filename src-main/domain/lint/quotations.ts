/** Where quotations stand in a text, each opened and closed within one paragraph. Linear in the text, whatever it holds. */
import type { Range } from '../text/range.js';

/** Opening mark → closing mark. */
const doubles: Readonly<Record<string, string>> = { '“': '”', '«': '»', '„': '“', '"': '"' };

/** With their marks, in the order of the text; none inside another. `single` adds those between ‘ and ’. */
export function findQuotations(text: string, { single }: { readonly single: boolean }): Range[] {
  const next = nextOf(text);
  const spans: Range[] = [];
  for (let start = 0; start < text.length; start += 1) {
    const mark = text.charAt(start);
    const closing = doubles[mark];
    let end = -1;
    if (closing !== undefined) end = next(closing, start + 1);
    else if (single && mark === '‘' && !/\p{L}$/u.test(text.slice(Math.max(0, start - 2), start)))
      end = closingSingle(text, start + 1, next('‘', start + 1));
    if (end < 0 || end >= text.length || end > next('\n', start + 1)) continue;
    spans.push({ start, end: end + 1 });
    start = end;
  }
  return spans;
}

/** An apostrophe inside a word closes nothing. -1 for none before `limit`. */
function closingSingle(text: string, from: number, limit: number): number {
  for (let at = from; at < Math.min(limit, text.length); at += 1) {
    if (text[at] === '\n') return -1;
    if (text[at] === '’' && !/^\p{L}/u.test(text.slice(at + 1, at + 3))) return at;
  }
  return -1;
}

/** Finds the next of a sign at or behind a place, `Infinity` for none. The places asked for must not go back. */
function nextOf(text: string): (sign: string, from: number) => number {
  const known = new Map<string, number>();
  return (sign, from) => {
    const before = known.get(sign) ?? -1;
    if (before >= from) return before;
    const at = text.indexOf(sign, from);
    const found = at < 0 ? Infinity : at;
    known.set(sign, found);
    return found;
  };
}
