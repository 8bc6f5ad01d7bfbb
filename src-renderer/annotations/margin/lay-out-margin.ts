/** Where the notes of a margin stand, so that each is beside its words and none covers another. Knows no DOM. */

export interface Box {
  /** Where its words are, in pixels. */
  readonly desired: number;
  readonly height: number;
}

/**
 * The tops of the boxes, in their order, at least `gap` pixels apart.
 *
 * Without `pinned` each stands at its words or right below the one before. The pinned box stands
 * exactly at its words: those before it give way upwards, those after it downwards. Nothing goes
 * above zero, which wins over the pin.
 */
export function layOutMargin(
  boxes: readonly Box[],
  gap: number,
  pinned: number | null = null
): number[] {
  const tops = boxes.map((box) => box.desired);
  const pin = pinned !== null && pinned >= 0 && pinned < boxes.length ? pinned : null;
  if (pin !== null) pushUp(boxes, tops, gap, pin);
  let lowest = 0;
  for (const [i, box] of boxes.entries()) {
    const top = Math.max(tops[i] ?? 0, lowest);
    tops[i] = top;
    lowest = top + box.height + gap;
  }
  return tops;
}

/** Moves the boxes before the pinned one up, as far as they would reach into it. */
function pushUp(boxes: readonly Box[], tops: number[], gap: number, pin: number): void {
  const laid = layOutMargin(boxes.slice(0, pin), gap);
  let ceiling = tops[pin] ?? 0;
  for (let i = pin - 1; i >= 0; i -= 1) {
    const top = Math.min(laid[i] ?? 0, ceiling - gap - (boxes[i]?.height ?? 0));
    tops[i] = top;
    ceiling = top;
  }
}
