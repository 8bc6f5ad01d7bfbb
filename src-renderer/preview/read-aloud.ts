/** The words of a page in the order in which they are to be read, as the document's structure has it. */

/** As PDF.js lists a page: words, or where a marked stretch of them begins or ends. */
type Item =
  | { readonly str: string }
  | { readonly type: string; readonly tag?: string; readonly id?: string | null };

/** A part of the structure of a page, or at a leaf the stretch of words that it stands for. */
export interface StructurePart {
  readonly children?: readonly StructurePart[];
  readonly id?: string;
}

interface Stretch {
  readonly artifact: boolean;
  readonly id: string | null;
}

/**
 * Puts words in the order of the structure, since they are drawn in another, such as the notes in the
 * margin first. Leaves out what the document marks as an artifact, such as running heads (ISO 32000-2,
 * 14.8.2.2), and the marks themselves. Words outside the structure stay behind those before them.
 */
export function toReadingOrder<I extends Item>(
  items: readonly I[],
  structure: StructurePart | null
): I[] {
  const places = new Map<string, number>();
  if (structure) numberStretches(structure, places);
  const open: Stretch[] = [];
  let place = -1;
  const words: { readonly item: I; readonly place: number }[] = [];
  for (const item of items) {
    if ('str' in item) {
      if (open.some(({ artifact }) => artifact)) continue;
      const id = open.findLast((stretch) => stretch.id !== null)?.id;
      place = places.get(id ?? '') ?? place;
      words.push({ item, place });
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push({ artifact: item.tag === 'Artifact', id: item.id ?? null });
  }
  return words.sort((a, b) => a.place - b.place).map(({ item }) => item);
}

function numberStretches({ id, children }: StructurePart, places: Map<string, number>): void {
  if (id !== undefined && !places.has(id)) places.set(id, places.size);
  for (const child of children ?? []) numberStretches(child, places);
}
