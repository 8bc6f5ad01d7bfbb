import { describe, expect, it } from 'vitest';
import { commandIds, commands } from '../../../src-main/domain/commands.js';
import { isEditingKey } from '../../../src-main/domain/keys.js';
import { commandOf, keyOfStroke, keysOf, type Keystroke } from './keyboard.js';

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
    ['a digit that this layout types with Shift', stroke('&', 'ctrl', 'Digit1'), 'view.read'],
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

it('goes by the keys that a person has chosen, and by no other', () => {
  const chosen = { 'briefing.new': 'F9', 'help.keys': null } as const;
  expect(commandOf(stroke('F9'), false, chosen)).toBe('briefing.new');
  expect(commandOf(stroke('n', 'ctrl'), false, chosen)).toBeNull();
  expect(commandOf(stroke('/', 'ctrl'), false, chosen)).toBeNull();
  expect(keysOf('briefing.new', true, chosen)).toBe('F9');
  expect(keysOf('help.keys', false, chosen)).toBeUndefined();
});

describe('keyOfStroke', () => {
  it.each([
    ['a letter', stroke('n', 'ctrl alt', 'KeyN'), 'CmdOrCtrl+Alt+N'],
    ['a digit that is typed with Shift', stroke('!', 'ctrl shift', 'Digit1'), 'CmdOrCtrl+Shift+1'],
    ['a sign that is typed with Shift', stroke('?', 'ctrl shift', 'Slash'), 'CmdOrCtrl+?'],
    ['a Cyrillic layout', stroke('л', 'ctrl', 'KeyK'), 'CmdOrCtrl+K'],
    ['an arrow', stroke('ArrowUp', 'alt shift', 'ArrowUp'), 'Alt+Shift+Up'],
    ['the sign that parts keys', stroke('+', 'ctrl', 'Equal'), 'CmdOrCtrl+Plus'],
    ['a function key', stroke('F9', 'shift', 'F9'), 'Shift+F9'],
    ['modifiers alone', stroke('Control', 'ctrl', 'ControlLeft'), null],
    ['the modifier of the other system', stroke('n', 'meta', 'KeyN'), null]
  ])('%s', (_what, event, key) => {
    expect(keyOfStroke(event, false)).toBe(key);
  });

  it('tells every key of the table from its own keystroke', () => {
    for (const id of commandIds) {
      const { key } = commands[id];
      if (key === null) continue;
      const name = key.split('+').at(-1)!;
      const typed = { Up: 'ArrowUp', Down: 'ArrowDown' }[name] ?? name;
      const held = key.replace('CmdOrCtrl', 'ctrl').toLowerCase();
      const code = /^[A-Z]$/.test(name) ? `Key${name}` : '';
      expect(keyOfStroke(stroke(typed, held, code), false)).toBe(key);
    }
  });
});

it('leaves a text field the keys that it edits with, and no others', () => {
  expect(isEditingKey('CmdOrCtrl+Z')).toBe(true);
  expect(isEditingKey('CmdOrCtrl+Shift+Backspace')).toBe(true);
  expect(isEditingKey('Alt+Shift+Up')).toBe(true);
  expect(isEditingKey('CmdOrCtrl+K')).toBe(false);
});
