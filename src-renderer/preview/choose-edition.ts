/** With what a choice of an edition begins, and what a document hands over beside what is seen of it. */
import type { Briefing } from '../../src-main/domain/briefing/briefing.js';
import type { PartialDate } from '../../src-main/domain/base/values.js';
import type { Preferences } from '../../src-main/domain/program/settings.js';
import {
  fullEdition,
  profileOf,
  type Edition,
  type Template,
  type Shows
} from '../../src-main/domain/publication/edition.js';

/** What a choice may begin with. */
export interface ChoiceStart {
  /** One a template, the latest first. */
  readonly kept: readonly Edition[];
  /** The open briefing, whose parts the author may choose; `null` for several. */
  readonly briefing: Briefing | null;
  /** From which changes are told if nobody chooses another; `null` when no position has a day. */
  readonly firstDay: PartialDate | null;
  /** Who may be named as having prepared it; empty where nobody can. */
  readonly author: string;
  /** A language tag (BCP 47); its region tells the usual paper. */
  readonly language: string;
  /** On which paper the person wants documents to begin; `last` for the one chosen last. */
  readonly paper: Preferences['paper'];
}

/** Where Letter is the paper of the land. */
const letterLands = /-(US|CA|MX|CL|CO|CR|PA|PH|VE)$/;

/** With what was chosen last. */
export function firstEdition(start: ChoiceStart): Edition {
  return editionOf(start.kept[0]?.template ?? 'full', start);
}

export function editionOf(template: Template, start: ChoiceStart): Edition {
  const kept = start.kept.find((edition) => edition.template === template);
  const usual = letterLands.test(start.language) ? 'Letter' : 'A4';
  const wanted = start.paper === 'last' ? null : start.paper;
  const paper = wanted ?? kept?.paper ?? start.kept[0]?.paper ?? usual;
  const since = template === 'changes' ? start.firstDay : null;
  const profile = profileOf(template);
  // By whatever name she goes today.
  const preparedBy = kept?.preparedBy ? start.author : '';
  return { ...fullEdition, profile, ...kept, paper, template, since, until: null, preparedBy };
}

interface GoesAlong {
  readonly text: string;
  /** It is made to be handed over, but keeps nothing back. */
  readonly isWarning: boolean;
}

const leftOut =
  'Left out: note cards, your notes, replies and tags, and the full text of every source. The quotes that claims rest on stay.';

/** In plain words, before it is made. */
export function goesAlong({ template, profile, notes }: Edition, shows: Shows): GoesAlong {
  if (profile === 'audience') {
    const more: Partial<Record<Shows, string>> = {
      pdf: ' The briefing attached to the PDF is without them, too.',
      data: ' A Standpoint file or JSON for an audience holds neither texts nor original files: “Myself” gives a colleague all of it.'
    };
    return { text: leftOut + (more[shows] ?? ''), isWarning: false };
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
    case 'text':
    case 'data':
      return {
        text: 'Goes along: all that this format can hold, your notes and the full text of every source among it. A Standpoint file holds the files that these were read from as well.',
        isWarning: false
      };
  }
}
