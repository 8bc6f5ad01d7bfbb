/**
 * The page and each of its workers have a heap of their own, and V8 lets the young part of each grow
 * to some 70 MB before it is swept: of seven that is more than all the rest. To have the old part swept
 * sooner as well (`--optimize-for-size`) saves some 70 MB with a text of 5 MB and 5,000 annotations, but takes
 * a third more of the page's time in all that one does.
 */
import type { AppSurface } from '../../src-host/surface/surface.js';

/** To be called before the first window. */
export function keepHeapsSmall({ commandLine }: Pick<AppSurface, 'commandLine'>): void {
  commandLine.appendSwitch('js-flags', '--max-semi-space-size=2');
}
