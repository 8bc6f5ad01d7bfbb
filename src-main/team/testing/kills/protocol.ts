/** What a member's program is told, and what it tells, a line of JSON each. */

export interface Start {
  readonly folder: string;
  readonly person: string;
  readonly seed: number;
  /** Of this member's programs, from 1. */
  readonly life: number;
  /** Milliseconds that its clock is ahead. */
  readonly ahead: number;
}

export type Command =
  | { readonly do: 'begin' | 'rest' | 'exchange' | 'held' | 'restore' | 'end' }
  | { readonly do: 'found'; readonly address: string; readonly name: string }
  | { readonly do: 'join'; readonly invitation: string; readonly place: string | null }
  | { readonly do: 'invite'; readonly person: string; readonly owner: string | null }
  /** Edits until it rests, so many milliseconds apart. */
  | { readonly do: 'work'; readonly pause: number }
  | { readonly do: 'stand'; readonly at: 'sealed' | 'sent' | null }
  | { readonly do: 'clock'; readonly ahead: number };

export type Told =
  | { readonly ready: true }
  | { readonly re: number; readonly result: unknown }
  | { readonly re: number; readonly error: string; readonly code: string | null }
  /** An edit that brings the word is about to begin. */
  | { readonly begin: string; readonly gone: readonly string[]; readonly deed: string }
  /** The library has it safe on disk. */
  | { readonly done: string }
  | { readonly refused: string; readonly why: string }
  | { readonly stands: 'sealed' | 'sent' };

/** All that a library holds. */
export interface Held {
  /** Canonical JSON by id, with the texts of sources and without the moment of the last change. */
  readonly briefings: Readonly<Record<string, string>>;
  /** In an order of its own. */
  readonly register: string;
  readonly binned: readonly string[];
  readonly findings: readonly string[];
}
