/** "According to Smith": a phrase gives the source of a whole sentence. */
import { type Phrase, phraseStartingAt } from '../reading/noun-phrases.js';
import type { Token } from '../reading/tagger.js';
import type { Range } from '../../domain/text/range.js';
import { isRole, isTitle } from '../../domain/text/name-words.js';
import { ownerOf } from './by-noun.js';
import { canSpeak } from './speakers.js';
import {
  closesQuote,
  type FoundReport,
  restEnd,
  type Scene,
  toFinding,
  toRange
} from './finding.js';

/** Of phrases that give the source of a whole sentence: how many words they take. */
function sourcingLength(tokens: readonly Token[], i: number): number {
  const words = tokens
    .slice(i, i + 4)
    .map(({ lower }) => lower)
    .join(' ');
  if (words.startsWith('according to ')) return 2;
  return /^in the (?:words|view|opinion|eyes) of$/.test(words) ? 4 : 0;
}

export function accordingTo(scene: Scene, i: number): FoundReport | null {
  const { tokens } = scene;
  const viewed = inView(scene, i);
  if (viewed) return viewed;
  const length = sourcingLength(tokens, i);
  const phrase = length ? phraseStartingAt(tokens, i + length, tokens.length - 1) : null;
  if (!phrase) return null;
  let sourceEnd = phrase[1];
  // "according to people briefed on the matter, …"
  const isFronted =
    i === 0 ||
    (i === 1 && /^(?:but|and|however|still)$/.test(tokens[0]?.lower ?? '')) ||
    tokens[i - 1]?.text === '—';
  if (isFronted) {
    const comma = closingComma(tokens, sourceEnd + 1);
    const bare = comma < 0 ? sourceWithoutComma(tokens, phrase) : null;
    if (comma < 0 && !bare) return null;
    sourceEnd = bare ? bare.last : Math.max(sourceEnd, comma - 1);
    // "According to Smith, the minister, the plan": the apposition is closed by one more comma.
    let from = bare ? bare.last + 1 : comma + 1;
    // "According to the report, published on Monday, the plan", "…, which he has not published, the plan"
    if (
      /^(?:which|who|whose|published|released|issued|conducted|commissioned|obtained|seen)$/.test(
        tokens[from]?.lower ?? ''
      )
    ) {
      const closing = tokens.findIndex(({ text }, k) => k > from && k < from + 12 && text === ',');
      if (closing > 0) from = closing + 1;
    }
    const first = tokens[from];
    if (!first) return null;
    return toFinding(scene, {
      cue: toRange(tokens, i, i + length - 1),
      source: toRange(tokens, phrase[0], sourceEnd),
      content: [{ start: first.start, end: restEnd(scene) }],
      rule: 'cue: according to',
      confidence: sureness(
        tokens,
        [phrase[0], bare ? bare.last : phrase[1]],
        bare ? bare.confidence : 0.93
      )
    });
  }
  let last = i - 1;
  while (last > 0 && tokens[last]?.pos === 'PUNCT' && !closesQuote(tokens[last])) last--;
  const end = tokens[last];
  const first = tokens[startOf(tokens)];
  if (!end || !first || end.end <= first.start) return null;
  const content: Range[] = [{ start: first.start, end: end.end }];
  const after = tokens[sourceEnd + 1];
  const rest = tokens[sourceEnd + 2];
  if (
    after?.text === ',' &&
    rest &&
    sourceEnd + 4 < tokens.length &&
    /^(?:VERB|AUX|ADV)$/.test(rest.pos) &&
    !/ing$/.test(rest.lower)
  ) {
    content.push({ start: rest.start, end: restEnd(scene) });
  }
  return toFinding(scene, {
    cue: toRange(tokens, i, i + length - 1),
    source: toRange(tokens, phrase[0], sourceEnd),
    content,
    rule: 'cue: according to',
    confidence: sureness(tokens, phrase, 0.92)
  });
}

/** "according to the rules": what says nothing may only be a measure. */
function sureness(tokens: readonly Token[], [first, last]: Phrase, most: number): number {
  const preposition = tokens.findIndex(({ pos }, i) => i > first && i <= last && pos === 'ADP');
  const head = tokens[preposition < 0 ? last : preposition - 1];
  return head && canSpeak(head) ? most : Math.min(most, 0.75);
}

