/**
 * Quotations with their speakers, and “laut”, “selon”, in a text of another language than English, by its
 * rules. Indirect speech is not read.
 */
import type { FoundAttribution } from '../attributions/find-attributions.js';
import type { Quotation } from '../reading/quotations.js';
import type { Reading, Sentence } from '../reading/reading.js';
import type { Range } from '../../domain/text/range.js';
import type { LanguageRules } from './language-rules.js';
import { isSource, phraseFrom } from './source-phrase.js';

/** UTF-16 units, with its marks: shorter ones are words that somebody stands off from. */
const shortest = 10;
/** UTF-16 units behind a quotation in which its cue and source stand. */
const furthest = 220;
/** UTF-16 units of a clause that leads into a quotation. */
const longestLead = 120;
const mostWordsOfSubject = 14;

interface Found {
  readonly cue: Range;
  readonly source: Range;
  readonly content: Range[];
  readonly rule: string;
  readonly kind: FoundAttribution['kind'];
  readonly confidence: number;
  readonly sentence: Sentence;
}

/** In the order of their cues. */
export function findDirectSpeech(reading: Reading, rules: LanguageRules): FoundAttribution[] {
  const found: Found[] = [];
  let s = 0;
  for (const quotation of reading.quotations) {
    while ((reading.sentences[s + 1]?.start ?? Infinity) <= quotation.start + 1) s += 1;
    const sentence = reading.sentences[s];
    if (!sentence || quotation.end - quotation.start < shortest) continue;
    const scene = { reading, rules, quotation, sentence };
    const last = found.at(-1);
    const isSecondPart = last !== undefined && goesOnWithin(reading, last, quotation);
    const finding = isSecondPart ? null : (behindQuotation(scene) ?? beforeQuotation(scene));
    if (finding) found.push(finding);
    else if (last && (isSecondPart || goesOn(reading, last, quotation, sentence)))
      last.content.push({ start: quotation.start, end: quotation.end });
  }
  const all = [...found, ...accordingTo(reading, rules, found)];
  return all
    .sort((a, b) => a.cue.start - b.cue.start)
    .map(({ sentence, ...each }) => ({
      ...each,
      sentence: sentence.index,
      paragraph: sentence.paragraph,
      lemma: '',
      link: 'quote',
      negated: false,
      modal: false,
      nested: false,
      hedges: []
    }));
}

interface Scene {
  readonly reading: Reading;
  readonly rules: LanguageRules;
  readonly quotation: Quotation;
  readonly sentence: Sentence;
}

/** “…”, sagte sie · « … », a-t-elle dit */
function behindQuotation({ reading, rules, quotation, sentence }: Scene): Found | null {
  const { clean, paragraphs } = reading;
  const paragraph = paragraphs[sentence.paragraph];
  if (!quotation.closed || !paragraph) return null;
  const limit = Math.min(paragraph.end, quotation.end + furthest);
  const behind = clean.slice(quotation.end, limit);
  for (const pattern of rules.speech.behind) {
    const m = pattern.exec(behind);
    const words = m?.groups?.['cue'];
    if (!m || words === undefined) continue;
    const cueStart = quotation.end + m[0].indexOf(words);
    let cue: Range = { start: cueStart, end: cueStart + words.length };
    const own = m.indices?.groups?.['pronoun'];
    let source: Range | null = own
      ? { start: quotation.end + own[0], end: quotation.end + own[1] }
      : null;
    let at = quotation.end + m[0].length;
    for (let i = 0; source === null && i < 3; i++) {
      const skipped = rules.speech.between.exec(clean.slice(at, limit));
      if (!skipped) break;
      at += skipped[0].length;
    }
    source ??= phraseFrom(clean, at, limit, rules);
    if (!source) continue;
    if (rules.speech.auxiliary && /^ha(?:t|b)/.test(words)) {
      const rest = rules.speech.auxiliary.exec(clean.slice(source.end, limit));
      const participle = rest?.groups?.['cue'];
      if (!rest || participle === undefined) continue;
      const end = source.end + rest[0].length;
      cue = { start: end - participle.length, end };
    }
    const lead = leadOf(reading, quotation, sentence);
    return {
      cue,
      source,
      content: [{ start: lead, end: quotation.end }],
      rule: `cue: ${words.toLowerCase()}`,
      kind: lead < quotation.start ? 'mixed' : 'direct',
      confidence: 0.9,
      sentence
    };
  }
  return null;
}

