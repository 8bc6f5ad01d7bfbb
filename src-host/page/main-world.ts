/**
 * The page's own world: receives the API that the preload exposes. Runs before any script of the
 * page, as source text, so it stands alone. It holds nothing that the page may not have.
 */
import type { createMembrane } from './membrane.js';

export function joinMainWorld(handshake: string, create: typeof createMembrane): void {
  function freeze(value: unknown): unknown {
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze);
    return Object.freeze(value);
  }

  window.addEventListener(
    handshake,
    (event) => {
      event.stopImmediatePropagation();
      create((event as MouseEvent).relatedTarget!, 'page', (given) => {
        const { name, api } = given as { name: string; api: unknown };
        Object.defineProperty(window, name, { value: freeze(api), enumerable: true });
      });
    },
    { once: true, capture: true }
  );
}
