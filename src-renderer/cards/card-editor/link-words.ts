/** A link by key: the selected words become its label, a selected address its target. Knows no editor. */
import type { Marked } from './toggle-mark.js';

const address = /^(?:https?:\/\/|mailto:)\S+$/i;

/** Selects what is still to be written: the address, or the label of one. */
export function linkWords(text: string, from: number, to: number, target = ''): Marked {
  const words = text.slice(from, to);
  if (target === '' && address.test(words)) {
    return {
      changes: [
        { from, to: from, insert: '[](' },
        { from: to, to, insert: ')' }
      ],
      selection: { from: from + 1, to: from + 1 }
    };
  }
  const end = to + 3 + target.length;
  return {
    changes: [
      { from, to: from, insert: '[' },
      { from: to, to, insert: `](${target})` }
    ],
    selection: target === '' ? { from: end, to: end } : { from: end + 1, to: end + 1 }
  };
}

/** Whether a text is nothing but an address to go to. */
export function isAddress(text: string): boolean {
  return address.test(text);
}
