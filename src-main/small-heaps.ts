/**
 * The page and each of its workers have a heap of their own, and V8 lets the young part of each grow
 * to some 70 MB before it is swept: of seven that is more than all the rest. Sweeping smaller ones more
 * often costs no time that could be measured.
 */
import type { AppSurface } from '../src-host/surface.js';

/** To be called before the first window. */
export function keepHeapsSmall({ commandLine }: Pick<AppSurface, 'commandLine'>): void {
  commandLine.appendSwitch('js-flags', '--max-semi-space-size=4');
}
