/** Attributions by verb: the heart of the matter. */
import {
  type Phrase,
  isNominal,
  phraseEndingAt,
  phraseStartingAt
} from '../reading/noun-phrases.js';
import type { Token } from '../reading/tagger.js';
import type { VerbGroup } from '../reading/verb-groups.js';
import { wordSet } from '../reading/word-set.js';
import type { Range } from '../span.js';
import { confidenceOf } from './confidence.js';
import { findContentEnd } from './content-end.js';
import { type ContentStart, findContentStart } from './content-start.js';
import { needsClause, type Strength, strengthOf } from './cue-verbs.js';
import { endBefore, type Finding, type Link, type Scene, toRange } from './finding.js';
import { findPreposed } from './preposed.js';
import { canSpeak } from './speakers.js';
import { findSubject, type Subject } from './subjects.js';

export function verbFindings(scene: Scene): Finding[] {
  const found: Finding[] = [];
  const subjects = new Map<number, Subject>();
  for (const group of scene.groups) {
    const strength = strengthOf(group.lemma);
    if (!strength || scene.tokens[group.main]?.quoted) continue;
    const finding = group.passive
      ? passiveFinding(scene, group, strength)
      : activeFinding(scene, group, strength, subjects, found);
    if (finding) found.push(finding);
  }
  return found;
}

function activeFinding(
  scene: Scene,
  group: VerbGroup,
  strength: Strength,
  subjects: Map<number, Subject>,
  earlier: readonly Finding[]
): Finding | null {
  const { tokens } = scene;
  const subject = findSubject(scene, group, subjects);
  if (!subject) return null;
  subjects.set(group.main, subject);
  const head = tokens[subject.head];
  if (!head) return null;
  const speaks = canSpeak(head) || (head.lower === 'it' && itWants.has(group.lemma));
  const start = subject.how === 'inverted' ? null : findContentStart(tokens, group.main);
  const nothingFollows = endsAfter(scene, group, start);
  const preposed = findPreposed(
    scene,
    group,
    subject,
    earlier,
    nothingFollows && strength !== 'clause'
  );
  const said: Said | null = preposed
    ? { content: preposed.content, link: 'before', cueEnd: group.main, quoted: preposed.quoted }
    : start && contentBehind(scene, group, strength, subject, start, speaks);
  if (!said) return null;
  if (group.form === 'infinitive' && !isSpokenInfinitive(scene, group, strength, said)) return null;
  const source = toRange(tokens, subject.phrase[0], subject.phrase[1]);
  return {
    cue: toRange(tokens, group.first, Math.max(group.main, said.cueEnd)),
    source,
    content: said.content,
    rule: `cue: ${tokens[group.main]?.lower ?? ''}`,
    lemma: group.lemma,
    link: said.link,
    negated: group.negated,
    modal: group.modal,
    confidence: confidenceOf({
      strength,
      link: said.link,
      quoted: said.quoted,
      how: subject.how,
      speaks,
      head,
      group
    }),
    sentence: scene.sentence.index,
    paragraph: scene.sentence.paragraph
  };
}

const hearsay = wordSet('say report believe think allege rumour rumor understand know');
/** Of "it", which is then a company or a court. */
const itWants = wordSet(
  'expect plan want hope believe intend seek refuse decline offer agree support oppose estimate'
);

interface Said {
  readonly content: readonly Range[];
  readonly link: Link;
  readonly cueEnd: number;
  readonly quoted: boolean;
}

function endsAfter(scene: Scene, group: VerbGroup, start: ContentStart | null): boolean {
  const next = scene.tokens[group.main + 1];
  if (!next || /^[.,;?!]$/.test(next.text)) return true;
  return start === null || start.occasion;
}

