/** The dialog's state: which states it reads, what it says of them, and what it keeps. */
import { describe, expect, test } from 'vitest';
import { emptyBriefing, type Briefing } from '../../src-main/domain/briefing/briefing.js';
import { sideInWords } from '../../src-main/domain/compare/sides.js';
import type { Version } from '../../src-main/domain/briefing/version.js';
import { CompareDesk } from './compare-desk.svelte.js';
import type { States } from './compare-request.js';

/** At noon by the clock of this machine, so that no time zone moves the day. */
const noon = (day: string) => new Date(`${day}T12:00:00`).toISOString();

const now: Briefing = {
  ...emptyBriefing('Talks', new Date(0)),
  bottomLine: 'They met.',
  modifiedAt: noon('2025-08-20')
};
const other: Briefing = { ...emptyBriefing('Other talks', new Date(0)), bottomLine: 'They rest.' };
const version: Version = {
  key: '0000000001-named-00000000',
  kind: 'named',
  name: 'First issue',
  keptAt: noon('2025-08-15'),
  revision: 1,
  title: 'Talks',
  modifiedAt: noon('2025-08-15'),
  by: null
};
const then = { ...now, bottomLine: 'They will meet.' };

function desk(part: Partial<States> = {}): CompareDesk {
  return new CompareDesk(
    {
      briefing: (id) => Promise.resolve(id === other.id ? other : now),
      versions: (id) => Promise.resolve(id === now.id ? [version] : []),
      version: () => Promise.resolve({ version, briefing: then }),
      ...part
    },
    (error) => (error as Error).message
  );
}

async function compared(request: Parameters<CompareDesk['ask']>[0], part: Partial<States> = {}) {
  const made = desk(part);
  await made.begin(now.id);
  made.ask(request);
  await made.compare();
  return made;
}

describe('a request', () => {
  test.each<[string, Parameters<CompareDesk['ask']>[0], RegExp, boolean]>([
    [
      'a version',
      { version: version.key },
      /^as it was written \(version of .*First issue\)$/,
      true
    ],
    ['a day', { from: '2025-08-16' }, /^as it was written by 16 August 2025 \(version of/, true],
    [
      'a day before all versions',
      { from: '2025-08-14' },
      /^as now known of 14 August 2025$/,
      false
    ],
    [
      'what is known of a day',
      { compareWith: 'known', from: '2025-08-16' },
      /^as now known of/,
      false
    ],
    ['another briefing', { compareWith: 'other', other: other.id }, /^as it is now$/, true]
  ])('%s', async (_what, request, side, isChanged) => {
    const { compared: found, problem } = await compared(request);
    expect(problem).toBe('');
    expect(sideInWords(found!.comparison.before)).toMatch(side);
    expect(found!.comparison.bottomLine !== null).toBe(isChanged);
  });

  test('with a problem compares nothing, and says why', async () => {
    const made = await compared({ from: 'Friday' });
    expect([made.compared, made.problem]).toEqual([null, expect.stringMatching(/Write a day/)]);
    made.ask({ from: '2025-08-16' });
    expect(made.problem).toBe('');
  });

  test('for what cannot be read says so', async () => {
    const made = await compared(
      { version: version.key },
      { version: () => Promise.reject(new Error('It is damaged.')) }
    );
    expect([made.compared, made.problem]).toEqual([null, 'It is damaged.']);
  });
});

test('what was compared goes once something else is asked', async () => {
  const made = await compared({ version: version.key });
  made.ask({ version: version.key });
  expect(made.compared).not.toBeNull();
  made.ask({ compareWith: 'known' });
  expect(made.compared).toBeNull();
});

test('a version that the dialog opens with is compared at once', async () => {
  const made = desk();
  await made.begin(now.id, version.key);
  expect(made.request.version).toBe(version.key);
  expect(made.compared!.comparison.bottomLine).not.toBeNull();
});

test('what was compared is there when the dialog opens again, as the briefing is then', async () => {
  let current = now;
  const made = await compared(
    { version: version.key },
    { briefing: () => Promise.resolve(current) }
  );
  made.current = 1;
  current = then;
  await made.begin(now.id);
  expect(made.request.version).toBe(version.key);
  expect(made.current).toBe(1);
  expect(made.compared!.comparison.bottomLine).toBeNull();
  await made.begin(other.id);
  expect([made.compared, made.request.version]).toEqual([null, '']);
});
