/** The views of an open briefing, and how they reach the commands of the window. */
import type { CommandId } from '../../../src-main/domain/commands.js';

export const views = ['read', 'brief', 'positions', 'new'] as const;
export type View = (typeof views)[number];

/** Where something is seen: in a view, or in the drawer that opens beside whichever is shown. */
export type ViewOrDrawer = View | 'registers';

/** Those that are read side by side, where there is room. */
export function isText(view: View): boolean {
  return view === 'brief' || view === 'read';
}

/** Of the commands that show and hide a part of the desk: whether it is shown. */
export type ShownParts = Readonly<Partial<Record<CommandId, boolean>>>;

export interface Commanding {
  /** A command's keys as shown to the person; `undefined` for a command without. */
  readonly keysOf: (command: CommandId) => string | undefined;
  readonly run: (command: CommandId) => void;
}
