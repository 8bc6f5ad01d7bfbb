/** What the commands of the desk do there. Over 300 lines because each of them has its deed here. */
import { tick } from 'svelte';
import type { Id } from '../../../src-main/domain/base/values.js';
import {
  isBottomLineUnreviewed,
  nextUnreviewed
} from '../../../src-main/domain/briefing/reviewed.js';
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import { citationOf, quoteWithCitation } from '../../../src-main/domain/briefing/citation.js';
import type { CommandOf } from '../../../src-main/domain/commands.js';
import type { AnnotationFiles } from '../../annotations/annotation-actions.js';
import type { Surfaces } from '../../annotations/text/surfaces.js';
import { selectedIn } from '../../annotations/text/watch-selection.js';
import { focusNextLine, nextUnreviewedLine } from '../../cards/line-marks.js';
import type { TextFormat } from '../../cards/card-editor/format-commands.js';
import { enterPart, goToNextPart } from '../../ui/keep-focus.js';
import { copyText } from '../../ui/copy-text.js';
import { opensInViewer } from '../../../src-main/domain/program/article.js';
import type { OriginalActions } from '../../sources/original-actions.js';
import { toasts } from '../../ui/toasts/toasts.svelte.js';
import type { DeskState } from '../desk/desk.svelte.js';
import { importAnnotationFiles } from '../open/import-annotations.js';
import { importReferenceFile } from '../open/import-references.js';
import { isText, type View, type ViewOrDrawer } from '../open/view.js';
import type { DeskRoom } from './desk-room.svelte.js';
import { focusOn, goBetweenTextAndMargin, selectSentence, unfold } from './desk-focus.js';

/** The desk as it is on the screen. */
interface DeskOnScreen {
  readonly desk: DeskState;
  readonly root: HTMLElement;
  readonly surfaces: Surfaces;
  readonly files: AnnotationFiles;
  readonly originals: OriginalActions;
  readonly room: DeskRoom;
  readonly focusFind: () => void;
  /** To the list of annotations, which opens for it; from the list back to the text. */
  readonly turnToList: () => void;
}

type Deed = (on: DeskOnScreen) => unknown;

/** Where the focus goes in New, decisions first: the list may be drawn later, and takes it from its view. */
export const suggestionsFocus = ['[data-point][tabindex="0"]', '[data-suggestions]', '#view-new'];

