/** What menus and the palette derive from the facts. */
import { describe, expect, it } from 'vitest';
import { commandIds, factsOf, hasUse, isOf, menus, commandTitle } from './commands.js';

const nothing = { undoLabel: null, redoLabel: null };
const typed = { undoLabel: 'text of the card “A”', redoLabel: null };

it('lists every command once in the menus, in its own', () => {
  expect(menus.flatMap(({ ids }) => ids).toSorted()).toEqual(commandIds.toSorted());
  for (const { name, ids } of menus) {
    expect(ids.every((id) => factsOf(id).menu === name)).toBe(true);
    expect(ids.length).toBeGreaterThan(0);
  }
});

it('has for the program what needs no briefing, and nothing else without one', () => {
  const useful = commandIds.filter((id) => hasUse(id, null));
  expect(useful).toEqual(commandIds.filter((id) => isOf('program', id)));
  expect(hasUse('briefing.save', nothing)).toBe(true);
  expect(hasUse('card.add', nothing)).toBe(true);
});

describe('undo and redo', () => {
  it('have a use only where there is a step', () => {
    expect([hasUse('edit.undo', typed), hasUse('edit.redo', typed)]).toEqual([true, false]);
    expect(hasUse('edit.undo', nothing)).toBe(false);
  });

  it('name the step', () => {
    expect(commandTitle('edit.undo', typed)).toBe('Undo text of the card “A”');
    expect(commandTitle('edit.redo', typed)).toBe('Redo');
    expect(commandTitle('edit.undo', null)).toBe('Undo');
    expect(commandTitle('card.add', typed)).toBe('Add card');
  });
});
