/** Words of cards, and of the bottom line, that quote a superseded position or tell a corrected figure, marked with what holds since. Pure. */
import { type LineInSource, WordsOfSources } from '../anchoring/lines-in-sources.js';
import { quotedPositions } from '../anchoring/quoted-positions.js';
import { firstDayOf, Id, lastDayOf } from '../base/values.js';
import { z } from '../base/zod.js';
import type { Briefing } from '../briefing/briefing.js';
import type { Card, Position } from '../briefing/entries.js';
import { type TextHash, textOfSource } from '../briefing/source.js';
import { supersededLines } from '../contradictions/superseded-lines.js';
import { dateOfPosition, latestFirst, withDaysOfEvidence } from '../ledger/ledger.js';
import { LedgerIndex } from '../ledger/ledger-index.js';
import { escapeMarkdown } from '../markdown/portable-markdown.js';
import { mapMarkdown, renderedSource, renderMarkdown } from '../markdown/render-markdown.js';
import { identityMap } from '../markdown/source-map.js';
import { asSentence, capitalised } from '../text/joined-words.js';
import type { PrintedWords } from '../terms/printed/en.js';
import {
  type CorrectionsInText,
  correctionsInText,
  outsideSpeech,
  type Remark
} from './corrected-in-text.js';
import type { PrintedMark } from './marks.js';

export const SupersededWords = z
  .strictObject({
    /** A card; the briefing for its bottom line. */
    part: Id,
    /** In the key point that its author wrote, else in its text. */
    isKeyPoint: z.boolean(),
    /** In the rendered text. Both at its end: a position that turned since the source of its words was written. */
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
    older: Id,
    newer: Id
  })
  .readonly();
export type SupersededWords = z.infer<typeof SupersededWords>;

/** @param texts by hash; words are looked for in those that are there. */
export function supersededWords(
  briefing: Briefing,
  texts: Readonly<Record<TextHash, string>>
): readonly SupersededWords[] {
  const { id, bottomLine, cards, positions, sources } = briefing;
  if (positions.every(({ supersedes }) => supersedes.length === 0)) return [];
  const words = new WordsOfSources(
    sources.flatMap((source) => {
      const text = textOfSource(source, texts);
      return text === null ? [] : [{ id: source.id, text: renderedSource(source, text) }];
    })
  );
  const annotations = briefing.annotations.filter(({ target }) => target.type === 'source');
  const find = (part: Id, text: string, isKeyPoint = false) => {
    const ledger = isKeyPoint ? { positions, annotations } : briefing;
    const quoted = quotedPositions(part, words.find(text), ledger);
    return supersededLines(quoted, positions).map(({ line, older, newer }) => ({
      ...{ part, isKeyPoint, ...line, older: older.id, newer: newer.id }
    }));
  };
  const rendered = renderMarkdown(bottomLine).text;
  const quoted = find(id, rendered);
  return [
    ...quoted,
    ...turnsSince(briefing, words.find(rendered))
      .filter(({ newer }) => !quoted.some((each) => each.newer === newer))
      .map((turn) => ({
        ...{ part: id, isKeyPoint: false, start: rendered.length, end: rendered.length },
        ...turn
      })),
    ...cards.flatMap((card) => [
      ...find(card.id, renderMarkdown(card.body).text),
      ...find(card.id, card.keyPoint, true)
    ])
  ];
}

const mostTurns = 2;

/**
 * The latest turns of positions since the source was written in which the lines stand, so that a bottom line of the
 * first day says what it cannot know. None where they stand in no source, or in one without a day.
 */
function turnsSince(
  briefing: Briefing,
  lines: readonly LineInSource[]
): readonly Pick<SupersededWords, 'older' | 'newer'>[] {
  const { positions } = withDaysOfEvidence(briefing);
  const days = lines.map(({ source }) => {
    const published = briefing.sources.find(({ id }) => id === source)?.published;
    return published ? lastDayOf(published) : '';
  });
  const [day = ''] = days.sort();
  if (day === '') return [];
  const byId = new Map(positions.map((position) => [position.id, position]));
  const superseded = new Set(positions.flatMap(({ supersedes }) => supersedes));
  return positions
    .filter((position) => {
      const date = dateOfPosition(position);
      return !superseded.has(position.id) && date !== null && firstDayOf(date) > day;
    })
    .toSorted(latestFirst)
    .flatMap((newer) => {
      const older = newer.supersedes.map((id) => byId.get(id)).find((each) => each !== undefined);
      const isTurn = older && older.stance !== newer.stance && newer.status !== 'denied';
      return isTurn ? [{ older: older.id, newer: newer.id }] : [];
    })
    .slice(0, mostTurns);
}

export interface MarkedParts {
  readonly title: string;
  /** With what changed since in a paragraph of its own: in its sentences it would read as its author's words. */
  readonly bottomLine: string;
  card(card: Card): Card;
  readonly corrections: CorrectionsInText;
  /** What corrects the figures in plain words, for beside them; none for nothing. */
  beside(text: string): readonly string[];
  /** The same as sentences behind those that stand beside it already. */
  withCorrections(sentences: string, text: string): string;
  /** Marks of that card, moved by what stands before them now. */
  moved(card: Id, marks: readonly PrintedMark[]): readonly PrintedMark[];
}

