/** An event that a listener may refuse. */
import type { PreventableEvent } from '../surface/surface.js';

export class HostEvent implements PreventableEvent {
  defaultPrevented = false;

  preventDefault(): void {
    this.defaultPrevented = true;
  }
}
