/**
 * The page and each of its workers have a heap of their own, and V8 lets the young part of each grow
 * to some 70 MB before it is swept: of seven that is more than all the rest. And V8 sweeps what a page
 * has taken out of sight, its layout included, only once there is several times as much as before: of
 * a long text, card and source, seen and left, 250 MB. The price is time where much is made at once: a
 * text of 5 MB with 5,000 annotations opens a fifth slower.
 */
import type { AppSurface } from '../../src-host/surface/surface.js';

/** To be called before the first window. */
export function keepHeapsSmall({ commandLine }: Pick<AppSurface, 'commandLine'>): void {
  commandLine.appendSwitch('js-flags', '--optimize-for-size --max-semi-space-size=2');
}
