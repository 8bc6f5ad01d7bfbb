/** What was chosen for each template last, so that nobody has to choose it again. */
import { z } from '../base/zod.js';
import { Edition } from './edition.js';

/** One a template, the latest first. */
export const KeptEditions = z.array(Edition);
export type KeptEditions = z.infer<typeof KeptEditions>;

/** The day of a report of changes belongs to one briefing, and is not kept. */
export function keepEdition(kept: readonly Edition[], edition: Edition): KeptEditions {
  const others = kept.filter(({ template }) => template !== edition.template);
  return [{ ...edition, since: null }, ...others];
}
