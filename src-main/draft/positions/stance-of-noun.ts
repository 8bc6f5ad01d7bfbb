/** Nouns with an owner that take a side: "Moser's support for the tax", "the union's opposition to the plan". */
import { isPossessiveMark, phraseEndingAt } from '../reading/noun-phrases.js';
import type { Reading } from '../reading/reading.js';
import type { Token } from '../reading/tagger.js';
import type { Range } from '../../domain/text/range.js';
import { type IsActor, issueAt } from './issue-wording.js';
import type { ToldStance } from './stance-types.js';
import { stanceNouns } from './stance-cues.js';

/** Before or behind such a noun it is given up, or only sought. */
const givingUp =
  /\b(?:withdr\w+|dropp?\w*|end(?:s|ed|ing)?|los[et]\w*|abandon\w*|reconsider\w*|soften\w*|den(?:y|ies|ied)|question\w*|lack\w*|without|seek\w*|sought|no longer|evaporat\w*|wan(?:ed|ing)|fad(?:ed|ing)|depends?|overcome|over)\b/i;

export function* stancesByNoun(
  reading: Reading,
  tokens: readonly Token[],
  isActor: IsActor
): Generator<Omit<ToldStance, 'tokens' | 'sure' | 'asks'>> {
  for (let i = 1; i < tokens.length - 1; i++) {
    const token = tokens[i];
    const preposition = tokens[i + 1];
    if (!token || !preposition || token.quoted) continue;
    const side = stanceNouns.get(`${token.lower} ${preposition.lower}`);
    if (!side || /^(?:call|demand)s?$/.test(token.lower)) continue;
    let at = i - 1;
    while (tokens[at]?.pos === 'ADJ') at--;
    const mark = tokens[at];
    if (!mark || !isPossessiveMark(mark)) continue;
    const [first] = phraseEndingAt(tokens, at - 1);
    const [from, to] = [tokens[first], tokens[at - 1]];
    if (!from || !to || to.quoted) continue;
    // The noun is the subject of what follows: "… to the toll is well known".
    const verb = tokens.findIndex(({ pos }, at) => at > i + 2 && pos === 'AUX');
    const max = (verb < 0 ? tokens.length : verb) - 1;
    const issue = issueAt(reading, tokens, i + 2, max, isActor);
    if (!issue) continue;
    const around = `${reading.clean.slice(Math.max(0, from.start - 30), from.start)} ${reading.clean.slice(issue.end, issue.end + 20)}`;
    if (givingUp.test(around)) continue;
    const holder: Range = { start: from.start, end: to.end };
    const cue = { start: token.start, end: preposition.end };
    yield {
      stance: side,
      issue,
      holder,
      head: at - 1,
      cue,
      words: { start: from.start, end: issue.end },
      why: [`cue: ${token.lower} ${preposition.lower}`]
    };
  }
}
