/** Protects that who writes on in words that are contested leaves one card to settle, and that nothing written is lost by it. */
import { expect, test } from 'vitest';
import { newAnnotation } from '../briefing/annotation.js';
import type { Briefing } from '../briefing/briefing.js';
import type { Card } from '../briefing/entries.js';
import { idOf, moment } from '../merge/testing/edits.js';
import { Device, Log, start } from './testing/devices.js';

/** Two who know the briefing, and whose changes the other does not have yet. */
function two() {
  const log = new Log();
  const [anna, ben] = [new Device('Q', log), new Device('R', log)];
  anna.change(start);
  ben.receive(log.changes);
  const meet = () => {
    for (const device of [anna, ben]) device.receive(log.changes);
    expect(anna.shared.briefing).toEqual(ben.shared.briefing);
    return anna.shared.briefing!;
  };
  return { anna, ben, log, meet };
}

function write(device: Device, body: string): void {
  edit(device, ({ cards }) => ({
    cards: cards.map((card) => (card.id === idOf('C', 1) ? { ...card, body } : card))
  }));
}

function edit(device: Device, change: (briefing: Briefing) => Partial<Briefing>): void {
  const briefing = device.shared.briefing!;
  device.change({ ...briefing, ...change(briefing) });
  device.restart();
}

const bodyOf = ({ cards }: Briefing) => cards.find(({ id }) => id === idOf('C', 1))!.body;
const clashesIn = ({ cards }: Briefing) => cards.filter(({ by }) => by?.device === 'merge');
const told = (cards: readonly Card[]) => cards.map(({ body }) => body).join('\n');

test('two who write on in one sentence have one card, with the last draft of one of them', () => {
  const { anna, ben, meet } = two();
  for (let n = 1; n <= 5; n += 1) {
    write(anna, `One sentence of Q${' and on'.repeat(n)}`);
    write(ben, `One sentence of R${' or else'.repeat(n)}`);
  }
  const met = meet();
  expect(clashesIn(met)).toHaveLength(1);
  const all = `${bodyOf(met)}\n${told(clashesIn(met))}`;
  expect(all).toContain(`One sentence of Q${' and on'.repeat(5)}`);
  expect(all).toContain(`One sentence of R${' or else'.repeat(5)}`);
});

test('a draft stays told where its writer went on in another paragraph', () => {
  const { anna, ben, meet } = two();
  write(anna, 'Line of Q\n\nRest');
  write(ben, 'Line of R\n\nRest');
  write(anna, 'Line of Q\n\nRest, and more');
  const met = meet();
  expect(bodyOf(met)).toBe('Line of R\n\nRest, and more');
  expect(told(clashesIn(met))).toContain('Line of Q');
});

test.each<readonly [string, (card: Card) => (briefing: Briefing) => Partial<Briefing>]>([
  [
    'changed',
    ({ id }) =>
      ({ cards }) => ({
        cards: cards.map((card) => (card.id === id ? { ...card, heading: 'To ask Anna' } : card))
      })
  ],
  [
    'highlighted',
    ({ id }) =>
      ({ annotations }) => ({
        annotations: [
          ...annotations,
          newAnnotation(
            {
              type: 'card',
              id,
              selectors: {
                quote: { exact: 'The', prefix: '', suffix: '' },
                position: { start: 0, end: 3 }
              }
            },
            moment
          )
        ]
      })
  ]
])('a card that somebody has %s stays', (_what, work) => {
  const { anna, ben, log, meet } = two();
  write(anna, 'Draft of Q');
  write(ben, 'Words of R');
  // He has seen her draft, as a card; she has seen nothing.
  ben.receive(log.changes);
  const [card] = clashesIn(ben.shared.briefing!);
  edit(ben, work(card!));
  // So that his work counts before what she goes on with.
  edit(anna, () => ({ title: 'Another' }));
  write(anna, 'Draft of Q, gone on with');
  write(anna, 'Draft of Q, gone on with, and ended');
  const met = meet();
  expect(met.cards.map(({ id }) => id)).toContain(card!.id);
  expect(bodyOf(met) + told(clashesIn(met))).toContain('Draft of Q, gone on with, and ended');
});