/** The comma that ends the phrase, or -1 where a verb of the sentence comes first. */
function closingComma(tokens: readonly Token[], from: number): number {
  // "according to Smith the plan, which he backed,": an article opens the next phrase.
  if (/^(?:DET|PRON)$/.test(tokens[from]?.pos ?? '') && !isRelative(tokens[from])) return -1;
  for (let i = from; i < Math.min(tokens.length, from + 13); i++) {
    const token = tokens[i];
    if (token?.text === ',') return i;
    // "people who know him,": a clause of the source's own.
    if (!tokens.slice(from, i).some(isRelative) && isFiniteVerb(token)) return -1;
  }
  return -1;
}

function isRelative(token: Token | undefined): boolean {
  return /^(?:who|which|that|whom|whose)$/.test(token?.lower ?? '');
}

function isFiniteVerb(token: Token | undefined): boolean {
  if (token?.pos === 'AUX') return true;
  return token?.pos === 'VERB' && !/(?:ed|ing|wn|en)$/.test(token.lower);
}

/**
 * Without a comma the phrase may run into the subject of the sentence: "according to the index
 * Professor Smith is". Where a verb follows the nouns, the subject is among them. `null` when nothing
 * tells where it starts.
 */
function sourceWithoutComma(
  tokens: readonly Token[],
  [first, last]: Phrase
): { last: number; confidence: number } | null {
  const after = tokens[last + 1];
  if (!after) return null;
  // "according to Smith the plan": an article or pronoun opens the next phrase.
  if (/^(?:DET|PRON)$/.test(after.pos)) return { last, confidence: 0.93 };
  const opener = /^DET$/.test(tokens[first]?.pos ?? '') ? first + 1 : first;
  for (let i = opener + 1; i <= last; i++) {
    if (opensSubject(tokens, i)) return { last: i - 1, confidence: 0.8 };
  }
  return /^(?:VERB|AUX|ADV|PART|SYM)$/.test(after.pos) ? null : { last, confidence: 0.8 };
}

/** A count, a title, a name behind a noun, or a noun behind a name starts a phrase of its own. */
function opensSubject(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  const before = tokens[i - 1];
  if (!token || !before || !/^(?:NOUN|PROPN)$/.test(before.pos)) return false;
  if (token.pos === 'NUM') return true;
  const isName = /^\p{Lu}/u.test(token.text);
  if (isName && isTitle(token.text)) return true;
  const followsName = /^\p{Lu}/u.test(before.text);
  // "the biographer Robert Smith" is one.
  if (isName) return !followsName && !isRole(before.text);
  return followsName && /^(?:NOUN|ADJ)$/.test(token.pos);
}

/** "In his view," "in Smith's opinion,": at the start of a sentence, or behind a comma. */
function inView(scene: Scene, i: number): FoundReport | null {
  const { tokens } = scene;
  if (tokens[i]?.lower !== 'in' || (i > 0 && tokens[i - 1]?.text !== ',')) return null;
  for (let k = i + 2; k < i + 8; k++) {
    if (
      !/^(?:view|opinion|eyes|words|telling|judgment|judgement|estimation)$/.test(
        tokens[k]?.lower ?? ''
      )
    )
      continue;
    const owner = ownerOf(tokens, k);
    const first = tokens[tokens[k + 1]?.text === ',' ? k + 2 : k + 1];
    if (!owner || owner[0] !== i + 1) return null;
    const fronted = i === 0 && first;
    const content = fronted
      ? { start: first.start, end: restEnd(scene) }
      : { start: tokens[startOf(tokens)]?.start ?? 0, end: tokens[i - 2]?.end ?? 0 };
    if (content.end <= content.start) return null;
    return toFinding(scene, {
      cue: toRange(tokens, i, k),
      source: toRange(tokens, owner[0], owner[1]),
      content: [content],
      rule: `cue: in … ${tokens[k]?.lower ?? ''}`,
      confidence: 0.8
    });
  }
  return null;
}

function startOf(tokens: readonly Token[]): number {
  if (!/^(?:and|but|so|however|meanwhile|still|yet)$/.test(tokens[0]?.lower ?? '')) return 0;
  return tokens[1]?.text === ',' ? 2 : 1;
}