function contentBehind(
  scene: Scene,
  group: VerbGroup,
  strength: Strength,
  subject: Subject,
  start: ContentStart,
  speaks: boolean
): Said | null {
  const { tokens } = scene;
  const first = tokens[start.at];
  if (!first || start.occasion || /^[.;?!,)]$/.test(first.text)) return null;
  const marked = /^(?:that|quote|colon)$/.test(start.link);
  if (strength !== 'always' && !speaks && !marked) return null;
  if (strength === 'clause' && !marked) return null;
  let { link } = start;
  if (
    link === 'infinitive' &&
    /^(?:decline|refuse)$/.test(group.lemma) &&
    isSilence(tokens[start.at + 1])
  )
    return null;
  if (link === 'clause' && !isClause(scene, start.at) && !isFoundDoing(scene, group, start.at))
    link = 'phrase';
  if (link === 'phrase' && needsClause(group.lemma) && start.cueEnd === group.main) return null;
  if (
    link === 'infinitive' &&
    needsClause(group.lemma) &&
    !/^(?:decide|determine|claim|continue|tell|learn)$/.test(group.lemma)
  )
    return null;
  if (
    link === 'question' &&
    /^(?:know|see|find|learn|remember|understand|show|realise|realize|forget)$/.test(group.lemma) &&
    !speaks
  )
    return null;
  const end = findContentEnd(scene, group.main, start.at, link, subject);
  if (end <= first.start) return null;
  return {
    content: [{ start: first.start, end }],
    link,
    cueEnd: start.cueEnd,
    quoted: first.text === '“'
  };
}

function isSilence(verb: Token | undefined): boolean {
  return /^(?:comment|say|answer|give|discuss|elaborate|name|respond|specify|speculate|be)$/.test(
    verb?.lower ?? ''
  );
}

/** "found Halloran trailing by three points" */
function isFoundDoing({ tokens, groups }: Scene, { lemma, main }: VerbGroup, at: number): boolean {
  if (!/^(?:find|show|see|hear|put|have)$/.test(lemma)) return false;
  const phrase = phraseStartingAt(tokens, at, tokens.length - 1);
  return groups.some(
    (group) => group.form === 'gerund' && group.first === (phrase?.[1] ?? main) + 1
  );
}

/** A noun phrase with a finite verb behind it, before the next comma or stop. */
function isClause(scene: Scene, at: number): boolean {
  const { tokens, groups } = scene;
  let end = at;
  const phrase = phraseStartingAt(tokens, at, tokens.length - 1);
  while (
    end < tokens.length &&
    !/^[.;:]$/.test(tokens[end]?.text ?? '') &&
    !setsOff(tokens, end, phrase)
  )
    end++;
  const verb = groups.find(
    (group) =>
      group.first > at &&
      group.first < end &&
      group.form === 'finite' &&
      // "added a seat and posted a profit"
      tokens[group.first - 1]?.pos !== 'CCONJ'
  );
  if (!verb) return false;
  const before = tokens[verb.first - 1];
  if (/^(?:who|which|that)$/.test(before?.lower ?? '')) {
    return groups.some(
      (group) => group.first > verb.main && group.first < end && group.form === 'finite'
    );
  }
  // "rejected guarantees offered by Russia" has no clause.
  if (
    phrase &&
    verb.first === phrase[1] + 1 &&
    !verb.auxiliary &&
    /ed$/.test(tokens[verb.main]?.lower ?? '')
  ) {
    return (
      !/^(?:by|to|as|in|on|at|for|under|from)$/.test(tokens[verb.main + 1]?.lower ?? '') ||
      /^(?:say|believe|think|claim|insist|maintain|argue|suggest|add|warn|report|tell|know)$/.test(
        tokens[at - 1]?.lemma ?? ''
      )
    );
  }
  return true;
}

/** "went on to say that", "declined to say whether", "wants to urge" */
function isSpokenInfinitive(
  scene: Scene,
  group: VerbGroup,
  strength: Strength,
  said: Said
): boolean {
  const governing = scene.tokens[group.first - 1];
  // "declined to say", "refused to comment": nothing is said.
  if (/^(?:declined|declines|refused|refuses|failed|unable)$/.test(governing?.lower ?? ''))
    return false;
  // "is said to have agreed": what is said of somebody is what he says.
  const before = scene.groups.findLast((other) => other.main < group.first);
  if (before?.passive && before.main === group.first - 1 && hearsay.has(before.lemma)) return true;
  const goesOn = /^(?:on|continued|proceeded|began|took|twitter)$/.test(governing?.lower ?? '');
  if (goesOn) return true;
  return strength === 'always' && /^(?:that|quote|colon|question)$/.test(said.link);
}

