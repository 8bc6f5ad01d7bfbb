import { parseAddress } from './address.js';
import type { Carrier } from './carrier.js';
import { openRelay } from './relay/relay.js';
export async function openCarrier(address: string, library: string): Promise<Carrier> {
  const place = parseAddress(address);
  if (place.kind === 'relay') return openRelay(place, library, place.password);
  throw new Error('not yet');
}
