/** Tells which stretch of a long text is in sight, as it is scrolled and its area changes. Thin DOM shell. */
import { seenSpan } from './seen-span.js';
import type { Span } from './spans.js';
import type { Surface } from './surfaces.js';

/** Screens above and below that count as in sight, so that scrolling never shows a gap. */
const margin = 0.5;

/** Returns the function that ends it. */
export function followSight(surface: Surface, onsee: (span: Span | null) => void): () => void {
  const area = surface.root.closest('[data-scrolls]');
  if (!area) return () => undefined;
  let frame = 0;
  const look = (): void => {
    frame = 0;
    // Of a text that is not drawn nothing is in sight.
    onsee(seenSpan(surface, area, margin) ?? { start: 0, end: 0 });
  };
  const ask = (): void => {
    if (frame === 0) frame = requestAnimationFrame(look);
  };
  const resized = new ResizeObserver(ask);
  area.addEventListener('scroll', ask, { passive: true });
  resized.observe(area);
  resized.observe(surface.root);
  look();
  return () => {
    cancelAnimationFrame(frame);
    resized.disconnect();
    area.removeEventListener('scroll', ask);
  };
}
