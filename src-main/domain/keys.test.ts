/** Which keys a person may give to a command, and what becomes of keys that were kept. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandIds, factsOf } from './commands.js';
import {
  keyOf,
  readKeys,
  shownKey,
  whyFixed,
  whyNotKey,
  withKey,
  type ChosenKeys
} from './keys.js';

describe('whyNotKey', () => {
  it.each([
    ['CmdOrCtrl+J', 'Ctrl+J is “Go to briefing…” already.'],
    ['CmdOrCtrl+C', 'Ctrl+C is taken: it copies.'],
    ['CmdOrCtrl+Y', 'Ctrl+Y is taken: it is the second key of “Redo”.'],
    ['CmdOrCtrl+Left', 'Ctrl+Left is taken: it moves and deletes in fields and lists.'],
    ['Alt+F4', 'Alt+F4 is taken: the system closes the window with it.'],
    ['CmdOrCtrl+Alt+@', 'Ctrl+Alt+@ is taken: this keyboard types a character with it.']
  ])('refuses %s, and says who has it', (key, why) => {
    expect(whyNotKey(key, 'briefing.new', {}, false)).toBe(why);
  });

  it('refuses a letter by itself, with Shift too, and takes function keys', () => {
    expect(whyNotKey('E', 'briefing.new', {}, false)).toMatch(/Hold Ctrl or Alt/);
    expect(whyNotKey('Shift+E', 'briefing.new', {}, true)).toMatch(/Hold ⌘ or Alt/);
    expect(whyNotKey('F9', 'briefing.new', {}, false)).toBeNull();
    expect(whyNotKey('CmdOrCtrl+Alt+N', 'briefing.new', {}, false)).toBeNull();
  });

  it('knows what each system has', () => {
    expect(whyNotKey('CmdOrCtrl+M', 'briefing.new', {}, true)).toMatch(/minimises the window/);
    expect(whyNotKey('CmdOrCtrl+M', 'briefing.new', {}, false)).toBeNull();
  });

  it('frees the key that a command had, and gives it back only while nobody else has it', () => {
    const moved = withKey({}, 'library.switch', 'F9');
    expect(whyNotKey('CmdOrCtrl+J', 'briefing.new', moved, false)).toBeNull();
    const both = withKey(moved, 'briefing.new', 'CmdOrCtrl+J');
    expect(whyNotKey('CmdOrCtrl+J', 'library.switch', both, false)).toBe(
      'Ctrl+J is “New briefing” already.'
    );
    expect(withKey(both, 'briefing.new', 'CmdOrCtrl+N')).toEqual(moved);
    // Its own first key is one of those that fields delete by.
    expect(whyNotKey('CmdOrCtrl+Shift+Backspace', 'card.delete', {}, false)).toBeNull();
  });

  it('lets no command of the table stand with a key that it refuses', () => {
    for (const id of commandIds) {
      const { key } = factsOf(id);
      if (key !== null) expect(whyNotKey(key, id, {}, false)).toBeNull();
    }
  });
});

it('fixes the keys of undo and redo', () => {
  expect(commandIds.filter((id) => whyFixed(id) !== null)).toEqual(['edit.undo', 'edit.redo']);
});

describe('readKeys', () => {
  it('leads the key of what became part of another command there, unless that has one of its own', () => {
    const read = (kept: object) => readKeys(kept, false).keys;
    expect(read({ 'register.name': 'F9' })).toEqual({ 'position.across': 'F9' });
    for (const own of ['F7', null]) {
      const kept = { 'position.across': own, 'register.name': 'F9' };
      expect(read(kept)).toEqual({ 'position.across': own });
    }
  });

  it('takes what a person has chosen, also two keys that changed places', () => {
    const kept = {
      'briefing.new': 'CmdOrCtrl+J',
      'library.switch': 'CmdOrCtrl+N',
      'help.keys': null
    };
    expect(readKeys(kept, false)).toEqual({ keys: kept, faults: [] });
    expect(readKeys({ 'card.edit': 'Shift+Alt+E' }, false).keys).toEqual({
      'card.edit': 'Alt+Shift+E'
    });
  });

  it('leaves aside what it cannot use, one by one, and says so', () => {
    const kept = {
      'help.gone': 'F9',
      'edit.undo': 'F9',
      'card.add': 'Hyper+Q',
      'card.edit': 7,
      'find.open': 'CmdOrCtrl+C',
      'view.theme': 'CmdOrCtrl+K',
      'help.log': 'F7'
    };
    const { keys, faults } = readKeys(kept, false);
    expect(keys).toEqual({ 'help.log': 'F7' });
    expect(faults).toEqual([
      '“help.gone” names no command.',
      'Your key for “Undo” is ignored. Its key is fixed.',
      'Your key for “Add card” is ignored. What was saved is not a key.',
      'Your key for “Edit card” is ignored. What was saved is not a key.',
      'Your key for “Find in briefing…” is ignored. Ctrl+C is taken: it copies.',
      'Your key for “Switch light and dark” is ignored. Ctrl+K is “Find a command…” already.'
    ]);
    expect(readKeys('F9', false).faults).toHaveLength(1);
    expect(readKeys(undefined, false)).toEqual({ keys: {}, faults: [] });
  });

  it('never lets one key mean two commands, whatever was kept', () => {
    const given = commandIds.flatMap((id) => factsOf(id).key ?? []);
    const kept = fc.dictionary(
      fc.constantFrom(...commandIds),
      fc.oneof(fc.constantFrom(...given, 'F9', 'F12'), fc.constant(null), fc.string())
    );
    fc.assert(
      fc.property(kept, (some) => {
        const { keys } = readKeys(some, false);
        const now = commandIds.flatMap((id) => keyOf(id, keys) ?? []);
        expect(new Set(now).size).toBe(now.length);
        // And what was read once stands as it is.
        expect(readKeys(keys, false)).toEqual({ keys: keys satisfies ChosenKeys, faults: [] });
      })
    );
  });
});

it('shows keys as they stand on the keyboard', () => {
  expect(shownKey('CmdOrCtrl+Plus', false)).toBe('Ctrl++');
  expect(shownKey('CmdOrCtrl+Shift+H', true)).toBe('⇧⌘H');
});
