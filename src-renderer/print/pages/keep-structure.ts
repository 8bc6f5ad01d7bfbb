/**
 * What the structure of a PDF needs and Chromium leaves out of it: a cell that draws nothing, and
 * the language of words within a sentence. Only for the print page, where nothing reads roles but
 * the printing itself.
 */

/** A cell with a no-break space is drawn, so its row keeps as many cells as its table has columns. */
export function fillEmptyCells(root: ParentNode): void {
  for (const cell of root.querySelectorAll('td, th')) {
    const isEmpty = cell.textContent.trim() === '' && !cell.querySelector('img, svg');
    if (isEmpty) cell.append('\u00a0');
  }
}

/**
 * Says of each head cell what it heads; left to itself Chromium takes one beside an empty corner for
 * the head of its row. Under an empty corner stand names of rows.
 */
export function nameHeads(root: ParentNode): void {
  for (const head of root.querySelectorAll('th:not([scope])')) {
    head.setAttribute('scope', head.closest('thead') ? 'col' : 'row');
  }
  for (const table of root.querySelectorAll('table')) {
    const corner = table.querySelector('thead > tr > :first-child');
    if (!corner || corner.textContent.trim() !== '') continue;
    for (const first of table.querySelectorAll('tbody > tr > :first-child')) {
      first.setAttribute('role', 'rowheader');
    }
  }
}

/** An element without a role of its own is no element of the structure, so its language would be lost. */
export function keepLanguages(root: ParentNode): void {
  for (const words of root.querySelectorAll('span[lang], bdi[lang], q[lang], cite[lang]')) {
    if (!words.hasAttribute('role')) words.setAttribute('role', 'group');
  }
}

/** What an item at the end says of a quote is one note, whatever the list around it is for. */
export function joinEndnotes(root: ParentNode): void {
  for (const item of root.querySelectorAll('ol.notes > li')) {
    const note = item.ownerDocument.createElement('div');
    note.setAttribute('role', 'complementary');
    note.append(...item.childNodes);
    item.append(note);
  }
}
