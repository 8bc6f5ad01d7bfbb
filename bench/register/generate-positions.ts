/** Briefings full of positions, the same at every run: a few actors and issues come up everywhere, most of them seldom. */
import { newAnnotation } from '../../src-main/domain/briefing/annotation.js';
import { type Briefing, emptyBriefing } from '../../src-main/domain/briefing/briefing.js';
import {
  newActor,
  newCard,
  newIssue,
  type Position,
  stances
} from '../../src-main/domain/briefing/entries.js';
import { newSource } from '../../src-main/domain/briefing/source.js';
import { newId } from '../../src-main/domain/base/values.js';
import { entry } from '../../src-main/domain/ledger/testing/ledger.js';
import { createRandom } from '../anchoring/random.js';
import { likelyRank, wordAt } from '../search/generate-library.js';

/** Different ones in the library. */
export const [manyActors, manyIssues] = [3_000, 800];
export const positionsEach = 20;

export const actorName = (rank: number) => `${wordAt(rank)} of ${wordAt(rank + 7_000)}`;
export const issueWording = (rank: number) =>
  `Should ${wordAt(rank + 20_000)} ${wordAt(rank + 30_000)} be ${wordAt(rank + 40_000)}?`;

export function* generatePositions(count: number): Generator<Briefing> {
  const { next, below, pick } = createRandom(23);
  const say = (words: number) =>
    Array.from({ length: words }, () => wordAt(likelyRank(next))).join(' ');
  /** As likely as after Zipf, its logarithm even. */
  const rank = (of: number) => Math.floor(Math.exp(next() * Math.log(of))) - 1;
  const some = (many: number, of: number) => [
    ...new Set(Array.from({ length: many }, () => rank(of)))
  ];
  const day = () => new Date(Date.UTC(2023, 0, 1) + below(1_000) * 86_400_000).toISOString();

  for (let i = 0; i < count; i += 1) {
    const actors = some(7, manyActors).map((each) => ({
      ...newActor(actorName(each), 'state'),
      aliases: next() < 0.3 ? [`the ${actorName(each)}`] : []
    }));
    const issues = some(5, manyIssues).map((each) => newIssue(issueWording(each)));
    const source = newSource({
      title: say(8),
      text: i.toString(16).padStart(64, '0'),
      importedAt: '2025-01-01T00:00:00Z'
    });
    const positions: Position[] = [];
    const annotations = [];
    for (let n = 0; n < positionsEach; n += 1) {
      const words = say(18);
      const quote = { exact: words, prefix: '', suffix: '' };
      const target = { type: 'source', id: source.id } as const;
      const annotation = newAnnotation(
        { ...target, selectors: { quote, position: { start: 0, end: words.length } } },
        '2025-01-01T00:00:00Z'
      );
      annotations.push(annotation);
      const [actor, issue] = [pick(actors).id, pick(issues).id];
      const earlier = positions.findLast((each) => each.actor === actor && each.issue === issue);
      positions.push(
        entry(n, {
          id: newId(),
          actor,
          issue,
          stance: pick(stances),
          statement: say(10),
          said: day().slice(0, 10),
          evidence: [annotation.id],
          supersedes: earlier ? [earlier.id] : []
        })
      );
    }
    yield {
      ...emptyBriefing(say(7), new Date(Date.UTC(2025, 0, 1) + i * 60_000)),
      cards: Array.from({ length: 3 }, () => newCard('fact', { heading: say(6), body: say(60) })),
      actors,
      issues,
      sources: [source],
      annotations,
      positions
    };
  }
}
