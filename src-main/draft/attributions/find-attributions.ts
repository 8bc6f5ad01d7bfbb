/** Reading → who says what: all rules together, then what they found is set against one another. */
import { firstIndexWhere } from '../../domain/base/by-halves.js';
import type { Reading } from '../reading/reading.js';
import { overlaps, type Range } from '../../domain/text/range.js';
import { type FoundReport, toScene } from './finding.js';
import { interviewIn, unsureInQuestions } from './interviews.js';
import { otherFindings } from './other-findings.js';
import { findTurns, labelFindings, labelRule, withTurns } from './speaker-labels.js';
import { verbFindings } from './verb-findings.js';
import type { Quotation } from '../reading/quotations.js';

export interface FoundAttribution extends FoundReport {
  readonly kind: 'direct' | 'mixed' | 'indirect';
  /** Said within what somebody else says. */
  readonly nested: boolean;
  readonly hedges: readonly string[];
}

const hedgeWords =
  /\b(?:reportedly|allegedly|apparently|possibly|perhaps|probably|likely|unlikely|may|might|could|would|seems?|appears?|suggests?|indicates?|in principle|in part|if)\b/giu;
const mostHedges = 6;

/** In the order of their cues. */
export function findAttributions(reading: Reading): FoundAttribution[] {
  const findings = reading.sentences.flatMap((sentence) => {
    const scene = toScene(reading, sentence);
    return settle(reading, [...verbFindings(scene), ...otherFindings(scene)].toSorted(byCue));
  });
  const turns = findTurns(reading);
  const labels = labelFindings(reading, turns);
  const interview = turns.length ? null : interviewIn(reading);
  const all = labels.length
    ? [...withTurns(reading, findings, turns), ...labels].toSorted(byCue)
    : withTurns(reading, findings, turns);
  const joined = followQuotations(
    reading,
    interview ? unsureInQuestions(reading, interview, all) : all
  );
  return joined.map((finding, i) => ({
    ...finding,
    content: finding.content.map((range) => withWholeMarks(reading, range)),
    kind: kindOf(reading, finding),
    nested: isNested(finding, i, joined),
    hedges: hedgesIn(reading, finding)
  }));
}

function byCue(a: FoundReport, b: FoundReport): number {
  return cueStart(a) - cueStart(b);
}

function cueStart({ cue, source, content }: FoundReport): number {
  return cue?.start ?? source?.start ?? content[0]?.start ?? 0;
}

/** Within one sentence: no two with one cue, and what one says ends where the next one starts to report. */
function settle(reading: Reading, findings: readonly FoundReport[]): FoundReport[] {
  const kept = findings.filter(
    (finding, i) =>
      !findings
        .slice(0, i)
        .some((other) => other.cue && finding.cue && overlaps(other.cue, finding.cue))
  );
  return kept.map((finding) => {
    const last = finding.content.at(-1);
    const cutter = kept.find(
      (other) => other !== finding && last && cuts(reading.clean, other, finding, last)
    );
    if (!last || !cutter) return finding;
    const from = Math.min(
      cueStart(cutter),
      cutter.rule === 'cue: according to'
        ? Infinity
        : cutter.source && cutter.source.start > last.start
          ? cutter.source.start
          : Infinity
    );
    const before = reading.clean
      .slice(last.start, Math.min(from, last.end))
      .replace(/[\s,;]+(?:while|by|and|but|with|before|after)?\s*$/, '');
    if (before.length < 8) return finding;
    return {
      ...finding,
      content: [
        ...finding.content.slice(0, -1),
        { start: last.start, end: last.start + before.length }
      ]
    };
  });
}

/** A participle of the same speaker ("…, adding that") or "according to" takes over. */
function cuts(clean: string, other: FoundReport, finding: FoundReport, last: Range): boolean {
  const at = cueStart(other);
  const first = other.content[0];
  if (other.link === 'before' && first && first.start <= cueStart(finding)) return true;
  if (
    other.rule !== 'cue: according to' &&
    !/(?:[,;—–]|\b(?:while|and|by|but|before|after))\s*$/.test(
      clean.slice(Math.max(0, at - 12), at)
    )
  )
    return false;
  if (at <= last.start || at >= last.end || cueStart(finding) >= at) return false;
  if (other.rule === 'cue: according to') return true;
  return (
    other.source !== null && finding.source !== null && other.source.start === finding.source.start
  );
}

/** A mark that was typed as two characters belongs to its quotation as a whole. */
function withWholeMarks({ text, clean }: Reading, { start, end }: Range): Range {
  const opens =
    clean[start] === '“' &&
    start > 0 &&
    text[start] === text[start - 1] &&
    clean[start - 1] === ' ';
  const closes = clean[end - 1] === '”' && text[end] === text[end - 1] && clean[end] === ' ';
  return { start: opens ? start - 1 : start, end: closes ? end + 1 : end };
}

