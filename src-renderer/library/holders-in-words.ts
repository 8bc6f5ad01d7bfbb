/** The heading of an answer of people: “3 actors oppose it”. */
import type { SearchAnswer } from '../../src-main/domain/search/answer.js';
import type { Stance } from '../../src-main/domain/briefing/entries.js';

/** For one actor, and for several. */
const verbs: Readonly<Record<Stance, readonly [string, string]>> = {
  supports: ['supports', 'support'],
  opposes: ['opposes', 'oppose'],
  conditional: ['conditionally supports', 'conditionally support'],
  neutral: ['is neutral on', 'are neutral on'],
  unclear: ['is unclear on', 'are unclear on']
};

/** Names the issue where there is but one. */
export function holdersInWords({
  positions,
  actors,
  total
}: NonNullable<SearchAnswer['holders']>): string {
  if (total === 0) return 'Nobody is known to hold that';
  const who = `${actors.toLocaleString('en')} ${actors === 1 ? 'actor' : 'actors'}`;
  const stances = new Set(positions.map(({ position }) => position.stance));
  const [stance] = stances;
  const verb =
    stances.size === 1 && stance
      ? verbs[stance][actors === 1 ? 0 : 1]
      : actors === 1
        ? 'holds a position on'
        : 'hold positions on';
  const issues = new Set(positions.map(({ position }) => position.issue.wording));
  const [issue] = issues;
  return issues.size === 1 && positions.length === total
    ? `${who} ${verb} “${issue}”`
    : `${who} ${verb} what was asked for`;
}
