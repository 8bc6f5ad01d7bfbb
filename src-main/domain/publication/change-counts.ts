/** How many of each kind of change there are, as a reader counts them. */
import type { PublishedChanges } from './changes.js';

/** Such as “3 changes of position”, “1 figure”; none of what did not change. */
export function countsOfChanges(changes: PublishedChanges): readonly string[] {
  const positions = changes.positions.reduce((sum, issue) => sum + issue.changes.length, 0);
  return [
    counted(positions, 'change of position', 'changes of position'),
    counted(changes.evidence.length, 'position on less evidence', 'positions on less evidence'),
    counted(changes.outcomes.length, 'outcome', 'outcomes'),
    counted(changes.figures.length, 'figure', 'figures'),
    counted(changes.events.length, 'event', 'events'),
    counted(changes.cards.length, 'card', 'cards'),
    counted(changes.sources.length, 'source', 'sources')
  ].filter((words) => words !== '');
}

function counted(count: number, one: string, many: string): string {
  return count === 0 ? '' : `${count} ${count === 1 ? one : many}`;
}
