/** Protects that no change from outside breaks a briefing or sets devices apart, whatever stands in it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bySize } from '../../../scripts/testing/by-size.mjs';
import { newId } from '../base/values.js';
import { Briefing } from '../briefing/briefing.js';
import { newActor, newCard } from '../briefing/entries.js';
import { mendBriefing } from '../mend/mend-briefing.js';
import { canonicalJson } from '../merge/canonical-json.js';
import { edits, idOf } from '../merge/testing/edits.js';
import { SharedBriefing } from './shared-briefing.js';
import { readTeamChange, type TeamChange } from './team-change.js';
import { Device, Log, start } from './testing/devices.js';

const device = 'e'.repeat(32);
const at = '2025-08-18T10:00:00.000Z';
const made: TeamChange = {
  ...{ device, n: 1, author: 'Mallory', at, lamport: 1, base: {} },
  what: { create: start }
};

test.each<readonly [string, object, string]>([
  ['a device that is none', { device: 'X' }, 'device'],
  ['a gap in its numbers', { n: 3 }, 'did not know its own changes'],
  ['a base that is none', { base: { [device]: 0.5 } }, 'base'],
  ['no place in the order', { lamport: 0 }, 'lamport'],
  ['a place beyond all numbers', { lamport: 1e300 }, 'lamport'],
  ['two things at once', { what: { bin: true, restore: true } }, 'what'],
  ['a list that no briefing has', { what: { edit: { lists: { secrets: {} } } } }, 'what'],
  ['a field that no briefing has', { what: { edit: { fields: { secret: ['', 'x'] } } } }, 'what'],
  ['the id of the briefing', { what: { edit: { fields: { id: ['', newId()] } } } }, 'what'],
  [
    'an entry of another list',
    { what: { edit: { lists: { cards: { put: [[newActor('A', 'state')]] } } } } },
    'what'
  ],
  ['an edit of one side', { what: { edit: { fields: { title: ['x'] } } } }, 'what'],
  ['more than a change holds', { more: 1 }, 'more']
])('a change with %s is refused with a sentence', (_what, part, word) => {
  const read = readTeamChange({ ...made, ...part });
  expect(read).toMatchObject({ ok: false, error: { code: 'damaged-change' } });
  if (!read.ok) expect(read.error.message).toContain(word);
});

test.each([null, 7, 'x', [], {}])('what is no change at all is refused: %j', (json) => {
  expect(readTeamChange(json).ok).toBe(false);
});

const someId = fc.constantFrom(
  ...[
    idOf('C', 1),
    idOf('C', 2),
    idOf('N', 1),
    idOf('P', 1),
    idOf('A', 1),
    idOf('Z', 9),
    idOf('B', 1)
  ]
);
const someText = fc.constantFrom('', 'x', 'Kyiv refuses the offer.', 'y'.repeat(3_000));
const number = fc.constantFrom(0, 1, 3, 50, 1e6);
const writer = fc.constantFrom(device, '51'.padStart(32, '0'), 'f'.repeat(32));
const leaf = fc.oneof(
  fc.tuple(someText, someText),
  fc.tuple(fc.constantFrom(null, 7, [], {}), fc.constantFrom(null, 7, [1], { a: 1 })),
  fc.tuple(number, number, someText, someText),
  fc.tuple(number, number, someText, writer, fc.constantFrom(1, 2, 9))
);
const hostileEdit = fc.record(
  {
    fields: fc.record({ title: leaf, bottomLine: leaf, tags: leaf }, { requiredKeys: [] }),
    lists: fc.record(
      {
        cards: fc.record(
          {
            put: fc.array(
              fc.tuple(someId, fc.record({ body: leaf, heading: leaf }, { requiredKeys: [] })),
              { maxLength: 2 }
            ),
            removed: fc.array(someId, { maxLength: 2 }),
            places: fc.array(fc.tuple(someId, fc.option(someId)), { maxLength: 3 })
          },
          { requiredKeys: [] }
        ),
        actors: fc.record({
          put: fc.array(
            someId.map((id) => [newActor('Mallory', 'person', id)]),
            { maxLength: 2 }
          ),
          removed: fc.array(someId, { maxLength: 1 })
        }),
        positions: fc.record({
          put: fc.array(
            fc.tuple(
              someId,
              fc.record(
                {
                  supersedes: fc.tuple(fc.constant([]), fc.array(someId)),
                  actor: fc.tuple(someId, someId)
                },
                { requiredKeys: [] }
              )
            ),
            { maxLength: 2 }
          )
        }),
        annotations: fc.record({
          put: fc.array(
            fc.tuple(
              someId,
              fc.record({ target: fc.record({ id: fc.tuple(someId, someId), selectors: leaf }) })
            ),
            { maxLength: 1 }
          )
        })
      },
      { requiredKeys: [] }
    )
  },
  { requiredKeys: [] }
);
const what = fc.oneof(
  { weight: 6, arbitrary: fc.record({ edit: hostileEdit }) },
  { weight: 1, arbitrary: fc.constantFrom({ bin: true }, { restore: true }, { create: start }) },
  {
    weight: 1,
    arbitrary: fc.constant({ create: { ...start, cards: [], actors: [], title: 'Mine' } })
  }
);
const hostile = fc.record({
  what,
  lamport: fc.oneof(
    { weight: 6, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(1, 2, 1e9, 1e15) }
  ),
  knows: fc.nat(9)
});

test('hostile changes are left out the same on all sides, and take nothing of what others wrote', () => {
  let leftOut = 0;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(1), edits), { minLength: 2, maxLength: 6 }),
      fc.array(hostile, { minLength: 1, maxLength: 6 }),
      fc.infiniteStream(fc.nat(99)),
      (written, attacks, dice) => {
        const log = new Log();
        const devices = ['Q', 'R'].map((name) => new Device(name, log));
        for (const one of devices) {
          one.write([]);
          one.receive(log.changes);
        }
        for (const [who, all] of written) devices[who]!.write(all);
        const bad: TeamChange[] = [];
        for (const { what: done, lamport, knows } of attacks) {
          const base = { ...SharedBriefing.empty.with(log.changes.slice(0, knows)).known };
          const place = Math.max(
            0,
            ...log.changes.slice(0, knows).map((change) => change.lamport),
            ...bad.map((change) => (change.lamport < 1e8 ? change.lamport : 0))
          );
          const n = bad.length + 1;
          const change = {
            device,
            n,
            author: 'Mallory',
            at,
            lamport: lamport ?? place + 1,
            base,
            what: done
          };
          if (n > 1) base[device] = n - 1;
          const read = readTeamChange(JSON.parse(JSON.stringify(change)));
          if (read.ok) bad.push(read.value);
        }
        const all = [...log.changes, ...bad];
        const states = [0, 1, 2].map(() => {
          const shuffled = all
            .map((change) => ({ change, place: Number(dice.next().value) }))
            .sort((a, b) => a.place - b.place);
          return shuffled.reduce((now, { change }) => now.with([change]), SharedBriefing.empty);
        });
        const told = states.map((state) => ({
          briefing: canonicalJson(state.briefing),
          isBinned: state.isBinned,
          waiting: state.waiting,
          leftOut: state.leftOut.map(({ device: of, n, why }) => `${of} ${n} ${why}`).sort()
        }));
        for (const other of told.slice(1)) expect(other).toEqual(told[0]);
        const [{ briefing }] = states as [SharedBriefing];
        expect(Briefing.safeParse(briefing).error).toBeUndefined();
        expect(mendBriefing(briefing!).mended).toEqual([]);
        for (const { device: of } of states[0]!.leftOut) expect(of).toBe(device);
        leftOut += told[0]!.leftOut.length;
        // Goes on: whoever is left writes as before.
        const [one] = devices;
        one!.receive(all);
        one!.write([{ kind: 'title', which: 0, where: 0 }]);
        expect(one!.shared.leftOut).toHaveLength(told[0]!.leftOut.length);
      }
    ),
    { numRuns: bySize({ usual: 40, full: 1_000 }) }
  );
  expect(leftOut).toBeGreaterThan(0);
});

test('a change at a place that it cannot have is told, and those who come after have theirs', () => {
  const begun = SharedBriefing.empty.with([made]);
  const far = { ...made, n: 2, lamport: 1e15, base: { [device]: 1 }, what: { bin: true } } as const;
  const after = begun.with([far]);
  expect(after.isBinned).toBe(false);
  expect(after.known).toEqual({ [device]: 2 });
  expect(after.leftOut).toMatchObject([{ author: 'Mallory', n: 2 }]);
  expect(after.leftOut[0]!.why).toContain('place in the order');
  const by = { device: 'a'.repeat(32), author: 'Anna', at };
  expect(after.changeTo({ ...start, title: 'On' }, by)).toMatchObject({ lamport: 2 });
});

const ofBody = (body: unknown) => ({ lists: { cards: { put: [[idOf('C', 1), { body }]] } } });
test.each<readonly [string, object, string]>([
  ['words beyond its text', ofBody([90, 1, 'x', 'Kyiv']), 'words that its text does not have'],
  [
    'a text of a change that it does not know',
    ofBody([0, 1, 'x', 'f'.repeat(32), 1]),
    'cannot know'
  ],
  ['a text of its own', ofBody([0, 1, 'x', device, 2]), 'cannot know'],
  ['a value that cannot stand', { fields: { title: ['', 7] } }, 'cannot stand'],
  ['an entry of nobody', { lists: { cards: { put: [[idOf('Z', 1), {}]] } } }, 'nobody had made']
])('an edit of %s is told and left out', (_what, edit, why) => {
  const read = readTeamChange({ ...made, n: 2, lamport: 2, base: { [device]: 1 }, what: { edit } });
  if (!read.ok) throw new Error(read.error.message);
  const begun = SharedBriefing.empty.with([made]);
  const after = begun.with([read.value]);
  expect(after.briefing).toEqual(begun.briefing);
  expect(after.leftOut[0]!.why).toContain(why);
});

test('whoever takes the name of an entry for another one takes nothing from those who work on it', () => {
  const begun = SharedBriefing.empty.with([made]);
  const [actor] = start.actors;
  const taking = begun.changeTo(
    { ...start, cards: [...start.cards, newCard('note', { id: newId(), heading: 'Mine' })] },
    { device, author: 'Mallory', at }
  )!;
  const json = JSON.stringify(taking).replace(/"id":"[^"]+"/, `"id":"${actor!.id}"`);
  const read = readTeamChange(JSON.parse(json));
  const renamed = begun.changeTo(
    { ...start, actors: [{ ...actor!, name: 'Ukraine’s government' }] },
    { device: 'f'.repeat(32), author: 'Anna', at }
  )!;
  const { briefing, leftOut } = begun.with([renamed, ...(read.ok ? [read.value] : [])]);
  expect(leftOut).toMatchObject([{ author: 'Mallory' }]);
  expect(briefing!.actors).toMatchObject([{ id: actor!.id, name: 'Ukraine’s government' }]);
});

test('an entry that names something that is not there is mended for everybody', () => {
  const edit = {
    lists: { positions: { put: [[idOf('P', 1), { actor: [idOf('A', 1), idOf('Z', 9)] }]] } }
  };
  const read = readTeamChange({ ...made, n: 2, lamport: 2, base: { [device]: 1 }, what: { edit } });
  const { briefing } = SharedBriefing.empty.with([made, ...(read.ok ? [read.value] : [])]);
  expect(briefing!.actors.map(({ id }) => id)).toContain(idOf('Z', 9));
  expect(mendBriefing(briefing!).mended).toEqual([]);
});

test('a highlight beyond what a text was cut to has no place, and keeps its words', () => {
  const begun = SharedBriefing.empty.with([made]);
  const { cards } = start;
  const cut = cards.map((card) => (card.id === idOf('C', 1) ? { ...card, body: 'x' } : card));
  const change = begun.changeTo({ ...start, cards: cut }, { device, author: 'Mallory', at })!;
  const { briefing, leftOut } = begun.with([change]);
  expect(leftOut).toEqual([]);
  expect(briefing!.annotations[0]!.target.selectors).toMatchObject({
    quote: { exact: 'Kyiv' },
    position: null
  });
});

test('what is kept and damaged is told, and read again from its own JSON', () => {
  const shared = SharedBriefing.empty.with([made]);
  const json = JSON.parse(JSON.stringify(shared.encode())) as Record<string, unknown>;
  expect(SharedBriefing.decode(json).briefing).toEqual(shared.briefing);
  for (const damaged of [null, {}, { ...json, format: 2 }, { ...json, start: null }]) {
    expect(() => SharedBriefing.decode(damaged)).toThrow(/damaged/);
  }
});
