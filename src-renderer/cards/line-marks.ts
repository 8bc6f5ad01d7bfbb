/**
 * A mark at each line of a card that a draft composed: hollow while nobody has confirmed the line, a tick once
 * somebody has, none at a line that a person wrote. They hold no text node, since the offsets of the text count those alone.
 */

const marks = '.line-mark';

/**
 * Numbers the lines of a rendered card, tells their labels apart, and gives each a mark. Does nothing where the
 * text is drawn otherwise than in `count` lines.
 *
 * @param onconfirm the line by its place, from 0, and whether it is right.
 * @returns what takes the marks out again.
 */
export function putLineMarks(
  root: HTMLElement,
  count: number,
  onconfirm: (index: number, isRight: boolean) => void
): () => void {
  const lines = linesIn(root, count);
  const added = lines.map((line, index) => {
    const mark = document.createElement('button');
    mark.type = 'button';
    mark.className = 'line-mark';
    mark.ariaLabel = `Confirm line ${index + 1}`;
    mark.addEventListener('click', (event) => {
      event.stopPropagation();
      onconfirm(index, mark.ariaPressed !== 'true');
    });
    mark.addEventListener('dblclick', (event) => event.stopPropagation());
    mark.addEventListener('keydown', (event) => onKey(event, added, index));
    line.append(mark);
    return mark;
  });
  return () => added.forEach((mark) => mark.remove());
}

/** Tells the lines of a rendered card from their labels, such as the name in “Ann Lee: …”. */
export function markLabels(root: HTMLElement, count: number): void {
  linesIn(root, count).forEach((line, index) => {
    line.dataset['line'] = String(index);
    const [first] = line.childNodes;
    const isLabel = first instanceof HTMLElement && first.matches('strong');
    if (isLabel && /[:：]$/u.test(first.textContent)) first.dataset['label'] = '';
  });
}

/** @param lines those that are unreviewed, and those that a person wrote: there is nothing to confirm of these. */
export function showLineMarks(
  root: HTMLElement,
  lines: { readonly left: readonly number[]; readonly own: readonly number[] },
  keys: string | undefined
): void {
  root.querySelectorAll<HTMLElement>(marks).forEach((mark, index) => {
    const isRight = !lines.left.includes(index);
    mark.hidden = lines.own.includes(index);
    mark.ariaPressed = String(isRight);
    const confirm = keys ? `Confirm this line (${keys})` : 'Confirm this line';
    mark.title = isRight ? 'Confirmed. Take it back' : `Unreviewed. ${confirm}`;
  });
}

/** By its place: the first line from `index` on, or from the top, that is unreviewed; `null` for none. */
export function nextUnreviewedLine(root: HTMLElement, index: number): number | null {
  const left = [...root.querySelectorAll<HTMLElement>(marks)].map(
    (mark) => mark.ariaPressed !== 'true'
  );
  const behind = left.indexOf(true, index);
  const next = behind < 0 ? left.indexOf(true) : behind;
  return next < 0 ? null : next;
}

/** The mark of such a line gets the focus; false where there is none. */
export function focusNextLine(root: HTMLElement, index: number): boolean {
  const next = nextUnreviewedLine(root, index);
  if (next === null) return false;
  root.querySelectorAll<HTMLElement>(marks)[next]?.focus();
  return true;
}

function linesIn(root: HTMLElement, count: number): readonly HTMLElement[] {
  const lines = [...root.querySelectorAll('li')];
  return lines.length === count ? lines : [];
}

function onKey(event: KeyboardEvent, all: readonly HTMLElement[], index: number): void {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (ctrlKey || metaKey || altKey || shiftKey) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  if (step !== undefined) {
    event.preventDefault();
    const [shown, own] = [all.filter((mark) => !mark.hidden), all[index]];
    if (own) shown[shown.indexOf(own) + step]?.focus();
  }
  // Enter and space are the button’s, and Escape goes to the card.
  if (key === 'Escape') event.preventDefault();
  event.stopPropagation();
  if (key === 'Escape') all[index]?.closest<HTMLElement>('[data-card]')?.focus();
}
