/** Whose words a verb reports: its subject, before it, behind it, or shared with another verb. */
import {
  isNominal,
  isTemporal,
  type Phrase,
  phraseEndingAt,
  phraseStartingAt
} from '../reading/noun-phrases.js';
import { isRole } from '../../domain/text/name-words.js';
import { kindOfNoun } from '../actors/word-kinds.js';
import type { Token } from '../reading/tagger.js';
import type { VerbGroup } from '../reading/verb-groups.js';
import { canInvert } from './cues.js';
import { closesQuote, type CueSubject, type Scene } from './finding.js';
import { canSpeak, isNoSubject } from './speakers.js';
import { isNoLonger } from './turned-round.js';
import { datedSubject, describedSubject, makerSubject, memberSubject } from './special-subjects.js';

/** `known` are the subjects already found for earlier verbs of the sentence, by the verb's place. */
export function findSubject(
  scene: Scene,
  group: VerbGroup,
  known: ReadonlyMap<number, CueSubject>
): CueSubject | null {
  const { tokens } = scene;
  const inverted = invertedSubject(scene, group);
  if (inverted) return inverted;
  const before = lastBefore(tokens, group.first - 1);
  const token = tokens[before];
  if (!token) return null;
  const dated = datedSubject(tokens, before);
  if (dated) return dated;
  const ofThem = memberSubject(tokens, before);
  if (ofThem) return ofThem;
  if (group.form === 'infinitive') return sharedSubject(scene, group, known, 'governed');
  if (group.form === 'gerund' && token.text === ',')
    return sharedSubject(scene, group, known, 'participle');
  const isQuantifier = /^(?:some|others|many|several|few|most|both|all)$/.test(token.lower);
  if (isQuantifier || (isNominal(token) && !isNoSubject(token) && !token.quoted)) {
    if (/^(?:who|which)$/.test(token.lower)) return relativeSubject(tokens, before);
    if (group.form === 'gerund' && !isWithSubject(tokens, before)) {
      // "in an interview saying that", not "the idea of saying"
      return token.pos === 'NOUN' ? sharedSubject(scene, group, known, 'participle') : null;
    }
    return unclosedSubject(tokens, before, group) ?? directSubject(tokens, before);
  }
  if (/^(?:who|which|that)$/.test(token.lower)) return relativeSubject(tokens, before);
  if (group.form === 'gerund') {
    return opensParticiple.test(token.lower)
      ? sharedSubject(scene, group, known, 'participle')
      : null;
  }
  if (/^[,—–)]$/.test(token.text)) {
    return setOffSubject(tokens, before) ?? sharedSubject(scene, group, known, 'shared');
  }
  if (token.pos === 'CCONJ' || closesQuote(token))
    return sharedSubject(scene, group, known, 'shared');
  return null;
}

/** May stand before a participle that tells what its subject says; "for refusing" gives a reason. */
const opensParticiple = /^(?:by|while|when|after|before|in|and|but|or|then|—|–|”)$/;

