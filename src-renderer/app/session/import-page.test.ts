/** Protects what came in from being hidden by what the library shows. */
import { expect, test, vi } from 'vitest';
import { newId } from '../../../src-main/domain/base/values.js';
import { emptyRegister, putInCollection } from '../../../src-main/domain/ledger/register.js';
import { importPage } from './import-page.js';

vi.stubGlobal('document', new EventTarget());
const [inside, came] = [newId(), newId()];

/** @param isKept whether the library keeps what is said of it. */
function opened(isChosen: boolean, isKept = true) {
  let register = putInCollection(emptyRegister, 'Ports', [inside]);
  const search = { query: 'dock', collection: isChosen ? register.collections[0]!.id : null };
  const page = importPage(() => undefined, search, {
    get register() {
      return register;
    },
    change: (edit) => {
      if (isKept) register = edit(register);
      return Promise.resolve(isKept);
    }
  });
  return { page, search };
}

test('what came in is put into the chosen collection, which stays chosen', async () => {
  const { page, search } = opened(true);
  expect(await page.collect([came])).toBe('Ports');
  page.unhide(came);
  expect(search).toEqual({ query: '', collection: expect.any(String) as string });
});

test('what is not in the chosen collection is shown among all', async () => {
  const { page, search } = opened(true, false);
  expect(await page.collect([came])).toBeNull();
  page.unhide(inside);
  expect(search.collection).not.toBeNull();
  page.unhide(came);
  expect(search.collection).toBeNull();
});

test('without a collection nothing is said of the library', async () => {
  const { page } = opened(false);
  expect(await page.collect([came])).toBeNull();
});
