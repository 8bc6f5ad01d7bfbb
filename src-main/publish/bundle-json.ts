/** Briefings as their bundles: everything, and importable again. */
import type { Bundle } from '../domain/briefing/bundle.js';

export function bundleAsJson(bundle: Bundle): string {
  return `${JSON.stringify(bundle, null, 2)}\n`;
}

/** A list, in the order given. */
export function bundlesAsJson(bundles: readonly Bundle[]): string {
  return `${JSON.stringify(bundles, null, 2)}\n`;
}
