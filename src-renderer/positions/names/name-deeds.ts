/** What the view of positions does with an actor or an issue. */
import type { Id } from '../../../src-main/domain/base/values.js';

export interface NameDeeds {
  /** Shows everything about it. */
  profile(id: Id): void;
  /** The same, to say that another one is the same. */
  merge(id: Id): void;
  /** Opens it in the drawer for editing. */
  rename(id: Id): void;
  /** Shows what an actor said without a stance. */
  said(id: Id): void;
  /** Sorts the actors by their stance on an issue. */
  sort(id: Id): void;
}
