/** What a document leaves out and what it hands over beside what is seen of it, in sentences for its author. */
import type { Briefing } from '../../src-main/domain/briefing/briefing.js';
import { lastDayOf, type PartialDate } from '../../src-main/domain/base/values.js';
import { positionsChangedSince } from '../../src-main/domain/compare/changed-since.js';
import {
  dayOfPosition,
  positionsAsOf,
  withDaysOfEvidence
} from '../../src-main/domain/ledger/ledger.js';
import type { Card } from '../../src-main/domain/briefing/entries.js';
import { passage } from '../../src-main/domain/lint/passages.js';
import { notDraftedIn } from '../../src-main/domain/suggestions/later-drafts.js';
import { titleOfSource } from '../../src-main/domain/briefing/source.js';
import { passedWeekday } from '../../src-main/domain/lint/rules/sourcing.js';
import { indexSources } from '../../src-main/domain/lint/sources.js';
import { briefOf } from '../../src-main/domain/publication/brief.js';
import { keyPointOf } from '../../src-main/domain/publication/key-point.js';
import {
  markSuperseded,
  supersededWords
} from '../../src-main/domain/publication/superseded-words.js';
import {
  withPositionsAsOf,
  type Edition,
  type Shows
} from '../../src-main/domain/publication/edition.js';
import { en } from '../../src-main/domain/terms/printed/en.js';
import { quoted } from '../../src-main/domain/terms/terms.js';
import { cutToLength } from '../../src-main/domain/text/cut-to-length.js';
import { counted } from '../../src-main/domain/text/joined-words.js';
import type { ChoiceStart } from './choose-edition.js';

interface Line {
  readonly text: string;
  /** It deserves a look before the document leaves. */
  readonly isWarning: boolean;
}

/** As of which day, and how many come later; `null` where the document has no one day of positions. */
export function positionsPrinted(
  edition: Edition,
  briefing: Briefing | null,
  shows: Shows,
  show: (day: PartialDate) => string
): Line | null {
  const { template, since, until } = edition;
  if ((shows !== 'pdf' && shows !== 'document') || template === 'changes' || since !== null)
    return null;
  if (briefing === null) {
    const asOf = until === null ? 'as last known' : `as of ${show(until)}, without later ones`;
    return { text: `Positions ${asOf}.`, isWarning: false };
  }
  const { briefing: told, later } = withPositionsAsOf(edition, withDaysOfEvidence(briefing));
  const inForce = positionsAsOf(told.positions, null);
  const holds = inForce.length === 1 ? '1 holds' : `${inForce.length} hold`;
  if (until !== null) {
    const left = later === 0 ? 'none is later' : `${later} later and left out`;
    return { text: `Positions as of ${show(until)}: ${holds}, ${left}.`, isWarning: later > 0 };
  }
  const latest = inForce.map(dayOfPosition).reduce((a, b) => ((a ?? '') < (b ?? '') ? b : a), null);
  if (briefing.positions.length === 0) return null;
  const asOf =
    latest === null ? 'Positions as last known' : `Positions as of ${show(latest)}, the latest`;
  return { text: `${asOf}: ${holds}.`, isWarning: false };
}

/** What the one page says of cards that its author wrote no key point for. */
export function cardsOnPage(
  { template, leftOut }: Edition,
  briefing: Briefing | null,
  shows: Shows
): Line | null {
  if (shows !== 'pdf' || template !== 'brief' || briefing === null) return null;
  const { points } = briefOf(briefing, leftOut, en);
  const plain = points.filter(({ point }) => !point.isChosen).length;
  const all = counted(points.length, 'card');
  if (points.length === 0) return { text: 'No card says anything yet.', isWarning: true };
  const text =
    plain === 0
      ? `A key point stands for ${points.length === 1 ? 'the one card' : `each of ${all}`}.`
      : `${plain} of ${all} ${plain === 1 ? 'has' : 'have'} no key point: the page prints how ${plain === 1 ? 'it begins' : 'they begin'}, as far as there is room.`;
  return { text, isWarning: false };
}

/**
 * What its page says that has been overtaken: a title or a bottom line older than positions, what was superseded or
 * corrected, weekdays that came again.
 * @param changedSince how many positions changed since the bottom line was written
 */
