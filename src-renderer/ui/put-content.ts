/** Puts the nodes of a text of any length into the document. */

/**
 * In place of all that the element holds.
 *
 * Under `dir="auto"` Chromium looks for the direction of the whole text anew at each child that comes
 * or goes, which takes time by the square of the children: so the direction is asked for once they are
 * all there.
 */
export function putContent(element: HTMLElement, content: DocumentFragment): void {
  const directed: Element[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (at.getAttribute('dir') === 'auto') directed.push(at);
  }
  for (const each of directed) each.removeAttribute('dir');
  element.replaceChildren(content);
  for (const each of directed) each.setAttribute('dir', 'auto');
}
