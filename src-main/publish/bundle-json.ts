/** A briefing as its bundle: everything, and importable again. */
import type { Bundle } from '../domain/bundle.js';

export function bundleAsJson(bundle: Bundle): string {
  return `${JSON.stringify(bundle, null, 2)}\n`;
}