const deeds: Readonly<Record<CommandOf<'desk'>, Deed>> = {
  'edit.undo': ({ desk }) => desk.steps.move('undo'),
  'edit.redo': ({ desk }) => desk.steps.move('redo'),
  'text.bold': formatting('bold'),
  'text.italic': formatting('italic'),
  'text.code': formatting('code'),
  'text.link': formatting('link'),
  'text.heading': formatting('heading'),
  'text.subheading': formatting('subheading'),
  'text.bullets': formatting('bullets'),
  'text.numbers': formatting('numbers'),
  'text.quote': formatting('quote'),
  'text.table': formatting('table'),
  'text.table-row': formatting('table-row'),
  'text.table-column': formatting('table-column'),
  'text.table-remove-row': formatting('table-remove-row'),
  'text.table-remove-column': formatting('table-remove-column'),
  'find.open': (on) => find(on, on.focusFind),
  'find.next': (on) => find(on, () => on.desk.find.step(1)),
  'find.previous': (on) => find(on, () => on.desk.find.step(-1)),
  'spelling.suggest': ({ desk: { cards, voice } }) => {
    if (cards.suggestSpelling()) return;
    voice.say(cards.editor ? 'No word here is misspelt.' : 'Open a card for editing first.');
  },
  'card.add': ({ desk }) => {
    desk.show('brief');
    desk.cards.add(desk.cards.current);
  },
  'card.edit': ({ desk: { cards } }) => {
    const line = document.activeElement?.closest('[data-bottom-line]');
    if (line) line.querySelector<HTMLElement>('[data-edit]')?.click();
    else if (cards.current) cards.startEditing(cards.current);
  },
  'card.confirm': confirmHere,
  'card.add-words': ({ desk }) => {
    const { annotations, cardWords, cell, history, ledger, suggestions, view } = desk;
    const suggestion = view === 'new' ? suggestions.current : null;
    const position =
      view === 'positions' && cell?.issue ? ledger.at(cell.actor, cell.issue, history.day) : null;
    const words =
      (annotations.selection && cardWords.ofSelection(annotations.selection)) ??
      (suggestion && cardWords.ofSuggestion(suggestion)) ??
      (position && cardWords.ofPosition(position));
    if (words && cardWords.choose(words)) return;
    toasts.show(
      words
        ? 'Write a card first.'
        : 'Select words of a source first, or choose a statement in New or a position.'
    );
  },
  'card.settle': (on) => {
    const { cards, open, voice } = on.desk;
    const clashes = open.briefing.cards.filter(({ clash }) => clash);
    const card = clashes.find(({ id }) => id === cards.current) ?? clashes[0];
    if (card) pointing('new', `[data-point$="${card.id}"]`, '[data-open-points]')(on);
    else voice.say('No card has a difference to decide.');
  },
  'card.split': ({ desk: { cards, voice } }) => {
    if (!cards.split()) voice.say('Open a card and put the cursor where it is to be split.');
  },
  'card.merge': ({ desk: { cards, voice } }) => {
    if (!cards.merge()) voice.say('There is no card after this one.');
  },
  'card.merge-before': ({ desk: { cards, voice } }) => {
    if (!cards.mergeBefore(cards.current)) voice.say('There is no card before this one.');
  },
  'bottom-line.edit': async ({ desk, root }) => {
    desk.show('brief');
    await tick();
    root.querySelector<HTMLElement>('[data-bottom-line] [data-edit]')?.click();
  },
  'submission.edit': ({ desk }) => {
    desk.show('brief');
    desk.pointAt('[data-submission] > summary');
  },
  'judgement.add': ({ desk, root }) => {
    desk.addJudgement();
    root.querySelector('[data-judgements]')?.setAttribute('open', '');
    focusOnceDrawn(root, ['[data-judgements] li:last-child textarea']);
  },
  'card.portion-mark': ({ desk: { cards } }) => cards.askPortionMark(cards.current),
  'card.key-point': ({ desk: { cards } }) => cards.askKeyPoint(cards.current),
  'card.fold': ({ desk: { cards } }) => cards.toggleFold(cards.current),
  'card.delete': ({ desk: { cards } }) => cards.current && cards.remove(cards.current),
  'card.move-up': ({ desk }) => desk.cards.moveBy(-1),
  'card.move-down': ({ desk }) => desk.cards.moveBy(1),
  'annotation.highlight': onSelection(({ annotations }) => annotations.highlight()),
  'annotation.note': onSelection(({ annotations }) => annotations.addNote()),
  'annotation.sentence': ({ desk, surfaces }) => selectSentence(desk, surfaces),
  'annotation.attach': ({ desk: { annotations, voice } }) => {
    if (annotations.active) annotations.attach(annotations.active);
    else voice.say('Choose an annotation first.');
  },
  'annotation.copy': copyWithCitation,
  'annotation.margin': ({ desk, root }) => {
    const isElsewhere = document.activeElement?.closest('[data-part]:not([role=tabpanel])');
    const isInText = isText(desk.view) && !isElsewhere && !isBeforePage(root);
    if (!isInText || !goBetweenTextAndMargin(root, desk)) goToNextPart();
  },
  'annotation.list': ({ turnToList }) => turnToList(),
  'annotation.tags': ({ desk }) => (desk.dialog = 'tags'),
  'annotation.export': ({ desk }) => (desk.dialog = 'export'),
  'annotation.import': ({ desk, files }) => importAnnotationFiles(desk.open, files),
  'source.import-references': ({ desk, files }) => importReferenceFile(desk.open, files),
  'source.open-original': onOriginal('open'),
  'source.save-original': onOriginal('saveCopy'),
  'position.add': ({ desk: { annotations, positions } }) => {
    if (annotations.hasSelection) annotations.useAsEvidence();
    else if (positions.isBeside) positions.more();
    else positions.start();
  },
  'position.remove': ({ desk }) => {
    const { cell, ledger, positions, voice, history } = desk;
    const shown = cell?.issue ? ledger.at(cell.actor, cell.issue, history.day) : null;
    if (shown) positions.remove(shown.id);
    else voice.say('Open a position of the matrix first.');
  },
  'position.play': ({ desk }) => {
    desk.show('positions');
    desk.history.toggle();
  },
  'figure.add': ({ desk: { annotations, figures } }) => {
    if (annotations.hasSelection) annotations.recordFigure();
    else figures.start();
  },
  'outcome.add': ({ desk, root }) => {
    desk.addOutcome();
    focusOnceDrawn(root, ['[data-outcomes] li:last-child textarea']);
  },
  'event.add': showing('registers', '[data-event-form] input'),
  'view.brief': entering('brief', '[data-card][tabindex="0"]'),
  'view.read': entering('read', '[data-text]'),
  'view.positions': showing(
    'positions',
    '#view-positions [data-row][tabindex="0"]',
    '#view-positions'
  ),
  'view.registers': async ({ desk, root }) => {
    const around = '#view-registers, [aria-controls="view-registers"]';
    if (desk.registers && document.activeElement?.closest(around)) desk.registers = false;
    else {
      desk.registers = true;
      await tick();
      const drawer = root.querySelector<HTMLElement>('#view-registers');
      if (drawer) enterPart(drawer, 'summary');
    }
  },
  'view.new': showing('new', ...suggestionsFocus),
  'name.list': ({ desk, root }) => {
    desk.show('positions');
    desk.names ??= 'actor';
    focusOnceDrawn(root, ['[data-names] button[data-entry][tabindex="0"]', '[data-names]']);
  },
  'name.merge': ({ desk }) => (desk.dialog = 'merge-names'),
  'point.list': pointing('new', '[data-point][tabindex="0"]', '[data-open-points]'),
  'outcome.list': pointing('registers', '[data-outcomes]'),
  'figure.list': pointing('registers', '[data-figures]'),
  'event.list': pointing('registers', '[data-timeline]'),
  'finding.list': pointing('registers', '[data-findings]'),
  'view.outline': toggleOutline,
  'view.both': ({ desk, room }) => {
    if (!room.canBeside) {
      toasts.show('There is no room for both. Widen the window, or hide the library.');
      return;
    }
    const { both } = room;
    if (!isText(desk.view)) desk.show('brief');
    desk.beside = !both;
  }
};

