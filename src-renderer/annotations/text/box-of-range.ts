/** UTF-16 units of a range whose box is asked for: to know it, all of the range must be laid out. */
const longest = 10_000;

/** Where the range is on the screen, in pixels; of a longer one the place where it begins. */
export function boxOfRange(range: Range): DOMRect {
  if (range.toString().length <= longest) return range.getBoundingClientRect();
  const first = range.cloneRange();
  first.collapse(true);
  const box = first.getBoundingClientRect();
  return box.height > 0
    ? box
    : (first.startContainer.parentElement?.getBoundingClientRect() ?? box);
}
