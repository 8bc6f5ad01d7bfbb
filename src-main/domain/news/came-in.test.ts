/** Protects what is told as having come in: everything since then, nothing before, each with what it follows. */
import { describe, expect, test } from 'vitest';
import { newId } from '../base/values.js';
import { newActor, newFigure } from '../briefing/entries.js';
import { newSource } from '../briefing/source.js';
import { entry, idOf } from '../ledger/testing/ledger.js';
import {
  CameIn,
  countCameIn,
  type Since,
  sinceDay,
  sinceState,
  sinceVisit,
  whatCameIn
} from './came-in.js';
import { known } from './testing/suggestions.js';

const day = (number: number) => `2025-08-${number}T12:00:00.000Z`;
/** A ULID that was made at that time. */
const idOfTime = (moment: string) => {
  const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  let [left, text] = [Date.parse(moment), ''];
  for (let i = 0; i < 10; i += 1) {
    text = `${digits[left % 32]}${text}`;
    left = Math.floor(left / 32);
  }
  return `${text}${newId().slice(10)}` as ReturnType<typeof newId>;
};

const [old, fresh] = [12, 17].map((number) => ({
  source: newSource({ title: `Source ${number}`, text: '0'.repeat(64), importedAt: day(number) }),
  position: entry(number, { recordedAt: day(number), said: `2025-08-${number}` }),
  figure: newFigure(String(number), number, idOfTime(day(number))),
  actor: newActor(`Actor ${number}`, 'person', idOfTime(day(number)))
})) as [Entries, Entries];
interface Entries {
  readonly source: ReturnType<typeof newSource>;
  readonly position: ReturnType<typeof entry>;
  readonly figure: ReturnType<typeof newFigure>;
  readonly actor: ReturnType<typeof newActor>;
}

const briefingOf = (...all: readonly Entries[]) => ({
  ...known,
  sources: all.map(({ source }) => source),
  positions: all.map(({ position }) => position),
  figures: all.map(({ figure }) => figure),
  actors: all.map(({ actor }) => actor)
});
const now = briefingOf(old, fresh);

describe('since', () => {
  const cases: readonly (readonly [string, Since, readonly number[]])[] = [
    ['a day after all of it', sinceDay('2025-08-18'), []],
    ['the day of the later ones', sinceDay('2025-08-17'), [17]],
    ['a month', sinceDay('2025-08'), [17, 12]],
    ['a visit between them', sinceVisit(day(13), now), [17]],
    ['a visit after both, when one was merged in', sinceVisit(day(18), briefingOf(fresh)), [12]],
    ['a state with one of them', sinceState(briefingOf(old)), [17]]
  ];
  test.each(cases)('%s', (_what, since, expected) => {
    const came = whatCameIn(now, since);
    expect(CameIn.parse(came)).toEqual(came);
    const listed = Object.values(came).reduce((sum, { length }) => sum + length, 0);
    expect(countCameIn(now, since)).toBe(listed);
    expect(came.sources.map(({ title }) => title)).toEqual(expected.map((n) => `Source ${n}`));
    expect(came.positions.map(({ date }) => date)).toEqual(expected.map((n) => `2025-08-${n}`));
    expect(came.figures.map(({ wording }) => wording)).toEqual(expected.map(String));
    expect(came.actors.map(({ name }) => name)).toEqual(expected.map((n) => `Actor ${n}`));
  });
});

test('a position tells what it follows, and a source what it updates and shares its origin with', () => {
  const origin = idOf('E', 901);
  const later = {
    ...fresh,
    source: { ...fresh.source, origin, updates: old.source.id },
    position: { ...fresh.position, supersedes: [old.position.id], contested: [newId()] }
  };
  const earlier = { ...old, source: { ...old.source, origin } };
  const came = whatCameIn(briefingOf(earlier, later), sinceDay('2025-08-17'));
  const from = { id: old.source.id, title: 'Source 12' };
  expect(came.sources).toMatchObject([{ sameOrigin: [from], updates: from }]);
  expect(came.positions).toMatchObject([
    {
      supersedes: [{ id: old.position.id, stance: 'supports', date: '2025-08-12' }],
      contested: []
    }
  ]);
});

test('an id that tells of no time came at no time', () => {
  const briefing = { ...known, figures: [newFigure('4', 4, idOf('F', 1))] };
  expect(whatCameIn(briefing, sinceDay('1970')).figures).toEqual([]);
  expect(whatCameIn(briefing, sinceState(known)).figures).toMatchObject([{ at: null }]);
});
