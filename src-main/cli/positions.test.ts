/** What the command line says of positions, in words and as JSON, on the finished sample. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AcrossPosition } from '../domain/ledger/across-briefings.js';
import type { Comparison } from '../domain/compare/comparison.js';
import { ReportedPosition, type PositionReport } from '../domain/ledger/position-report.js';
import { type Desk, finished, openDesk } from './testing/desk.js';

const ceasefire = 'Should a ceasefire come before a peace agreement?';
let desk: Desk;
let first = '';
let second = '';

beforeAll(async () => {
  desk = await openDesk();
  [first = ''] = await desk.imported(finished);
  [second = ''] = await desk.imported(finished);
});
afterAll(() => desk.clear());

async function jsonOf<T>(...argv: readonly string[]): Promise<T> {
  const { code, out, err } = await desk.standpoint(...argv, '--json');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as T;
}

describe('show --positions', () => {
  test.each([
    ['2025-08-14', 'supports', 0],
    ['2025-08-16', 'opposes', 1]
  ])('Washington on the ceasefire as of %s', async (day, stance, earlier) => {
    const report = await jsonOf<PositionReport>('show', first, '--positions', '--as-of', day);
    expect(report).toMatchObject({ asOf: day, briefing: { id: first } });
    for (const position of report.positions) ReportedPosition.parse(position);
    const cell = report.positions.find(
      ({ actor, issue }) => actor.name === 'United States' && issue.wording === ceasefire
    );
    expect(cell).toMatchObject({ stance });
    expect(cell?.evidence[0]).toMatchObject({
      quote: expect.any(String) as string,
      in: 'source',
      grade: expect.stringMatching(/^[A-F][1-6]$/) as string
    });
    expect(cell?.earlier).toHaveLength(earlier);
  });

  test('tells open cells and common ground, and reads well', async () => {
    const { gaps, commonGround, conflicts } = await jsonOf<PositionReport>(
      'show',
      first,
      '--positions'
    );
    expect(gaps.length).toBeGreaterThan(0);
    expect(conflicts).toEqual([]);
    expect(commonGround.length).toBeGreaterThan(0);
    const { out } = await desk.standpoint('show', first, '--positions', '--as-of', '2025-08-16');
    expect(out).toContain(`- United States, on ${ceasefire}: Opposes (from 2025-08-15, stated`);
    expect(out).toContain('before: Supports (said 2025-08-14, stated).');
  });

  test.each([
    [['--as-of', '2025-08-15'], /--as-of needs --positions/],
    [['--positions', '--as-of', 'Friday'], /--as-of is a day, a month or a year/]
  ])('%j is wrong usage', async (options, message) => {
    const { code, err } = await desk.standpoint('show', first, ...options);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
});

test('show tells how often the sources name each actor', async () => {
  const { out } = await desk.standpoint('show', first);
  expect(out).toMatch(/^- United States, .*\(state\): named [1-9]\d* times in the sources$/m);
  expect(out).toMatch(/^- Keir Starmer.*: named 6 times in the sources$/m);
});

describe('compare', () => {
  test('two briefings that say the same', async () => {
    expect(await desk.standpoint('compare', first, second)).toMatchObject({
      code: 0,
      out: 'Nothing changed.'
    });
  });

  test('one briefing on two days', async () => {
    const days = ['--from', '2025-08-14', '--until', '2025-08-16'];
    const comparison = await jsonOf<Comparison>('compare', first, ...days);
    expect(comparison.positions.filter(({ kind }) => kind === 'reversed')).toMatchObject([
      { actorName: 'United States', before: { stance: 'supports' }, after: { stance: 'opposes' } }
    ]);
    const { out } = await desk.standpoint('compare', first, ...days);
    expect(out).toMatch(
      /Reversed: United States, on Should a ceasefire .*: supports \(2025-08-14\) → opposes/
    );
  });

  test('one briefing without a day is wrong usage', async () => {
    const { code, err } = await desk.standpoint('compare', first);
    expect(code).toBe(2);
    expect(err).toMatch(/compare needs two IDs, or one and --from DAY,/);
    expect((await desk.standpoint('compare', first, '--until', '2025-08-15')).code).toBe(2);
  });

  test('days that run backwards are wrong usage', async () => {
    const days = ['--from', '2025-09', '--until', '2025-08-16'];
    const { code, err } = await desk.standpoint('compare', first, ...days);
    expect({ code, err }).toMatchObject({
      code: 2,
      err: expect.stringContaining('--until 2025-08-16 is before --from 2025-09.') as string
    });
  });
});

describe('positions', () => {
  test('finds an actor in every briefing by an alias, as of a day', async () => {
    const found = await jsonOf<AcrossPosition[]>(
      ...['positions', '--actor', 'washington', '--issue', 'ceasefire', '--as-of', '2025-08-14']
    );
    for (const each of found) AcrossPosition.parse(each);
    expect(found.map(({ briefing }) => briefing.id).sort()).toEqual([first, second].sort());
    expect(found.map(({ position }) => position.stance)).toEqual(['supports', 'supports']);
  });

  test('finds an issue for every actor, and nothing for what nobody holds', async () => {
    const { out } = await desk.standpoint('positions', '--issue', 'security guarantees');
    expect(out).toMatch(/- Steve Witkoff, on .*: Conditional, if: /);
    expect(await desk.standpoint('positions', '--actor', 'Nobody')).toMatchObject({
      code: 0,
      out: ''
    });
    expect((await desk.standpoint('positions')).code).toBe(2);
  });

  test('tells who opposes an issue, as of a day', async () => {
    const opposing = async (day: string) => {
      const asked = ['positions', '--stance', 'Opposes', '--issue', 'ceasefire', '--as-of', day];
      const found = await jsonOf<AcrossPosition[]>(...asked);
      return found.map(({ position }) => position.actor.name);
    };
    expect(await opposing('2025-08-14')).toEqual([]);
    expect(await opposing('2025-08-16')).toContain('United States');
    const { code, err } = await desk.standpoint('positions', '--stance', 'against');
    expect(code).toBe(2);
    expect(err).toMatch(/--stance is supports or opposes or .*, not “against”/);
  });
});

describe('lint', () => {
  test('names the finding, the reason and the standard', async () => {
    const { findings } = await jsonOf<{ findings: Record<string, unknown>[] }>('lint', first);
    expect(findings.filter(({ rule }) => rule === 'vague-word')).toMatchObject([
      {
        in: 'card',
        words: 'Developments on the battlefield could shift all three.',
        message: expect.stringContaining('“could” does not say how likely') as string,
        standard: expect.stringContaining('Yardstick') as string
      }
    ]);
    const { code, out } = await desk.standpoint('lint', first);
    expect(code).toBe(0);
    expect(out).toContain('Where this could lead: A vague word for a likelihood: Developments');
  });
});