export function overtakenOnPage(
  edition: Edition,
  { briefing, texts }: Pick<ChoiceStart, 'briefing' | 'texts'>,
  shows: Shows,
  changedSince: number
): readonly Line[] {
  const { template, leftOut, profile } = edition;
  const isFull = template === 'full';
  if (briefing === null || (shows !== 'pdf' && shows !== 'document')) return [];
  if (!isFull && template !== 'brief') return [];
  const found = supersededWords(briefing, texts);
  const told = markSuperseded(briefing, found, en);
  const cards = briefing.cards.filter(({ kind }) => profile === 'full' || kind !== 'note');
  const wordsOf = (card: Card) => {
    const { sentence, lines } = keyPointOf(card);
    return isFull ? card.body.split('\n') : [sentence, ...lines];
  };
  const printed = [
    { words: [briefing.title, briefing.bottomLine], marked: [told.title, told.bottomLine] },
    ...cards
      .filter(({ id, kind }) => isFull || (kind !== 'note' && !leftOut.includes(id)))
      .map((card) => ({ words: wordsOf(card), marked: wordsOf(told.card(card)) }))
  ];
  const lines = printed.flatMap(({ words, marked }) =>
    words.filter((each, index) => each !== marked[index])
  ).length;
  const sources = indexSources(briefing, texts);
  const weekdays = printed.flatMap(({ words }) =>
    passedWeekday(
      passage(briefing.id, 'bottom-line', briefing.likelihoodScale, words.join('\n')),
      sources,
      briefing.date
    )
  );
  const superseded = `${counted(lines, 'line')} ${lines === 1 ? 'tells' : 'tell'} what was superseded or corrected since.`;
  const passed = weekdays.map(
    ({ words, message }) => `${quoted(cutToLength(words, mostWords).text)}: ${message}`
  );
  // The same sentence may stand in the bottom line and in a card.
  return [
    ...notDraftedIn(briefing)
      .slice(0, 1)
      .map((each) => `${quoted(titleOfSource(each))} is not in the brief yet.`),
    ...changedInWords(changedSinceTitle(edition, briefing), changedSince),
    ...(lines === 0 ? [] : [superseded]),
    ...new Set(passed)
  ].map((text) => ({
    text,
    isWarning: true
  }));
}
/** UTF-16 units. */
const mostWords = 80;

/** How many positions changed since the source was published whose headline is the title; 0 where no source has it. */
function changedSinceTitle(edition: Edition, briefing: Briefing): number {
  const { published = null } = briefing.sources.find(({ title }) => title === briefing.title) ?? {};
  if (published === null) return 0;
  const asOf = (until: PartialDate | null) =>
    withPositionsAsOf({ ...edition, until }, withDaysOfEvidence(briefing)).briefing;
  return positionsChangedSince(asOf(lastDayOf(published)), asOf(edition.until)).length;
}

/** In one sentence; none for nothing. */
function changedInWords(sinceTitle: number, sinceLine: number): readonly string[] {
  const [title, line] = ['the title was written', 'the bottom line was written'];
  const both = 'the title and the bottom line were written';
  const changed = (count: number) => `${counted(count, 'position')} changed since`;
  if (sinceTitle === sinceLine) return sinceLine === 0 ? [] : [`${changed(sinceLine)} ${both}.`];
  if (sinceTitle === 0) return [`${changed(sinceLine)} ${line}.`];
  if (sinceLine === 0) return [`${changed(sinceTitle)} ${title}.`];
  return [`${changed(sinceTitle)} ${title}, and ${sinceLine} since ${line}.`];
}

/** For whom it is was chosen against what is usual, and before. */
export function asLastTime({ template, profile }: Edition, { kept }: ChoiceStart): Line | null {
  const before = kept.find((each) => each.template === template)?.profile;
  if (profile === 'audience' || before !== profile) return null;
  const text = 'For you only, as you chose last time. It stays so until you choose otherwise.';
  return { text, isWarning: false };
}

const leftOut =
  'Left out: your notes, replies and tags, note cards, and the full texts of sources. The quotes that claims rest on stay.';

/** What leaves with the document, before it is made. */
export function goesAlong({ template, profile, notes }: Edition, shows: Shows): Line {
  if (profile === 'audience') {
    const more: Partial<Record<Shows, string>> = {
      pdf: ' The briefing attached to the PDF is without them too.',
      data: ' A Standpoint file or JSON for somebody else holds neither texts nor original files: “Only me” takes all of it along.'
    };
    return { text: leftOut + (more[shows] ?? ''), isWarning: shows === 'data' };
  }
  switch (shows) {
    case 'pdf':
      return {
        text: 'Included, attached to the PDF: the whole briefing, with the full text of every source and all your notes, also those that are not printed. Whoever gets the PDF can read them.',
        isWarning: template !== 'full'
      };
    case 'document':
      return {
        text: `Included: the full text of every source, and note cards${notes ? ' with all your notes' : ''}.`,
        isWarning: false
      };
    case 'text':
    case 'data':
      return {
        text: 'Included: all that this format can hold, your notes and the full text of every source among it. A Standpoint file holds the files that these were read from as well.',
        isWarning: false
      };
  }
}