/** "was criticised by the union", "was told that", "is expected to" */
function passiveFinding(scene: Scene, group: VerbGroup, strength: Strength): Finding | null {
  const { tokens } = scene;
  const before = tokens[group.first - 1];
  const base = {
    cue: toRange(tokens, group.first, group.main),
    lemma: group.lemma,
    negated: group.negated,
    modal: group.modal,
    sentence: scene.sentence.index,
    paragraph: scene.sentence.paragraph,
    rule: `cue: ${tokens[group.main]?.lower ?? ''}, passive`
  };
  const subject = before && isNominal(before) ? phraseEndingAt(tokens, group.first - 1) : null;
  const end = endBefore(tokens, tokens.length - 1);
  const next = tokens[group.main + 1];
  const by = findBy(tokens, group.main + 1);
  const told =
    by && /^(?:tell|inform|remind|warn|assure|advise|notify)$/.test(group.lemma)
      ? tokens.findIndex((token, i) => i > by[1] && i < by[1] + 8 && token.lower === 'that')
      : -1;
  if (by && told > 0) {
    const content = [{ start: tokens[told]?.start ?? end, end }];
    return {
      ...base,
      source: toRange(tokens, by[0], by[1]),
      content,
      link: 'that',
      confidence: 0.7
    };
  }
  if (by && subject && strength !== 'clause') {
    const content: Range[] = [toRange(tokens, subject[0], subject[1])];
    const rest = tokens[group.main + 1];
    if (rest && by[0] - 1 > group.main + 1)
      content.push(toRange(tokens, group.main + 1, by[0] - 2));
    return {
      ...base,
      source: toRange(tokens, by[0], by[1]),
      content,
      link: 'phrase',
      confidence: strength === 'always' ? 0.66 : 0.55
    };
  }
  if (!subject || !next) return null;
  if (next.lower === 'that' && /^(?:tell|inform|remind|warn|assure|advise)$/.test(group.lemma)) {
    return {
      ...base,
      source: null,
      content: [{ start: next.start, end }],
      link: 'that',
      confidence: 0.62
    };
  }
  if (
    next.lower === 'to' &&
    (hearsay.has(group.lemma) || /^(?:expect|estimate|consider)$/.test(group.lemma))
  ) {
    const content = [toRange(tokens, subject[0], subject[1]), { start: next.start, end }];
    return {
      ...base,
      source: null,
      content,
      link: 'infinitive',
      confidence: group.lemma === 'expect' ? 0.5 : 0.6
    };
  }
  if (/^(?:quote)$/.test(group.lemma) && next.lower === 'as') {
    const quote = tokens.findIndex(
      (token, i) => i > group.main && (token.text === '“' || token.lower === 'that')
    );
    const from = tokens[quote < 0 ? group.main + 3 : quote];
    if (from && from.start < end)
      return {
        ...base,
        source: toRange(tokens, subject[0], subject[1]),
        content: [{ start: from.start, end }],
        link: 'quote',
        confidence: 0.85
      };
  }
  if (before?.lower === 'it' && next.lower === 'that') {
    return {
      ...base,
      source: null,
      content: [{ start: next.start, end }],
      link: 'that',
      confidence: 0.55
    };
  }
  return null;
}

/** "opposes it, a reversal that", "praised Smith, who": a comma right behind the phrase, and more about it. */
function setsOff(tokens: readonly Token[], i: number, phrase: Phrase | null): boolean {
  if (tokens[i]?.text !== ',' || !phrase || i !== phrase[1] + 1) return false;
  return /^(?:an?|who|which|where|when|but|and)$/.test(tokens[i + 1]?.lower ?? '');
}

/** The agent behind "by", within a few words of the verb. */
function findBy(tokens: readonly Scene['tokens'][number][], from: number): Phrase | null {
  for (let i = from; i < Math.min(tokens.length, from + 7); i++) {
    const token = tokens[i];
    if (!token || /^[,.;]$/.test(token.text)) return null;
    if (token.lower !== 'by') continue;
    const phrase = phraseStartingAt(tokens, i + 1, tokens.length - 1);
    const head = phrase && tokens[phrase[1]];
    return phrase && head && canSpeak(head) ? phrase : null;
  }
  return null;
}
