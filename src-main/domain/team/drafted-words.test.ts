/** Protects that all who share a briefing agree on what in it is still a draft’s, whoever reworded what. */
import { expect, test } from 'vitest';
import type { Briefing } from '../briefing/briefing.js';
import { hashesOfSentences } from '../briefing/drafted-sentences.js';
import { newCard } from '../briefing/entries.js';
import { confirmPart, countUnreviewedLines, unreviewedLines } from '../briefing/reviewed.js';
import { idOf } from '../merge/testing/edits.js';
import { Device, Log, start } from './testing/devices.js';

const body = '- It is one.\n- It is two.';
const card = newCard('fact', {
  id: idOf('C', 1),
  body,
  reviewed: false,
  drafted: true,
  draftedSentences: hashesOfSentences(body)
});
const drafted: Briefing = {
  ...start,
  ...{ bottomLine: 'It is.', bottomLineReviewed: false },
  bottomLineDraftedSentences: hashesOfSentences('It is.'),
  cards: [card]
};
const mine = '- It is mine.\n- It is two.';
const hers = '- It is one.\n- It is hers.';

/** Two that know the draft; `meet` gives each what the other has done. */
function two(names: string) {
  const log = new Log();
  const [one, other] = [new Device(names[0]!, log), new Device(names[1]!, log)];
  one.change(drafted);
  other.receive(log.changes);
  const meet = () => {
    for (const device of [one, other]) device.receive(log.changes);
    expect(other.shared.briefing).toEqual(one.shared.briefing);
    return one.shared.briefing!;
  };
  return { one, other, meet };
}

function withText(device: Device, text: string, more: Partial<Briefing> = {}): Briefing {
  const now = device.shared.briefing!;
  return { ...now, cards: now.cards.map((each) => ({ ...each, body: text })), ...more };
}

test.each(['QR', 'RQ'])('none is, once each has reworded a part (%s)', (names) => {
  const { one, other, meet } = two(names);
  one.change(withText(one, mine));
  other.change(withText(other, hers, { bottomLine: 'It was.' }));
  const met = meet();
  expect(met.cards[0]?.body).toBe('- It is mine.\n- It is hers.');
  expect(countUnreviewedLines(met)).toBe(0);
  // All is again where somebody goes back to its words.
  one.change(withText(one, body, { bottomLine: 'It is.' }));
  expect(countUnreviewedLines(meet())).toBe(3);
});

test.each(['QR', 'RQ'])(
  'a line that nobody reworded is, though the card was confirmed with other words (%s)',
  (names) => {
    const { one, other, meet } = two(names);
    one.change(confirmPart(one.shared.briefing!, card.id));
    other.change(withText(other, hers));
    expect(unreviewedLines(meet().cards[0]!)).toEqual([0]);
  }
);
