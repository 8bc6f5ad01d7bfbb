/** Starts workers under the page's security policy: the one maker of worker addresses. */
import type {} from 'trusted-types';

/** Lets the program's own workers pass and no other address. */
const policy = window.trustedTypes?.createPolicy('standpoint-worker', {
  createScriptURL(url) {
    const { origin, pathname } = new URL(url, location.href);
    if (origin !== location.origin || !/\.worker(?:-[\w-]+\.js|\.ts)$/.test(pathname)) {
      throw new Error(`Not a worker of this program: ${url}`);
    }
    return url;
  }
});

/** @param url as `?worker&url` gives it. */
export function startWorker(url: string): Worker {
  // The DOM's types do not know yet that a worker takes a trusted address.
  const address = (policy?.createScriptURL(url) ?? url) as string;
  return new Worker(address, { type: 'module' });
}
