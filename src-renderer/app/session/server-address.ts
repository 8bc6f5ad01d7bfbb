/** A server's address as a person types or pastes it, often with a password in it. Pure. */

interface PartedAddress {
  readonly address: string;
  /** `null` where the address holds none. */
  readonly password: string | null;
}

/** The password by itself, so that it is never in sight. */
export function partAddress(typed: string): PartedAddress {
  const found = /^(\w+:\/\/[^:@/?#]*):(.*)@([^@]*)$/s.exec(typed.trim());
  if (!found) return { address: typed.trim(), password: null };
  const [, before = '', password = '', after = ''] = found;
  return { address: `${before}@${after}`, password: decoded(password) };
}

/** For a sentence: the server's name; `null` while there is none. */
export function serverIn(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url?.hostname ? decoded(url.hostname) : null;
}

/** Why it cannot be a server's address, in a sentence; `null` where it can. */
export function whyNoServer(address: string): string | null {
  const isServer = /^postgres(ql)?:\/\/[^\s/]+\/\S/i.test(address.trim());
  return isServer ? null : 'An address such as postgres://name@server.example.org/standpoint.';
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
