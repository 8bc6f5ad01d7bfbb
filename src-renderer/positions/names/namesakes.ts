/** Two actors, or two issues, that go by one name. */
import type { Id } from '../../../src-main/domain/base/values.js';
import type { NameKind } from '../../../src-main/domain/ledger/register.js';

export interface Namesakes {
  readonly kind: NameKind;
  /** The name, as it was given last. */
  readonly name: string;
  /** Which was given it. */
  readonly id: Id;
  /** Which had it before. */
  readonly other: Id;
}
