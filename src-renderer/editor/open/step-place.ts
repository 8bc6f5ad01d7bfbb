/** Where a step is seen: what undo and redo lead to. */
import type { Id } from '../../../src-main/domain/base/id.js';
import type { View } from './view.js';

export type StepPlace =
  /** Title, date, tags and bottom line. */
  | { readonly what: 'head' }
  | {
      readonly what:
        | 'card'
        | 'annotation'
        | 'source'
        | 'position'
        | 'outcome'
        | 'figure'
        | 'event'
        /** An actor or an issue. */
        | 'name';
      readonly id: Id;
    }
  /** Seen as a whole. */
  | { readonly what: 'view'; readonly view: View };
