/** An object with a clause that makes it narrower: "mining that leaves us without water" is not all mining. */
import type { Reading } from '../reading/reading.js';
import { isTemporal } from '../reading/noun-phrases.js';
import type { Token } from '../reading/tagger.js';
import { type IssueObject, wordingOf } from './issue-wording.js';

/** Words of an issue with its clause that is read at a glance. */
const mostWords = 9;

/** "a law that takes the ballot | away from people": a clause that goes on is cut within. */
function endsClause(token: Token | undefined): boolean {
  return !token || /^(?:PUNCT|CCONJ|SCONJ)$/.test(token.pos) || isTemporal(token);
}

/** The issue with such a clause behind it, or `null` where that is too long to be a wording. */
export function narrowed(
  reading: Reading,
  tokens: readonly Token[],
  issue: IssueObject
): IssueObject | null {
  if (issue.is) return issue;
  const next = tokens.findIndex(({ start }) => start >= issue.end);
  if (/\s(?:that|which)\s/.test(issue.wording) && next >= 0 && !endsClause(tokens[next]))
    return null;
  if (!/^(?:that|which|who)$/.test(tokens[next]?.lower ?? '')) return issue;
  const first = tokens.find(({ start }) => start >= issue.start);
  // "the bill that was tabled in May": which bill is known without it.
  if (!first || /^(?:the|this|that|these|those|his|her|its|their|our|my)$/.test(first.lower))
    return issue;
  if (tokens[next - 1]?.pos === 'PROPN') return issue;
  let last = next;
  while (last + 1 < tokens.length && !/^[,.;:?!“”()—–…]$/.test(tokens[last + 1]?.text ?? ''))
    last++;
  const end = tokens[last]?.end ?? issue.end;
  const wording = wordingOf(reading.text.slice(issue.start, end));
  return wording.split(/\s+/).length <= mostWords ? { ...issue, wording, end } : null;
}
