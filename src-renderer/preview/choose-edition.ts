/** With what a choice of an edition begins. */
import type { Briefing } from '../../src-main/domain/briefing/briefing.js';
import type { PartialDate } from '../../src-main/domain/base/values.js';
import type { Preferences } from '../../src-main/domain/program/settings.js';
import {
  fullEdition,
  type Edition,
  type Template,
  type Shows
} from '../../src-main/domain/publication/edition.js';

interface TemplateOption {
  readonly value: Template;
  readonly name: string;
  readonly hint: string;
}

/** What most want. */
export const mainTemplates: readonly TemplateOption[] = [
  { value: 'brief', name: 'One page', hint: 'bottom line, key points, who stands where' },
  { value: 'full', name: 'Full', hint: 'with evidence and sources' }
];

export const otherTemplates: readonly TemplateOption[] = [
  { value: 'changes', name: 'Changes', hint: 'what is new since a day' },
  { value: 'positions', name: 'Positions report', hint: 'ledger and quotes' }
];

/** What a choice may begin with. */
export interface ChoiceStart {
  /** One a template, the latest first. */
  readonly kept: readonly Edition[];
  /** The open briefing, whose parts the author may choose; `null` for several. */
  readonly briefing: Briefing | null;
  /** Of its sources, by hash. */
  readonly texts: Readonly<Record<string, string>>;
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
  return editionOf(start.kept[0]?.template ?? 'brief', start);
}

export function editionOf(template: Template, start: ChoiceStart): Edition {
  const kept = start.kept.find((edition) => edition.template === template);
  const usual = letterLands.test(start.language) ? 'Letter' : 'A4';
  const wanted = start.paper === 'last' ? null : start.paper;
  const paper = wanted ?? kept?.paper ?? start.kept[0]?.paper ?? usual;
  const since = template === 'changes' ? start.firstDay : null;
  // By whatever name she goes today.
  const preparedBy = kept?.preparedBy ? start.author : '';
  const usualEdition = { ...fullEdition, profile: 'audience' as const };
  return { ...usualEdition, ...kept, paper, template, since, until: null, preparedBy };
}

/** What of it a format can show; all but a PDF hold the full briefing. */
export function editionFor(shows: Shows, edition: Edition): Edition {
  const { profile, preparedBy, copyNumber, since, until } = edition;
  switch (shows) {
    case 'pdf':
    case 'document':
      return edition;
    case 'text':
      return { ...fullEdition, profile, preparedBy, copyNumber, since, until };
    case 'data':
      return { ...fullEdition, profile };
  }
}
