import { describe, expect, it } from 'vitest';
import { commandIds, commands } from '../../../src-main/domain/commands.js';
import { commandOf, isEditingKey, keysOf, type Keystroke } from './keyboard.js';

function stroke(key: string, held = '', code = ''): Keystroke {
  return {
    key,
    code,
    ctrlKey: held.includes('ctrl'),
    metaKey: held.includes('meta'),
    altKey: held.includes('alt'),
    shiftKey: held.includes('shift')
  };
}

describe('commandOf', () => {
  it.each([
    ['a plain command', stroke('n', 'ctrl'), 'briefing.new'],
    ['capitals with Shift', stroke('F', 'ctrl shift'), 'library.search'],
    ['a key without a modifier', stroke('F2'), 'card.edit'],
    ['arrows', stroke('ArrowUp', 'alt shift'), 'card.move-up'],
    ['a sign that this layout types with Shift', stroke('/', 'ctrl shift'), 'help.keys'],
    ['a digit that this layout types with Shift', stroke('&', 'ctrl', 'Digit1'), 'view.briefing'],
    ['a Cyrillic layout, by the place of the key', stroke('л', 'ctrl', 'KeyK'), 'view.palette'],
    ['no command without its modifier', stroke('n'), null],
    ['no command with one modifier too many', stroke('n', 'ctrl alt'), null],
    ['no command for the key of the other system', stroke('n', 'meta'), null],
    ['no command for both systems’ keys at once', stroke('n', 'ctrl meta'), null],
    [
      'no command by place where the layout types another letter',
      stroke('z', 'ctrl', 'KeyN'),
      'edit.undo'
    ]
  ])('%s', (_what, event, command) => {
    expect(commandOf(event, false)).toBe(command);
  });

  it('takes Command for Control on a Mac', () => {
    expect(commandOf(stroke('n', 'meta'), true)).toBe('briefing.new');
    expect(commandOf(stroke('n', 'ctrl'), true)).toBeNull();
  });

  it('knows the second key of redo on Windows and Linux', () => {
    expect(commandOf(stroke('y', 'ctrl'), false)).toBe('edit.redo');
    expect(commandOf(stroke('y', 'meta'), true)).toBeNull();
  });

  it('reaches every command that has a key: no key means two things', () => {
    const keys = commandIds.map((id) => commands[id].key).filter((key) => key !== null);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('keysOf', () => {
  it.each([
    ['library.search', false, 'Ctrl+Shift+F'],
    ['card.move-down', false, 'Alt+Shift+↓'],
    ['library.search', true, '⇧⌘F'],
    ['card.move-up', true, '⌥⇧↑'],
    ['view.theme', false, undefined]
  ] as const)('%s on a Mac: %s', (id, mac, keys) => {
    expect(keysOf(id, mac)).toBe(keys);
  });
});

it('leaves a text field the keys that it edits with, and no others', () => {
  expect(isEditingKey('edit.undo')).toBe(true);
  expect(isEditingKey('card.delete')).toBe(true);
  expect(isEditingKey('card.move-up')).toBe(true);
  expect(isEditingKey('view.palette')).toBe(false);
  expect(isEditingKey('briefing.save')).toBe(false);
});
