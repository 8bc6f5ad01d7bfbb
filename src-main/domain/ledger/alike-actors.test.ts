/** Protects the groups of the matrix: who holds alike stands together, and no group is made of chance. */
import { describe, expect, test } from 'vitest';
import type { Stance } from '../briefing/entries.js';
import { groupAlike } from './alike-actors.js';

const stances: Readonly<Record<string, Stance | null>> = {
  '+': 'supports',
  '-': 'opposes',
  '±': 'conditional',
  '?': 'unclear',
  o: 'neutral',
  '.': null
};

function rowsOf(...rows: readonly string[]) {
  return rows.map((row) => [...row].map((sign) => stances[sign] ?? null));
}

describe('who holds alike', () => {
  test('stands together, those in favour first, each in the order of the briefing', () => {
    const rows = rowsOf(
      ...['--------', '++++++++', '+++++.++', '-----.--', '++++----', '++++.---'],
      ...['.+++++++', '---.----', '++±+----', '+++++++.']
    );
    expect(groupAlike(rows)).toEqual({
      groups: [
        [1, 2, 6, 9],
        [4, 5, 8],
        [0, 3, 7]
      ],
      rest: []
    });
  });

  test('of whom little is known, or who is like no other, stands apart', () => {
    const rows = rowsOf(
      ...['++++++++++', '++++++++++', '+++++++++.', '++++++++.+', '+.........'],
      ...['----------', '----------', '---------.', '--------.-', '?????????+']
    );
    expect(groupAlike(rows)).toEqual({
      groups: [
        [0, 1, 2, 3],
        [5, 6, 7, 8]
      ],
      rest: [4, 9]
    });
  });

  test('is not told of a few, nor where all hold the same, nor where no order is to be seen', () => {
    expect(groupAlike(rowsOf('++++', '++++', '----', '----'))).toBeNull();
    expect(groupAlike(rowsOf(...Array.from({ length: 12 }, () => '++++++')))).toBeNull();
    // Each differs from every other in half of all.
    const hadamard = (row: number) =>
      Array.from({ length: 16 }, (_, column) => {
        const bits = (row & column).toString(2).replaceAll('0', '').length;
        return bits % 2 === 0 ? '+' : '-';
      }).join('');
    expect(groupAlike(rowsOf(...Array.from({ length: 16 }, (_, row) => hadamard(row))))).toBeNull();
  });

  test('comes out the same whenever it is asked', () => {
    const rows = rowsOf(...Array.from({ length: 40 }, (_, row) => (row % 2 ? '++--+' : '--++-')));
    expect(groupAlike(rows)).toEqual(groupAlike(rows));
    expect(groupAlike(rows)?.groups.map((group) => group.length)).toEqual([20, 20]);
  });
});
