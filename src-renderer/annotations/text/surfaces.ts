/** The texts on the screen that can be annotated, each with the element that shows it. */
import type { Target } from '../../../src-main/domain/briefing/annotation.js';
import type { Id } from '../../../src-main/domain/base/values.js';
import { TextNodes } from './text-nodes.js';

export interface TextSurface {
  readonly target: Pick<Target, 'type' | 'id'>;
  readonly root: HTMLElement;
  /** What the text nodes of `root` say. */
  readonly text: string;
  readonly nodes: TextNodes;
}

export class Surfaces {
  readonly #all = new Map<Id, TextSurface>();
  readonly #followers = new Set<() => void>();

  /** Told after every rendering. Returns the function that ends it. */
  follow(told: () => void): () => void {
    this.#followers.add(told);
    return () => this.#followers.delete(told);
  }

  /** To be called after every rendering: new nodes make the old index worthless. */
  put(target: TextSurface['target'], root: HTMLElement, text: string): TextSurface {
    const surface = { target, root, text, nodes: new TextNodes(root) };
    this.#all.set(target.id, surface);
    for (const told of this.#followers) told();
    return surface;
  }

  /** Does nothing when another element shows that text by now. */
  drop(id: Id, root: HTMLElement): void {
    if (this.#all.get(id)?.root === root) this.#all.delete(id);
  }

  get(id: Id | null): TextSurface | null {
    return (id && this.#all.get(id)) ?? null;
  }

  /** The surface in which a node lies. */
  around(node: Node): TextSurface | null {
    for (const surface of this.#all.values()) if (surface.root.contains(node)) return surface;
    return null;
  }
}
