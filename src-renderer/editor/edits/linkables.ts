/** The actors, issues and positions of a briefing, as annotated words can be about them. Pure. */
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import type { Linkable } from '../../annotations/annotation-actions.js';

export function linkablesOf({
  actors,
  issues,
  positions
}: Pick<Briefing, 'actors' | 'issues' | 'positions'>): readonly Linkable[] {
  const names = new Map<string, string>([
    ...actors.map(({ id, name }) => [id, name] as const),
    ...issues.map(({ id, wording }) => [id, wording] as const)
  ]);
  return [
    ...actors.map(({ id, name }) => ({ type: 'actor' as const, id, label: name })),
    ...issues.map(({ id, wording }) => ({ type: 'issue' as const, id, label: wording })),
    ...positions.map(({ id, actor, issue, stance, said }) => ({
      type: 'position' as const,
      id,
      label: [`${names.get(actor) ?? ''}: ${stance}, ${names.get(issue) ?? ''}`, said]
        .filter(Boolean)
        .join(', ')
    }))
  ];
}
