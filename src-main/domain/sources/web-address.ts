/** Addresses of web pages, told apart from one another by what they lead to. Pure. */

/** Parameters that only tell who followed an address. */
const tracking =
  /^(?:utm_|mtm_|pk_|fbclid$|gclid$|dclid$|msclkid$|mc_[ce]id$|igshid$|ref_src$|cmpid$|yclid$)/i;

/** Of the parameter of an address, by its name. */
export function isTrackingParameter(name: string): boolean {
  return tracking.test(name);
}

interface WebPage {
  /** In lower case, without `www.`. */
  readonly host: string;
  /** Equal for addresses that lead to one page, whoever passed them on. Not for following. */
  readonly page: string;
}

/**
 * `null` for what is no address of the web. Scheme, `www.`, a slash at the end, tracking parameters, the
 * order of the others and the place on the page make no difference.
 */
export function readWebAddress(address: string): WebPage | null {
  const [whole, scheme = '', name = '', port = '', path = '', query = ''] =
    /^(https?):\/\/(?:[^/?#\s@]*@)?([^/?#\s:@]+)(?::(\d+))?([^?#\s]*)(?:\?([^#\s]*))?/i.exec(
      address.trim()
    ) ?? [];
  if (whole === undefined) return null;
  const isUsual = port === '' || port === (scheme.toLowerCase() === 'http' ? '80' : '443');
  const host = name.toLowerCase().replace(/^www\./, '') + (isUsual ? '' : `:${port}`);
  const parameters = query
    .split('&')
    .filter((each) => each !== '' && !isTrackingParameter(each.replace(/=.*/s, '')))
    .sort();
  return { host, page: [host + path.replace(/\/+$/, ''), ...parameters].join('&') };
}
