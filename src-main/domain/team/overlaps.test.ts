/**
 * Protects that what two people did without knowing of each other is there, and that both are told.
 * Over 300 lines because all of them meet by the same devices.
 */
import { describe, expect, test } from 'vitest';
import { newAnnotation } from '../briefing/annotation.js';
import type { Briefing } from '../briefing/briefing.js';
import { type Card, newCard, newKeyJudgement, type Position } from '../briefing/entries.js';
import { idOf, moment, positionOf } from '../merge/testing/edits.js';
import { SharedBriefing } from './shared-briefing.js';
import { Device, Log, start } from './testing/devices.js';

/** Devices that know the briefing, and whose changes the others do not have yet. */
function devices(names: string, begun: Briefing = start) {
  const log = new Log();
  const [first, ...others] = names.split('').map((name) => new Device(name, log));
  first!.change(begun);
  for (const other of others) other.receive(log.changes);
  const all = [first!, ...others];
  const meet = () => {
    for (const device of all) device.receive(log.changes);
    const [one, ...more] = all.map(({ shared }) => shared.briefing!);
    for (const other of more) expect(other).toEqual(one);
    return one!;
  };
  return { all, meet, log };
}

function edit(device: Device, change: (briefing: Briefing) => Partial<Briefing>): void {
  const briefing = device.shared.briefing!;
  device.change({ ...briefing, ...change(briefing) });
  // What comes next finds all that it needs in what was kept.
  device.restart();
}

function card(n: number, more: Partial<Card>) {
  return ({ cards }: Briefing) => ({
    cards: cards.map((each) => (each.id === idOf('C', n) ? { ...each, ...more } : each))
  });
}

function bodyOf(briefing: Briefing, n = 1): string {
  return briefing.cards.find(({ id }) => id === idOf('C', n))!.body;
}

const clashesIn = ({ cards }: Briefing) => cards.filter(({ by }) => by?.device === 'merge');
const without = (id: string) => (entry: { readonly id: string }) => entry.id !== id;

