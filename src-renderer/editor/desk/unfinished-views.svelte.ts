/** Views that stay in the page, out of sight, since something in them is half written. */
import { untrack } from 'svelte';
import type { View } from '../open/view.js';

export class UnfinishedViews {
  #kept = $state.raw<readonly string[]>([]);

  /** To be made in a component, before what it draws asks `has`. */
  constructor(desk: { readonly view: View }, root: () => HTMLElement | undefined) {
    // Before the page is drawn anew, while the view that is left is still in it.
    $effect.pre(() => {
      void desk.view;
      const begun = untrack(root)?.querySelectorAll('[role=tabpanel]:has([data-unfinished])');
      this.#kept = [...(begun ?? [])].map(({ id }) => id);
    });
  }

  has(view: View): boolean {
    return this.#kept.includes(`view-${view}`);
  }
}
