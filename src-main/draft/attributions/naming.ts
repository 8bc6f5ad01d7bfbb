/** "A project called FrameNet": what is told there is a name, and nobody says it. */
import { isTemporal } from '../reading/noun-phrases.js';
import type { Token } from '../reading/tagger.js';
import type { VerbGroup } from '../reading/verb-groups.js';
import type { CueSubject } from './finding.js';
import { canSpeak } from './speakers.js';

const names = /^(?:called|named|titled|entitled|dubbed|nicknamed)$/;
const joins = /^(?:of|the|and|for|in|de|on|-)$/;

export function isNaming(
  tokens: readonly Token[],
  { main, auxiliary }: VerbGroup,
  { phrase, how, head }: CueSubject
): boolean {
  if (auxiliary || how !== 'direct' || phrase[1] !== main - 1) return false;
  if (!names.test(tokens[main]?.lower ?? '')) return false;
  const isSome = /^(?:a|an|another|one|some|several|two|three)$/.test(
    tokens[phrase[0]]?.lower ?? ''
  );
  if (!isSome) return false;
  const behind = tokens[main + 1];
  const noun = tokens[head];
  if (behind?.text === '“') return noun !== undefined && !canSpeak(noun);
  const at = behind?.lower === 'the' ? main + 2 : main + 1;
  let end = at;
  while (
    end < tokens.length &&
    (isCapital(tokens[end]) || (end > at && joins.test(tokens[end]?.lower ?? '')))
  )
    end++;
  // "A man called Smith a liar", "a spokesman called Monday for calm"
  const first = tokens[at];
  return (
    end > at &&
    first !== undefined &&
    !isTemporal(first) &&
    !/^(?:DET|ADJ|NOUN|NUM)$/.test(tokens[end]?.pos ?? '')
  );
}

function isCapital(token: Token | undefined): boolean {
  return /^\p{Lu}/u.test(token?.text ?? '');
}
