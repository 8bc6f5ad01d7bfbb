/** What a person can do with the file that a source was read from. Each says itself what came of it. */
import type { Id } from '../../src-main/domain/base/values.js';

export interface OriginalActions {
  /** In the system's viewer; only where `opensInViewer` says so. */
  open(source: Id): void;
  /** Where she chooses. */
  saveCopy(source: Id): void;
}
