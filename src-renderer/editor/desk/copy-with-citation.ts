/** Copies the selected words, or those of the active annotation, with where they come from. Thin DOM shell. */
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import { citationOf, quoteWithCitation } from '../../../src-main/domain/briefing/citation.js';
import type { Id } from '../../../src-main/domain/base/id.js';
import type { Surfaces } from '../../annotations/text/surfaces.js';
import { selectedIn } from '../../annotations/text/watch-selection.js';
import { copyText } from '../../ui/copy-text.js';
import type { DeskState } from './desk.svelte.js';

export function copyWithCitation(desk: DeskState, surfaces: Surfaces): boolean {
  const { briefing } = desk.open;
  const selection = selectedIn(surfaces);
  const active = briefing.annotations.find(({ id }) => id === desk.annotations.active);
  const words = selection
    ? selection.text.slice(selection.span.start, selection.span.end)
    : active?.target.selectors.quote.exact;
  const from = selection?.target.id ?? active?.target.id;
  if (words === undefined || from === undefined) {
    desk.voice.say('Select words or choose an annotation first.');
    return false;
  }
  const isCopied = copyText(quoteWithCitation(words, citationOfTarget(briefing, from)));
  desk.voice.say(isCopied ? 'Copied with its source.' : 'The words could not be copied.');
  return isCopied;
}

/** A source’s citation; for a card that of the briefing and its heading. */
function citationOfTarget({ title, sources, cards }: Briefing, id: Id): string {
  const source = sources.find((one) => one.id === id);
  if (source) return citationOf(source);
  const heading = cards.find((card) => card.id === id)?.heading ?? '';
  return [title && `“${title}”`, heading].filter(Boolean).join(', ');
}
