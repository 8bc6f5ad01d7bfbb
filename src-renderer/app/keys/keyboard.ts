/**
 * Keystrokes ↔ commands and their keys. Knows no DOM but the event: the same on both hosts, and in
 * the native menu keys are only shown.
 */
import { commandIds, type CommandId } from '../../../src-main/domain/commands.js';
import { keyOf, secondRedo, shownKey, type ChosenKeys } from '../../../src-main/domain/keys.js';

export interface Keystroke {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Names of Electron's accelerators → `KeyboardEvent.key`, where they differ. */
const eventKeys: Readonly<Record<string, string>> = {
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
  Space: ' ',
  Plus: '+'
};
const acceleratorNames = Object.fromEntries(
  Object.entries(eventKeys).map(([name, key]) => [key, name])
);
const sign = /^[^\p{L}\p{N}\s]$/u;

/** The command of a keystroke, or `null`. */
export function commandOf(
  stroke: Keystroke,
  mac: boolean,
  chosen: ChosenKeys = {}
): CommandId | null {
  const id = commandIds.find((id) => fits(stroke, keyOf(id, chosen), mac));
  return id ?? (!mac && fits(stroke, secondRedo, mac) ? 'edit.redo' : null);
}

/** A command's keys for people; `undefined` for a command without. */
export function keysOf(id: CommandId, mac: boolean, chosen: ChosenKeys = {}): string | undefined {
  const key = keyOf(id, chosen);
  return key === null ? undefined : shownKey(key, mac);
}

/**
 * The key that a keystroke gives a command, as an accelerator; `null` while only modifiers are held, and
 * for one with the modifier of the other system.
 */
export function keyOfStroke(stroke: Keystroke, mac: boolean): string | null {
  const { key, code, altKey, shiftKey, ctrlKey, metaKey } = stroke;
  if (['Control', 'Shift', 'Alt', 'AltGraph', 'Meta', 'Dead', 'Process'].includes(key)) return null;
  if (mac ? ctrlKey : metaKey) return null;
  const byPlace = /^(?:Key([A-Z])|Digit(\d))$/.exec(code);
  const isLatin = /^[a-z\d]$/i.test(key);
  // What Shift or Option makes of a letter or digit is still that key.
  const placed =
    byPlace?.[2] ?? (isLatin || (sign.test(key) && !altKey) ? undefined : byPlace?.[1]);
  const name = placed ?? acceleratorNames[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  const held = [
    ...((mac ? metaKey : ctrlKey) ? ['CmdOrCtrl'] : []),
    ...(altKey ? ['Alt'] : []),
    // Some layouts need it to type a sign.
    ...(shiftKey && !sign.test(eventKeys[name] ?? name) ? ['Shift'] : [])
  ];
  return [...held, name].join('+');
}

function fits(stroke: Keystroke, accelerator: string | null, mac: boolean): boolean {
  if (accelerator === null) return false;
  const parts = accelerator.split('+');
  const name = parts.pop() ?? '';
  const key = eventKeys[name] ?? name;
  const control = mac ? stroke.metaKey : stroke.ctrlKey;
  const other = mac ? stroke.ctrlKey : stroke.metaKey;
  return (
    control === parts.includes('CmdOrCtrl') &&
    !other &&
    stroke.altKey === parts.includes('Alt') &&
    // Some layouts need Shift to type a sign such as the slash.
    (stroke.shiftKey === parts.includes('Shift') || sign.test(key)) &&
    isKey(stroke, key)
  );
}

/** By what the key types or, where that is no Latin letter or digit, by its place on the keyboard. */
function isKey(stroke: Keystroke, key: string): boolean {
  if (stroke.key.toLowerCase() === key.toLowerCase()) return true;
  if (/^\d$/.test(key)) return stroke.code === `Digit${key}`;
  return /^[A-Z]$/.test(key) && !/^[\p{ASCII}]$/u.test(stroke.key) && stroke.code === `Key${key}`;
}
