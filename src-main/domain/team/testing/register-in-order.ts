/** Compares registers of several libraries, which may keep what they say in orders of their own. */
import type { Register } from '../../ledger/register.js';
import { canonicalJson } from '../../merge/canonical-json.js';

/** The same for two registers that differ in their order alone. */
export function inOrder({ collections, ...said }: Register): unknown {
  const sorted = collections.map((each) => ({ ...each, briefings: each.briefings.toSorted() }));
  return Object.entries({ ...said, collections: sorted }).map(([name, all]) => [
    name,
    all.map((each) => canonicalJson(each)).sort()
  ]);
}
