/** The index answers as reading every briefing would, whatever was put into it, changed and taken out before. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bySize } from '../../scripts/testing/by-size.mjs';
import { type Briefing, emptyBriefing } from '../domain/briefing/briefing.js';
import { type Annotation } from '../domain/briefing/annotation.js';
import { newSource } from '../domain/briefing/source.js';
import {
  newActor,
  newDismissal,
  newIssue,
  stances,
  positionStatuses
} from '../domain/briefing/entries.js';
import { newId } from '../domain/base/values.js';
import {
  everyPosition,
  type AcrossPosition,
  type AcrossQuery
} from '../domain/ledger/across-briefings.js';
import { reportPositions } from '../domain/ledger/position-report.js';
import { entry, idOf } from '../domain/ledger/testing/ledger.js';
import { foldName } from '../domain/text/fold-name.js';
import { askPositions } from './ask-positions.js';
import { openIndexFile } from './index-file.js';
import { emptyRegister } from '../domain/ledger/register.js';
import { SearchIndex } from './search-index.js';
import { BriefingWriter } from './write-briefing.js';

function put(index: SearchIndex, ...briefings: readonly Briefing[]): void {
  index.put(
    briefings.map((briefing) => ({
      briefing,
      stamp: briefing.modifiedAt,
      file: `b/${briefing.id}`,
      textOf: () => null
    }))
  );
}

/** The same by reading: no table, and nothing kept. */
function read(briefings: readonly Briefing[], query: AcrossQuery): readonly AcrossPosition[] {
  const actors = briefings.flatMap((briefing) => briefing.actors);
  const namesOf = ({ name, aliases }: (typeof actors)[number]) => [name, ...aliases].map(foldName);
  /** As the index tells them apart: the main name, then the others by the alphabet. */
  const keyOf = (actor: (typeof actors)[number]) => {
    const [main = '', ...others] = namesOf(actor);
    return [main, ...[...new Set(others)].filter((each) => each !== main).toSorted()].join('\n');
  };
  const wanted = query.actor === null ? null : foldName(query.actor);
  const same = actors.filter((actor) => wanted !== null && namesOf(actor).includes(wanted));
  const names = new Set(same.flatMap(namesOf));
  const words = query.issue === null ? [] : foldName(query.issue).split(' ');
  const day = ({ position }: AcrossPosition) => position.since ?? '';
  const found = briefings
    .flatMap((briefing) => {
      const held = briefing.actors.filter((actor) =>
        namesOf(actor).some((each) => names.has(each))
      );
      return reportPositions(briefing, query.asOf)
        .positions.filter(({ actor }) => wanted === null || held.some(({ id }) => id === actor.id))
        .filter(
          // A denial holds no stance.
          ({ stance, status }) =>
            query.stance === null || (stance === query.stance && status !== 'denied')
        )
        .filter(({ issue }) => words.every((word) => foldName(issue.wording).includes(word)))
        .map((position) => ({ briefing: { id: briefing.id, title: briefing.title }, position }));
    })
    .map((each) => ({ ...each, who: -1 }))
    .toSorted((a, b) => day(b).localeCompare(day(a)) || (a.briefing.id < b.briefing.id ? -1 : 1));
  // As the pages put them together, that of the first name first.
  const byNames = new Map<string, readonly string[]>();
  for (const actor of actors) byNames.set(keyOf(actor), namesOf(actor));
  const all = [...byNames].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const group = new Map<string, string>();
  for (const [key, [main = '']] of all) {
    if (group.has(key)) continue;
    const page = new Set(all.flatMap(([, names]) => (names.includes(main) ? names : [])));
    for (const [other, names] of all) {
      if (!group.has(other) && names.some((each) => page.has(each))) group.set(other, key);
    }
  }
  const numbers = new Map<string, number>();
  for (const each of found) {
    const of = group.get(keyOf(actors.find(({ id }) => id === each.position.actor.id)!)) ?? '';
    each.who = numbers.get(of) ?? numbers.size;
    numbers.set(of, each.who);
  }
  return found;
}

const name = fc.constantFrom('Kyiv', 'KYIV ', 'Ukraine', 'US', 'United States', 'Élysée', 'Elysee');
const wording = fc.constantFrom(
  'A ceasefire first?',
  'Ceasefire',
  'Grain exports',
  'a  CEASEFIRE first?'
);
const date = fc.constantFrom(null, '2024', '2025-01', '2025-01-31', '2025-02-01', '2025-03');
const position = fc.record({
  actor: fc.nat(1),
  issue: fc.nat(1),
  stance: fc.constantFrom(...stances),
  status: fc.constantFrom(...positionStatuses),
  said: date,
  effective: date,
  reviewBy: date,
  // Most supersede nothing, so that several of a cell are in force.
  supersedes: fc.oneof(
    { weight: 2, arbitrary: fc.constant<number[]>([]) },
    { weight: 1, arbitrary: fc.array(fc.nat(7), { maxLength: 2 }) }
  ),
  contested: fc.array(fc.nat(7), { maxLength: 1 }),
  evidence: fc.array(fc.nat(3), { maxLength: 3 })
});
const briefing = fc
  .record({
    actors: fc.array(fc.tuple(name, fc.array(name, { maxLength: 2 })), { maxLength: 4 }),
    issues: fc.array(wording, { maxLength: 3 }),
    positions: fc.array(position, { maxLength: 8 }),
    dismissed: fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 4 }),
    origins: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 })
  })
  .map(({ actors, issues, positions, dismissed, origins }): Briefing => {
    const origin = newId();
    const sources = origins.map((shared, i) => ({
      ...newSource({
        title: `Source ${i}`,
        text: 'a'.repeat(64),
        importedAt: '2025-01-01T00:00:00Z'
      }),
      origin: shared ? origin : null
    }));
    const given = {
      ...emptyBriefing('A briefing'),
      actors: actors.map(([called, aliases]) => ({ ...newActor(called, 'state'), aliases })),
      issues: issues.map((each) => newIssue(each)),
      sources,
      annotations: sources.map((source, i) => quoteIn(source.id, i))
    };
    return {
      ...given,
      dismissals: dismissed.map(([one, other]) =>
        newDismissal(
          'contradiction',
          { about: idOf('P', one), rule: 'stances', words: '' },
          new Date(0),
          { with: idOf('P', other) }
        )
      ),
      positions: positions.map(({ actor, issue, supersedes, contested, evidence, ...more }, i) =>
        entry(i, {
          ...more,
          actor: given.actors[actor]?.id ?? newId(),
          issue: given.issues[issue]?.id ?? newId(),
          contested: contested.map((each) => idOf('P', each)),
          supersedes: supersedes.filter((each) => each < i).map((each) => idOf('P', each)),
          evidence: evidence.map((each) => given.annotations[each]?.id ?? newId())
        })
      )
    };
  });
