/** Briefings of a desk that shares its library: of 100 entries each, made from an article of its own. Cheap, and the same at every run but for their ids. */
import { createHash } from 'node:crypto';
import { newAnnotation } from '../../src-main/domain/briefing/annotation.js';
import { type Briefing, emptyBriefing } from '../../src-main/domain/briefing/briefing.js';
import {
  newActor,
  newCard,
  newIssue,
  type Position,
  stances
} from '../../src-main/domain/briefing/entries.js';
import { newSource, type TextHash } from '../../src-main/domain/briefing/source.js';
import { entry } from '../../src-main/domain/ledger/testing/ledger.js';
import { newId } from '../../src-main/domain/base/values.js';
import { createRandom } from '../anchoring/random.js';

/** Cards, actors, issues, sources, annotations and positions of one briefing. */
export const entriesEach = 100;
const [cards, actors, issues, positions] = [9, 10, 6, 37];
const importedAt = '2026-01-01T00:00:00.000Z';

const words =
  'talks border ceasefire minister sanctions delegation proposal territory summit guarantee council vote army treaty energy grain export condition spokesman statement'.split(
    ' '
  );

export interface Made {
  readonly briefing: Briefing;
  readonly texts: Readonly<Record<TextHash, string>>;
}

/** @param first the number of the first one, which its title tells */
export function* generateShared(count: number, first = 0): Generator<Made> {
  const { below, pick } = createRandom(19 + first);
  const say = (length: number) => Array.from({ length }, () => pick(words)).join(' ');
  for (let i = first; i < first + count; i += 1) {
    const text = `Article ${i}: ${say(600)}.`;
    const hash = createHash('sha256').update(text).digest('hex');
    const source = newSource({ title: say(8), text: hash, importedAt });
    const people = Array.from({ length: actors }, () => newActor(say(2), 'state'));
    const asked = Array.from({ length: issues }, () => newIssue(`${say(7)}?`));
    const annotations = Array.from({ length: positions }, () => {
      const start = below(text.length - 80);
      const exact = text.slice(start, start + 80);
      const quote = { exact, prefix: '', suffix: '' };
      const position = { start, end: start + 80 };
      return newAnnotation(
        { type: 'source', id: source.id, selectors: { quote, position } },
        importedAt
      );
    });
    const ledger: Position[] = annotations.map(({ id }, n) =>
      entry(n, {
        id: newId(),
        actor: pick(people).id,
        issue: pick(asked).id,
        stance: pick(stances.filter((stance) => stance !== 'conditional')),
        statement: say(10),
        evidence: [id]
      })
    );
    const briefing: Briefing = {
      ...emptyBriefing(`${say(7)} ${i}`, new Date(Date.UTC(2026, 0, 1) + i * 60_000)),
      bottomLine: say(35),
      cards: Array.from({ length: cards }, () =>
        newCard('fact', { heading: say(6), body: say(60) })
      ),
      actors: people,
      issues: asked,
      sources: [source],
      annotations,
      positions: ledger
    };
    yield { briefing, texts: { [hash]: text } };
  }
}
