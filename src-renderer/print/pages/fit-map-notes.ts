/** What a map leaves out of its cells stands on one page after it, where smaller type brings it there. Measures what is laid out. */

/** From the usual size down to the smallest that is read without a glass, 6.5 points; see map.css. */
const smaller = ['small', 'smallest'];

/** `width` and `height` are those of what a page on its side holds: a style, and CSS pixels. */
export function fitMapNotes(target: HTMLElement, width: string, height: number): void {
  for (const notes of target.querySelectorAll<HTMLElement>('.map-notes.wide-key')) {
    notes.style.width = width;
    const fits = () => notes.getBoundingClientRect().height <= height;
    for (const size of smaller) {
      if (fits()) break;
      notes.classList.remove(...smaller);
      notes.classList.add(size);
    }
    // Smaller type that takes two pages all the same would be smaller for nothing.
    if (!fits()) notes.classList.remove(...smaller);
    notes.style.width = '';
  }
}
