/** Relays that are opened with little patience, and what they say when they are not. */
import { expect } from 'vitest';
import { ExpectedFailure } from '../../../domain/base/result.js';
import { parseAddress, type RelayAddress } from '../address.js';
import type { Carrier } from '../carrier.js';
import { openRelay } from '../relay/relay.js';

/** Short, so that a server that hangs is noticed at once. Milliseconds. */
export const impatient = { connect: 1_500, answer: 1_500, ping: 200 };

export function openImpatiently(
  address: string,
  library: string,
  patience = impatient
): Promise<Carrier> {
  return openRelay(parseAddress(address) as RelayAddress, library, null, patience);
}

/** What opening says. */
export async function refusalOf(address: string, library: string): Promise<ExpectedFailure> {
  try {
    const carrier = await openImpatiently(address, library);
    await carrier.close();
  } catch (error) {
    expect(error).toBeInstanceOf(ExpectedFailure);
    return error as ExpectedFailure;
  }
  throw new Error('It was opened');
}