export function runDeskCommand(id: CommandOf<'desk'>, on: DeskOnScreen): void {
  void deeds[id](on);
}

/** The focus goes to the first of these selectors that names anything; without any it stays. */
function showing(view: ViewOrDrawer, ...focus: readonly string[]): Deed {
  return ({ desk, root }) => {
    desk.show(view);
    focusOnceDrawn(root, focus);
  };
}

/** To what had the focus in the view last, else to the first of these selectors. */
function entering(view: View, ...selectors: readonly string[]): Deed {
  return async ({ desk, root }) => {
    desk.show(view);
    await tick();
    const part = root.querySelector<HTMLElement>(`#view-${view}`);
    if (part) enterPart(part, ...selectors);
  };
}

/** To a part of a view: the first of these selectors that names any. */
function pointing(view: ViewOrDrawer, ...parts: readonly string[]): Deed {
  return ({ desk, root }) => {
    desk.show(view);
    void tick().then(() => {
      const found = parts
        .map((part) => root.querySelector<HTMLElement>(part))
        .find((part) => part !== null);
      if (!found) return;
      unfold(found);
      const part = found.closest<HTMLElement>('section');
      // With the heading of its part, where both have room.
      (found.closest('#view-registers > details') ?? part)?.scrollIntoView({ block: 'start' });
      (found.hasAttribute('tabindex') ? found : part)?.focus({ preventScroll: true });
      found.scrollIntoView({ block: 'nearest' });
    });
  };
}

function toggleOutline({ room, root }: DeskOnScreen): void {
  room.toggleOutline();
  if (room.outlined) focusOnceDrawn(root, ['[data-outline] [tabindex="0"]']);
}

export function focusOnceDrawn(root: HTMLElement, selectors: readonly string[]): void {
  void tick().then(() => focusOn(root, selectors));
}

function formatting(what: TextFormat): Deed {
  return ({ desk: { cards, voice } }) => {
    if (!cards.editor) voice.say('Open a card for editing first.');
    else if (!cards.format(what)) {
      voice.say(what === 'table' ? 'This is a table.' : 'Put the cursor into a table first.');
    }
  };
}

/**
 * The bottom line or the line that has the focus, or the line with the cursor, else the current card. The focus
 * goes on to what is to be confirmed next. A line that is confirmed already stands for the one behind it.
 */
