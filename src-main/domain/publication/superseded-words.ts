/** Words of cards, and of the bottom line, that quote a superseded position, marked with what holds since. Pure. */
import { WordsOfSources } from '../anchoring/lines-in-sources.js';
import { quotedPositions } from '../anchoring/quoted-positions.js';
import { Id } from '../base/values.js';
import { z } from '../base/zod.js';
import type { Briefing } from '../briefing/briefing.js';
import type { Card, Position } from '../briefing/entries.js';
import { type TextHash, textOfSource } from '../briefing/source.js';
import { supersededLines } from '../contradictions/superseded-lines.js';
import { dateOfPosition, withDaysOfEvidence } from '../ledger/ledger.js';
import { mapMarkdown, renderedSource, renderMarkdown } from '../markdown/render-markdown.js';
import { identityMap } from '../markdown/source-map.js';
import type { PrintedWords } from '../terms/printed/en.js';
import type { PrintedMark } from './marks.js';

export const SupersededWords = z
  .strictObject({
    /** A card; the briefing for its bottom line. */
    part: Id,
    /** In the key point that its author wrote, else in its text. */
    isKeyPoint: z.boolean(),
    /** In the rendered text. */
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
  return [
    ...find(id, renderMarkdown(bottomLine).text),
    ...cards.flatMap((card) => [
      ...find(card.id, renderMarkdown(card.body).text),
      ...find(card.id, card.keyPoint, true)
    ])
  ];
}

/** What was put in, where in the rendered text. */
interface Remark {
  readonly at: number;
  readonly length: number;
}

export interface MarkedParts {
  readonly bottomLine: string;
  card(card: Card): Card;
  /** Marks of that card, moved by what stands before them now. */
  moved(card: Id, marks: readonly PrintedMark[]): readonly PrintedMark[];
}

export function markSuperseded(
  briefing: Briefing,
  found: readonly SupersededWords[],
  words: PrintedWords
): MarkedParts {
  const dated = found.length > 0 ? withDaysOfEvidence(briefing).positions : [];
  const positions = new Map(dated.map((position) => [position.id, position]));
  const remarks = new Map<Id, Remark[]>();
  const marked = (part: Id, text: string, isKeyPoint = false): string => {
    const own = found.filter((each) => each.part === part && each.isKeyPoint === isKeyPoint);
    if (own.length === 0) return text;
    const { text: rendered, map } = isKeyPoint
      ? { text, map: identityMap(text.length) }
      : mapMarkdown(text);
    return own.reduceRight((told, { start, end, ...ids }) => {
      const [older, newer] = [positions.get(ids.older), positions.get(ids.newer)];
      const at = start + withoutStop(rendered.slice(start, end)).length;
      const place = map.toSource({ start: at - 1, end: at })?.end;
      if (!older || !newer || place === undefined) return told;
      const issue = briefing.issues.find((each) => each.id === newer.issue)?.wording ?? '';
      const remark = ` (${sinceInWords(older, newer, issue, words)})`;
      if (!isKeyPoint)
        remarks.set(part, [...(remarks.get(part) ?? []), { at, length: remark.length }]);
      return told.slice(0, place) + remark + told.slice(place);
    }, text);
  };
  const bottomLine = marked(briefing.id, briefing.bottomLine);
  const cards = new Map(
    briefing.cards.map((card) => {
      const { id, body, keyPoint } = card;
      return [id, { ...card, body: marked(id, body), keyPoint: marked(id, keyPoint, true) }];
    })
  );
  return {
    bottomLine,
    card: (card) => cards.get(card.id) ?? card,
    moved: (card, marks) => {
      const put = remarks.get(card) ?? [];
      const before = (place: number) =>
        put.reduce((sum, { at, length }) => sum + (at < place ? length : 0), 0);
      return marks.map((mark) => ({
        ...mark,
        start: mark.start + before(mark.start + 1),
        end: mark.end + before(mark.end)
      }));
    }
  };
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
