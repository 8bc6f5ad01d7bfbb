/** Briefings of a likely size, the same at every run. */
import { type Briefing, emptyBriefing } from '../../src-main/domain/briefing/briefing.js';
import { newActor, type Card, newIssue, newCard } from '../../src-main/domain/briefing/entries.js';
import { createRandom } from '../anchoring/random.js';

const words =
  'talks border ceasefire minister sanctions delegation proposal territory summit guarantee council vote army treaty energy grain export condition spokesman statement'.split(
    ' '
  );

/** About 12 kB as JSON. */
export function generate(count: number): readonly Briefing[] {
  const { pick } = createRandom(7);
  const text = (length: number) => Array.from({ length }, () => pick(words)).join(' ');
  const cardOf = (): Card => newCard('fact', { heading: text(6), body: text(120) });
  return Array.from({ length: count }, (_, i) => ({
    ...emptyBriefing(`${text(7)} ${i}`, new Date(Date.UTC(2025, 0, 1) + i * 60_000)),
    bottomLine: text(35),
    tags: [text(1), text(1)],
    cards: Array.from({ length: 9 }, cardOf),
    actors: Array.from({ length: 4 }, () => newActor(text(2), 'state')),
    issues: Array.from({ length: 3 }, () => newIssue(`${text(6)}?`))
  }));
}