/** `all` in the order of their sentences, so that only neighbours need be looked at. */
function isNested(
  { cue, sentence }: FoundReport,
  at: number,
  all: readonly FoundReport[]
): boolean {
  if (!cue) return false;
  const holds = (other: FoundReport) =>
    other.content.some(({ start, end }) => start <= cue.start && cue.end <= end);
  for (const step of [-1, 1]) {
    for (let i = at + step; i >= 0 && i < all.length; i += step) {
      const other = all[i];
      if (!other || Math.abs(other.sentence - sentence) > 1) break;
      if (holds(other)) return true;
    }
  }
  return false;
}

function kindOf({ clean }: Reading, { content, rule }: FoundReport): FoundAttribution['kind'] {
  if (rule === labelRule) return 'direct';
  let quoted = 0;
  let all = 0;
  for (const { start, end } of content) {
    const said = clean.slice(start, end);
    all += said.trim().length;
    // A quotation that was opened before, or is closed after, counts as far as it is here.
    for (const m of said.matchAll(/(?:^[^“”]*”|“[^”]*(?:”|$))/g)) quoted += m[0].length;
  }
  if (quoted === 0) return 'indirect';
  return quoted >= 0.85 * all ? 'direct' : 'mixed';
}

function hedgesIn({ clean }: Reading, { cue, content }: FoundReport): string[] {
  const texts = [cue, ...content].map((range) =>
    range ? clean.slice(range.start, range.end) : ''
  );
  const words = texts
    .flatMap((text) => text.match(hedgeWords) ?? [])
    // The month, or a name.
    .filter((word) => word !== 'May')
    .map((word) => word.toLowerCase());
  return [...new Set(words)].slice(0, mostHedges);
}

/** Quotations that no cue of their own introduces: they go on with whoever spoke before. */

/** UTF-16 units: shorter ones are titles and words in quotation marks. */
const shortest = 16;

/** The findings, in order, with such quotations joined to them. */
function followQuotations(reading: Reading, findings: readonly FoundReport[]): FoundReport[] {
  const result = [...findings];
  const covered = coverage(findings);
  /** The finding that the quotations of the paragraph before went to. */
  let carried: { paragraph: number; at: number } | null = null;
  const byParagraph = new Map<number, number[]>();
  result.forEach(({ paragraph }, i) =>
    byParagraph.set(paragraph, [...(byParagraph.get(paragraph) ?? []), i])
  );
  let p = 0;
  for (const quotation of reading.quotations) {
    while (p < reading.paragraphs.length && (reading.paragraphs[p]?.end ?? 0) < quotation.end) p++;
    const paragraph = reading.paragraphs[p];
    if (!paragraph || quotation.end - quotation.start < shortest || covered(quotation)) continue;
    const startsSentence = opensSentence(reading, quotation);
    const whole = quotation.start - paragraph.start < 2 && paragraph.end - quotation.end < 3;
    const here = (byParagraph.get(p) ?? []).filter((i) => place(result[i]) < quotation.start);
    // Rather to whoever is quoted already than to whoever is spoken of.
    const speaking = here.findLast((i) => isQuoted(reading, result[i]));
    let host: number | undefined = startsSentence ? (speaking ?? here.at(-1)) : undefined;
    if (host === undefined && whole) {
      if (carried?.paragraph === p - 1) host = carried.at;
      else
        host = (byParagraph.get(p - 1) ?? []).findLast((i) => leadsOn(reading, result[i], p - 1));
    }
    const finding = host === undefined ? undefined : result[host];
    if (host === undefined || !finding) continue;
    result[host] = {
      ...finding,
      content: [...finding.content, { start: quotation.start, end: quotation.end }]
    };
    if (whole) carried = { paragraph: p, at: host };
  }
  return result;
}

function place(finding: FoundReport | undefined): number {
  return finding?.cue?.start ?? finding?.source?.start ?? Infinity;
}

/** The paragraph ends in a colon, or its speaker is quoted in it. */
function leadsOn(reading: Reading, finding: FoundReport | undefined, paragraph: number): boolean {
  const range = reading.paragraphs[paragraph];
  if (!finding || !range) return false;
  if (/:\s*$/.test(reading.clean.slice(range.end - 3, range.end))) return true;
  return isQuoted(reading, finding);
}

function isQuoted({ clean }: Reading, finding: FoundReport | undefined): boolean {
  return finding?.content.some(({ start, end }) => /[“”]/.test(clean.slice(start, end))) ?? false;
}

function opensSentence({ sentences }: Reading, quotation: Quotation): boolean {
  const from = quotation.start - 1;
  const at = firstIndexWhere(sentences.length, (index) => sentences[index]!.start >= from);
  return (sentences[at]?.start ?? Infinity) <= quotation.start + 1;
}

/** For ranges in rising order. */
function coverage(findings: readonly FoundReport[]) {
  const contents = findings.flatMap(({ content }) => content).toSorted((a, b) => a.start - b.start);
  let i = 0;
  let furthest = -1;
  return ({ start, end }: Range): boolean => {
    while (i < contents.length && (contents[i]?.start ?? 0) < end) {
      furthest = Math.max(furthest, contents[i]?.end ?? 0);
      i++;
    }
    return furthest > start;
  };
}
