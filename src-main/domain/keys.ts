/**
 * Which keys call which commands: those of the table of commands, and what a person has put in their
 * place. Keys are written as accelerators of Electron, such as `CmdOrCtrl+Shift+H`. Pure.
 */
import { commandIds, factsOf, type CommandId } from './commands.js';

/** Only what differs from the table; `null` takes a command's key away. */
export type ChosenKeys = Readonly<Partial<Record<CommandId, string | null>>>;

/** The key of a command as it is now; `null` for a command without. */
export function keyOf(id: CommandId, chosen: ChosenKeys): string | null {
  const own = chosen[id];
  return own === undefined ? factsOf(id).key : own;
}

/** Windows and Linux know two keys for redo. */
export const secondRedo = 'CmdOrCtrl+Y';

const macSigns: Readonly<Record<string, string>> = {
  CmdOrCtrl: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Up: '↑',
  Down: '↓',
  Enter: '↩',
  Backspace: '⌫',
  Plus: '+'
};
const plainWords: Readonly<Record<string, string>> = {
  CmdOrCtrl: 'Ctrl',
  Up: '↑',
  Down: '↓',
  Plus: '+'
};

/** For people, such as "Ctrl+Shift+F" or "⇧⌘F". */
export function shownKey(key: string, mac: boolean): string {
  const parts = key.split('+');
  if (!mac) return parts.map((part) => plainWords[part] ?? part).join('+');
  const signs = parts.map((part) => macSigns[part] ?? part);
  // Apple's order: Option, Shift, Command, then the key.
  const held = signs.slice(0, -1).sort((a, b) => '⌥⇧⌘'.indexOf(a) - '⌥⇧⌘'.indexOf(b));
  return [...held, signs.at(-1)].join('');
}

/** Whether a text field needs this key itself: to undo typing, to delete or to move the caret. */
export function isEditingKey(key: string): boolean {
  return /\+(Z|Backspace|Up|Down)$/.test(key);
}

/** Why the key of a command cannot be changed, as a sentence; `null` where it can. */
export function whyFixed(id: CommandId): string | null {
  return factsOf(id).step ? 'Fixed: text fields undo and redo with it too.' : null;
}

/**
 * Why a command cannot have this key, as a sentence that names who has it; `null` where it can. The key
 * that the table gives it is refused only while another command has it.
 */
export function whyNotKey(
  key: string,
  id: CommandId,
  chosen: ChosenKeys,
  mac: boolean
): string | null {
  const shown = shownKey(key, mac);
  const holder = commandIds.find((other) => other !== id && keyOf(other, chosen) === key);
  if (holder) return `${shown} is “${factsOf(holder).title}” already.`;
  if (factsOf(id).key === key) return null;
  const use = useOfSystem(key, mac);
  return use && `${shown} is taken: ${use}.`;
}

/** What fields, the window or the system do by a key; `null` where it is free. */
function useOfSystem(key: string, mac: boolean): string | null {
  const parts = key.split('+');
  const last = parts.at(-1) ?? '';
  const isHeld = parts.includes('CmdOrCtrl') || parts.includes('Alt');
  if (!mac && key === secondRedo) return 'it is the second key of “Redo”';
  if (movers.has(last)) return 'it moves and deletes in fields and lists';
  if (last === 'Tab' || last === 'Escape') return 'it moves the focus, or leaves a view';
  if (!isHeld && !/^F\d+$/.test(last))
    return `alone it types, or presses a button. Hold ${mac ? '⌘' : 'Ctrl'} or Alt with it, or use a function key`;
  if (/^CmdOrCtrl\+Alt\+(Shift\+)?[^\p{L}\p{N}]$/u.test(key))
    return 'this keyboard types a character with it';
  return ofSystem[key] ?? (mac ? ofMac[key] : ofOthers[key]) ?? null;
}

const movers = new Set(
  ['Up', 'Down', 'Left', 'Right', 'Home', 'End', 'PageUp', 'PageDown'].concat([
    'Backspace',
    'Delete',
    'Insert',
    'Space'
  ])
);

