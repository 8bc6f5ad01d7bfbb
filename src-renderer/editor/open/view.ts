/** The views of an open briefing, and how they reach the commands of the window. */
import type { CommandId } from '../../../src-main/domain/commands.js';

export const views = ['briefing', 'sources', 'positions', 'evidence', 'new'] as const;
export type View = (typeof views)[number];

/** Those that are read side by side, where there is room. */
export function isText(view: View): boolean {
  return view === 'briefing' || view === 'sources';
}

export interface Commanding {
  /** A command's keys as shown to the person; `undefined` for a command without. */
  readonly keysOf: (command: CommandId) => string | undefined;
  readonly run: (command: CommandId) => void;
}
