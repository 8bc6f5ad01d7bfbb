/** Which notes have room beside their words, and how those at the end stand in two columns. Measures what is laid out at the width of its page. */

/** CSS pixels that one may stand below its words, and below the last of the texts that it stands beside. */
const farthest = 150;
const overhang = 12;

/**
 * Takes every note out of the margin that would run past the end of its text, into what follows, or away
 * from its words, and returns the numbers of those that stay; without a margin, none.
 */
export function keepFittingNotes(target: HTMLElement, hasMargin: boolean): ReadonlySet<number> {
  const texts = new Map<Element, HTMLElement[]>();
  for (const note of target.querySelectorAll<HTMLElement>('.margin')) {
    const last = lastOfRun(note);
    if (last) texts.set(last, [...(texts.get(last) ?? []), note]);
  }
  const placed = [...texts].flatMap(([last, notes]) => {
    const end = last.getBoundingClientRect().bottom + overhang;
    let free = -Infinity;
    return notes.map((note) => {
      const words = note.nextElementSibling?.getBoundingClientRect().top ?? 0;
      const top = Math.max(words, free);
      const { height } = note.getBoundingClientRect();
      const fits = hasMargin && top + height <= end && top - words <= farthest;
      if (fits) free = top + height;
      return { note, fits };
    });
  });
  // Only now: each change would have it all laid out again.
  const stay = placed.filter(({ note, fits }) => {
    if (!fits) note.remove();
    return fits;
  });
  return new Set(stay.map(({ note }) => numberOf(note)));
}

function numberOf(note: HTMLElement): number {
  return Number(note.querySelector<HTMLElement>('.margin-note')?.dataset['number']);
}

/** Cards follow one another with the same margin, and so do texts. */
const withMargin = '.card, .source-text';

function lastOfRun(note: HTMLElement): Element | null {
  let last = note.closest(withMargin);
  while (last?.nextElementSibling?.matches(withMargin)) last = last.nextElementSibling;
  return last;
}

/**
 * Chromium draws the links of CSS columns in the wrong places, so these are floats: each note, in the
 * order of the numbers, goes under the column that ends higher.
 */
export function packEndNotes(target: HTMLElement): void {
  for (const list of target.querySelectorAll('.notes')) {
    const heights = { start: 0, end: 0 };
    const items = [...list.children].filter((item) => item instanceof HTMLElement);
    const sides = items.map((item) => {
      const side = heights.start <= heights.end ? 'start' : 'end';
      heights[side] += item.getBoundingClientRect().height;
      return side;
    });
    items.forEach((item, index) => item.classList.add(sides[index] ?? 'start'));
  }
}
