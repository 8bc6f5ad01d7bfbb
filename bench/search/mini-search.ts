/** The rival: MiniSearch over the same rows, all of it in memory. It gives row numbers; it cuts no snippets. */
import MiniSearch from 'minisearch';
import { rowsOf } from '../../src-main/search/briefing-rows.js';
import type { Filed } from './generate-library.js';

const options = { fields: ['head', 'body'], idField: 'id', searchOptions: { boost: { head: 4 } } };

export class Rival {
  readonly #index: MiniSearch;

  constructor(index = new MiniSearch(options)) {
    this.#index = index;
  }

  static load(json: string): Rival {
    return new Rival(MiniSearch.loadJSON(json, options));
  }

  toJson(): string {
    return JSON.stringify(this.#index);
  }

  put({ briefing, text }: Filed): void {
    for (const [i, { head, body }] of rowsOf(briefing, () => text).entries()) {
      const id = `${briefing.id} ${i}`;
      if (this.#index.has(id)) this.#index.discard(id);
      this.#index.add({ id, head, body });
    }
  }

  find(text: string, { prefix = false, fuzzy = false } = {}): number {
    return this.#index.search(text, { combineWith: 'AND', prefix, fuzzy: fuzzy ? 0.2 : false })
      .length;
  }
}