describe('one field by two people', () => {
  test('stands as one has it, and the other’s is a clash card, once', () => {
    const { all, meet } = devices('QRS');
    edit(all[0]!, card(1, { heading: 'Left' }));
    edit(all[1]!, card(1, { heading: 'Right' }));
    const met = meet();
    expect(met.cards[0]!.heading).toBe('Right');
    expect(clashesIn(met)).toHaveLength(1);
    expect(clashesIn(met)[0]!.body).toContain('Left');
  });

  test('and it says whose what stands is, and whose the other, with when', () => {
    const { all, meet } = devices('QRS');
    edit(all[0]!, card(1, { body: 'The port opens in March.' }));
    all[2]!.receive(all[0]!.log.changes);
    // Who changed something else, knowing of it, is none of its writers.
    edit(all[2]!, card(1, { heading: 'Harbour' }));
    edit(all[1]!, card(1, { body: 'The port stays shut.' }));
    const { clash } = clashesIn(meet())[0]!;
    const at = '2025-08-18T09:00:00.000Z';
    expect(clash).toMatchObject({
      ...{ list: 'cards', entry: idOf('C', 1), path: 'body' },
      stands: { words: 'The port stays shut.', by: [{ name: 'Person R', at }] },
      other: { words: 'The port opens in March.', by: [{ name: 'Person Q', at }] }
    });
  });

  test('and who wrote apart is told of each, also after a checkpoint', () => {
    const { all, meet } = devices('QRS');
    const heading = (words: string) => card(1, { heading: words });
    edit(all[0]!, heading('Left'));
    all[1]!.receive(all[0]!.log.changes);
    all[1]!.shared = all[1]!.shared.checkpoint();
    all[1]!.restart();
    edit(all[2]!, heading('Right'));
    const { clash } = clashesIn(meet())[0]!;
    const sides = [clash!.stands, clash!.other].map(({ by }) => by.map(({ name }) => name));
    expect(sides).toEqual([['Person S'], ['Person Q']]);
    expect(all[1]!.shared.hands.get(idOf('C', 1))?.last).toMatchObject({ name: 'Person S' });
  });

  test('that was settled stays settled, whatever comes in late', () => {
    const { all, meet } = devices('QRS');
    edit(all[0]!, card(1, { heading: 'Left' }));
    edit(all[1]!, card(1, { heading: 'Right' }));
    // Late, and before both in the order that counts.
    edit(all[2]!, card(1, { keyPoint: 'Late.' }));
    const late = all[2]!.shared.changes.at(-1)!;
    all[0]!.receive(all[1]!.shared.changes);
    const [clash] = clashesIn(all[0]!.shared.briefing!);
    edit(all[0]!, ({ cards }) => ({ cards: cards.filter(without(clash!.id)) }));
    all[0]!.receive([late]);
    expect(clashesIn(all[0]!.shared.briefing!)).toEqual([]);
    expect(clashesIn(meet())).toEqual([]);
  });

  test('that was settled is asked again, once a third did not know of that', () => {
    const { all, meet, log } = devices('QRS');
    edit(all[0]!, card(1, { heading: 'Left' }));
    edit(all[1]!, card(1, { heading: 'Right' }));
    for (const device of all.slice(0, 2)) device.receive(log.changes);
    edit(all[0]!, (briefing) => ({
      cards: card(1, { heading: 'Left' })(briefing).cards.filter(
        (each) => each.by?.device !== 'merge'
      )
    }));
    for (const title of ['One', 'Two', 'Three']) edit(all[2]!, () => ({ title }));
    edit(all[2]!, card(1, { heading: 'Middle' }));
    const met = meet();
    expect(met.cards[0]!.heading).toBe('Middle');
    expect(clashesIn(met).map(({ body }) => body)).toEqual([expect.stringContaining('Left')]);
  });

  test('that comes again while it is open is asked once', () => {
    const { all, meet, log } = devices('QRS');
    edit(all[0]!, card(1, { heading: 'Left' }));
    edit(all[1]!, card(1, { heading: 'Right' }));
    for (const device of all.slice(0, 2)) device.receive(log.changes);
    edit(all[0]!, card(1, { heading: 'Left' }));
    for (const title of ['One', 'Two', 'Three']) edit(all[2]!, () => ({ title }));
    edit(all[2]!, card(1, { heading: 'Middle' }));
    const ids = clashesIn(meet()).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(1);
  });

  test('that was settled in the words of the clash card keeps these words', () => {
    const { all, meet } = devices('QR');
    edit(all[0]!, card(1, { heading: 'Left' }));
    edit(all[1]!, card(1, { heading: 'Right' }));
    meet();
    const [clash] = clashesIn(all[0]!.shared.briefing!);
    edit(all[0]!, ({ cards }) => ({
      cards: cards.map((each) => (each === clash ? { ...each, body: 'Right it is.' } : each))
    }));
    expect(clashesIn(meet()).map(({ body }) => body)).toEqual(['Right it is.']);
  });

  test('whose clash card was edited keeps these words also where no such card is made', () => {
    const { all, meet, log } = devices('QR');
    edit(all[0]!, card(1, { heading: 'Left' }));
    edit(all[1]!, card(1, { heading: 'Right' }));
    const clash = clashesIn(meet())[0]!;
    edit(all[0]!, ({ cards }) => ({
      cards: cards.map((each) => (each.id === clash.id ? { ...each, body: 'We ask.' } : each))
    }));
    // As where another version merges otherwise: the card is known by this change alone.
    const { what } = log.changes.at(-1)!;
    const { by } = all[0]!;
    const alone = { ...by, n: 2, lamport: 2, base: { [by.device]: 1 }, what };
    const { briefing, leftOut } = SharedBriefing.empty.with([log.changes[0]!, alone]);
    expect(leftOut).toEqual([]);
    expect(briefing!.cards.at(-1)).toEqual({ ...clash, body: 'We ask.' });
  });
});

describe('a fork of the ledger', () => {
  const successor = (n: number, more: Partial<Position>) => (briefing: Briefing) => ({
    positions: [
      ...briefing.positions,
      positionOf(idOf('P', n), { stance: 'conditional', supersedes: [idOf('P', 1)], ...more })
    ]
  });
  const contested = ({ positions }: Briefing) =>
    positions.filter((each) => each.contested.length > 0).map(({ id }) => id);

  test('shows as contested on all sides until a third supersedes both', () => {
    const { all, meet } = devices('QRS');
    edit(all[0]!, successor(2, { condition: 'a truce' }));
    edit(all[1]!, successor(3, { condition: 'a treaty' }));
    expect(contested(meet())).toEqual([idOf('P', 2), idOf('P', 3)]);
    const both = [idOf('P', 2), idOf('P', 3)];
    edit(all[2]!, successor(4, { condition: 'both', supersedes: both }));
    const last = meet().positions.find(({ id }) => id === idOf('P', 4));
    expect(last).toMatchObject({ supersedes: both, contested: [] });
  });

  test('is none where the second was recorded beside the first, with its knowing', () => {
    const { all, meet } = devices('QRS');
    edit(all[0]!, successor(2, { condition: 'a truce' }));
    all[2]!.receive(all[0]!.shared.changes);
    edit(all[1]!, () => ({ title: 'Meanwhile' }));
    edit(all[2]!, successor(3, { condition: 'a treaty' }));
    expect(contested(meet())).toEqual([]);
  });

  test('that somebody settled stays settled', () => {
    const { all, meet } = devices('QRS');
    edit(all[0]!, successor(2, { condition: 'a truce' }));
    edit(all[1]!, successor(3, { condition: 'a treaty' }));
    meet();
    edit(all[2]!, ({ positions }) => ({
      positions: positions.map((each) => ({ ...each, contested: [] }))
    }));
    expect(contested(meet())).toEqual([]);
    edit(all[0]!, () => ({ title: 'Later' }));
    expect(contested(meet())).toEqual([]);
  });
});