const ofSystem: Readonly<Record<string, string>> = {
  'CmdOrCtrl+A': 'it selects all',
  'CmdOrCtrl+C': 'it copies',
  'CmdOrCtrl+V': 'it pastes',
  'CmdOrCtrl+X': 'it cuts',
  'CmdOrCtrl+W': 'it closes windows',
  'CmdOrCtrl+Plus': 'it enlarges the window’s contents',
  'CmdOrCtrl+=': 'it enlarges the window’s contents',
  'CmdOrCtrl+-': 'it makes the window’s contents smaller',
  'CmdOrCtrl+0': 'it shows the window’s contents in their usual size'
};
const ofMac: Readonly<Record<string, string>> = {
  'CmdOrCtrl+H': 'the system hides the program with it',
  'CmdOrCtrl+Alt+H': 'the system hides other programs with it',
  'CmdOrCtrl+M': 'the system minimises the window with it',
  'CmdOrCtrl+`': 'the system switches windows with it',
  'CmdOrCtrl+Shift+3': 'the system takes a screenshot with it',
  'CmdOrCtrl+Shift+4': 'the system takes a screenshot with it',
  'CmdOrCtrl+Shift+5': 'the system takes a screenshot with it'
};
const ofOthers: Readonly<Record<string, string>> = {
  F10: 'it leads to the menus',
  'Shift+F10': 'it opens the menu of what has the focus',
  F11: 'the system makes the window full screen with it',
  'Alt+F4': 'the system closes the window with it',
  'CmdOrCtrl+Alt+T': 'the system opens a terminal with it',
  'CmdOrCtrl+Alt+L': 'the system locks the screen with it'
};

/** With this key for a command; only what differs from the table is kept. */
export function withKey(chosen: ChosenKeys, id: CommandId, key: string | null): ChosenKeys {
  const others = withoutKey(chosen, id);
  return factsOf(id).key === key ? others : { ...others, [id]: key };
}

function withoutKey(chosen: ChosenKeys, id: CommandId): ChosenKeys {
  return Object.fromEntries(Object.entries(chosen).filter(([name]) => name !== id));
}

const named =
  /^(F([1-9]|1\d|2[0-4])|Up|Down|Left|Right|Home|End|PageUp|PageDown|Enter|Backspace|Delete|Insert|Space|Tab|Escape|Plus|[A-Z\d]|[^\p{L}\p{N}\s+])$/u;

/** In the order of modifiers that the table has; `null` for what names no key. */
function readKey(text: string): string | null {
  const parts = text.split('+');
  const last = parts.pop() ?? '';
  const held = ['CmdOrCtrl', 'Alt', 'Shift'].filter((modifier) => parts.includes(modifier));
  return named.test(last) && held.length === parts.length ? [...held, last].join('+') : null;
}

interface ReadKeys {
  readonly keys: ChosenKeys;
  /** A sentence for each that is left aside. */
  readonly faults: readonly string[];
}

/** Commands that were called otherwise, so that a key chosen for one stays. */
const movedCommands: ReadonlyMap<string, CommandId> = new Map([
  ['view.sources', 'view.read'],
  ['view.briefing', 'view.brief'],
  ['view.evidence', 'view.registers'],
  ['register.name', 'position.across'],
  ['briefing.preview', 'briefing.one-page']
]);

/** Keys as they were kept. What means nothing, or two commands at once, is left aside. */
export function readKeys(kept: unknown, mac: boolean): ReadKeys {
  if (kept === undefined) return { keys: {}, faults: [] };
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) {
    return { keys: {}, faults: ['Your own keys cannot be read. Every command has its usual key.'] };
  }
  const faults: string[] = [];
  let keys: ChosenKeys = {};
  for (const [name, key] of Object.entries(kept)) {
    const id = movedCommands.get(name) ?? commandIds.find((each) => each === name);
    const read = typeof key === 'string' ? readKey(key) : null;
    // What became part of another command leaves that the key of its own.
    if (id && id !== name && Object.hasOwn(kept, id)) continue;
    if (!id) faults.push(`“${name.slice(0, 60)}” names no command.`);
    else if (whyFixed(id)) faults.push(leftAside(id, 'Its key is fixed.'));
    else if (key === null) keys = { ...keys, [id]: null };
    else if (read === null) faults.push(leftAside(id, 'What was saved is not a key.'));
    else {
      const use = factsOf(id).key === read ? null : useOfSystem(read, mac);
      if (use) faults.push(leftAside(id, `${shownKey(read, mac)} is taken: ${use}.`));
      else keys = withKey(keys, id, read);
    }
  }
  // The key that comes back may be that of another choice.
  for (let two = findDouble(keys); two; two = findDouble(keys)) {
    const shown = shownKey(keyOf(two.id, keys) ?? '', mac);
    faults.push(leftAside(two.id, `${shown} is “${factsOf(two.other).title}” already.`));
    keys = withoutKey(keys, two.id);
  }
  return { keys, faults };
}

function leftAside(id: CommandId, why: string): string {
  return `Your key for “${factsOf(id).title}” is ignored. ${why}`;
}

/** A choice by which two commands have one key. */
function findDouble(
  keys: ChosenKeys
): { readonly id: CommandId; readonly other: CommandId } | null {
  for (const id of commandIds.filter((each) => keys[each] != null)) {
    const other = commandIds.find((each) => each !== id && keyOf(each, keys) === keys[id]);
    if (other) return { id, other };
  }
  return null;
}
