/** What a document hands over beside what is seen of it, in plain words before it is made. */
import { type Edition, profileOf } from '../../src-main/domain/publication/edition.js';
import type { Shows } from '../../src-main/domain/publication/format-facts.js';

export interface GoesAlong {
  readonly text: string;
  /** It is made to be handed over, but keeps nothing back. */
  readonly isWarning: boolean;
}

const leftOut =
  'Left out: note cards, your notes, replies and tags, and the full text of every source. The quotes that claims rest on stay.';

export function goesAlong({ template, profile, notes }: Edition, shows: Shows): GoesAlong {
  if (profile === 'audience') {
    const attached = ' The briefing attached to the PDF is without them, too.';
    return { text: leftOut + (shows === 'pdf' ? attached : ''), isWarning: false };
  }
  switch (shows) {
    case 'pdf':
      return {
        text: 'Goes along, attached to the PDF: the whole briefing, with the full text of every source and all your notes, also those that are not printed. Who gets the PDF can read them.',
        isWarning: profileOf(template) === 'audience'
      };
    case 'document':
      return {
        text: `Goes along: the full text of every source, and note cards${notes ? ' with all your notes' : ''}.`,
        isWarning: false
      };
    case 'data':
      return {
        text: 'Goes along: all that this format can hold, your notes and the full text of every source among it.',
        isWarning: false
      };
  }
}
