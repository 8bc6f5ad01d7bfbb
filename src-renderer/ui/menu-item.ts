/** What a menu offers. */
export interface MenuItem {
  readonly id: string;
  readonly label: string;
  /** The keys that do the same, as shown to the person. */
  readonly keys?: string | undefined;
  readonly disabled?: boolean;
}