/** @param found positions; figures are looked for here. */
export function markSuperseded(
  briefing: Briefing,
  found: readonly SupersededWords[],
  words: PrintedWords
): MarkedParts {
  const dated = found.length > 0 ? withDaysOfEvidence(briefing).positions : [];
  const positions = new Map(dated.map((position) => [position.id, position]));
  const ledger = new LedgerIndex(dated, briefing.dismissals);
  const corrections = correctionsInText(briefing, words);
  const put = new Map<Id, readonly Remark[]>();
  const since = ({ older, newer }: SupersededWords) => {
    const [was, is] = [positions.get(older), positions.get(newer)];
    if (!was || !is) return [];
    const issue = briefing.issues.find(({ id }) => id === is.issue)?.wording ?? '';
    const dispute = ledger.disputeOf(is, null);
    const standing = dispute ? `${words.comma} ${words.disputes[dispute]}` : '';
    return [{ actor: is.actor, told: `${sinceInWords(was, is, issue, words)}${standing}` }];
  };
  const marked = (part: Id, text: string, isKeyPoint = false): string => {
    const own = found.filter((each) => each.part === part && each.isKeyPoint === isKeyPoint);
    if (own.length === 0 && corrections.byFigure.size === 0) return text;
    const { text: rendered, map } = isKeyPoint
      ? { text, map: identityMap(text.length) }
      : mapMarkdown(text);
    const ofPositions = (part === briefing.id ? [] : own).flatMap((each) => {
      const at = each.start + withoutStop(rendered.slice(each.start, each.end)).length;
      const place = outsideSpeech(rendered, at);
      return since(each).map(({ told }) => ({ at: place, told, isFigure: false }));
    });
    const ofFigures = corrections.in(rendered).map((remark) => ({ ...remark, isFigure: true }));
    const remarks = [...ofFigures, ...ofPositions]
      .flatMap(({ isFigure, ...remark }) => {
        const place = map.toSource({ start: remark.at - 1, end: remark.at })?.end;
        if (place === undefined || (isFigure && isInBlockquote(text, place))) return [];
        return [{ ...remark, place }];
      })
      .toSorted((a, b) => a.at - b.at);
    if (!isKeyPoint) put.set(part, remarks);
    return remarks.reduceRight(
      (whole, { place, told }) => whole.slice(0, place) + inBrackets(told) + whole.slice(place),
      text
    );
  };
  const changes = found
    .filter(({ part }) => part === briefing.id)
    .flatMap(since)
    .map(({ actor, told }) => {
      const name = briefing.actors.find(({ id }) => id === actor)?.name ?? '';
      return `${name}${words.comma} ${told}`;
    });
  const remark = `${words.headings.changes}${words.colon} ${changes.join(`${words.semicolon} `)}.`;
  const cards = new Map(
    briefing.cards.map((card) => {
      const { id, body, keyPoint } = card;
      return [id, { ...card, body: marked(id, body), keyPoint: marked(id, keyPoint, true) }];
    })
  );
  const beside = (text: string) => corrections.in(text).map(({ told }) => told);
  return {
    title: marked(briefing.id, briefing.title, true),
    bottomLine:
      marked(briefing.id, briefing.bottomLine) +
      (changes.length > 0 ? `\n\n*${escapeMarkdown(remark)}*` : ''),
    card: (card) => cards.get(card.id) ?? card,
    corrections,
    beside,
    withCorrections: (sentences, text) =>
      [sentences, ...beside(text).map((told) => asSentence(capitalised(told)))].join(' ').trim(),
    moved: (card, marks) => {
      const before = (place: number) =>
        (put.get(card) ?? [])
          .filter(({ at }) => at < place)
          .reduce((sum, { told }) => sum + inBrackets(told).length, 0);
      return marks.map((mark) => ({
        ...mark,
        start: mark.start + before(mark.start + 1),
        end: mark.end + before(mark.end)
      }));
    }
  };
}

/** Which is somebody's words as those in quotation marks are. */
function isInBlockquote(markdown: string, place: number): boolean {
  return /^\s*>/u.test(markdown.slice(markdown.lastIndexOf('\n', place - 1) + 1));
}

function inBrackets(told: string): string {
  return ` (${told})`;
}

/** The remark stands before the stop of its sentence, so that it is part of that. */
function withoutStop(words: string): string {
  return words.trimEnd().replace(/[.!?…]+$/u, '');
}

/**
 * Such as “since 19 March 2025 on “The mine”: opposes”, or “superseded” where neither day nor another stance is known.
 * The issue is named, since its line may speak of several.
 */
function sinceInWords(
  older: Position,
  newer: Position,
  issue: string,
  words: PrintedWords
): string {
  const date = dateOfPosition(newer);
  const day = date === null ? '' : words.date(date);
  if (day !== '' && newer.status !== 'denied' && newer.stance !== older.stance)
    return words.since(day + words.evidenceFor(issue).after, words.stance(newer.stance));
  return day === '' ? words.superseded : `${words.superseded}${words.comma} ${day}`;
}
