/** Views that were seen stay in the page, out of sight, and are not drawn anew at every key of another. */

/**
 * What `now` gives, or gave when it was seen last.
 *
 * @param isSeen reactive, as `now` is
 */
export function lastSeen<T>(isSeen: () => boolean, now: () => T): { readonly current: T } {
  let kept: { readonly value: T } | null = null;
  const current = $derived.by(() => {
    if (!kept || isSeen()) kept = { value: now() };
    return kept.value;
  });
  return {
    get current() {
      return current;
    }
  };
}
