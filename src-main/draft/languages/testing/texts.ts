/** For tests: a short report of our own making, with what a reader marks in it. The rules were written after. */
export interface MarkedText {
  readonly text: string;
  /** Who speaks, as printed, and words within what is said. */
  readonly said: readonly (readonly [source: string, words: string])[];
  /** Persons and bodies by name. */
  readonly names: readonly (readonly [name: string, type: 'person' | 'organisation' | 'state'])[];
  readonly dates: readonly (readonly [words: string, value: string | null])[];
  readonly figures: readonly (readonly [words: string, value: number, unit: string])[];
}