function confirmHere(on: DeskOnScreen): void {
  const { cards } = on.desk;
  const focused = document.activeElement;
  if (focused?.closest('[data-bottom-line]')) {
    if (isBottomLineUnreviewed(on.desk.open.briefing)) on.desk.points.confirmBottomLine();
    return leadOn(on, 'bottom-line');
  }
  const { current } = cards;
  const line = focused?.closest<HTMLElement>('[data-card] [data-line]');
  const body = line?.closest('ul');
  const index = body ? nextUnreviewedLine(body, Number(line?.dataset['line'])) : null;
  if (body && current && index !== null) {
    cards.confirmLine(current, index);
    return void tick().then(() => focusNextLine(body, index) || leadOn(on, current));
  }
  if (cards.confirmLineAtCursor()) return;
  const isIn = cards.editing === null && Boolean(focused?.closest('[data-card]'));
  if (!cards.confirm(current) && !isIn) toasts.show('Choose a card that is unreviewed first.');
  else if (current && cards.editing === null) leadOn(on, current);
}

/** To the first line that is to be confirmed behind that part; to a part that is not in lines as a whole. */
function leadOn({ desk, root }: DeskOnScreen, from: Id | 'bottom-line'): void {
  const next = nextUnreviewed(desk.open.briefing, from);
  if (next === null) return void toasts.show('All confirmed.');
  void tick().then(() => {
    const part = root.querySelector<HTMLElement>(
      next === 'bottom-line' ? '[data-bottom-line] button' : `[data-card="${next}"]`
    );
    if (part && !focusNextLine(part, 0)) part.focus();
  });
}

function onSelection(act: (desk: DeskState) => void): Deed {
  return ({ desk }) => {
    if (desk.annotations.hasSelection) act(desk);
    else desk.voice.say('Select words in a card or in the source first.');
  };
}

/** Of the source that is shown, or was last. */
function onOriginal(act: keyof OriginalActions): Deed {
  return ({ desk, originals }) => {
    const source = desk.open.briefing.sources.find(({ id }) => id === desk.source);
    if (!source) toasts.show('Show a source first, in Read.');
    else if (!source.original) {
      toasts.show('This source has no original file: it was pasted, or came as plain text.');
    } else if (act === 'open' && !opensInViewer(source.original)) originals.saveCopy(source.id);
    else originals[act](source.id);
  };
}

/** The page stands beside the text, and comes after the margin: from a note, or where there is none. */
function isBeforePage(root: HTMLElement): boolean {
  if (!document.querySelector('[data-printed-page]')) return false;
  const view = document.activeElement?.closest('[role=tabpanel]') ?? root;
  return (
    Boolean(document.activeElement?.closest('[data-annotation]')) ||
    !view.querySelector('[data-annotation]')
  );
}

/** Opens the bar in which words are looked for; where it is open already, does `then`. */
function find({ desk }: DeskOnScreen, then: () => void): void {
  // The bar has the focus next.
  if (desk.cards.editing) desk.cards.stopEditing({ focus: false });
  if (desk.view === 'positions') desk.show('brief');
  if (desk.find.open) then();
  else desk.find.show();
}

/** Copies the selected words, or those of the active annotation, with where they come from. */
function copyWithCitation({ desk, surfaces }: DeskOnScreen): void {
  const { briefing } = desk.open;
  const selection = selectedIn(surfaces);
  const active = briefing.annotations.find(({ id }) => id === desk.annotations.active);
  const words = selection
    ? selection.text.slice(selection.span.start, selection.span.end)
    : active?.target.selectors.quote.exact;
  const from = selection?.target.id ?? active?.target.id;
  if (words === undefined || from === undefined) {
    return desk.voice.say('Select words or choose an annotation first.');
  }
  const isCopied = copyText(quoteWithCitation(words, citationOfTarget(briefing, from)));
  desk.voice.say(isCopied ? 'Copied with its source.' : 'The words could not be copied.');
}

/** A source’s citation; for a card that of the briefing and its heading. */
function citationOfTarget({ title, sources, cards }: Briefing, id: Id): string {
  const source = sources.find((one) => one.id === id);
  if (source) return citationOf(source);
  const heading = cards.find((card) => card.id === id)?.heading ?? '';
  return [title && `“${title}”`, heading].filter(Boolean).join(', ');
}
