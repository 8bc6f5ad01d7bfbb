/** For tests: what a person can do to a briefing apart from its texts, at random. */
import { newFigure } from '../../../../src-main/domain/briefing/entries.js';
import { newId } from '../../../../src-main/domain/base/values.js';
import { mergeActors, removeName } from '../../../../src-main/domain/ledger/merge-names.js';
import { acceptAll, acceptSuggestion } from '../../../../src-main/domain/suggestions/accept.js';
import { groundOf } from '../../../../src-main/domain/suggestions/enter.js';
import { listSuggestions } from '../../../../src-main/domain/suggestions/list-suggestions.js';
import { settle } from '../../../../src-main/domain/suggestions/settled.js';
import {
  draft,
  text as sourceText
} from '../../../../src-main/domain/suggestions/testing/draft.js';
import {
  emptyPosition,
  positionFrom,
  recordPosition
} from '../../../positions/forms/position-form.js';
import * as edits from '../../edits/edits.js';
import {
  addJudgement,
  removeJudgement,
  setJudgement,
  setSubmission
} from '../../edits/page-one.js';
import { named } from '../step-names.js';
import type { Acts } from './walk.js';

export const source = newId();
const suggestions = listSuggestions(draft, sourceText, (range) => range);

export const entryActs: Acts = {
  title: (walker) => {
    const title = walker.phrase();
    walker.edit(named.detail('title'), (b) => edits.setDetails(b, { title }), 'title');
  },
  'bottom line': (walker) => {
    const bottomLine = walker.phrase();
    walker.edit(named.detail('bottomLine'), (b) => edits.setDetails(b, { bottomLine }), 'line');
  },
  publisher: (walker) => {
    const publisher = walker.phrase();
    walker.edit(
      named.source(source, 'publisher'),
      (b) => edits.setSource(b, source, { publisher }),
      'publisher'
    );
  },
  'accept suggestion': (walker) => {
    const one = walker.one(suggestions)!;
    if (walker.open.briefing.cards.length > 7) return;
    const ground = groundOf(source, sourceText, suggestions);
    walker.edit(named.suggestionsAccepted([one.title]), (b) => acceptSuggestion(b, one, ground));
  },
  'accept all likely': (walker) => {
    const { cards, positions, annotations } = walker.open.briefing;
    if (cards.length > 6 || positions.length > 12 || annotations.length > 25) return;
    const likely = suggestions.filter(
      ({ grade, kind }) => grade === 'likely' && kind === 'position'
    );
    const ground = groundOf(source, sourceText, suggestions);
    const titles = likely.map(({ title }) => title);
    walker.edit(named.suggestionsAccepted(titles), (b) => acceptAll(b, likely, ground));
  },
  'dismiss suggestion': (walker) => {
    const one = walker.one(suggestions)!;
    const now = new Date(0);
    walker.edit(named.suggestionDismissed(one.title), (b) =>
      settle(b, one, source, 'dismissed', now)
    );
  },
  position: (walker, _, mark) => {
    const evidence = mark ? [mark.id] : [];
    if (walker.open.briefing.positions.length > 12) return;
    const id = newId();
    const written = {
      ...emptyPosition(evidence),
      actor: 'A',
      issue: 'B',
      stance: 'opposes' as const
    };
    walker.edit(named.position(id), (b) => recordPosition(b, written, undefined, new Date(0), id));
  },
  'remove position': (walker) => {
    const gone = walker.one(walker.open.briefing.positions);
    if (gone) walker.edit(named.positionRemoved(gone.id), (b) => edits.removePosition(b, gone.id));
  },
  'remove statement': (walker) => {
    const gone = walker.one(walker.open.briefing.statements);
    if (gone)
      walker.edit(named.statementRemoved(gone.id), (b) => edits.removeStatement(b, gone.id));
  },
  'statement to position': (walker) => {
    const { briefing } = walker.open;
    const statement = walker.one(briefing.statements);
    if (!statement || briefing.positions.length > 12) return;
    const id = newId();
    const stance = 'supports' as const;
    const written = { ...positionFrom(statement, briefing), issue: 'B', stance };
    walker.edit(named.position(id), (b) => recordPosition(b, written, undefined, new Date(0), id));
  },
  figure: (walker, _, mark) => {
    if (walker.open.briefing.figures.length > 6) return;
    const figure = { ...newFigure('40', 40), evidence: mark ? [mark.id] : [] };
    walker.edit(named.figure(figure.id), (b) => ({ ...b, figures: [...b.figures, figure] }));
  },
  'remove figure': (walker) => {
    const gone = walker.one(walker.open.briefing.figures);
    if (gone) walker.edit(named.figureRemoved(gone.id), (b) => edits.removeFigure(b, gone.id));
  },
  event: (walker, _, mark) => {
    if (walker.open.briefing.events.length > 6) return;
    const id = newId();
    const event = {
      title: 'E',
      date: null,
      until: null,
      actors: [],
      evidence: mark ? [mark.id] : [],
      by: null
    };
    walker.edit(named.event(id), (b) => edits.addEvent(b, event, id));
  },
  'edit event': (walker) => {
    const event = walker.one(walker.open.briefing.events);
    const title = `E${walker.below(9)}`;
    if (event)
      walker.edit(named.event(event.id), (b) => edits.setEvent(b, event, { ...event, title }));
  },
  'remove event': (walker) => {
    const gone = walker.one(walker.open.briefing.events);
    if (gone) walker.edit(named.eventRemoved(gone.id), (b) => edits.removeEvent(b, gone.id));
  },
  'add outcome': (walker) => {
    if (walker.open.briefing.outcomes.length > 4) return;
    const id = newId();
    walker.edit(named.outcomeAdded(id), (b) => edits.addOutcome(b, '', id));
  },
  outcome: (walker) => {
    const one = walker.one(walker.open.briefing.outcomes);
    const statement = walker.phrase();
    if (one) {
      walker.edit(
        named.outcomeStatement(one.id),
        (b) => edits.setOutcome(b, one.id, { statement }),
        one.id
      );
    }
  },
  'remove outcome': (walker) => {
    const gone = walker.one(walker.open.briefing.outcomes);
    if (gone) walker.edit(named.outcomeRemoved(gone.id), (b) => edits.removeOutcome(b, gone.id));
  },
  submission: (walker) => {
    const to = walker.phrase();
    walker.edit(named.submission('to'), (b) => setSubmission(b, { to }), 'to');
  },
  'add judgement': (walker) => {
    if (walker.open.briefing.keyJudgements.length > 3) return;
    const outcome = walker.one(walker.open.briefing.outcomes);
    const id = newId();
    if (outcome) walker.edit(named.judgementAdded(id), (b) => addJudgement(b, outcome.id, id));
  },
  judgement: (walker) => {
    const one = walker.one(walker.open.briefing.keyJudgements);
    const because = walker.phrase();
    if (one) {
      walker.edit(
        named.judgementPart(one.id, 'because'),
        (b) => setJudgement(b, one.id, { because }),
        one.id
      );
    }
  },
  'remove judgement': (walker) => {
    const gone = walker.one(walker.open.briefing.keyJudgements);
    if (gone) walker.edit(named.judgementRemoved(gone.id), (b) => removeJudgement(b, gone.id));
  },
  'merge actors': (walker) => {
    const [keep, gone] = walker.open.briefing.actors;
    if (keep && gone) {
      walker.edit(named.namesMerged(keep.id, gone.id), (b) => mergeActors(b, keep.id, gone.id));
    }
  },
  'remove name': (walker) => {
    const { actors, positions } = walker.open.briefing;
    const unused = actors.find(({ id }) => !positions.some((each) => each.actor === id));
    if (unused) walker.edit(named.nameRemoved(unused.id), (b) => removeName(b, unused.id));
  }
};
