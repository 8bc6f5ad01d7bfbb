/** Where on the screen what was found stands: in rendered texts and notes as ranges, in fields as their element. */
import type { FindPlace } from '../../find/texts-of-briefing.js';
import type { Surfaces } from '../../annotations/text/surfaces.js';
import { TextNodes } from '../../annotations/text/text-nodes.js';

/** What shows a text: an index of its text nodes, or the field whose text it is. */
type Shown = { readonly nodes: TextNodes } | { readonly field: HTMLElement };

export class MatchRanges {
  readonly #shown = new Map<string, Shown | null>();

  /** For one painting: what is drawn anew makes it worthless. */
  constructor(
    private readonly root: HTMLElement,
    private readonly surfaces: Surfaces
  ) {}

  /** `null` when the text is not on the screen, or is a field. */
  rangeOf(place: FindPlace, start: number, end: number): Range | null {
    const shown = this.#show(place);
    return shown && 'nodes' in shown ? shown.nodes.rangeOf({ start, end }) : null;
  }

  fieldOf(place: FindPlace): HTMLElement | null {
    const shown = this.#show(place);
    return shown && 'field' in shown ? shown.field : null;
  }

  #show(place: FindPlace): Shown | null {
    const key = `${place.what}:${place.id ?? ''}`;
    const known = this.#shown.get(key);
    if (known !== undefined) return known;
    const shown = this.#find(place);
    this.#shown.set(key, shown);
    return shown;
  }

  #find(place: FindPlace): Shown | null {
    switch (place.what) {
      case 'card':
      case 'source': {
        const surface = this.surfaces.get(place.id);
        return surface && { nodes: surface.nodes };
      }
      case 'note':
        return this.#rendered(`[data-annotation="${place.id}"] .written .text > div`);
      case 'bottomLine':
        return this.#rendered('.bottom-line .text .text > div');
      case 'title':
        return this.#field('h1 textarea');
      case 'heading':
        return this.#field(`[data-card="${place.id}"] h3 textarea`);
    }
  }

  #rendered(selector: string): Shown | null {
    const element = this.root.querySelector(selector);
    return element && { nodes: new TextNodes(element) };
  }

  #field(selector: string): Shown | null {
    const field = this.root.querySelector<HTMLElement>(selector);
    return field && { field };
  }
}
