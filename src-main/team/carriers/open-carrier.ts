/** Opens the carrier that an address names. */
import { parseAddress } from './address.js';
import type { Carrier } from './carrier.js';
import { openFolder } from './folder/folder.js';
import { openRelay } from './relay/relay.js';

/**
 * Resolves once the carrier was seen to hold the library. Throws an `ExpectedFailure`, as all of `Carrier`.
 *
 * @param library 32 hexadecimal digits
 * @param password of the role of a relay; overrules that of the address
 */
export async function openCarrier(
  address: string,
  { library, password = null }: { readonly library: string; readonly password?: string | null }
): Promise<Carrier> {
  const parsed = parseAddress(address);
  return parsed.kind === 'folder'
    ? openFolder(parsed, library)
    : openRelay(parsed, library, password);
}
