/** What menus and the palette derive from the facts. */
import { describe, expect, it } from 'vitest';
import {
  commandGroups,
  commandIds,
  factsOf,
  hasUse,
  isOf,
  menus,
  commandTitle
} from './commands.js';

const nothing = { undoLabel: null, redoLabel: null };
const typed = { undoLabel: 'text of the card “A”', redoLabel: null };

it('has every command under one heading, and none under two names', () => {
  expect(commandGroups.flatMap(({ ids }) => ids).toSorted()).toEqual(commandIds.toSorted());
  const titles = commandIds.map((id) => factsOf(id).title.replace('…', '').toLowerCase());
  expect(titles.toSorted()).toEqual([...new Set(titles)].toSorted());
});

it('puts no command into two menus, nor under another heading than its menu', () => {
  const inMenus = menus.flatMap(({ parts }) => parts.flat());
  expect(inMenus.toSorted()).toEqual([...new Set(inMenus)].toSorted());
  for (const { name, parts } of menus) {
    expect(parts.every((ids) => ids.length > 0)).toBe(true);
    expect(parts.flat().map((id) => factsOf(id).group)).toEqual(parts.flat().map(() => name));
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
