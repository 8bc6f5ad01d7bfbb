/**
 * Paragraphs → groups for cards: neighbours that share names and words stay together, groups come
 * out at two or three paragraphs, and a quotation that runs on is never split.
 *
 * The cheapest division is found by dynamic programming (as in text segmentation by Utiyama and
 * Isahara, https://aclanthology.org/P01-1064/, with a simpler cost).
 */
import type { Range } from '../../domain/text/range.js';

/** More cards than this make no briefing: groups then grow instead. */
const mostGroups = 60;
/** A card's comfortable size, in UTF-16 units and paragraphs. */
const comfortableLength = 420;
const comfortableCount = 2;
/** A group never spans more units than this, which bounds the work. */
const widest = 6;
/** What a fully related pair of paragraphs saves, against 1 for a group of twice the comfortable size. */
const cohesionWorth = 1.6;

export function groupParagraphs(text: string, paragraphs: readonly Range[]): Range[][] {
  const units = toUnits(paragraphs);
  const texts = units.map((unit) => text.slice(unit[0]?.start, unit.at(-1)?.end));
  const ties = tiesBetween(texts);
  const lengths = texts.map(readingLength);
  const length = lengths.reduce((sum, n) => sum + n, 0);
  const aim = Math.max(comfortableLength, length / mostGroups);
  const cost = groupCost(lengths, ties, aim);
  const best = [0];
  const from = [0];
  for (let end = 1; end <= units.length; end++) {
    let cheapest = Infinity;
    let start = end - 1;
    for (let first = end - 1; first >= Math.max(0, end - widest); first--) {
      const total = (best[first] ?? 0) + cost(first, end);
      if (total < cheapest) [cheapest, start] = [total, first];
    }
    best.push(cheapest);
    from.push(start);
  }
  const groups: Range[][] = [];
  for (let end = units.length; end > 0; end = from[end] ?? 0) {
    groups.unshift(units.slice(from[end], end).flat());
  }
  return groups;
}

/** Single paragraphs, or runs of them where there are too many to weigh one by one. */
function toUnits(paragraphs: readonly Range[]): Range[][] {
  const size = Math.ceil(paragraphs.length / (mostGroups * 5));
  const units: Range[][] = [];
  for (let i = 0; i < paragraphs.length; i += size) units.push(paragraphs.slice(i, i + size));
  return units;
}

/** UTF-16 units, as in Latin script: a Chinese character says about as much as two and a half letters. */
function readingLength(text: string): number {
  return (
    text.length +
    1.5 * (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0)
  );
}

function groupCost(lengths: readonly number[], ties: readonly number[], aim: number) {
  return (first: number, end: number): number => {
    let length = 0;
    let cohesion = 0;
    for (let i = first; i < end; i++) {
      length += lengths[i] ?? 0;
      if (i > first) cohesion += ties[i - 1] ?? 0;
    }
    const tooLong = Math.max(0, length / aim - 1);
    const tooShort = Math.max(0, 1 - length / aim);
    const tooMany = Math.max(0, end - first - comfortableCount);
    return 0.35 + tooLong ** 2 + tooShort ** 2 + 0.3 * tooMany ** 2 - cohesionWorth * cohesion;
  };
}

/** How strongly each unit is tied to the next, about -0.3 to 1.7; a running quotation ties for good. */
function tiesBetween(texts: readonly string[]): number[] {
  const terms = texts.map(termsOf);
  const spread = new Map<string, number>();
  for (const unit of terms)
    for (const term of unit.keys()) spread.set(term, (spread.get(term) ?? 0) + 1);
  const rarity = (term: string) => Math.log(1 + texts.length / (spread.get(term) ?? 1));
  return texts.slice(1).map((next, i) => {
    const before = texts[i] ?? '';
    if (leavesQuoteOpen(before)) return 100;
    const shared = similarity(terms[i] ?? new Map(), terms[i + 1] ?? new Map(), rarity);
    return shared + continuation(before, next);
  });
}

function similarity(
  a: ReadonlyMap<string, number>,
  b: ReadonlyMap<string, number>,
  rarity: (term: string) => number
): number {
  const norm = (terms: ReadonlyMap<string, number>) =>
    Math.sqrt([...terms].reduce((sum, [term, weight]) => sum + (weight * rarity(term)) ** 2, 0));
  let shared = 0;
  for (const [term, weight] of a) shared += weight * (b.get(term) ?? 0) * rarity(term) ** 2;
  return shared / Math.max(1e-9, norm(a) * norm(b));
}

/** A paragraph that leans on the one before, or turns away from it. */
function continuation(before: string, next: string): number {
  if (isQuestion(before)) return 0.7;
  if (isQuestion(next)) return -0.3;
  if (/^(?:He|She|They|It|His|Her|Their|Its|This|That|These|Those|Such)\b/.test(next)) return 0.3;
  if (/^["“«]/.test(next)) return 0.15;
  if (/^(?:But|However|Meanwhile|Separately|Elsewhere|Earlier|Later)\b/.test(next)) return -0.15;
  return 0;
}

/** As an interviewer puts it: short, and ending in its question mark. */
function isQuestion(paragraph: string): boolean {
  return paragraph.length < 250 && /[?؟？]["”’»]*$/.test(paragraph);
}

function leavesQuoteOpen(paragraph: string): boolean {
  const text = paragraph.slice(-2_000);
  const lastOpen = text.lastIndexOf('“');
  if (lastOpen >= 0) return text.lastIndexOf('”') < lastOpen;
  return text.length < 2_000 && (text.match(/"/g)?.length ?? 0) % 2 === 1;
}

/** Beyond this many UTF-16 units a paragraph is about the same as before. */
const enough = 3_000;
const shortestWord = 5;
/** Names tie paragraphs together more than words do. */
const nameWeight = 2;

const common = new Set(
  (
    'about above after again against among another around because before being below between could ' +
    'during every first further having however including might never other others really second several ' +
    'shall should since still their theirs them there these they thing third those though through ' +
    'today under until upon using where whether which while whose within without would according ' +
    'president minister monday tuesday wednesday thursday friday saturday sunday'
  ).split(' ')
);

/** What a paragraph is about, its names and content words: term → weight. Words are cut to a stem of six letters, which is enough to match "talks" with "talk". */
function termsOf(paragraph: string): ReadonlyMap<string, number> {
  const text = paragraph.slice(0, enough);
  const terms = new Map<string, number>();
  const add = (term: string, weight: number) =>
    terms.set(term, Math.max(weight, terms.get(term) ?? 0));
  for (const m of text.matchAll(/[\p{L}\p{M}][\p{L}\p{M}\p{N}’'-]*/gu)) {
    const word = m[0].replace(/[’']s?$/u, '');
    const lower = word.toLowerCase();
    if (common.has(lower)) continue;
    if (/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}/u.test(word)) {
      // Without spaces between words, pairs of characters stand in for them.
      for (let i = 0; i + 1 < word.length; i++) add(word.slice(i, i + 2), 1);
    } else if (/^\p{Lu}/u.test(word) && word.length > 2 && !startsSentence(text, m.index)) {
      add(stem(lower), nameWeight);
    } else if (word.length >= shortestWord || !/\p{Script=Latin}/u.test(word)) {
      add(stem(lower), 1);
    }
  }
  return terms;
}

function stem(word: string): string {
  return word.replace(/(?:ies|es|s)$/, '').slice(0, 6);
}

function startsSentence(text: string, index: number): boolean {
  return /(?:^|[.!?…]["”’»')\]]*\s+|["“«])$/u.test(text.slice(Math.max(0, index - 6), index));
}
