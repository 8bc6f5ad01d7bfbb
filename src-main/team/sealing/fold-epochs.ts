/** The epochs of a library, and who has their keys: follows from the facts that count, in any order. */
import { type FactOf, type KeyHolder, recovery } from './member-facts.js';
import type { Epoch } from './member-state.js';

/** A fact that counts, and whose it is. */
export interface Stated<Fact> {
  readonly by: string;
  readonly fact: Fact;
}

/** Keys that an invitation or a sheet brought. */
export interface Brought {
  readonly by: string;
  readonly holder: KeyHolder;
  readonly epochs: readonly string[];
}

/** @param gone who may have keys, and is to read no more */
export function foldEpochs(
  first: { readonly epoch: string; readonly founder: string },
  wrapped: Iterable<Stated<FactOf<'epoch'> | FactOf<'passed-on'>>>,
  brought: Iterable<Brought>,
  gone: ReadonlySet<KeyHolder>
): ReadonlyMap<string, Epoch> {
  const facts = [...wrapped];
  const epochs = new Map([
    [first.epoch, { generation: 0, holders: new Set<KeyHolder>([first.founder, recovery]) }]
  ]);
  for (const { by, fact } of facts) {
    if (fact.did !== 'epoch') continue;
    const known = epochs.get(fact.epoch);
    const generation = Math.min(known?.generation ?? Infinity, fact.generation);
    const holders = new Set<KeyHolder>([...(known?.holders ?? []), by, ...fact.to]);
    epochs.set(fact.epoch, { generation, holders });
  }
  const hold = (ids: readonly string[], holders: readonly KeyHolder[]) => {
    for (const id of ids) for (const holder of holders) epochs.get(id)?.holders.add(holder);
  };
  for (const { by, fact } of facts) {
    if (fact.did === 'passed-on') hold(fact.epochs, [by, ...fact.to]);
  }
  for (const { by, holder, epochs: ids } of brought) hold(ids, [by, holder]);
  return new Map(
    [...epochs].map(([id, { generation, holders }]) => {
      const isSound = ![...holders].some((holder) => gone.has(holder));
      return [id, { id, generation, holders, isSound }];
    })
  );
}
