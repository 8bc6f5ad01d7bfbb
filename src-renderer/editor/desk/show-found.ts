/** Leads to a result of a search of the library: to the view, the text and the words that it was found in. */
import type { SearchHit } from '../../../src-main/domain/search/answer.js';
import { assertNever } from '../../../src-main/domain/base/result.js';
import type { DeskState } from './desk.svelte.js';
import type { SearchTerms } from './found-words.svelte.js';

/** `null`: the briefing as a whole. What is no longer in the briefing leads to its beginning. */
export function showFound(
  desk: DeskState,
  hit: Pick<SearchHit, 'kind' | 'id'> | null,
  terms: SearchTerms
): void {
  desk.foundWords.clear();
  const { briefing } = desk.open;
  const id = hit?.id ?? null;
  if (!hit || id === null) return desk.show('briefing');
  switch (hit.kind) {
    case 'source':
      desk.showSource(id);
      desk.foundWords.mark(id, terms);
      return;
    case 'annotation': {
      const annotation = briefing.annotations.find((each) => each.id === id);
      desk.showAnnotation(id);
      if (annotation) desk.foundWords.mark(annotation.target.id, terms);
      return;
    }
    case 'actor':
    case 'issue':
      return desk.showName(id);
    case 'position':
      return desk.showPosition(id);
    case 'event':
      return desk.show('timeline');
    case 'figure':
    case 'outcome':
      return desk.show('judgement');
    case 'title':
    case 'bottom line':
    case 'tag':
      return desk.show('briefing');
    case 'card: summary':
    case 'card: context':
    case 'card: fact':
    case 'card: quote':
    case 'card: position':
    case 'card: event':
    case 'card: constraint':
    case 'card: outcome':
    case 'card: question':
    case 'card: note':
      desk.show('briefing');
      desk.cards.select(id);
      desk.foundWords.mark(id, terms);
      return;
    default:
      assertNever(hit.kind);
  }
}
