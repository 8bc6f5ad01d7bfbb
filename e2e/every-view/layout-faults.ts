/** What is wrong with the layout of the window as it is now, at its present size. */

/** What lies over the window. */
export type Layer = 'dialog:modal' | '[popover]:popover-open';

/**
 * Says what scrolls sideways, what is cut off with no way to scroll to it, and what is covered by something
 * of its own layer. A dialog, menu or popover has to lie within the window as a whole.
 *
 * @param layer the only one that is looked at; `null` for all of the window.
 *
 * Runs in the page, and so uses nothing that is declared outside of it.
 */
export function findLayoutFaults(layer: Layer | null): string[] {
  /** Tables and pictures as wide as what they hold, and strips of tabs and choices: the view around them does not move. */
  const scrollsSidewaysByDesign =
    'nav, [role=tablist], .choices, .scroll, .picture, pre, table, .cm-scroller';
  const usable =
    'a[href], button, input, select, textarea, summary, [tabindex="0"], [role=option], [role=tab]';
  const layers = 'dialog:modal, [popover]:popover-open';
  /** Where there is no room beside a view, these lie over it, until they are closed. */
  const panels = '[data-beside], [data-names], .over, .library, .scrim, [role=dialog]';
  /** Half pixels are rounded differently from element to element. */
  const slack = 1.5;

  const scope = [...document.querySelectorAll(layer ?? 'body')].at(-1) ?? document.body;
  const faults: string[] = [];
  const describe = (element: Element) => {
    const words = element.getAttribute('aria-label') ?? element.textContent;
    const name = [element.tagName.toLowerCase(), ...element.classList].join('.');
    return `${name} “${words.trim().replace(/\s+/g, ' ').slice(0, 40)}”`;
  };
  const isSeen = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    const isDrawn = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    return isDrawn && width > 2 && height > 2 && !element.closest('[inert]');
  };
  const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll';

  const { documentElement: root } = document;
  if (root.scrollWidth > root.clientWidth) faults.push('the window scrolls sideways');
  for (const area of scope.querySelectorAll('*')) {
    if (area.scrollWidth <= area.clientWidth + slack || !isSeen(area)) continue;
    if (!scrolls(getComputedStyle(area).overflowX) || area.closest(scrollsSidewaysByDesign))
      continue;
    const widest = [...area.querySelectorAll('*')]
      .filter((each) => !each.parentElement?.closest(scrollsSidewaysByDesign))
      .reduce((one, other) =>
        other.getBoundingClientRect().right > one.getBoundingClientRect().right ? other : one
      );
    faults.push(`${describe(area)} scrolls sideways as far as ${describe(widest)}`);
  }

  if (scope !== document.body) {
    const { left, top, right, bottom } = scope.getBoundingClientRect();
    const over = Math.max(-left, -top, right - innerWidth, bottom - innerHeight);
    if (over > slack) faults.push(`${describe(scope)} reaches out of the window by ${over} px`);
  }

  /** Whether a part of it can be reached on no way, as one that is cut off by a box that does not scroll. */
  const isCut = (element: Element) => {
    let { left, top, right, bottom } = element.getBoundingClientRect();
    let { position } = getComputedStyle(element);
    for (let box = element.parentElement; box && box !== root; box = box.parentElement) {
      const style = getComputedStyle(box);
      // What is positioned is cut only by boxes that are positioned as well.
      if (position === 'fixed' || element.matches(layers)) break;
      if (position === 'absolute' && style.position === 'static') continue;
      const own = box.getBoundingClientRect();
      if (scrolls(style.overflowX)) [left, right] = [own.left, own.right];
      else if (
        style.overflowX !== 'visible' &&
        (own.left - left > slack || right - own.right > slack)
      )
        return true;
      if (scrolls(style.overflowY)) [top, bottom] = [own.top, own.bottom];
      else if (
        style.overflowY !== 'visible' &&
        (own.top - top > slack || bottom - own.bottom > slack)
      )
        return true;
      position = style.position;
      if (box.matches(layers)) break;
    }
    return (
      left < -slack || top < -slack || right > innerWidth + slack || bottom > innerHeight + slack
    );
  };

  /** What lies over its middle; `null` where that is its own, or a layer above it, or out of sight. */
  const coverOf = (element: Element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    for (let box = element.parentElement; box; box = box.parentElement) {
      if (getComputedStyle(box).overflowY === 'visible') continue;
      const own = box.getBoundingClientRect();
      if (x < own.left || x > own.right || y < own.top || y > own.bottom) return null;
    }
    const hit = document.elementFromPoint(x, y);
    if (!hit || element.contains(hit) || hit.contains(element)) return null;
    if (hit.closest('label')?.contains(element)) return null;
    const floating = `${layers}, ${panels}`;
    return hit.closest(floating) === element.closest(floating) ? hit : null;
  };

  const before = [...document.querySelectorAll('*')].map(
    (area) => [area, area.scrollTop, area.scrollLeft] as const
  );
  for (const element of scope.querySelectorAll(usable)) {
    if (!isSeen(element)) continue;
    if (isCut(element)) faults.push(`${describe(element)} is cut off`);
    if (coverOf(element) === null) continue;
    // A bar that stays while the rest scrolls covers what is under it until one scrolls on.
    const covers = (['center', 'start', 'end'] as const).map((block) => {
      element.scrollIntoView({ block, inline: 'center', behavior: 'instant' });
      return coverOf(element);
    });
    if (covers.every((cover) => cover !== null))
      faults.push(`${describe(element)} is covered by ${describe(covers[0]!)}`);
  }
  for (const [area, top, left] of before) {
    if (area.scrollTop !== top || area.scrollLeft !== left)
      area.scrollTo({ top, left, behavior: 'instant' });
  }
  return faults;
}