/** Steps back over times, asides in brackets and "however". */
function lastBefore(tokens: readonly Token[], from: number): number {
  let i = from;
  for (let hops = 0; hops < 4; hops++) {
    const token = tokens[i];
    if (!token) return i;
    if (isNoLonger(tokens, i)) i -= 2;
    else if (token.pos === 'ADV' && !/^(?:when|where|why|how|then)$/.test(token.lower)) i--;
    else if (isTemporal(token) && isNominal(token)) {
      let first = i;
      while (
        /^(?:DET|ADJ|NUM)$/.test(tokens[first - 1]?.pos ?? '') ||
        (isTemporal(tokens[first - 1] ?? token) &&
          first - 1 >= 0 &&
          tokens[first - 1] !== undefined)
      )
        first--;
      if (tokens[first - 1]?.pos === 'ADP') first--;
      // "Trump on Saturday said", "Trump Saturday said"; not "The day passed"
      if (first === i && !isNominal(tokens[first - 1])) return i;
      if (first - 1 < 0 || !(isNominal(tokens[first - 1]) || tokens[first - 1]?.text === ','))
        return i;
      i = first - 1;
    } else if (/^[)\]]$/.test(token.text)) {
      // "Coase (1937)", "Coase [13, 14]"
      let open = i;
      while (open > 0 && i - open < 8 && !/^[([]$/.test(tokens[open]?.text ?? '')) open--;
      if (!/^[([]$/.test(tokens[open]?.text ?? '')) return i;
      i = open - 1;
    } else if (/^(?:him|her|them|it)sel(?:f|ves)$/.test(token.lower) && isNominal(tokens[i - 1])) {
      // "Galois himself exclaimed"
      i--;
    } else return i;
  }
  return i;
}

function invertedSubject(scene: Scene, group: VerbGroup): CueSubject | null {
  const { tokens, quotationAt } = scene;
  const before = tokens[group.first - 1];
  const next = tokens[group.main + 1];
  if (!canInvert(tokens[group.main]?.lemma ?? '') || group.form === 'gerund' || group.auxiliary)
    return null;
  if (!next || isNoSubject(next) || !/^(?:DET|ADJ|NOUN|PROPN|NUM|PRON)$/.test(next.pos))
    return null;
  if (next.pos === 'PRON' && /^(?:it|you|i)$/.test(next.lower) && !closesQuote(before)) return null;
  const afterQuote =
    closesQuote(before) ||
    (before?.text === ',' && closesQuote(tokens[group.first - 2])) ||
    (before !== undefined && /^[?!]$/.test(before.text) && quotationAt(before.start) !== null) ||
    (group.first === 0 &&
      (quotationAt(scene.sentence.start - 1) ?? quotationAt(scene.sentence.start - 2)) !== null);
  const phrase = phraseStartingAt(tokens, group.main + 1, tokens.length - 1);
  if (!phrase) return null;
  const after = tokens[phrase[1] + 1];
  if (!afterQuote) {
    // "The plan will fail, said Smith." against "Smith, a lawyer, said the plan will fail."
    if (before?.text !== ',' || !hasClauseBefore(scene, group.first - 1)) return null;
    if (after && (/^(?:VERB|AUX)$/.test(after.pos) || after.lower === "'s")) return null;
  } else if (after && /^(?:AUX)$/.test(after.pos)) return null;
  return { phrase: withApposition(tokens, phrase), how: 'inverted', head: phrase[1] };
}

function hasClauseBefore(scene: Scene, end: number): boolean {
  return scene.groups.some(
    (group) =>
      group.main < end &&
      group.form === 'finite' &&
      isNominal(scene.tokens[lastBefore(scene.tokens, group.first - 1)])
  );
}

/** "said John Smith, a spokesman for the union" */
function withApposition(tokens: readonly Token[], phrase: Phrase): Phrase {
  if (tokens[phrase[1] + 1]?.text !== ',') return phrase;
  const opener = tokens[phrase[1] + 2];
  if (!opener || !/^(?:DET|NOUN|PROPN|PRON|ADJ)$/.test(opener.pos) || isTemporal(opener))
    return phrase;
  if (opener.pos === 'PRON' && !/^(?:his|her|their|its)$/.test(opener.lower)) return phrase;
  const more = phraseStartingAt(tokens, phrase[1] + 2, tokens.length - 1);
  const after = more && tokens[more[1] + 1];
  if (
    !more ||
    (after && !/^[,.;]$/.test(after.text)) ||
    tokens.slice(more[0], more[1] + 1).some(isTemporal)
  )
    return phrase;
  return [phrase[0], more[1]];
}

function directSubject(tokens: readonly Token[], last: number): CueSubject {
  const phrase = phraseEndingAt(tokens, last);
  const described = describedSubject(tokens, phrase);
  if (described) return described;
  const made = makerSubject(tokens, phrase);
  return made ?? { phrase, how: 'direct', head: last };
}

/** "Smith, who said", "the group that opposes" */
function relativeSubject(tokens: readonly Token[], pronoun: number): CueSubject | null {
  let last = pronoun - 1;
  if (tokens[last]?.text === ',') last--;
  if (!isNominal(tokens[last]) || tokens[last]?.quoted) return null;
  // The pronoun is part of it: some readers mark it, some what it stands for.
  let [first] = phraseEndingAt(tokens, last);
  // "condemnation from veterans, who": the veterans.
  for (let i = last; i > first; i--) {
    if (/^(?:from|with|to|by|against|about|over|on|among)$/.test(tokens[i]?.lower ?? ''))
      first = i + 1;
  }
  return { phrase: [first, pronoun], how: 'relative', head: last };
}

/** "Smith, a lawyer from Ohio said", where a sentence or what is said before ends; not "Lunt, critics said, left". */
function unclosedSubject(
  tokens: readonly Token[],
  last: number,
  { main }: VerbGroup
): CueSubject | null {
  if (tokens[main + 1]?.text === ',' || tokens[last]?.pos === 'PRON') return null;
  const subject = setOffSubject(tokens, last + 1, ',');
  const name = subject && tokens[subject.head];
  if (!name || name.pos !== 'PROPN') return null;
  const before = tokens[subject.phrase[0] - 1];
  const opens = !before || closesQuote(before) || before.text === ',' || before.pos === 'CCONJ';
  const aside = tokens.slice(subject.head + 2, last + 1);
  const isPerson = aside.some(({ lower }) => isRole(lower) || kindOfNoun(lower) === 'person');
  const deeds = aside.filter(({ pos }) => /^(?:VERB|AUX)$/.test(pos)).length;
  const isOfOne = deeds <= (aside.some(({ lower }) => lower === 'who') ? 1 : 0);
  return opens && isPerson && isOfOne && aside[0]?.lower !== 'the' ? subject : null;
}

/** "Smith, a lawyer from Ohio, said"; "Smith — who runs the shop — said" */
function setOffSubject(
  tokens: readonly Token[],
  close: number,
  mark = tokens[close]?.text
): CueSubject | null {
  for (let i = close - 1; i > 0 && close - i < 40; i--) {
    const token = tokens[i];
    if (token?.quoted || closesQuote(token)) return null;
    const opens = mark === ',' ? token?.text === ',' : /^[—–(]$/.test(token?.text ?? '');
    if (!opens) continue;
    const inner = tokens[i + 1];
    const noun = tokens[i - 1];
    // "one of them, Pieter Janssen, accused"
    const member = memberSubject(tokens, i - 1);
    if (member && inner && /^(?:DET|ADJ|NOUN|PROPN)$/.test(inner.pos))
      return { phrase: [member.phrase[0], close - 1], how: 'apposition', head: member.head };
    // "Lunt, 54, of Oslo, said"
    if (!inner || !noun || !isNominal(noun) || isNoSubject(noun) || noun.pos === 'NUM') continue;
    const startsAside = /^(?:DET|ADJ|NOUN|PROPN|PRON|ADP|NUM|VERB|ADV|SCONJ)$/.test(inner.pos);
    if (!startsAside || isTemporal(noun)) continue;
    const phrase = phraseEndingAt(tokens, i - 1);
    const plain =
      // "its director, Per Hallgren": a name may look like another word.
      (/^(?:DET|ADJ|NOUN|PROPN|PRON|NUM)$/.test(inner.pos) || /^\p{Lu}/u.test(inner.text)) &&
      !tokens.slice(i + 1, close).some(({ pos }) => pos === 'VERB' || pos === 'AUX');
    return { phrase: plain ? [phrase[0], close - 1] : phrase, how: 'apposition', head: i - 1 };
  }
  return null;
}

/** "with some welcoming", "as critics saying" */
function isWithSubject(tokens: readonly Token[], before: number): boolean {
  const [first] = phraseEndingAt(tokens, before);
  return (
    /^(?:with|some|others|many|several|few|most|both)$/.test(tokens[first - 1]?.lower ?? '') ||
    /^(?:some|others|many|several|few|most|both)$/.test(tokens[before]?.lower ?? '')
  );
}

/** The subject of the nearest verb before this one that has a subject of its own. */
function sharedSubject(
  scene: Scene,
  group: VerbGroup,
  known: ReadonlyMap<number, CueSubject>,
  how: CueSubject['how']
): CueSubject | null {
  const { tokens, groups } = scene;
  const nearest = groups.toReversed();
  // A participle goes with whoever spoke, not with whoever is spoken of in between.
  const spoke =
    how === 'participle'
      ? nearest.find(
          (other) => other.main < group.first && known.has(other.main) && other.form === 'finite'
        )
      : undefined;
  const ordered = how === 'participle' ? [...(spoke ? [spoke] : []), ...groups] : nearest;
  let silent: CueSubject | null = null;
  for (const other of ordered) {
    if (other.main >= group.first || tokens[other.main]?.quoted) continue;
    const found = known.get(other.main);
    if (found) return { ...found, how };
    if (other.form !== 'finite') continue;
    const before = lastBefore(tokens, other.first - 1);
    const token = tokens[before];
    if (!token || token.quoted) continue;
    if (isNominal(token) && !isNoSubject(token)) {
      const subject = /^(?:who|which)$/.test(token.lower)
        ? relativeSubject(tokens, before)
        : directSubject(tokens, before);
      // "said the deal would fail and urged": not the deal.
      const head = subject && tokens[subject.head];
      if (subject && head && canSpeak(head)) return { ...subject, how };
      silent ??= subject && { ...subject, how };
    }
    if (/^[,—–)]$/.test(token.text)) {
      const subject = setOffSubject(tokens, before);
      if (subject) return { ...subject, how };
    }
  }
  return silent;
}