/** “Das sei „ein Fehler“, sagte”: the clause that leads to the quotation is said as well. */
function leadOf({ clean }: Reading, quotation: Quotation, sentence: Sentence): number {
  const before = clean.slice(sentence.start, quotation.start);
  const isClause = /\p{L}/u.test(before) && before.length <= longestLead && !/[“”:]/.test(before);
  return isClause ? sentence.start : quotation.start;
}

/** Sie sagte: “…” · Le maire a déclaré : « … » */
function beforeQuotation({ reading, rules, quotation, sentence }: Scene): Found | null {
  const { clean } = reading;
  const before = clean.slice(sentence.start, quotation.start);
  // “der „Zeitung“”: a name may stand in marks.
  const isPlain = !/[“”]/.test(before.replace(/“[^“”]{1,30}”/g, ''));
  if (before.length > 2 * furthest || !isPlain) return null;
  const isColon = /:\s*$/.test(before);
  const { verbs, naming } = rules.speech;
  const m =
    (isColon ? null : [...before.matchAll(naming)].at(-1)) ?? [...before.matchAll(verbs)].at(-1);
  if (!isColon && (!m || !isFragment(clean, quotation))) return null;
  const at = m ? sentence.start + m.index : quotation.start;
  const words = m?.[0] ?? '';
  const source = m
    ? subjectOf(clean, sentence, { start: at, end: at + words.length }, rules)
    : phraseFrom(clean, sentence.start, quotation.start, rules);
  if (!source || source.end > quotation.start) return null;
  const cue = m ? { start: at, end: at + words.length } : colonOf(clean, quotation.start);
  return {
    cue,
    source,
    content: [{ start: quotation.start, end: quotation.end }],
    rule: m ? `cue: ${words.toLowerCase()}` : 'a colon behind its speaker',
    kind: isColon ? 'direct' : 'mixed',
    confidence: m && isColon ? 0.9 : 0.75,
    sentence
  };
}

/** Some words of a sentence, and no title of a book or a firm. */
function isFragment(clean: string, { start, end }: Range): boolean {
  const words = clean.slice(start + 1, end - 1).trim();
  return /^\p{Ll}/u.test(words) && /\s/.test(words);
}

function colonOf(clean: string, before: number): Range {
  const start = clean.lastIndexOf(':', before);
  return { start, end: start + 1 };
}

/** The subject of a verb: before it, or behind it where another part of the sentence comes first. */
function subjectOf(
  clean: string,
  sentence: Sentence,
  verb: Range,
  rules: LanguageRules
): Range | null {
  const { inverting, joining, between } = rules.speech;
  const before = clean.slice(sentence.start, verb.start);
  let from = sentence.start + clauseStart(before);
  for (let m = joining.exec(clean.slice(from, verb.start)); m;) {
    from += m[0].length;
    m = joining.exec(clean.slice(from, verb.start));
  }
  const clause = clean.slice(from, verb.start);
  // “Er stand auf und sagte: …”
  if (clause.trim() === '' && before.trim() !== '')
    return phraseFrom(clean, sentence.start, verb.start, rules);
  if (inverting && (clause.trim() === '' || inverting.test(clause))) {
    const skipped = between.exec(clean.slice(verb.end + 1, verb.end + 1 + furthest));
    const at = verb.end + 1 + (skipped?.[0].length ?? 0);
    return phraseFrom(clean, at, Math.min(sentence.end, at + furthest), rules);
  }
  const words = clause.trim();
  const isShort = words.split(/\s+/).length <= mostWordsOfSubject;
  if (!isShort || !isSource(words, rules)) return null;
  const end = from + clause.trimEnd().replace(/,$/, '').length;
  return { start: from, end };
}

