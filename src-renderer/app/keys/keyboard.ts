/**
 * Keys ↔ commands, from the one table of commands. Knows no DOM but the event: the same on both
 * hosts, and in the native menu keys are only shown.
 */
import { commandIds, factsOf, type CommandId } from '../../../src-main/domain/commands.js';

export interface Keystroke {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Names of Electron's accelerators → `KeyboardEvent.key`, where they differ. */
const eventKeys: Readonly<Record<string, string>> = { Up: 'ArrowUp', Down: 'ArrowDown' };
const macSigns: Readonly<Record<string, string>> = {
  CmdOrCtrl: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Up: '↑',
  Down: '↓',
  Enter: '↩',
  Backspace: '⌫'
};
const plainWords: Readonly<Record<string, string>> = { CmdOrCtrl: 'Ctrl', Up: '↑', Down: '↓' };

/** The command of a keystroke, or `null`. */
export function commandOf(stroke: Keystroke, mac: boolean): CommandId | null {
  const id = commandIds.find((id) => fits(stroke, factsOf(id).key, mac));
  // Windows and Linux know two keys for it.
  return id ?? (!mac && fits(stroke, 'CmdOrCtrl+Y', mac) ? 'edit.redo' : null);
}

/** A command's keys for people, such as "Ctrl+Shift+F" or "⇧⌘F"; `undefined` for a command without. */
export function keysOf(id: CommandId, mac: boolean): string | undefined {
  const { key } = factsOf(id);
  if (key === null) return undefined;
  const parts = key.split('+');
  if (!mac) return parts.map((part) => plainWords[part] ?? part).join('+');
  const signs = parts.map((part) => macSigns[part] ?? part);
  // Apple's order: Option, Shift, Command, then the key.
  return [...signs.slice(0, -1).sort(byAppleOrder), signs.at(-1)].join('');
}

/** Whether a text field needs this key itself: to undo typing, to delete or to move the caret. */
export function isEditingKey(id: CommandId): boolean {
  return /\+(Z|Backspace|Up|Down)$/.test(factsOf(id).key ?? '');
}

function fits(stroke: Keystroke, accelerator: string | null, mac: boolean): boolean {
  if (accelerator === null) return false;
  const parts = accelerator.split('+');
  const key = parts.pop() ?? '';
  const control = mac ? stroke.metaKey : stroke.ctrlKey;
  const other = mac ? stroke.ctrlKey : stroke.metaKey;
  return (
    control === parts.includes('CmdOrCtrl') &&
    !other &&
    stroke.altKey === parts.includes('Alt') &&
    // Some layouts need Shift to type a sign such as the slash.
    (stroke.shiftKey === parts.includes('Shift') || /^[^\p{L}\p{N}]$/u.test(key)) &&
    isKey(stroke, eventKeys[key] ?? key)
  );
}

/** By what the key types or, where that is no Latin letter or digit, by its place on the keyboard. */
function isKey(stroke: Keystroke, key: string): boolean {
  if (stroke.key.toLowerCase() === key.toLowerCase()) return true;
  if (/^\d$/.test(key)) return stroke.code === `Digit${key}`;
  return /^[A-Z]$/.test(key) && !/^[\p{ASCII}]$/u.test(stroke.key) && stroke.code === `Key${key}`;
}

function byAppleOrder(a: string, b: string): number {
  return '⌥⇧⌘'.indexOf(a) - '⌥⇧⌘'.indexOf(b);
}
