/** For tests: what a person can do to cards and annotations, at random. */
import { newId } from '../../../../src-main/domain/base/values.js';
import { removeAnnotation } from '../../../../src-main/domain/briefing/evidence.js';
import {
  acceptFlag,
  attachTo,
  renameTag,
  setLinks,
  setReply,
  annotationOf
} from '../../edits/annotation-edits.js';
import * as edits from '../../edits/edits.js';
import { setCardBody } from '../../edits/testing/set-card-body.js';
import { putAnnotationBack, putCardBack } from '../../edits/put-back.js';
import { mergeWithNext, splitCard } from '../../edits/split-and-merge.js';
import { named } from '../step-names.js';
import { pieces, type Acts } from './walk.js';

export const textActs: Acts = {
  type: (walker, card) => walker.insert(card, walker.one(pieces)!, 'typing'),
  'type on': (walker, card) => walker.insert(card, walker.one(pieces)!, 'typing'),
  cut: (walker, card) => walker.cut(card),
  paste: (walker, card) => walker.insert(card, walker.clipboard, 'paste'),
  'replace all': (walker, { id, body }) => {
    const next = `New. ${body.slice(0, 100)}`;
    walker.edit(named.cardText(id, 'paste'), (b) => setCardBody(b, id, next));
  },
  heading: (walker, { id }) => {
    const heading = walker.phrase().trim();
    walker.edit(named.cardHeading(id), (b) => edits.setCard(b, id, { heading }), `heading:${id}`);
  },
  'kind of card': (walker, { id }) => {
    const kind = walker.one(['note', 'fact', 'quote'] as const)!;
    walker.edit(named.cardKind(id), (b) => edits.setCard(b, id, { kind }));
  },
  split: (walker, { id, body }) => {
    if (walker.open.briefing.cards.length > 6) return;
    const [at, added] = [walker.below(body.length + 1), newId()];
    walker.edit(named.cardSplit(id, added), (b) => splitCard(b, id, at, added));
  },
  merge: (walker, { id }) => {
    walker.open.endTyping();
    const merged = mergeWithNext(walker.open.briefing, id);
    if (merged) walker.edit(named.cardsMerged(id), () => merged.briefing);
  },
  'move card': (walker, { id }) => {
    const { length } = walker.open.briefing.cards;
    walker.edit(named.cardMoved(id), (b) => edits.moveCard(b, id, walker.below(length)));
  },
  'add card': (walker, { id }) => {
    if (walker.open.briefing.cards.length > 6) return;
    const added = newId();
    walker.edit(named.cardAdded(added), (b) => edits.addCard(b, id, 'note', added));
  },
  'remove card': (walker, { id }) => {
    if (walker.open.briefing.cards.length < 3) return;
    walker.editWithWayBack(
      named.cardRemoved(id),
      (b) => edits.removeCard(b, id),
      (now, before) => putCardBack(now, before, id)
    );
  },
  'take back': (walker) => {
    walker.takeBack();
  },
  highlight: (walker, card) => {
    walker.open.endTyping();
    const words = walker.open.briefing.annotations.length < 30 ? walker.words(card) : null;
    if (!words) return;
    const target = { type: 'card', id: card.id } as const;
    const made = annotationOf({ target, ...words }, 'key');
    walker.edit(named.highlight(made.id), (b) => edits.addAnnotation(b, made));
  },
  'begin a note and leave it': (walker, card) => {
    walker.open.endTyping();
    const words = walker.words(card);
    if (!words) return;
    const made = annotationOf({ target: { type: 'card', id: card.id }, ...words }, 'note');
    const before = walker.open.briefing;
    walker.open.editForNow(named.highlight(made.id), (b) => edits.addAnnotation(b, made))();
    if (walker.open.briefing !== before) throw new Error('Something is left of what was withdrawn');
  },
  attach: (walker, card, mark) => {
    walker.open.endTyping();
    const words = mark ? walker.words(card) : null;
    if (!mark || !words) return;
    const target = { type: 'card', id: card.id } as const;
    const { text, span } = words;
    walker.edit(named.annotationPlaced(mark.id), (b) => attachTo(b, mark.id, target, text, span));
  },
  'keep words': (walker, _, mark) => {
    if (!mark || walker.open.briefing.cards.length > 6) return;
    walker.edit(named.wordsKept(mark.id), (b) => edits.keepAsCard(b, mark.id));
  },
  'accept words': (walker, _, mark) => {
    if (mark) walker.edit(named.wordsAccepted(mark.id), (b) => acceptFlag(b, mark.id));
  },
  note: (walker, _, mark) => {
    if (!mark) return;
    const note = walker.phrase();
    walker.edit(
      named.note(mark.id),
      (b) => edits.setAnnotation(b, mark.id, { note }),
      `note:${mark.id}`
    );
  },
  reply: (walker, _, mark) => {
    if (!mark) return;
    const reply = walker.one(mark.replies)?.id ?? newId();
    const words = walker.phrase();
    walker.edit(
      named.reply(mark.id, reply),
      (b) => setReply(b, mark.id, reply, words),
      `reply:${reply}`
    );
  },
  tags: (walker, _, mark) => {
    if (!mark) return;
    const tags = ['a', 'b', 'c'].filter(() => walker.below(2) === 0);
    walker.edit(named.tags(mark.id), (b) => edits.setAnnotation(b, mark.id, { tags }));
  },
  'rename tag': (walker) => walker.edit(named.tagRenamed('a'), (b) => renameTag(b, 'a', 'b')),
  links: (walker, _, mark) => {
    const actor = walker.one(walker.open.briefing.actors);
    if (!mark || !actor) return;
    walker.edit(named.links(mark.id), (b) =>
      setLinks(b, mark.id, [{ type: 'actor', id: actor.id }])
    );
  },
  'delete annotation': (walker, _, mark) => {
    if (!mark || walker.below(3) > 0) return;
    walker.editWithWayBack(
      named.annotationRemoved(mark.id),
      (b) => removeAnnotation(b, mark.id),
      (now, before) => putAnnotationBack(now, before, mark.id)
    );
  }
};