/** Behind the last comma, unless an apposition stands before the verb: “Anna Weber, die Ministerin, sagte”. */
function clauseStart(before: string): number {
  const ends = [...before.matchAll(/[,;:–]\s|\s(?:und|et|aber|mais)\s/g)];
  const isApposition = /,\s*$/.test(before);
  const last = ends.at(isApposition ? -3 : -1);
  if (!last) return 0;
  const isJoin = /\p{L}/u.test(last[0]);
  const behind = before.slice(last.index + last[0].length);
  // “Weber und Brandt sagten”
  if (isJoin && behind.trim() !== '') return 0;
  return last.index + last[0].length;
}

/** „…“, sagte sie, „…“ */
function goesOnWithin({ clean }: Reading, last: Found, { start }: Range): boolean {
  const end = last.content.at(-1)?.end ?? 0;
  const between = clean.slice(end, start);
  return last.cue.start >= end && between.length <= furthest && /^[^.!?“”:]*,\s*$/.test(between);
}

/** A whole quotation behind another one that has its speaker, in its paragraph or as the next one. */
function goesOn(reading: Reading, last: Found, quotation: Quotation, sentence: Sentence): boolean {
  if (Math.abs(sentence.start - quotation.start) > 1) return false;
  if (last.sentence.paragraph === sentence.paragraph) return true;
  const paragraph = reading.paragraphs[sentence.paragraph];
  const isWhole = paragraph && paragraph.end - quotation.end < 3;
  return isWhole === true && last.sentence.paragraph === sentence.paragraph - 1;
}

/** Laut …, · Selon …, */
function accordingTo(
  { clean, sentences }: Reading,
  rules: LanguageRules,
  found: readonly Found[]
): Found[] {
  return sentences.flatMap((sentence) => {
    if (sentence.headline) return [];
    const text = clean.slice(sentence.start, sentence.end);
    for (const m of text.matchAll(rules.speech.accordingTo)) {
      const words = m.groups?.['cue'] ?? '';
      // “so” joins much else: “so Weber.” only at the end, behind a comma.
      const isSo = /^so$/i.test(words);
      if (isSo && !/,\s$/.test(text.slice(0, m.index))) continue;
      const start = sentence.start + m.index;
      const at = start + m[0].length;
      const source = phraseFrom(clean, at, Math.min(sentence.end, at + longestLead), rules);
      if (!source || (isSo && sentence.end - source.end > 2)) continue;
      const content = restOf(clean, sentence, { start, end: source.end });
      if (content.length === 0 || overlaps(found, content)) continue;
      const cue = { start, end: start + words.length };
      const rule = `cue: ${words.toLowerCase()}`;
      return [{ cue, source, content, rule, kind: 'indirect' as const, confidence: 0.8, sentence }];
    }
    return [];
  });
}

/** What the sentence says beside naming its source. */
function restOf(clean: string, sentence: Range, named: Range): Range[] {
  const parts = [
    { start: sentence.start, end: named.start },
    { start: named.end, end: sentence.end }
  ];
  return parts.flatMap(({ start, end }) => {
    const words = clean.slice(start, end);
    const from = start + (/^[\s,]*/.exec(words)?.[0].length ?? 0);
    const to = from + clean.slice(from, end).replace(/[\s,.]+$/, '').length;
    return to - from > 12 ? [{ start: from, end: to }] : [];
  });
}

function overlaps(found: readonly Found[], ranges: readonly Range[]): boolean {
  return found.some(({ content }) =>
    content.some((one) => ranges.some(({ start, end }) => one.start < end && start < one.end))
  );
}
