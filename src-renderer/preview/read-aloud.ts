/** What of a page's words is to be read: running heads and page numbers are not, as the document itself says. */

/** As PDF.js lists it: words, or where a marked stretch of them begins or ends. */
type Item = { readonly str: string } | { readonly type: string; readonly tag?: string };

/** Leaves out what the document marks as an artifact (ISO 32000-2, 14.8.2.2), and the marks themselves. */
export function withoutArtifacts<I extends Item>(items: readonly I[]): I[] {
  /** Whether each stretch that is open is an artifact. */
  const open: boolean[] = [];
  return items.filter((item) => {
    if ('str' in item) return !open.includes(true);
    if (item.type === 'endMarkedContent') open.pop();
    else open.push(item.tag === 'Artifact');
    return false;
  });
}