const query = fc
  .record({
    actor: fc.option(name),
    issue: fc.option(fc.constantFrom('ceasefire', 'first CEASE', 'grain', 'fish')),
    stance: fc.option(fc.constantFrom(...stances)),
    asOf: fc.constantFrom(null, '2023', '2025-01', '2025-02-01', '2026')
  })
  .map((asked): AcrossQuery => ({ ...everyPosition, ...asked }));

function quoteIn(source: Annotation['target']['id'], i: number): Annotation {
  return {
    id: newId(),
    target: {
      type: 'source',
      id: source,
      selectors: {
        quote: { exact: `Words ${i}`, prefix: '', suffix: '' },
        position: { start: 0, end: 7 }
      }
    },
    note: '',
    replies: [],
    tags: []
  } as unknown as Annotation;
}

test('the index answers as reading every briefing would', () => {
  fc.assert(
    fc.property(
      fc.array(briefing, { maxLength: 5 }),
      fc.array(fc.tuple(fc.nat(4), fc.option(briefing)), { maxLength: 4 }),
      fc.array(query, { minLength: 4, maxLength: 4 }),
      (begun, steps, queries) => {
        const index = new SearchIndex(null);
        const library = new Map(begun.map((each) => [each.id, each]));
        put(index, ...begun);
        for (const [at, next] of steps) {
          const changed = begun[at];
          if (!changed) continue;
          if (next) {
            const briefing = { ...next, id: changed.id };
            put(index, briefing);
            library.set(changed.id, briefing);
          } else {
            index.remove([changed.id]);
            library.delete(changed.id);
          }
        }
        const all = [...library.values()];
        for (const asked of [...queries, everyPosition]) {
          const expected = read(all, asked);
          const answer = index.positions(asked, emptyRegister, 1_000);
          expect(answer.positions).toEqual(expected);
          expect(answer.total).toBe(expected.length);
          expect(answer.actors).toBe(new Set(expected.map(({ who }) => who)).size);
          expect(index.positions(asked, emptyRegister, 2).positions).toEqual(expected.slice(0, 2));
        }
        index.close();
      }
    ),
    { numRuns: bySize({ usual: 100, full: 1_000 }) }
  );
});

test('only a change of positions, names or evidence writes its positions anew', () => {
  const actor = newActor('Kyiv', 'state');
  const issue = newIssue('A ceasefire first?');
  const first: Briefing = {
    ...emptyBriefing('Talks'),
    actors: [actor],
    issues: [issue],
    positions: [entry(1, { actor: actor.id, issue: issue.id })]
  };
  const db = openIndexFile(null);
  const writer = new BriefingWriter(db);
  let num = 0;
  const write = (briefing: Briefing) => {
    const more = { num: (num += 1), stamp: briefing.modifiedAt, file: 'b', textOf: () => null };
    writer.write({ ...more, briefing });
    return db.get('SELECT rowid FROM period')?.['rowid'];
  };
  // Something that stands after it, so that what is written anew gets another number.
  write(first);
  write({ ...first, id: newId() });
  const before = write(first);
  expect(write({ ...first, title: 'Talks again', bottomLine: 'Typed' })).toBe(before);
  const asked = { ...everyPosition, issue: 'ceasefire' };
  const told = () =>
    askPositions(db, asked, emptyRegister, 9).positions.map((each) => each.briefing.title);
  expect(told()).toContain('Talks again');
  const renamed = { ...first, actors: [{ ...actor, name: 'Ukraine' }] };
  expect(write(renamed)).not.toBe(before);
  writer.close();
  db.close();
});

test.each(['1990', '2025-08', '2025-08-15'])(
  'the date %s is told as precisely as it is known',
  (said) => {
    const actor = newActor('Kyiv', 'state');
    const issue = newIssue('A ceasefire first?');
    const position = entry(1, { actor: actor.id, issue: issue.id, said });
    const briefing = {
      ...emptyBriefing('Talks'),
      actors: [actor],
      issues: [issue],
      positions: [position]
    };
    const index = new SearchIndex(null);
    put(index, briefing);
    const asked = { ...everyPosition, actor: 'Kyiv' };
    expect(index.positions(asked, emptyRegister, 9).positions[0]?.position.since).toBe(said);
    expect(reportPositions(briefing, null).positions[0]?.since).toBe(said);
    const matrix = { briefings: [briefing.id], asOf: null };
    expect(index.matrix(matrix, emptyRegister).cells[0]?.since).toBe(said);
    index.close();
  }
);
