/** With what a choice of an edition begins: with what was chosen for its template last. */
import type { PartialDate } from '../../src-main/domain/base/values.js';
import {
  fullEdition,
  profileOf,
  type Edition,
  type Template
} from '../../src-main/domain/publication/edition.js';

/** What a choice may begin with. */
export interface ChoiceStart {
  /** One a template, the latest first. */
  readonly kept: readonly Edition[];
  /** From which changes are told if nobody chooses another; `null` when no position has a day. */
  readonly firstDay: PartialDate | null;
  /** A language tag (BCP 47); its region tells the usual paper. */
  readonly language: string;
}

/** Where Letter is the paper of the land. */
const letterLands = /-(US|CA|MX|CL|CO|CR|PA|PH|VE)$/;

export function firstEdition(start: ChoiceStart): Edition {
  return editionOf(start.kept[0]?.template ?? 'full', start);
}

export function editionOf(template: Template, start: ChoiceStart): Edition {
  const kept = start.kept.find((edition) => edition.template === template);
  const paper = start.kept[0]?.paper ?? (letterLands.test(start.language) ? 'Letter' : 'A4');
  const since = template === 'changes' ? start.firstDay : null;
  const profile = profileOf(template);
  return { ...fullEdition, profile, paper, ...kept, template, since, until: null };
}
