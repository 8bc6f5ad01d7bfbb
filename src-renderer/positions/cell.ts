/** One cell of the matrix: an actor's stand on an issue. */
import type { Id } from '../../src-main/domain/id.js';

export interface Cell {
  readonly actor: Id;
  readonly issue: Id;
}
