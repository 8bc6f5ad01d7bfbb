/**
 * The ways to what somebody asks to see: what a search of the library found, what has changed, what a
 * step did that was taken back, and where an actor is named. Knows no DOM but its selectors.
 * Over 300 lines because each way is a few lines, and who adds one has to see the others.
 */
import type { SearchHit } from '../../../src-main/domain/search/answer.js';
import { assertNever } from '../../../src-main/domain/base/result.js';
import type { NameKind } from '../../../src-main/domain/ledger/register.js';
import type { SelectedCell } from '../../positions/matrix/selected-cell.js';
import type { CardDesk } from './card-desk.svelte.js';
import type { FoundWords, SearchTerms } from './found-words.svelte.js';
import type { SuggestionDesk } from './suggestion-desk.svelte.js';
import type { ChangePlace } from '../../../src-main/domain/compare/told-changes.js';
import type { Id } from '../../../src-main/domain/base/values.js';
import type { CameIn } from '../../../src-main/domain/news/came-in.js';
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import type { Moved } from '../open/moved-step.js';
import type { OpenBriefing } from '../open/open-briefing.svelte.js';
import type { ViewOrDrawer } from '../open/view.js';
import { renderedSource } from '../../../src-main/domain/markdown/render-markdown.js';
import {
  findMentions,
  mentionsOf,
  type Mention,
  type Mentions
} from '../../../src-main/domain/ledger/mentions.js';
import type { Source } from '../../../src-main/domain/briefing/source.js';

/** What of the desk all of them go by. */
interface Ways {
  readonly open: OpenBriefing;
  readonly cards: CardDesk;
  readonly suggestions: SuggestionDesk;
  readonly foundWords: FoundWords;
  cell: SelectedCell | null;
  names: NameKind | null;
  show(view: ViewOrDrawer): void;
  pointAt(...selectors: readonly string[]): void;
  showSource(id: Id): void;
  showCard(id: Id): void;
  showAnnotation(id: Id): void;
  showName(id: Id): void;
  showPosition(id: Id): void;
}

/** To the view, the text and the words of a search; `null`: the briefing as a whole. What is no longer in the briefing leads to its beginning. */
export function showFound(
  desk: Ways,
  hit: Pick<SearchHit, 'kind' | 'id'> | null,
  terms: SearchTerms
): void {
  desk.foundWords.clear();
  const { briefing } = desk.open;
  const id = hit?.id ?? null;
  if (!hit || id === null) {
    desk.show('brief');
    if (hit?.kind === 'bottom line') desk.pointAt('[data-bottom-line]');
    return;
  }
  switch (hit.kind) {
    case 'source':
      desk.showSource(id);
      desk.foundWords.mark(id, terms);
      return;
    case 'annotation': {
      const annotation = briefing.annotations.find((each) => each.id === id);
      desk.showAnnotation(id);
      if (annotation) desk.foundWords.mark(annotation.target.id, terms);
      return;
    }
    case 'actor':
    case 'issue':
      return desk.showName(id);
    case 'position':
      return desk.showPosition(id);
    case 'statement':
      desk.show('positions');
      return desk.pointAt(entry(id), '[data-statements]');
    case 'event':
    case 'figure':
    case 'outcome':
      return pointAtEvidence(desk, entry(id), evidenceParts[hit.kind]);
    case 'title':
    case 'bottom line':
    case 'tag':
      return desk.show('brief');
    case 'card: summary':
    case 'card: context':
    case 'card: fact':
    case 'card: quote':
    case 'card: position':
    case 'card: event':
    case 'card: constraint':
    case 'card: outcome':
    case 'card: question':
    case 'card: note':
      desk.show('brief');
      desk.cards.select(id);
      desk.foundWords.mark(id, terms);
      return;
    default:
      assertNever(hit.kind);
  }
}

/** To where a change is seen. What is no longer in the briefing leads to its view. Returns the text to be brought into sight. */
export function showChange(desk: Ways, place: ChangePlace): Id | null {
  switch (place.what) {
    case 'briefing':
      desk.show('brief');
      return null;
    case 'card':
      desk.showCard(place.id);
      return place.id;
    case 'source':
      desk.showSource(place.id);
      return null;
    case 'cell':
      desk.show('positions');
      desk.cell = { actor: place.actor, issue: place.issue };
      return null;
    case 'figures':
      pointAtEvidence(desk, evidenceParts.figure);
      return null;
    case 'outcomes':
      pointAtEvidence(desk, evidenceParts.outcome);
      return null;
    case 'events':
      pointAtEvidence(desk, evidenceParts.event);
      return null;
  }
}

/** To where a step that was taken back, or brought again, is seen. Returns what may show it there as selectors, the best first. */
export function leadToStep(desk: Ways, { step: { place }, from }: Moved): readonly string[] {
  desk.foundWords.clear();
  switch (place.what) {
    case 'head':
      return inView(desk, 'brief', '[data-head]');
    case 'submission':
      return inView(desk, 'brief', '[data-submission] > summary');
    case 'judgement':
      return inView(desk, 'brief', entry(place.id), '[data-judgements] > summary');
    case 'card':
      return toCard(desk, place.id, from);
    case 'annotation':
      return toAnnotation(desk, place.id, from);
    case 'source':
      desk.showSource(place.id);
      return ['[data-source-facts] > summary', '#view-read'];
    case 'position':
      return toPosition(desk, place.id, from);
    case 'statement':
      return inView(desk, 'positions', entry(place.id), '[data-statements]');
    case 'outcome':
    case 'figure':
    case 'event':
      return inView(desk, 'registers', entry(place.id), evidenceParts[place.what]);
    case 'open-point': {
      const point = `[data-point="${place.pair.join(' ')}"]`;
      return inView(desk, 'new', point, '[data-open-points]');
    }
    case 'name':
      desk.names = [...desk.open.briefing.issues, ...from.issues].some(({ id }) => id === place.id)
        ? 'issue'
        : 'actor';
      return inView(desk, 'positions', entry(place.id), '[data-names]');
    case 'view':
      if (place.view !== 'new') return inView(desk, place.view);
      desk.suggestions.leadToReopened(from);
      return inView(desk, place.view, '[data-suggestions]');
  }
}

