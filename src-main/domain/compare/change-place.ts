/** Where in the open briefing a change is seen. */
import type { Id } from '../base/id.js';

export type ChangePlace =
  | { readonly what: 'briefing' | 'outcomes' | 'figures' | 'events' }
  | { readonly what: 'card' | 'source'; readonly id: Id }
  | { readonly what: 'cell'; readonly actor: Id; readonly issue: Id };
