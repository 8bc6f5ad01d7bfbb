/**
 * The page's own world: receives the API that the preload exposes. Runs before any script of the
 * page, as source text, so it stands alone. It holds nothing that the page may not have.
 */
import type { createMembrane } from './membrane.js';

export function joinMainWorld(
  handshake: string,
  create: typeof createMembrane,
  strict: boolean
): void {
  function freeze(value: unknown): unknown {
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze);
    return Object.freeze(value);
  }

  window.addEventListener(
    handshake,
    (event) => {
      event.stopImmediatePropagation();
      const node = (event as MouseEvent).relatedTarget!;
      const receive = (given: unknown) => {
        const { name, api } = given as { name: string; api: unknown };
        Object.defineProperty(window, name, { value: freeze(api), enumerable: true });
      };
      create(node, 'page', receive, strict);
    },
    { once: true, capture: true }
  );
}
