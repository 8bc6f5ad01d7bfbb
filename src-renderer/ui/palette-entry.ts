/** What a palette finds. */
export interface PaletteEntry {
  readonly id: string;
  readonly label: string;
  /** What sort of thing it is. */
  readonly group: string;
  /** The keys that do the same, as shown to the person. */
  readonly keys?: string | undefined;
}