describe('a removal', () => {
  test('gives way to an edit that did not know of it, at its place', () => {
    for (const names of ['QR', 'RQ']) {
      const { all, meet } = devices(names);
      edit(all[0]!, ({ cards }) => ({ cards: cards.filter(without(idOf('C', 2))) }));
      edit(all[1]!, card(2, { heading: 'Still needed' }));
      expect(meet().cards.map(({ heading }) => heading)).toEqual([
        'Card 1',
        'Still needed',
        'Card 3'
      ]);
    }
  });

  test('gives way to a judgement that did not know of it, with what that is about', () => {
    for (const names of ['QR', 'RQ']) {
      const { all, meet } = devices(names, {
        ...start,
        keyJudgements: [newKeyJudgement(idOf('K', 1), idOf('J', 9))]
      });
      edit(all[0]!, () => ({ outcomes: [], keyJudgements: [] }));
      edit(all[1]!, ({ keyJudgements }) => ({
        keyJudgements: keyJudgements.map((each) => ({ ...each, because: 'Both are tired.' }))
      }));
      expect(meet()).toMatchObject({
        outcomes: [{ id: idOf('K', 1) }],
        keyJudgements: [{ because: 'Both are tired.' }]
      });
    }
  });

  test('of a card that was marked in the same step counts', () => {
    const { all, meet } = devices('QR');
    const selectors = { quote: { exact: 'Kyiv', prefix: '', suffix: '' }, position: null };
    const marked = newAnnotation({ type: 'card', id: idOf('C', 3), selectors }, moment);
    edit(all[0]!, ({ cards, annotations }) => ({
      cards: cards.filter(without(idOf('C', 3))),
      annotations: [...annotations, marked]
    }));
    expect(meet().cards).toHaveLength(2);
  });

  test('that was undone brings back what was there, as it was', () => {
    const { all, meet } = devices('QR');
    const before = all[0]!.shared.briefing!;
    edit(all[0]!, ({ cards, positions }) => ({
      cards: cards.slice(0, 2),
      positions: positions.slice(1)
    }));
    expect(meet().positions).toEqual([]);
    edit(all[0]!, () => ({ cards: before.cards, positions: before.positions }));
    expect(meet()).toEqual(before);
  });

  test('of something that somebody has just superseded does not count', () => {
    const { all, meet } = devices('QR');
    edit(all[0]!, () => ({ positions: [] }));
    edit(all[1]!, ({ positions }) => ({
      positions: [...positions, positionOf(idOf('P', 2), { supersedes: [idOf('P', 1)] })]
    }));
    const met = meet();
    expect(met.positions.map(({ id }) => id).sort()).toEqual([idOf('P', 1), idOf('P', 2)]);
  });
});

describe('what was confirmed', () => {
  const unread = {
    ...start,
    cards: [newCard('fact', { id: idOf('C', 1), body: 'Old words.', reviewed: false })]
  };
  test.each(['QR', 'RQ'])(
    'is not, where somebody else wrote other words meanwhile (%s)',
    (names) => {
      const { all, meet } = devices(names, unread);
      edit(all[0]!, card(1, { reviewed: true }));
      edit(all[1]!, card(1, { body: 'Other words.' }));
      expect(meet().cards[0]).toMatchObject({ body: 'Other words.', reviewed: false });
    }
  );

  test('is, where nobody wrote anything', () => {
    const { all, meet } = devices('QR', unread);
    edit(all[0]!, card(1, { reviewed: true }));
    edit(all[1]!, card(1, { heading: 'A heading' }));
    expect(meet().cards[0]).toMatchObject({ heading: 'A heading', reviewed: true });
  });
});

