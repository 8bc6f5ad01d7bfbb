/** Where the menu of a thing is asked for: by a right click, or by the keys for it. Thin DOM shell. */

/** In CSS pixels of the window. */
export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

const ownMenu = 'input, textarea, select, [contenteditable=true]';

/** Not in a text field, where the keys mean the system's menu. */
export function isMenuKey(event: KeyboardEvent): boolean {
  const { target, key, shiftKey, ctrlKey, altKey, metaKey } = event;
  if (ctrlKey || altKey || metaKey) return false;
  if (target instanceof Element && target.closest(ownMenu)) return false;
  return key === 'ContextMenu' || (key === 'F10' && shiftKey);
}

/** The corner for the menu of what has the focus: near its upper start, as far as that is in sight. */
export function placeOn(element: Element): MenuPlace {
  const { left, top, bottom } = element.getBoundingClientRect();
  const inset = 24;
  return { x: left + inset, y: Math.max(inset, Math.min(top + inset, bottom)) };
}

/**
 * The place of a right click that means the thing itself; the system's menu is kept from opening. `null`
 * where that is meant: in a text field, on a link, on words that are selected.
 */
export function placeOfClick(event: MouseEvent): MenuPlace | null {
  if (event.defaultPrevented) return null;
  const on = event.target instanceof Element ? event.target : null;
  if (on?.closest(`${ownMenu}, a[href]`)) return null;
  if (isOnSelection(event)) return null;
  event.preventDefault();
  return { x: event.clientX, y: event.clientY };
}

function isOnSelection({ clientX, clientY }: MouseEvent): boolean {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return false;
  return [...selection.getRangeAt(0).getClientRects()].some(
    ({ left, right, top, bottom }) =>
      left <= clientX && clientX <= right && top <= clientY && clientY <= bottom
  );
}
