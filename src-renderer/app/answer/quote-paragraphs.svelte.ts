/** In which paragraph of its source a quote of the open briefing stands. Of other briefings no texts are at hand. */
import type { Id } from '../../../src-main/domain/base/values.js';
import { SourceWords } from '../../editor/desk/source-words.svelte.js';
import type { Session } from '../session/session.svelte.js';

/** To be called where effects can be made. The function returns 0 where it is not known. */
export function quoteParagraphs(session: Pick<Session, 'open'>): (annotation: Id) => number {
  const words = new SourceWords();
  $effect(() => {
    if (session.open) void words.read(session.open.briefing.sources, session.open.texts);
  });
  return (annotation) => {
    const target = session.open?.briefing.annotations.find(({ id }) => id === annotation)?.target;
    const place = target?.selectors.position;
    return target && place ? words.paragraphAt(target.id, place.start) : 0;
  };
}
