/** What is open beside the matrix. */
import type { Id } from '../../../src-main/domain/base/values.js';

export interface SelectedCell {
  readonly actor: Id;
  /** `null`: what the actor said without a stance. */
  readonly issue: Id | null;
}
