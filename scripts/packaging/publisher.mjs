/**
 * Who answers for a package, and its page: whoever builds it says so in the environment, as with Debian's own
 * tools. The sources name no address, since nobody reads one for all who may build them. Pure.
 */
import { SetupFailure } from '../setup/say.mjs';

/** Packages must name an address. This one is nobody's, and by its ending never will be (RFC 2606). */
export const NO_ADDRESS = 'unset@standpoint.invalid';

/**
 * @typedef {object} Publisher
 * @property {string} maintainer `Name <address>`
 * @property {boolean} isNamed whether the address is somebody's
 * @property {string | null} homepage
 */

/**
 * @param {Readonly<Record<string, string | undefined>>} environment DEBFULLNAME, DEBEMAIL, STANDPOINT_HOMEPAGE
 * @param {string} author of package.json, a name alone
 * @returns {Publisher}
 * @throws {SetupFailure} for a page that is no web address
 */
export function publisherOf(
  { DEBFULLNAME: name, DEBEMAIL: address, STANDPOINT_HOMEPAGE: homepage },
  author
) {
  if (homepage && !/^https?:\/\/\S+$/.test(homepage)) {
    throw new SetupFailure(`STANDPOINT_HOMEPAGE is no web address: “${homepage}”.`, 2);
  }
  return {
    maintainer: `${name || author} <${address || NO_ADDRESS}>`,
    isNamed: Boolean(address),
    homepage: homepage || null
  };
}