/** To an entry of a list of the briefing; `null`: to the fields of the briefing itself. */
export function showEntry(desk: Ways, list: string | null, id: Id): void {
  if (list === 'cards') return desk.showCard(id);
  if (list === 'bottomLine') {
    desk.show('brief');
    return desk.pointAt('[data-bottom-line]');
  }
  if (list === 'annotations') return desk.showAnnotation(id);
  if (list === 'issues') return desk.showName(id);
  if (list === 'outcomes') return pointAtEvidence(desk, entry(id), evidenceParts.outcome);
  const isListed = cameInLists.find((each) => each === list);
  if (isListed) return showCameIn(desk, isListed, id);
  desk.show('brief');
  desk.pointAt('[data-head]');
}

const cameInLists = ['sources', 'positions', 'statements', 'actors', 'figures', 'events'] as const;

/** To an entry that came in. */
export function showCameIn(desk: Ways, list: keyof CameIn, id: Id): void {
  switch (list) {
    case 'sources':
      return desk.showSource(id);
    case 'positions':
      return desk.showPosition(id);
    case 'statements':
      desk.show('positions');
      return desk.pointAt(entry(id), '[data-statements]');
    case 'actors':
      return desk.showName(id);
    case 'figures':
      return pointAtEvidence(desk, entry(id), evidenceParts.figure);
    case 'events':
      return pointAtEvidence(desk, entry(id), evidenceParts.event);
  }
}

/** The registers, by what their entries are. */
const evidenceParts = {
  outcome: '[data-outcomes]',
  figure: '[data-figures]',
  event: '[data-events]'
} as const;

function pointAtEvidence(desk: Ways, ...selectors: readonly string[]): void {
  desk.show('registers');
  desk.pointAt(...selectors);
}

function inView(
  desk: Ways,
  view: ViewOrDrawer,
  ...selectors: readonly string[]
): readonly string[] {
  desk.show(view);
  return [...selectors, `#view-${view}`];
}

/** Of a card that is gone the one that took its place. */
function toCard(desk: Ways, id: Id, from: Briefing): readonly string[] {
  const { cards } = desk.open.briefing;
  const index = from.cards.findIndex((card) => card.id === id);
  const card = cards.find((each) => each.id === id) ?? cards[index] ?? cards[index - 1];
  if (card) desk.cards.unfold(card.id);
  // The focus goes to the card as a whole: in its text the next undo would be the card's own.
  if (card && desk.cards.editing === card.id) desk.cards.stopEditing();
  return inView(desk, 'brief', ...(card ? [textOf(card.id)] : []));
}

/** Of an annotation that is gone the words that it stood on. */
function toAnnotation(desk: Ways, id: Id, from: Briefing): readonly string[] {
  if (desk.open.briefing.annotations.some((each) => each.id === id)) {
    desk.showAnnotation(id);
    return [`[data-annotation="${id}"]`];
  }
  const target = from.annotations.find((each) => each.id === id)?.target;
  if (!target) return inView(desk, 'brief');
  const { position } = target.selectors;
  if (position) desk.foundWords.markRanges(target.id, [position], 0);
  if (target.type === 'card') return [textOf(target.id), ...toCard(desk, target.id, from)];
  desk.showSource(target.id);
  return [textOf(target.id)];
}

function toPosition(desk: Ways, id: Id, from: Briefing): readonly string[] {
  const { actors, issues, positions } = desk.open.briefing;
  const position = [...positions, ...from.positions].find((each) => each.id === id);
  const isThere =
    actors.some((each) => each.id === position?.actor) &&
    issues.some((each) => each.id === position?.issue);
  desk.show('positions');
  desk.cell = position && isThere ? { actor: position.actor, issue: position.issue } : null;
  return ['[data-cell-history]', '#view-positions'];
}

function textOf(id: Id): string {
  return `[data-card="${id}"], [data-text="${id}"]`;
}

function entry(id: Id): string {
  return `[data-entry="${id}"]`;
}

/** Places told of in full; the count is of all. */
const mostShown = 50;

/** Where the sources name an actor; `null` for what is no actor. */
export function mentionsInSources(open: OpenBriefing, id: Id): Mentions | null {
  const { actors, sources } = open.briefing;
  const actor = actors.find((each) => each.id === id);
  const texts = sources.map((source) => ({ id: source.id, text: shownText(open, source) }));
  return actor ? mentionsOf(actor, texts, mostShown) : null;
}

/** All mentions of the actor in that source are marked, and this one comes into sight. */
export function leadToMention(desk: Ways, id: Id, { target, range }: Mention): void {
  const { actors, sources } = desk.open.briefing;
  const actor = actors.find((each) => each.id === id);
  const source = sources.find((each) => each.id === target);
  if (!actor || !source) return;
  const ranges = findMentions(
    shownText(desk.open, source),
    [actor.name, ...actor.aliases],
    actor.type
  );
  const at = ranges.findIndex(({ start }) => start === range.start);
  desk.showSource(target);
  desk.foundWords.markRanges(target, ranges, Math.max(0, at));
}

function shownText({ texts }: OpenBriefing, source: Source): string {
  return renderedSource(source, texts[source.text] ?? '');
}
