/** Protects that of two who settle one difference apart neither loses words without being asked. */
import { expect, test } from 'vitest';
import type { Briefing } from '../briefing/briefing.js';
import { type ClashChoice, openClashes, settleClash } from '../merge/settle-clash.js';
import { idOf, positionOf } from '../merge/testing/edits.js';
import { Device, Log, start } from './testing/devices.js';

type Field = 'body' | 'heading';

function withField(briefing: Briefing, field: Field, words: string): Briefing {
  const cards = briefing.cards.map((each) =>
    each.id === idOf('C', 1) ? { ...each, [field]: words } : each
  );
  return { ...briefing, cards };
}

/** Two devices that know one briefing. */
function devices(names: string) {
  const log = new Log();
  const two = names.split('').map((name) => new Device(name, log)) as [Device, Device];
  two[0].change(start);
  const meet = () => {
    for (const each of two) each.receive(log.changes);
    expect(two[0].shared.briefing).toEqual(two[1].shared.briefing);
    return two[0].shared.briefing!;
  };
  meet();
  return { two, meet };
}

/** Two who both wrote in one place, and then settle that apart. */
function settle(field: Field, choices: readonly [ClashChoice, ClashChoice], names = 'QR') {
  const { two, meet } = devices(names);
  two[0].change(withField(two[0].shared.briefing!, field, 'Talks in June.'));
  two[1].change(withField(two[1].shared.briefing!, field, 'Talks in autumn.'));
  const { card } = openClashes(meet())[0]!;
  for (const [i, device] of two.entries()) {
    device.change(settleClash(device.shared.briefing!, card, choices[i]!));
    device.restart();
  }
  const met = meet();
  return { met, two, meet, text: met.cards.find(({ id }) => id === idOf('C', 1))![field] };
}

const isThere = (briefing: Briefing, words: string) =>
  JSON.stringify([
    briefing.cards.map(({ clash: _clash, ...card }) => card),
    openClashes(briefing)
  ]).includes(words);

const choices = ['stands', 'other', 'both', { words: 'Talks in May.' }] as const;
const pairs = choices.flatMap((one) => choices.map((other) => [one, other] as const));

test.each(pairs)('of a text, by %o and %o: all is there, once, or is asked again', (...pair) => {
  for (const names of ['QR', 'RQ']) {
    const { met, text } = settle('body', pair, names);
    const isAgreed = pair[0] === pair[1];
    const words = ['Talks in June.', 'Talks in autumn.'];
    for (const each of words) expect(text.split(each).length).toBeLessThan(3);
    const isOneWay = text.includes('June') && text.includes('autumn');
    if (isAgreed || isOneWay) continue;
    expect(openClashes(met)).toHaveLength(1);
    for (const each of words) {
      if (pair.includes('both') || !pair.some((choice) => typeof choice === 'object'))
        expect(isThere(met, each)).toBe(true);
    }
  }
});

test('of two opposite choices the later stands, the other is told, and settling it settles it', () => {
  const { met, two, meet } = settle('body', ['other', 'both']);
  const [open] = openClashes(met);
  expect(open).toMatchObject({ about: 'text of the card “Card 1”', canReplace: true });
  const sides = [open!.clash.stands, open!.clash.other];
  expect(sides.map(({ by }) => by.map(({ name }) => name))).toEqual([['Person R'], ['Person Q']]);
  two[0].change(settleClash(two[0].shared.briefing!, open!.card, 'other'));
  const last = meet();
  expect(openClashes(last)).toEqual([]);
  expect(last.cards[0]!.body).toBe(open!.clash.other.words);
});

test.each(pairs)('of a heading, by %o and %o', (...pair) => {
  const { met, text } = settle('heading', pair);
  const isDone = pair[0] === pair[1] || openClashes(met).length > 0;
  expect(isDone || isThere(met, 'June') === isThere(met, 'autumn')).toBe(true);
  expect(text).not.toBe('');
});

test('kept as a note, a difference of a heading is settled for both', () => {
  const { met, text } = settle('heading', ['both', 'both']);
  expect(openClashes(met)).toEqual([]);
  expect(isThere(met, 'June') && isThere(met, 'autumn')).toBe(true);
  expect(text).toMatch(/^Talks in/);
});

test.each(['QR', 'RQ'])('a cell that two settle the opposite way is open again (%s)', (names) => {
  const { two, meet } = devices(names);
  const edit = (device: Device, positions: (of: Briefing) => Briefing['positions']) =>
    device.change({ ...device.shared.briefing!, positions: positions(device.shared.briefing!) });
  const before = idOf('P', 1);
  const add =
    (n: number, stance: 'supports' | 'opposes') =>
    ({ positions }: Briefing) => [
      ...positions,
      positionOf(idOf('P', n), { stance, supersedes: [before] })
    ];
  const over =
    (n: number, other: number) =>
    ({ positions }: Briefing) =>
      positions.map((each) =>
        each.id === idOf('P', n)
          ? { ...each, supersedes: [...each.supersedes, idOf('P', other)] }
          : each
      );
  const superseded = ({ positions }: Briefing) => positions.slice(1).map((each) => each.supersedes);
  edit(two[0], add(2, 'supports'));
  edit(two[1], add(3, 'opposes'));
  meet();
  edit(two[0], over(2, 3));
  edit(two[1], over(3, 2));
  expect(superseded(meet())).toEqual([[before], [before]]);
  edit(two[1], over(3, 2));
  expect(superseded(meet())).toContainEqual([before, idOf('P', 2)]);
});
