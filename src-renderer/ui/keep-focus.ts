/**
 * Where the focus goes when what had it is gone, and from part to part of the window. A part is an element
 * with the attribute `data-part`; one that holds others is none itself. Thin DOM shell.
 */
import { tick } from 'svelte';
import { on } from 'svelte/events';

const stops = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';

/** By the part, what had the focus in it last. */
const last = new WeakMap<Element, HTMLElement>();

/** The focus never falls on nothing while what stood around it is there. Returns how to end that. */
export function keepFocus(): () => void {
  const ends = [
    on(document, 'focusin', ({ target }) => {
      const focused = target as HTMLElement;
      for (const each of aroundFocus(focused)) {
        if (each.dataset['part'] !== undefined) last.set(each, focused);
      }
    }),
    on(document, 'focusout', ({ target, relatedTarget }) => {
      if (relatedTarget !== null) return;
      // Once it is taken away, nobody can tell any more where it stood.
      const around = aroundFocus(target as HTMLElement);
      void tick().then(() => {
        if (document.activeElement === document.body && !isSeen(around[0])) focusNearest(around);
      });
    })
  ];
  return () => ends.forEach((end) => end());
}

/** The element, and what it stands in, the nearest first, within the body. */
export function aroundFocus(element: Element | null): readonly HTMLElement[] {
  const around: HTMLElement[] = [];
  const end = document.body;
  for (let at = element as HTMLElement | null; at && at !== end; at = at.parentElement)
    around.push(at);
  return around;
}

/** Gives the focus to the first of these that is still seen and takes it. */
export function focusNearest(around: readonly HTMLElement[]): void {
  if (!around.some(takesFocus)) focusView();
}

/** To what had the focus last in the view that is shown. */
export function focusView(): void {
  const view = [...document.querySelectorAll<HTMLElement>('main [role=tabpanel]')].find(isSeen);
  if (view) enterPart(view, '[tabindex="0"]', stops);
}

/** Into the part, to what had the focus there last, else to the first of these selectors. Where it is there already, it stays. */
export function enterPart(part: HTMLElement, ...selectors: readonly string[]): void {
  if (part !== document.activeElement && part.contains(document.activeElement)) return;
  const before = last.get(part);
  if (before && before !== part && part.contains(before) && takesFocus(before)) return;
  const found = selectors.flatMap((each) => [...part.querySelectorAll<HTMLElement>(each)]);
  if (!found.some(takesFocus)) takesFocus(part);
}

/** To the next part of the window, behind the last one to the first. */
export function goToNextPart(): void {
  const all = [...document.querySelectorAll<HTMLElement>('[data-part]')].filter(isSeen);
  const parts = all.filter((each) => !all.some((other) => other !== each && each.contains(other)));
  const at = parts.findIndex((each) => each.contains(document.activeElement));
  const next = parts[(at + 1) % parts.length];
  if (next) enterPart(next, '[tabindex="0"]', stops);
}

function takesFocus(element: HTMLElement): boolean {
  if (!isSeen(element) || element.matches('a[tabindex="-1"], button[tabindex="-1"]')) return false;
  element.focus({ preventScroll: true });
  // It may hand it on to what is in it.
  return element.contains(document.activeElement);
}

function isSeen(element: HTMLElement | undefined): boolean {
  return element?.checkVisibility({ visibilityProperty: true }) === true;
}
