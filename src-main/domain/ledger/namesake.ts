/** Who of a briefing goes by a name already. Pure. */
import type { Briefing } from '../briefing/briefing.js';
import type { Id } from '../base/values.js';
import { findNamed, type Named } from '../text/fold-name.js';
import type { NameKind } from './register.js';

type Names = Pick<Briefing, 'actors' | 'issues'>;

/** Of an actor its name and aliases, of an issue its wording; each with its id. */
export function namedEntries(
  { actors, issues }: Names,
  kind: NameKind
): readonly (Named & { readonly id: Id })[] {
  return kind === 'actor'
    ? actors
    : issues.map(({ id, wording }) => ({ id, name: wording, aliases: [] }));
}

/**
 * The first actor or issue of the briefing that goes by this name in whatever spelling, as its own or as an
 * alias; `null` for none.
 *
 * @param except is not looked at.
 */
export function namesakeOf(
  briefing: Names,
  kind: NameKind,
  name: string,
  except: Id | null = null
): Id | null {
  const others = namedEntries(briefing, kind).filter(({ id }) => id !== except);
  return findNamed(others, name)?.id ?? null;
}
