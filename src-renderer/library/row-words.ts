/** What a hit of a search is called on the screen. */
import type { RowKind } from '../../src-main/domain/search/query.js';

/** Such as “Fact”, “Bottom line” or, for an annotation, “Note”. */
export function rowWords(kind: RowKind): string {
  const name = kind === 'annotation' ? 'note' : kind.replace('card: ', '');
  return name.charAt(0).toUpperCase() + name.slice(1);
}