describe('the bin', () => {
  const bin = (device: Device) => {
    device.receive([device.log.add(device.shared.binChange(device.by)!)]);
  };
  test.each(['QR', 'RQ'])('gives way to an edit that did not know of it (%s)', (names) => {
    const { all, meet } = devices(names);
    bin(all[0]!);
    expect(all[0]!.shared.isBinned).toBe(true);
    edit(all[1]!, card(1, { heading: 'Not yet' }));
    meet();
    expect(all.map(({ shared }) => shared.isBinned)).toEqual([false, false]);
  });

  test('keeps what all knew to be in it, until it is taken out', () => {
    const { all, meet } = devices('QR');
    bin(all[0]!);
    meet();
    expect(all[1]!.shared.isBinned).toBe(true);
    expect(all[1]!.shared.binChange(all[1]!.by)).toBeNull();
    const back = all[1]!.shared.restoreChange(all[1]!.by)!;
    all[0]!.receive([all[1]!.log.add(back)]);
    expect(all[0]!.shared.isBinned).toBe(false);
  });
});

test('two who began the same briefing each have it as one, without a clash', () => {
  const log = new Log();
  const [one, other] = [new Device('Q', log), new Device('R', log)];
  for (const device of [one, other]) device.change(start);
  for (const device of [one, other]) device.receive(log.changes);
  expect(one.shared.briefing).toEqual(other.shared.briefing);
  expect({ ...one.shared.briefing, modifiedAt: start.modifiedAt }).toEqual(start);
});

test('a change whose base is not here waits, and counts once it is', () => {
  const { all, log } = devices('QR');
  edit(all[0]!, card(1, { heading: 'First' }));
  edit(all[0]!, card(1, { heading: 'Second' }));
  const [, first, second] = log.changes;
  const waiting = all[1]!.shared.with([second!]);
  expect(waiting.waiting).toBe(1);
  expect(waiting.known).toEqual(all[1]!.shared.known);
  expect(waiting.with([second!])).toBe(waiting);
  const restarted = SharedBriefing.decode(JSON.parse(JSON.stringify(waiting.encode())));
  const there = restarted.checkpoint().with([first!]);
  expect(there.waiting).toBe(0);
  expect(there.briefing!.cards[0]!.heading).toBe('Second');
});

test('words in lines apart are merged, and highlights stay on their words', () => {
  const { all, meet } = devices('QR');
  edit(all[0]!, (briefing) => card(1, { body: `Ankara asks. ${bodyOf(briefing)}` })(briefing));
  edit(all[1]!, (briefing) => card(1, { body: `${bodyOf(briefing)}\n\nTurin agrees.` })(briefing));
  const met = meet();
  expect(bodyOf(met)).toMatch(/^Ankara asks\. [^]*Turin agrees\.$/);
  const { start: from, end } = met.annotations[0]!.target.selectors.position!;
  expect(bodyOf(met).slice(from, end)).toBe('Kyiv');
});

test('a typed word in a card of 20,000 characters is less than 600 bytes, among six devices', () => {
  const body = 'Kyiv refuses the offer. '.repeat(850);
  const { all, meet } = devices('QRSTVW', {
    ...start,
    cards: [newCard('fact', { id: idOf('C', 1), body })],
    annotations: [],
    figures: []
  });
  all.forEach((device, n) => {
    edit(device, () => ({ tags: [`tag ${n}`] }));
    meet();
  });
  const typed = `${body.slice(0, 12_000)}anew ${body.slice(12_000)}`;
  edit(all[2]!, card(1, { body: typed }));
  const again = `${body.slice(0, 12_000)}once more anew ${body.slice(12_000)}`;
  edit(all[2]!, card(1, { body: again }));
  for (const change of all[2]!.shared.changes.slice(-2)) {
    expect(JSON.stringify(change).length).toBeLessThan(600);
  }
});

test('two briefings with entries of one id keep their texts apart', () => {
  const nothing = SharedBriefing.empty.checkpoint();
  for (const words of [
    'The first of both says this, and then some more.',
    'Another one.'.repeat(9)
  ]) {
    const device = new Device('Q', new Log());
    device.shared = nothing;
    device.change({ ...start, cards: [newCard('fact', { id: idOf('C', 1), body: words })] });
    for (const end of ['One.', 'Two.']) {
      const { briefing } = device.shared;
      device.change({ ...briefing!, ...card(1, { body: `${words} ${end}` })(briefing!) });
    }
    expect(bodyOf(device.shared.briefing!)).toBe(`${words} Two.`);
  }
});
